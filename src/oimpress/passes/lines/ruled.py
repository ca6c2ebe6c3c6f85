"""Tables that programs draw with signs: w3m, links, databases, Emacs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from oimpress.model.draft import Line, put_by
from oimpress.model.nodes import Block, Cell, Inline, Inlines, Row, Table, Text
from oimpress.model.runs import cut, inlines, strip
from oimpress.model.traced import inserted
from oimpress.notices import Dropped
from oimpress.passes.leaving import left_out
from oimpress.patterns import lazy

BOX, CELL = "L012", "B008"
RULE = lazy(r"\s*[+┌├└╔╠╚╞╓╟╙|][-─═=━]+(?:[+┬┼┴╦╬╩╪╤╧╥╫╨|][-─═=━]+)+[+┐┤┘╗╣╝╡╖╢╜|]\s*")
POSTS = "+┌├└╔╠╚╞╓╟╙┬┼┴╦╬╩╪╤╧╥╫╨┐┤┘╗╣╝╡╖╢╜|"
SIDES = "|│║┃"
DOUBLE = frozenset("=═╪╬╠╞")


class SignTable(NamedTuple):
    """A table, how many lines it takes up, and what is left out of these."""

    table: Table
    lines: int
    dropped: tuple[Dropped, ...]


def ruled_table(flow: Sequence[Line | Block], start: int) -> SignTable | None:
    """The table that is drawn from ``start`` on, between a rule above and one below; None where none is."""
    if not _is_rule(first := flow[start]):
        return None
    found: list[Line] = []
    for item in flow[start:]:
        if not isinstance(item, Line) or (found and item.gap) or not (_is_rule(item) or _is_row(item)):
            break
        found.append(item)
    while found and not _is_rule(found[-1]):
        found.pop()
    assert isinstance(first, Line)
    posts = sum(char in POSTS for char in first.plain)
    rows = [line for line in found if not _is_rule(line)]
    if len(rows) < 2 or any(len(_sides(line)) != posts for line in rows):
        return None
    dropped = [gone for line in found if _is_rule(line) for gone in left_out(line, BOX)]
    bands = _bands(found)
    made = [row for band in bands for row in _rows(band, len(bands), dropped)]
    headed = len(bands) > 1 and (len(bands) == 2 or not DOUBLE.isdisjoint(_below(found)))
    table = Table(tuple(Row(tuple(Cell(cell, headed and not n) for cell in row)) for n, row in enumerate(made)))
    return SignTable(table, len(found), tuple(dropped))


def _is_rule(item: Line | Block) -> bool:
    return isinstance(item, Line) and RULE.fullmatch(item.plain) is not None


def _is_row(line: Line) -> bool:
    text = line.plain.strip()
    return len(text) > 1 and text[0] in SIDES and text[-1] in SIDES


def _sides(line: Line) -> list[int]:
    return [at for at, char in enumerate(line.plain) if char in SIDES]


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines between two rules."""
    bands: list[list[Line]] = [[]]
    for line in lines:
        if _is_rule(line):
            bands.append([])
        else:
            bands[-1].append(line)
    return [band for band in bands if band]


def _below(lines: Sequence[Line]) -> str:
    """The rule below the first row."""
    return next(line.plain for above, line in pairwise(lines) if not _is_rule(above) and _is_rule(line))


def _rows(band: Sequence[Line], bands: int, dropped: list[Dropped]) -> list[list[Inlines]]:
    """The rows of a band, a line each; one whose first cell is empty goes on from the line above.

    So does one with any empty cell in a table of more bands than head and body: rules part its rows.
    """
    rows: list[list[Inlines]] = []
    for line in band:
        cells = _cells(line, dropped)
        if rows and (not cells[0] or (bands > 2 and not all(cells))):
            rows[-1] = [_joined(above, below) for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return rows


def _joined(above: Inlines, below: Inlines) -> Inlines:
    between: tuple[Inline, ...] = (Text(inserted(" ", CELL)),) if above and below else ()
    return inlines(*above, *between, *below)


def _cells(line: Line, dropped: list[Dropped]) -> list[Inlines]:
    sides = _sides(line)
    dropped += [Dropped(line.text[at : at + 1], BOX) for at in sides]
    return [put_by(strip(cut(line.children, left + 1, right)), CELL) for left, right in pairwise(sides)]
