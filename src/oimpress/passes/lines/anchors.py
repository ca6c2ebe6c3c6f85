"""Broken tags: what a line-wise tag stripper leaves when a tag ran over a line break.

HTML Tidy breaks lines after ``attr=``; the stripper removed ``<a href=`` up to the line's end and left the tail,
``"http://…" target="_blank" title=""&gt;``. One grammar covers all leftovers: an optional name, a quoted value, further
``name="value"`` pairs, and a ``>`` with no space before it. What the first value is, its content tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from oimpress.knowledge.addresses import MAIL, WEB, begins_with_address, may_lead, missing_scheme
from oimpress.model.draft import Draft, Flow, Line
from oimpress.model.nodes import Link, Text
from oimpress.model.runs import cut, inlines, length
from oimpress.model.traced import Traced, join
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.patterns import lazy

RESIDUE = "A001"
LINK = "A002"

NAME = r"[A-Za-z][\w:-]{0,30}"
VALUE = r'"[^"<>]{0,400}"'
TAIL = lazy(rf"(?<!\S)(?P<name>{NAME}=\s?)?(?P<first>{VALUE})(?P<more>(?:\s{{1,3}}{NAME}=\s?{VALUE})*)>")
PAIR = lazy(rf"({NAME})=\s?({VALUE})")
NO_ADDRESS = lazy(r"[\s\"<>]")
STYLE = lazy(r"\s*[A-Za-z-]+\s*:\s*[^;\"]+;")
PICTURE = lazy(r"\S+\.(?:gif|jpe?g|png|svg|webp|bmp)", re.IGNORECASE)
CLAUSE_END = lazy(r"[.;:!?,»)](?=\s|$)")


class Tail(NamedTuple):
    """Where a leftover stands in the joined text, and the part of it that is the link's address."""

    start: int
    end: int
    href: tuple[int, int] | None


def anchors(draft: Draft) -> Result[Draft]:
    """Turn leftovers of tags into links, or take them out. Rules A001, A002.

    Notice A101 where the end of a link's words is a guess.
    """
    if not any('">' in item.plain for _, item in draft.lines()):
        return Result(draft)
    mended: list[Result[Flow]] = [
        _mend(item) if isinstance(item, list) else Result((item,)) for item in draft.grouped()
    ]
    flow = tuple(item for one in mended for item in one.value)
    notices = tuple(each for one in mended for each in one.notices)
    return Result(draft.with_fields(flow), notices, tuple(each for one in mended for each in one.dropped))


def find_tails(text: str) -> Iterator[Tail]:
    """The leftovers of tags in ``text``, where lines are joined by line feeds."""
    for match in TAIL.finditer(text):
        start, end = match.span("first")
        value = text[start + 1 : end - 1]
        name = (match["name"] or "").rstrip("= \n").lower()
        pairs = {pair[1].lower(): pair.span(2) for pair in PAIR.finditer(text, match.start("more"), match.end())}
        known = name or pairs or leads_somewhere(value) or STYLE.match(value) or PICTURE.fullmatch(value)
        if not known:
            continue
        here = (start, end) if name == "href" or (not name and leads_somewhere(value)) else pairs.get("href")
        yield Tail(match.start(), match.end(), (here[0] + 1, here[1] - 1) if here and here[1] - here[0] > 2 else None)


def leads_somewhere(value: str) -> bool:
    """Whether the value of an attribute is the address of a link."""
    return (may_lead(value) or begins_with_address(value)) and not NO_ADDRESS.search(value)


def _mend(lines: Sequence[Line]) -> Result[Flow]:
    starts = [0, *accumulate(len(line.plain) + 1 for line in lines)][:-1]
    text = "".join(f"{line.plain}\n" for line in lines)
    made = list(lines)
    notices: list[Notice] = []
    dropped: list[Dropped] = []
    for tail in reversed(list(find_tails(text))):
        first = bisect_right(starts, tail.start) - 1
        last = bisect_left(starts, tail.end) - 1
        href: Traced | None = None
        for i in range(last, first - 1, -1):
            line, left, right = made[i], max(tail.start - starts[i], 0), tail.end - starts[i]
            right = min(right, length(lines[i].children))
            part = line.text[left:right]
            if tail.href and starts[i] <= tail.href[0] <= starts[i] + right:
                a, b = tail.href[0] - starts[i] - left, tail.href[1] - starts[i] - left
                href = part[a:b]
                dropped += [Dropped(part[:a], RESIDUE), Dropped(part[b:], RESIDUE)]
            else:
                dropped.append(Dropped(part, RESIDUE))
            rest = cut(line.children, right, length(line.children))
            tag = tail.end - max(tail.start, starts[last]) if i == last else 0
            made[i] = replace(line, children=inlines(*cut(line.children, 0, left), *rest), tag=line.tag + tag)
        if href:
            linked = _linked(made[last], tail.start - starts[last], href.put_by(LINK))
            made[last] = linked.value
            notices += linked.notices
            dropped += linked.dropped
    kept = tuple(_closed_up(made))
    return Result(kept, tuple(notices), tuple(dropped))


def _linked(line: Line, at: int, href: Traced) -> Result[Line]:
    """``line`` with a link from ``at`` (or its start) over the words that belong to it; without words no link."""
    at = max(at, 0)
    size = length(line.children)
    rest = line.plain[at:]
    lead = len(rest) - len(rest.lstrip())
    address = WEB.match(rest, lead) or MAIL.match(rest, lead)
    end = CLAUSE_END.search(rest)
    stop = address.end() if address else len(rest[: end.start() if end else None].rstrip())
    if stop <= lead:
        return Result(line, (notice("A102", line.where, str(href)),), (Dropped(href, RESIDUE),))
    words = cut(line.children, at + lead, at + stop)
    children = (*cut(line.children, 0, at + lead), Link(_absolute(href), words), *cut(line.children, at + stop, size))
    doubts = () if address else (notice("A101", line.where, rest[lead:stop]),)
    return Result(replace(line, children=inlines(*children)), doubts)


def _absolute(href: Traced) -> str:
    scheme = missing_scheme(href)
    return join((scheme, href)) if scheme else href


def _closed_up(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that still hold text; what stood before a line that vanished belongs to the next."""
    gap = 0
    for line in lines:
        children = line.children
        if all(isinstance(child, Text) and child.value.isspace() for child in children):
            gap += line.gap
            continue
        yield replace(line, gap=line.gap + gap) if gap else line
        gap = 0
