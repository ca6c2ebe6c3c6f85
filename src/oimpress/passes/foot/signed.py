"""Where and when a text was signed: « Fait à Namur, le 3 mai 2024 », a line of its own near the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.gazetteer import place_countries
from oimpress.knowledge.sentences import ends_sentence
from oimpress.model.draft import Draft, Line, put_by
from oimpress.model.nodes import Contact, Para
from oimpress.model.runs import inlines
from oimpress.model.traced import Traced
from oimpress.notices import Dropped, Result
from oimpress.passes.datelines import reads_like_place
from oimpress.passes.foot.limits import LAST_LINES, LONGEST_SIGNED
from oimpress.passes.foot.words import plainly
from oimpress.passes.head.dateline import DATE_LINE
from oimpress.passes.head.dates import MADE, dateline_of, stamp_of
from oimpress.passes.head.fields import STRAY
from oimpress.passes.leaving import addresses
from oimpress.passes.pins import pin_of
from oimpress.patterns import lazy

BEFORE = lazy(
    rf"(?P<made>(?:{MADE}|[aà]|en) )?(?P<place>[^\W\d_][\w' /.-]{{1,40}}?),?"
    r"(?: (?:le|ce|the|el))?(?: [a-z]{2,6}di| dimanche)? *",
    re.IGNORECASE,
)

PLACE_LE = lazy(r"(?P<place>[A-ZÀ-Þ][\w' -]+), +(?:le|ce|the|el) +(?=(?:[^\W\d]+ )?\d)")
# how a text names a place
NAMED = r"(?:(?<!\w)(?:à|de|du|d'|en|sur|in|at|of|a) ?|\d{{4,5}} |, |\()(?:le |la )?{}(?!\w)"
WRITTEN = lazy(r"-(?:sur|sous|en|lès|les|de|du|d|la|le|aux)-|^Saint(?:e|-)")
DATED = lazy(r"(?:dated|given|done|signed) (?:on |this |the ){1,2}", re.IGNORECASE)

PlacedLines: TypeAlias = list[tuple[int, Line]]


def signed(draft: Draft) -> Result[Draft]:
    """Take the dateline from the last lines, where the head has none. Rules H003, H008; notices H102, H103.

    A line that a person says is the dateline goes before that of the head.
    """
    lines = list(draft.lines())
    pinned = next(((at, line) for at, line in lines if pin_of(line) == "dateline"), None)
    if pinned:
        return _taken(draft, *pinned)
    last = [] if draft.release.dateline else lines[1:][-LAST_LINES:]
    found = next(((at, line) for at, line in reversed(last) if _signs(line)), None) or _only_one(
        lines, last, _addresses(draft)
    )
    return _taken(draft, *found) if found else Result(draft)


def _taken(draft: Draft, at: int, line: Line) -> Result[Draft]:
    stamp = stamp_of(line.text.strip())
    found, when, dropped, doubts = dateline_of([stamp], line.where)
    dropped += addresses(line.children)
    before = draft.release.dateline
    said = (each.text for each in (before.place, before.date) if each) if before else ()
    dropped += [Dropped(text, DATE_LINE) for text in said if isinstance(text, Traced)]
    fields: dict[str, object] = {"published": when} if when and not draft.release.published else {}
    other = (Para(put_by(inlines(words), STRAY)) for words in stamp.more)
    rest = draft.with_fields((*draft.flow[:at], *other, *draft.flow[at + 1 :]), dateline=found, **fields)
    return Result(rest, tuple(doubts), tuple(dropped))


def _signs(line: Line) -> bool:
    short = len(line.plain) <= LONGEST_SIGNED and not pin_of(line)
    return short and _tells_place_and_date(plainly(line.plain).strip())


def _only_one(lines: PlacedLines, last: PlacedLines, addresses: Iterable[str]) -> tuple[int, Line] | None:
    """The only line of a text formed like « Fontaneilles, le 2 juin 2025 », below all sentences.

    Its place is one that the text or an address names as places are, « à Fontaneilles », or written as only they are.
    """
    formed = [(at, line, place) for at, line in lines if (place := _place_before_day(line))]
    if len(formed) != 1 or formed[0][:2] not in last:
        return None
    at, line, place = formed[0]
    named = re.compile(NAMED.format(re.escape(place)))
    others = [*(other.plain for n, other in lines if n != at), *addresses]
    sure = WRITTEN.search(place) or any(named.search(plainly(text)) for text in others)
    return (at, line) if sure and not any(n > at and ends_sentence(other.plain) for n, other in lines) else None


def _addresses(draft: Draft) -> list[str]:
    return [str(one.address) for one in draft.release.contacts if isinstance(one, Contact) and one.address]


def _place_before_day(line: Line) -> str:
    text = plainly(line.plain).strip()
    formed = PLACE_LE.match(text) if len(text) <= LONGEST_SIGNED and not pin_of(line) else None
    found = find_date(text, formed.end()) if formed else None
    if not formed or not found or text[found.end :].strip(" .") or not reads_like_place(formed["place"]):
        return ""
    return formed["place"]


def _tells_place_and_date(text: str) -> bool:
    """Whether a line says nothing but where and when: a place we know, one behind « Fait à », or « Dated this »."""
    found = find_date(text) if any(map(str.isdigit, text)) else None
    if not found or text[found.end :].strip(" ."):
        return False
    if DATED.fullmatch(text, 0, found.start):
        return True
    before = BEFORE.fullmatch(text, 0, found.start)
    if not before:
        return False
    place = before["place"]
    return bool(place_countries(place)) or (bool(before["made"]) and reads_like_place(place))
