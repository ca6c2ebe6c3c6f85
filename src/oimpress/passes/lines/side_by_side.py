"""Two columns of prose that an extractor set side by side: each is read from its top to its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oimpress.knowledge.addresses import has_mail
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Block
from oimpress.notices import Result
from oimpress.passes.lines.columns import cells_of, may_have_gap
from oimpress.passes.lines.limits import LEAST_COLUMN, LEAST_ROWS
from oimpress.passes.lines.wrapping import continues
from oimpress.patterns import lazy

GAP = lazy(r"\S[ \u00a0]{3,}(?=\S)")


def side_by_side(draft: Draft) -> Result[Draft]:
    """Set columns of prose one behind the other. No rule: the words keep their places in the trail."""
    flow: list[Line | Block] = []
    at = 0
    while at < len(draft.flow):
        block = _block(draft.flow, at)
        flow += _unfolded(block) or block or [draft.flow[at]]
        at += max(len(block), 1)
    return Result(draft.with_fields(tuple(flow)))


def _block(flow: Sequence[Line | Block], at: int) -> list[Line]:
    """The lines from ``at`` on up to the next blank line."""
    found: list[Line] = []
    while at + len(found) < len(flow) and isinstance(line := flow[at + len(found)], Line) and not (found and line.gap):
        found.append(line)
    return found


def _unfolded(block: Sequence[Line]) -> list[Line]:
    """The two columns of ``block`` one behind the other; nothing where it has no two columns of prose."""
    places = [gap.end() for line in block if may_have_gap(line.plain) and (gap := GAP.search(line.plain))]
    if len(places) < LEAST_ROWS or max(places) - min(places) > 1:
        return []
    left: list[Line] = []
    right: list[Line] = []
    for line in block:
        cells = cells_of(line)
        if len(cells) > 2:
            return []
        indent = len(line.plain) - len(line.plain.lstrip())
        (right if len(cells) == 1 and indent >= min(places) else left).append(cells[0])
        right += cells[1:]
    return _joined(left, right) if _is_prose(left) and _is_prose(right) else []


def _joined(left: Sequence[Line], right: Sequence[Line]) -> list[Line]:
    """The right column behind the left one, apart from it unless a sentence goes on."""
    goes_on = continues(left[-1], replace(right[0], gap=0))
    return [*left, replace(right[0], gap=0 if goes_on else 1), *right[1:]]


def _is_prose(column: Sequence[Line]) -> bool:
    """Whether sentences go on from line to line."""
    size = sum(len(line.plain.strip()) for line in column)
    going = any(continues(line, replace(below, gap=0)) for line, below in pairwise(column))
    return size >= LEAST_COLUMN * len(column) and going and not any(has_mail(line.plain) for line in column)
