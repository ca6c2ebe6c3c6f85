"""Text that mail programs wrapped and say how to join again: « format=flowed ». Source: RFC 3676, 4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.model.runs import inlines
from oimpress.model.traced import Edit, Traced, join, replacing

FLOWED = "R046"
SIGNATURE = "-- "


def joined(lines: Sequence[Line], delsp: bool) -> Iterator[Line]:
    """``lines`` with each that ends in a space joined to the next of its depth of quotation."""
    open_line: Line | None = None
    for line in map(_unstuffed, lines):
        if open_line and _goes_on(open_line, line):
            open_line = _with(open_line, line, delsp)
            continue
        if open_line:
            yield open_line
        open_line = line
    if open_line:
        yield open_line


def _goes_on(line: Line, below: Line) -> bool:
    soft = line.plain.endswith(" ") and line.plain != SIGNATURE and not below.gap and below.plain != SIGNATURE
    return soft and _depth(line) == _depth(below)


def _depth(line: Line) -> int:
    """How many signs of quotation a line begins with."""
    return len(line.plain) - len(line.plain.lstrip(">"))


def _unstuffed(line: Line) -> Line:
    """A line without the space that keeps its first word from being taken for something else."""
    if not line.plain.startswith(" "):
        return line
    return replace(line, children=inlines(line.text.edited([Edit(FLOWED, 0, 1, " ", "")])))


def _with(line: Line, below: Line, delsp: bool) -> Line:
    text: Traced = line.text
    if delsp:
        text = text.edited([Edit(FLOWED, len(text) - 1, len(text), " ", "")])
    rest = below.text
    if marks := _depth(below):
        rest = rest.edited([Edit(FLOWED, 0, marks, str(rest)[:marks], "")])
    parts = (text, replacing("", FLOWED, *line.ending), rest)
    return replace(line, children=(Text(join(parts)),), last=below.last, ending=below.ending)
