"""Which straight quotation marks open and which close."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from oimpress.patterns import lazy
from oimpress.typography.rule import after, before

PARAGRAPHS = lazy(r"\n[ \t]*\n")
OPENERS = "([{«“‘’'/-–—*_|\ue000\ue001"
CLOSERS = ")]}»”’',.;:!?…/-–—*_|\ue000\ue001"
BLANK = " \u00a0\u202f\n\t"
Side = Literal["open", "close", "either", "neither"]


def paired_stretches(run: str) -> Iterator[tuple[int, list[tuple[int, bool]]]]:
    """``(start, marks)`` of each line, or paragraph over several lines, whose marks pair."""
    start = 0
    for gap in (*PARAGRAPHS.finditer(run), None):
        end = gap.start() if gap else len(run)
        if lines := list(_lines(run, start, end)):
            found = [(begin, pairs(run, begin, stop)) for begin, stop in lines]
            if all(marks is not None for _, marks in found):
                yield from ((begin, marks) for begin, marks in found if marks)
            elif whole := pairs(run, start, end):
                yield start, whole
            else:
                yield from ((begin, marks) for begin, marks in found if marks)
        start = gap.end() if gap else end


def _lines(run: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines that hold a straight double quote."""
    at = run.find('"', start, end)
    while at >= 0:
        stop = run.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield max(run.rfind("\n", start, at) + 1, start), stop
        at = run.find('"', stop, end)


def pairs(run: str, start: int, end: int) -> list[tuple[int, bool]] | None:
    """``(offset, whether it opens)`` of every straight double quote; None when they do not pair."""
    marks: list[tuple[int, bool]] = []
    level = 0
    at = run.find('"', start, end)
    while at >= 0:
        side = _side(run, at)
        if side == "neither":
            return None
        opens = side == "open" or (side == "either" and level == 0)
        level += 1 if opens else -1
        if level < 0 or level > 2:
            return None
        marks.append((at, opens))
        at = run.find('"', at + 1, end)
    return None if level else marks


def _side(run: str, at: int) -> Side:
    first, last = at, at + 1
    while first and run[first - 1] == '"':
        first -= 1
    while last < len(run) and run[last] == '"':
        last += 1
    left, right = before(run, first), after(run, last)
    can_open = left in OPENERS or left in BLANK
    can_close = right in CLOSERS or right in BLANK
    if can_open and can_close:
        if left in BLANK and right in BLANK:
            return "either" if left and right else ("open" if right else "close")
        return "open" if left in BLANK and right not in CLOSERS else "close" if right in BLANK else "either"
    return "open" if can_open else "close" if can_close else "neither"
