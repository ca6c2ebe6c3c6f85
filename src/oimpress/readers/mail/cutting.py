"""What in a mail's text is not its release: quoted messages, notes above a forwarded one, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from oimpress.knowledge.dates import find_date
from oimpress.model.draft import Line
from oimpress.model.nodes import Block
from oimpress.model.runs import cut as run
from oimpress.model.runs import flatten, length
from oimpress.model.traced import EMPTY, Traced
from oimpress.notices import Dropped
from oimpress.patterns import lazy
from oimpress.readers.shared.inlines import paragraphs

QUOTATION, SIGNATURE, NOTE, MAILING = "R041", "R042", "R043", "F009"
MOST_FORWARDS = 20
LEAST_FIELDS, MOST_FIELDS = 3, 12  # labels, and lines, of the fields of a message in the text
LATE = 10  # lines that may follow a signature's mark from which the blank behind it was lost
FlowItem: TypeAlias = Line | Block

# The fields of a message that was forwarded or answered, as mail programs print them.
FIELD = lazy(
    r"[\s>*]*(?P<label>de|from|von|envoyé(?: le)?|sent|enviado(?: el)?|gesendet|date|fecha|datum|à|a|to|para|an|cc"
    r"|copie|objet|sujet|subject|asunto|betreff|répondre à|reply-to)\s*\*?\s*:\s*\*?\s*(?P<value>.*)",
    re.IGNORECASE,
)
SENDERS = frozenset({"de", "from", "von"})
SUBJECTS = frozenset({"objet", "sujet", "subject", "asunto", "betreff"})
DATES = frozenset({"envoyé", "envoyé le", "sent", "enviado", "enviado el", "gesendet", "date", "fecha", "datum"})
SURE = frozenset({"envoyé", "envoyé le", "sent", "enviado", "enviado el", "gesendet"})
FORWARD = lazy(
    r"[\s>*_-]*(?:forwarded message|message (?:transféré|réexpédié|reenviado)|begin forwarded message"
    r"|début du message (?:réexpédié|transféré)|mensaje reenviado|inicio del mensaje reenviado)\b[\s:*_-]*",
    re.IGNORECASE,
)
QUOTED = lazy(r"\s*>[ \t]?")
ORIGINAL = lazy(r"[\s>*_-]*(?:message d['’]origine|original message|mensaje original)[\s:*_-]*|_{10,}", re.IGNORECASE)
ATTRIBUTION = lazy(r"\s*(?:le|on|el|am)\s.{6,300}\b(?:a écrit|wrote|escribió|schrieb.{0,80})\s*:\s*", re.I | re.S)
LIST_RULE = lazy(r"\s*(?:____+|----+|====+)\s*")
LIST_FOOT = lazy(
    r"\b(?:mailing[ -]list|listinfo|liste de (?:diffusion|discussion)|lista de (?:correo|distribución)|unsubscribe"
    r"|(?:se|vous) d[ée]s(?:abonner|inscrire)|d[ée]sabonnement|d[ée]sinscription|darse de baja)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Remainder:
    """What is left of the flow, and what a forwarded message said of itself."""

    flow: list[FlowItem]
    subject: Traced = EMPTY
    date: str = ""
    note: str = ""  # the first words of what stood above a forwarded message
    signature: list[FlowItem] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    def drop(self, start: int, end: int, rule: str, but: str = "") -> None:
        """Leave out what stands between the two places; of ``but``, where it stands there, nothing is said yet."""
        for gone in left_out(self.flow[start:end], rule):
            before, found, after = gone.text.partition(but) if but else (gone.text, "", "")
            self.dropped.append(gone._replace(text=gone.text[: len(before)]))
            if found:
                but = ""
                self.dropped.append(gone._replace(text=gone.text[len(gone.text) - len(after) :]))
        del self.flow[start:end]


class ForwardedHead(NamedTuple):
    """The fields of a message inside the text: where they stand, and what they say."""

    start: int
    end: int
    forwarded: bool
    subject: Traced
    date: str


def cut(flow: Sequence[FlowItem], forwarded: bool) -> Remainder:
    """The release in the text of a mail; all of the text when nothing else would be left of it."""
    done = Remainder([*flow])
    for _ in range(MOST_FORWARDS):
        head = _head(done.flow)
        if head is None:
            break
        if not (forwarded or head.forwarded or not head.start):
            done.drop(head.start, len(done.flow), QUOTATION)
            break
        _take_out(done, head)
    _quotations(done)
    _foot_of_list(done)
    _signature(done)
    return done if done.flow else Remainder([*flow])


def _take_out(done: Remainder, head: ForwardedHead) -> None:
    """Leave out the fields of a forwarded message and what somebody wrote above them."""
    if head.start and not done.note:
        done.note = next((item.plain for item in done.flow[: head.start] if isinstance(item, Line)), "…")
    done.subject, done.date = head.subject or done.subject, head.date or done.date
    quoted = [item for item in done.flow[head.end :] if isinstance(item, Line)]
    done.drop(head.start, head.end, QUOTATION, head.subject)
    done.drop(0, head.start, NOTE)
    if quoted and all(map(_is_quoted, quoted)):
        done.flow = [*_unquoted(done)]


def _unquoted(done: Remainder) -> Iterator[FlowItem]:
    """The flow without the « > » with which a program quoted all of the message that it forwarded."""
    gap = 0
    for item in done.flow:
        mark = QUOTED.match(item.plain) if isinstance(item, Line) else None
        if not isinstance(item, Line) or not mark:
            yield item
            continue
        done.dropped.append(Dropped(item.text[: mark.end()], QUOTATION))
        if not item.plain[mark.end() :].strip():
            gap += 1
            continue
        yield replace(item, children=run(item.children, mark.end(), length(item.children)), gap=max(item.gap, gap))
        gap = 0


def left_out(items: Iterable[FlowItem], rule: str) -> Iterator[Dropped]:
    """All words of ``items``."""
    for item in items:
        runs = [item.children] if isinstance(item, Line) else paragraphs((item,))
        yield from (Dropped(flatten(run), rule) for run in runs)


# -- the fields of another message ------------------------------------------------------------------------


def begins_with_fields(flow: Sequence[Line]) -> bool:
    """Whether the first lines certainly are the fields of a message, a subject among them."""
    found = _head(flow[:MOST_FIELDS])
    return found is not None and not found.start and bool(found.subject.strip()) and found.end < len(flow)


def _head(flow: Sequence[FlowItem]) -> ForwardedHead | None:
    """The first stretch of fields that certainly are those of another message."""
    for at, item in enumerate(flow):
        first = FIELD.match(item.plain) if isinstance(item, Line) else None
        if first and first["label"].lower() in SENDERS and (found := _fields(flow, at)):
            return found
    return None


def _fields(flow: Sequence[FlowItem], start: int) -> ForwardedHead | None:
    labels: dict[str, Traced] = {}
    end = start
    for item in flow[start : start + MOST_FIELDS]:
        rows = list(_rows(item)) if isinstance(item, Line) else []
        matches = [FIELD.match(str(row)) for row in rows]
        if not rows or matches[0] is None or (item is not flow[start] and isinstance(item, Line) and item.gap > 1):
            break
        for row, match in zip(rows, matches, strict=True):
            if match:
                labels.setdefault(match["label"].lower(), row[match.start("value") :])
        end += 1
    above = flow[start - 1] if start else None
    marked = above.plain if isinstance(above, Line) else ""
    forwarded, original = FORWARD.fullmatch(marked), ORIGINAL.fullmatch(marked)
    address = any("@" in value for value in labels.values())
    if (
        len(labels) < LEAST_FIELDS
        or not labels.keys() & DATES
        or not (labels.keys() & SURE or address or forwarded or original)
    ):
        return None
    subject = next((value for label, value in labels.items() if label in SUBJECTS), EMPTY)
    dated = find_date(next((str(value) for label, value in labels.items() if label in DATES), ""))
    whole_date = dated.when if dated and len(dated.when) == len("2024-03-12") else ""
    return ForwardedHead(start - bool(forwarded or original), end, bool(forwarded), subject, whole_date)


def _rows(line: Line) -> Iterator[Traced]:
    """The lines that a line of the flow shows, at its breaks."""
    at = 0
    for row in line.plain.split("\n"):
        yield line.text[at : at + len(row)]
        at += len(row) + 1


# -- quotations and signatures ----------------------------------------------------------------------------


def _quotations(done: Remainder) -> None:
    """Leave out lines that are quoted by ``>``, and the line above that says whose words they are."""
    at = len(done.flow)
    while at:
        at -= 1
        if not _is_quoted(done.flow[at]):
            continue
        end = at + 1
        while at and _is_quoted(done.flow[at - 1]):
            at -= 1
        at -= next((n for n in (1, 2) if n <= at and ATTRIBUTION.fullmatch(_text(done.flow[at - n : at]))), 0)
        done.drop(at, end, QUOTATION)


def _is_quoted(item: FlowItem) -> bool:
    return isinstance(item, Line) and item.plain.lstrip().startswith(">")


def _text(items: Sequence[FlowItem]) -> str:
    return " ".join(item.plain for item in items if isinstance(item, Line))


def _foot_of_list(done: Remainder) -> None:
    """Leave out what the program of a list puts below each mail: a rule, the list, how to leave it."""
    for at in range(max(1, len(done.flow) - LATE), len(done.flow)):
        if LIST_RULE.fullmatch(_text(done.flow[at : at + 1])) and LIST_FOOT.search(_text(done.flow[at + 1 :])):
            done.drop(at, len(done.flow), MAILING)
            return


def _signature(done: Remainder) -> None:
    """Set apart what stands below the mark of a signature, and leave out the mark. Source: RFC 3676, 4.3."""
    for at, item in enumerate(done.flow):
        mark = item.plain if isinstance(item, Line) else ""
        if at and (mark == "-- " or (mark == "--" and len(done.flow) - at <= LATE)):
            done.signature = done.flow[at + 1 :]
            del done.flow[at + 1 :]
            done.drop(at, at + 1, SIGNATURE)
            return
