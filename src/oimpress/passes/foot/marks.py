"""Marks that only say that a text ends, and orders of release at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from oimpress.knowledge.folding import fold
from oimpress.knowledge.languages import article_end
from oimpress.knowledge.people import is_name
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Draft, Flow, Line
from oimpress.model.traced import Traced
from oimpress.notices import Dropped, Result
from oimpress.passes.foot.alone import tells_body
from oimpress.passes.foot.leads import has_details
from oimpress.passes.foot.limits import LONGEST_MARK, LONGEST_SOURCE
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.head.words import said as said_in_head
from oimpress.passes.leaving import addresses, without
from oimpress.passes.lines.duplicates import TWICE
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import order_words
from oimpress.patterns import lazy

END, ORDER, ISSUER, SEPARATOR = "B016", "H015", "H013", "H008"
OPENING = frozenset("-–—*#_=~●○◆°[(/<«fFeEpPàÀdD")  # with what a mark begins


def end_marks(draft: Draft) -> Result[Draft]:
    """Take out « - FIN - », « ### », « -30- », « Pour diffusion immédiate » below the text. Rules B016, H015.

    « SOURCE Régie du Nord » says who issues what a wire sent, and so do « Communiqué par : … » and a name alone below
    the heading « Source »: the issuer where the head tells none. Rules H013, H008, B007.
    """
    gone: dict[int, str] = {}
    for count, (at, line) in enumerate(draft.lines()):
        text = plainly(line.plain).strip() if count and len(line.plain) <= LONGEST_MARK else ""
        pin = pin_of(line)
        if pin:
            gone |= {at: END} if pin in ("end-mark", "separator", "order") else {}
        elif text[:1] in OPENING:
            if said("end_mark").match(text):
                gone[at] = END
            elif order_words().match(text):
                gone[at] = ORDER
    done = without(draft, gone)
    named = next(_named(done.value), None)
    return _issued(done, named) if named else done


class Issuer(NamedTuple):
    """Who issues a text, as lines at its foot say: these ``lines``, the ``word`` that says so, and the ``body``."""

    lines: Mapping[int, Line]
    word: Traced
    body: Traced


def _named(draft: Draft) -> Iterator[Issuer]:
    for at, line in islice(draft.lines(), 1, None):
        text = line.text.strip()
        if end := _names_source(line) or _announces(line):
            yield Issuer({at: line}, text[:end], text[end:])
        elif _heads_source(line) and (below := _name_below(draft.flow[at + 1 : at + 3])):
            yield Issuer({at: line, at + 1: below}, text, below.text.strip())


ADDRESSEE = lazy(r" (?:à|aux?|pour|contre|sur) ")  # behind it stands more than the sender


def _names_source(line: Line) -> int:
    """Where a wire's word before the body's name ends; 0 without one."""
    text = line.plain.strip()
    if not text.startswith("SOURCE") or len(text) > LONGEST_SOURCE or ":" in text or not _tells_no_more(line):
        return 0
    found = said("source_line").match(plainly(text))
    return found.end() if found else 0


def _announces(line: Line) -> int:
    """Where the words end before the body's name: « Communiqué par : Régie du Nord », « Communiqué par la régie »."""
    text = plainly(line.plain).strip() if len(line.plain) <= LONGEST_SOURCE else ""
    word = said_in_head("announced").match(text)
    if not word or not _is_name(line):
        return 0
    body = text[word.end() :]
    if not word[0].rstrip().endswith(":"):
        end = word.end() + article_end(body)
        return end if tells_body(text[end:]) and not ADDRESSEE.search(text, end) else 0
    return word.end() if tells_body(body) or (body[0].isupper() and not is_name(body)) else 0


def _heads_source(line: Line) -> bool:
    words = plainly(line.plain).strip() if line.level else ""
    return bool(said("source_heading").fullmatch(words)) and not pin_of(line)


def _name_below(flow: Flow) -> Line | None:
    """The body's name that stands alone below a heading: another heading follows, or nothing."""
    name = flow[0] if flow else None
    if not isinstance(name, Line) or name.level or len(name.plain) > LONGEST_SOURCE:
        return None
    if any(not isinstance(item, Line) or not item.level for item in flow[1:]):
        return None
    return name if tells_body(name.plain.strip()) and _is_name(name) else None


def _is_name(line: Line) -> bool:
    return not ends_clause(line.plain) and _tells_no_more(line)


def _tells_no_more(line: Line) -> bool:
    """Whether it holds no details; a contact's body, as a person says of its words, can issue the text too."""
    return pin_of(line) in ("", "organisation") and not has_details(line.plain.strip())


def _issued(done: Result[Draft], named: Issuer) -> Result[Draft]:
    """The body as the issuer, whose lines are no part of the text; the text keeps another than the head names."""
    issuer, body = fold(done.value.release.issuer), fold(named.body)
    if issuer and issuer not in body and body not in issuer:
        return done
    draft = done.value.without(named.lines)
    links = [each for line in named.lines.values() for each in addresses(line.children)]
    if issuer:
        said_twice = [Dropped(line.text.strip(), TWICE) for line in named.lines.values()]
        return Result(draft, done.notices, (*done.dropped, *said_twice, *links))
    gone = (*done.dropped, Dropped(named.word, SEPARATOR), *links)
    return Result(draft.with_fields(issuer=named.body.put_by(ISSUER)), done.notices, gone)
