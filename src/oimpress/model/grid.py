"""Where the cells of a table stand when their spans are laid out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from oimpress.model.nodes import Cell, Row
from oimpress.records import record

EMPTY = Cell(())


class GridPlace(NamedTuple):
    """A cell, its first column, and how many columns and rows it covers where nothing stands in its way."""

    cell: Cell
    column: int
    columns: int = 1
    rows: int = 1


@record
class Grid:
    """Rows of one width: each holds the cells that begin in it, empty ones where the table has none.

    ``heads`` are the leading rows of header cells only, cut off where no cell reaches across; 0 when all are such.
    """

    width: int
    rows: tuple[tuple[GridPlace, ...], ...]
    heads: int


def laid_out(rows: Sequence[Row]) -> Grid:
    """The grid of ``rows``."""
    placed = list(_placed(rows))
    width = max((place.column + place.columns for row in placed for place in row), default=0)
    full = tuple(tuple(row) for row in _filled(placed, width))
    return Grid(width, full, _heads(rows, full))


def _placed(rows: Sequence[Row]) -> Iterator[list[GridPlace]]:
    """Each cell in the first free column; one from above goes before one beside it."""
    covered: dict[int, int] = {}  # columns -> how many rows more
    for at, row in enumerate(rows):
        places: list[GridPlace] = []
        column = 0
        for cell in row.cells:
            while column in covered:
                column += 1
            wide = next((step for step in range(1, cell.columns) if column + step in covered), cell.columns)
            places.append(GridPlace(cell, column, wide, min(cell.rows, len(rows) - at)))
            column += wide
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        for place in places:
            if place.rows > 1:
                covered |= dict.fromkeys(range(place.column, place.column + place.columns), place.rows - 1)
        yield places


def _filled(rows: Iterable[list[GridPlace]], width: int) -> Iterator[list[GridPlace]]:
    covered: dict[int, int] = {}
    for row in rows:
        taken = {column for place in row for column in range(place.column, place.column + place.columns)}
        free = (column for column in range(width) if column not in taken and column not in covered)
        yield sorted([*row, *(GridPlace(EMPTY, column) for column in free)], key=lambda place: place.column)
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        for place in row:
            if place.rows > 1:
                covered |= dict.fromkeys(range(place.column, place.column + place.columns), place.rows - 1)


def _heads(rows: Sequence[Row], full: Sequence[Sequence[GridPlace]]) -> int:
    heads = next((at for at, row in enumerate(rows) if not all(cell.header for cell in row.cells)), 0)
    while heads and any(at + place.rows > heads for at, row in enumerate(full[:heads]) for place in row):
        heads -= 1
    return heads


def squared(rows: Iterable[Sequence[Cell]]) -> tuple[Row, ...]:
    """Rows for a table. No cell covers a row or a column in which none begins, or reaches below the last row."""
    given = [list(row) for row in rows]
    kept = [at for at, row in enumerate(given) if row]
    made = [Row(tuple(_shortened(cell, at, kept) for cell in given[at])) for at in kept]
    placed = list(_placed(made))
    begun = {place.column for row in placed for place in row}
    return tuple(Row(tuple(_narrowed(place, begun) for place in row)) for row in placed)


def _shortened(cell: Cell, at: int, kept: Sequence[int]) -> Cell:
    tall = bisect_left(kept, at + cell.rows) - bisect_left(kept, at)
    return cell if tall == cell.rows else replace(cell, rows=tall)


def _narrowed(place: GridPlace, begun: Collection[int]) -> Cell:
    wide = sum(column in begun for column in range(place.column, place.column + place.columns))
    return place.cell if wide == place.cell.columns else replace(place.cell, columns=wide)
