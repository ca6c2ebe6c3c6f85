"""Pages that a browser without pictures printed as text: numbers before links, and their addresses below the text.

As lynx, links and w3m print them: « [4]Le plan », and at the end « References » with « 4. https://… ».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from oimpress.knowledge.addresses import may_lead
from oimpress.model.draft import Line
from oimpress.model.nodes import Inline, Link
from oimpress.model.runs import inlines, length, parted
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.shared.inlines import attribute_text

REFERENCE, MENU, GUESS = "L016", "F001", "A101"
HEAD = lazy(r"\s*(?:References|Références|Referencias|Visible links|Hidden links|Liens (?:visibles|cachés)) ?:?\s*")
ENTRY = lazy(r"\s*\[?(?P<number>\d+)[.\]]\s+(?P<to>[a-z][a-z0-9+.-]*:\S+)\s*")
MARK = lazy(r"\[(\d+)\](?=\S|\s*$)")
CLAUSE_END = lazy(r"[.;:!?,»)](?=\s|$)")
BEFORE = lazy(r"[\s*+o•|·-]*")
LEAST_LINKS = 3  # lines with a link each at the top of a page, or the links of a bar at its foot, that are a menu
LEAST_BAR = 2  # links of such a bar in one line


class Dumped(NamedTuple):
    """The lines of a text with its links, what is left out, and a notice where the words of a link are a guess."""

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    notices: tuple[Notice, ...] = ()


def with_links(lines: Sequence[Line]) -> Dumped:
    """The lines with what their numbers lead to; the numbers and the list of addresses go. Rules L016, F001."""
    entries = _entries(lines)
    if not entries:
        return Dumped(tuple(lines))
    begin = min(entries)
    while begin and HEAD.fullmatch(lines[begin - 1].plain):
        begin -= 1
    to = {int(found["number"]): found["to"] for at in entries if (found := ENTRY.fullmatch(lines[at].plain))}
    text, below = lines[:begin], lines[begin:]
    menu = _menu(text, to)
    dropped = [Dropped(line.text, MENU if at in menu else REFERENCE) for at, line in _left_out(text, below, menu)]
    notices: list[Notice] = []
    made = [_linked(line, to, dropped, notices) for at, line in enumerate(text) if at not in menu]
    return Dumped(tuple(made), tuple(dropped), tuple(notices))


def _left_out(text: Sequence[Line], below: Sequence[Line], menu: AbstractSet[int]) -> list[tuple[int, Line]]:
    return [*((at, line) for at, line in enumerate(text) if at in menu), *((-1, line) for line in below)]


def _entries(lines: Sequence[Line]) -> list[int]:
    """The positions of the list of addresses that ends the text, numbered in a row from 1; none without it."""
    at = len(lines)
    found: list[int] = []
    while at and (ENTRY.fullmatch(lines[at - 1].plain) or HEAD.fullmatch(lines[at - 1].plain)):
        at -= 1
        found = [*found, at] if ENTRY.fullmatch(lines[at].plain) else found
    headed = at < len(lines) and HEAD.fullmatch(lines[at].plain) is not None
    numbers = [int(said["number"]) for each in reversed(found) if (said := ENTRY.fullmatch(lines[each].plain))]
    return found if headed and numbers == [*range(1, len(numbers) + 1)] else []


def _marks(line: Line, to: Mapping[int, str]) -> list[tuple[int, int, str]]:
    """Where the numbers of links begin and end in a line, and where these lead."""
    found = MARK.finditer(line.plain) if "[" in line.plain else ()
    return [(*one.span(), to[int(one[1])]) for one in found if int(one[1]) in to]


def _menu(lines: Sequence[Line], to: Mapping[int, str]) -> set[int]:
    """The lines at the top and at the foot that are nothing but links to other pages."""
    only = [_is_only_links(line, to) for line in lines]
    top = next((at for at, alone in enumerate(only) if not alone), len(lines))
    foot = next((len(lines) - at for at, alone in enumerate(reversed(only)) if not alone), 0)
    bar = any(len(_marks(line, to)) >= LEAST_BAR for line in lines[foot:])
    return {
        *(range(top) if LEAST_LINKS <= top < len(lines) else ()),
        *(range(foot, len(lines)) if foot and (bar or len(lines) - foot >= LEAST_LINKS) else ()),
    }


def _is_only_links(line: Line, to: Mapping[int, str]) -> bool:
    marks = _marks(line, to)
    if not marks or any(address.startswith(("mailto:", "tel:")) for _, _, address in marks):
        return False
    return BEFORE.fullmatch(line.plain, 0, marks[0][0]) is not None and CLAUSE_END.search(line.plain) is None


def _linked(line: Line, to: Mapping[int, str], dropped: list[Dropped], notices: list[Notice]) -> Line:
    marks = _marks(line, to)
    if not marks:
        return line
    size = length(line.children)
    spans = [(at, _end(line.plain, at, stop)) for (_, at, _), (stop, _, _) in pairwise((*marks, (size, size, "")))]
    cuts = [place for (start, _, _), span in zip(marks, spans, strict=True) for place in (start, *span)]
    pieces = iter(parted(line.children, cuts))
    parts: list[Inline] = [*next(pieces)]
    for (start, at, address), (_, end) in zip(marks, spans, strict=True):
        dropped.append(Dropped(line.text[start:at], REFERENCE))
        next(pieces)
        words = next(pieces)
        leads = may_lead(address) and bool(words)
        parts += [Link(attribute_text(address, max(line.text.start, 0)), words)] if leads else words
        parts += next(pieces)
        alone = end == len(line.plain.rstrip()) and BEFORE.fullmatch(line.plain, 0, start) is not None
        if leads and not alone and line.plain[at:end] not in address:
            notices.append(notice(GUESS, line.where, line.plain[at:end]))
    return replace(line, children=inlines(*parts))


def _end(text: str, at: int, stop: int) -> int:
    """Where the words of a link end that begin at ``at``: with their clause, before the next link, with the line."""
    address = text[at:stop].split(maxsplit=1)[0] if text[at:stop].strip() else ""
    if "@" in address or "/" in address:
        return at + len(address.rstrip(".,;:!?)»"))
    clause = CLAUSE_END.search(text, at, stop)
    return at + len(text[at : clause.start() if clause else stop].rstrip(" |·-"))
