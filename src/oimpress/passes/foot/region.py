"""Where contacts stand in the flow: the words that lead to them, and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oimpress.knowledge.people import is_function, is_name
from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Table
from oimpress.model.runs import flatten
from oimpress.passes.foot.backmatter import ABOUT_HEADING
from oimpress.passes.foot.leads import LONGEST, has_details, has_number, heading_of, lead_of
from oimpress.passes.foot.words import plainly, said

MANY = 7  # words that no function above a name has
NEAR = 7  # lines behind a lead among which an answer stands


def regions(flow: Sequence[Line | Block]) -> list[tuple[int, int]]:
    """First and last + 1 position of each stretch of contacts."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(flow):
        if _leads(flow[at]) and _answers(flow, at):
            found.append((at, _end(flow, at)))
            at = found[-1][1]
        at += 1
    start = _unled(flow) if not found else len(flow)
    return found or ([(start, _end(flow, start))] if start < len(flow) else [])


def _end(flow: Sequence[Line | Block], start: int) -> int:
    end = start
    while end < len(flow) and _belongs(flow[end], end == start):
        end += 1
    return end


def _leads(item: Line | Block) -> bool:
    return isinstance(item, Line) and len(item.plain) <= 4 * LONGEST and bool(lead_of(item.plain.strip()))


def _answers(flow: Sequence[Line | Block], at: int) -> bool:
    """Whether an address or a number follows the lead within a few lines."""
    behind = next((n for n in range(at + 1, len(flow)) if _leads(flow[n])), len(flow))
    lead = flow[at]
    words = plainly(lead.plain.strip()) if isinstance(lead, Line) else ""
    near = list(_texts(flow[at : min(at + NEAR, behind if said("heading_alone").fullmatch(words) else len(flow))]))
    headed = heading_of(words) is not None
    return any(map(has_details, near)) or (headed and any(map(has_number, near[:3])))


def _texts(items: Sequence[Line | Block]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Line):
            yield item.plain
        elif isinstance(item, Table):
            yield from (str(flatten(cell.children)) for row in item.rows for cell in row.cells)


def _unled(flow: Sequence[Line | Block]) -> int:
    """Where a closing block of short lines with an address in it begins, when no words lead to it."""
    start = len(flow)
    for at in range(len(flow) - 1, -1, -1):
        item = flow[at]
        if not isinstance(item, Line) or len(item.text) > LONGEST or item.plain.rstrip().endswith("."):
            break
        text = item.plain.strip()
        if has_details(text) or (has_number(text) and any(map(_is_name, flow[max(at - 2, 0) : at]))):
            start = at
        elif is_name(text) and start < len(flow) and start - at <= 3:
            return at - 1 if at and not item.gap and _is_role(flow[at - 1]) else at
        elif start < len(flow) and start - at > 3:
            break
    return start


def _is_name(item: Line | Block) -> bool:
    return isinstance(item, Line) and is_name(item.plain.strip())


def _is_role(item: Line | Block) -> bool:
    return isinstance(item, Line) and len(item.plain.split()) < MANY and is_function(item.plain.strip())


def _belongs(item: Line | Block, first: bool) -> bool:
    if isinstance(item, Table):
        return any(map(has_details, _texts([item])))
    if not isinstance(item, Line):
        return False
    text = item.plain.strip()
    if ABOUT_HEADING.fullmatch(text) or said("about").match(text):
        return False
    if first or _leads(item) or has_details(text) or has_number(text):
        return first or len(text) <= 4 * LONGEST
    return len(text) <= LONGEST and not text.endswith((".", "!", "?")) and not text.startswith("«")
