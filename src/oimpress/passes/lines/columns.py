"""Lines that hold several columns, parted by tabs or by wide gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from oimpress.model.draft import Line
from oimpress.model.runs import cut, length, strip
from oimpress.passes.lines.labels import label_of
from oimpress.passes.lines.limits import LONGEST_ROW, MOST_COLUMNS
from oimpress.patterns import lazy

WIDE = lazy(r"[ \u00a0]{3,}|\t+[ \u00a0]*")
TAB = "R006"


class PlacedCell(NamedTuple):
    """A cell of a line, and where that stands: so many tabs behind the head of its line, or characters without tabs."""

    at: int
    line: Line


def cells_of(line: Line) -> list[Line]:
    """The cells of a line, in order; the line alone when it has one."""
    return [cell.line for cell in placed_cells(line)] if _may_have(line) else [line]


def placed_cells(line: Line) -> list[PlacedCell]:
    """The cells of a line, in order, each with its place; the line alone when it has one."""
    tabbed = _with_tabs(line).rstrip()
    indent = len(tabbed) - len(tabbed.lstrip())
    alone = [PlacedCell(_place(tabbed, indent), line)]
    if not _may_have(line):
        return alone
    words = _words_from(line)
    gaps = [gap.span() for gap in WIDE.finditer(tabbed) if line.plain[words : gap.start()].strip()]
    if not 0 < len(gaps) < MOST_COLUMNS:
        return alone
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), length(line.children)]
    cells = [strip(cut(line.children, start, end)) for start, end in zip(starts, ends, strict=True)]
    places = [indent, *starts[1:]]
    return [
        PlacedCell(_place(tabbed, places[at]), replace(line, children=cell, gap=line.gap if not at else 0))
        for at, cell in enumerate(cells)
        if cell
    ]


def _place(tabbed: str, at: int) -> int:
    return tabbed.count("\t", 0, at) if "\t" in tabbed else at


def in_columns(line: Line) -> bool:
    """Whether ``line`` holds more than one cell."""
    return len(cells_of(line)) > 1


def has_tabs(line: Line) -> bool:
    """Whether tabs part the words of ``line``."""
    pieces = line.text.pieces
    if len(pieces) == 1:  # as hardly a line is cut
        return pieces[0].edits == TAB
    return TAB in [one.edits for one in pieces]


def _may_have(line: Line) -> bool:
    """Whether ``line`` may hold cells: what no prose needs to be taken apart for."""
    if len(line.plain) > LONGEST_ROW:
        return False
    return (may_have_gap(line.plain) and WIDE.search(line.plain.strip()) is not None) or has_tabs(line)


def may_have_gap(text: str) -> bool:
    """Whether ``text`` can hold a wide gap: a look that costs less than a search."""
    return "   " in text or "\t" in text or "\u00a0" in text


def _words_from(line: Line) -> int:
    """Where the words of a line begin, behind the mark of an item, which is no cell."""
    label = label_of(line)
    return 0 if label is None or label.ordered else label.words


def _with_tabs(line: Line) -> str:
    """The text of a line, with the tabs that the reader made blanks."""
    if not has_tabs(line):
        return line.plain
    text, at = list(line.plain), 0
    for piece in line.text.pieces:
        if piece.edits == TAB and piece.length == 1:
            text[at] = "\t"
        at += piece.length
    return "".join(text)
