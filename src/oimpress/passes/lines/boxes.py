"""Boxes that are drawn with signs around some lines, as programs without boxes have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Block
from oimpress.model.runs import cut
from oimpress.notices import Dropped, Result
from oimpress.passes.leaving import left_out
from oimpress.passes.lines.limits import TALLEST_BOX
from oimpress.passes.lines.ruled import ruled_table
from oimpress.patterns import lazy

BOX = "L012"
EDGE = lazy(r"\s*(?:[+┌╔╭└╚╰*][-=─═━*]{8,}[+┐╗╮┘╝╯*])\s*")
INSIDE = lazy(r"\s*(?P<side>[|│║*])(?P<words>[^|│║]*)(?P=side)\s*")


def boxes(draft: Draft) -> Result[Draft]:
    """Take away the signs of boxes, and keep what stands in them; what has columns is a table. Rules L012, B008."""
    flow: list[Line | Block] = []
    dropped: list[Dropped] = []
    at = 0
    while at < len(draft.flow):
        if ruled := ruled_table(draft.flow, at):
            flow.append(ruled.table)
            dropped += ruled.dropped
            at += ruled.lines
            continue
        box = _box(draft.flow, at)
        for line in box:
            flow += _emptied(line, dropped)
        at += len(box)
        if not box:
            flow.append(draft.flow[at])
            at += 1
    return Result(draft.with_fields(tuple(flow)), (), tuple(dropped)) if dropped else Result(draft)


def _box(flow: Sequence[Line | Block], start: int) -> list[Line]:
    """The lines of the box that begins at ``start``; none where none does."""
    if not _matches(flow[start], EDGE):
        return []
    found: list[Line] = []
    for item in flow[start : start + TALLEST_BOX]:
        edge = _matches(item, EDGE)
        if not isinstance(item, Line) or not (edge or _matches(item, INSIDE)):
            return []
        found.append(item)
        if edge and len(found) > 2:
            return found
    return []


def _matches(item: Line | Block, shape: re.Pattern[str]) -> bool:
    return isinstance(item, Line) and shape.fullmatch(item.plain) is not None


def _emptied(line: Line, dropped: list[Dropped]) -> list[Line]:
    """The line without the sides of its box; nothing where nothing stands between them."""
    found = INSIDE.fullmatch(line.plain)
    words = found["words"].strip() if found else ""
    if not found or not words or EDGE.fullmatch(line.plain):
        dropped += left_out(line, BOX)
        return []
    start = line.plain.index(words, found.start("words"))
    end = start + len(words)
    dropped += [Dropped(line.text[:start], BOX), Dropped(line.text[end:], BOX)]
    return [replace(line, children=cut(line.children, start, end))]
