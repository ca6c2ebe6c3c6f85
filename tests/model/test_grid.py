"""Where the cells of a table stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from oimpress.model import nodes
from oimpress.model.grid import laid_out, squared
from oimpress.model.nodes import Cell, Row, Table, Text
from tests.strategies import any_of


def cell(words: str, columns: int = 1, rows: int = 1, header: bool = False) -> Cell:
    return Cell((Text(words),), header, columns, rows)


def drawn(*rows: Row) -> list[str]:
    """Each row as the letters of the cells that cover its columns; a full stop for an empty one."""
    grid = laid_out(rows)
    made = [["?"] * grid.width for _ in grid.rows]
    for at, row in enumerate(grid.rows):
        for place in row:
            for down in range(place.rows):
                for across in range(place.columns):
                    words = place.cell.children
                    made[at + down][place.column + across] = str(words[0].value) if words else "."  # type: ignore[union-attr]
    return ["".join(row) for row in made]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([[cell("a", 2), cell("b")], [cell("c"), cell("d"), cell("e")]], ["aab", "cde"]),
        ([[cell("a", rows=2), cell("b")], [cell("c")]], ["ab", "ac"]),
        ([[cell("a"), cell("b", rows=3)], [cell("c", 2)]], ["ab", "cb"]),
        ([[cell("a", rows=9)]], ["a"]),
        ([[cell("a"), cell("b")], [cell("c")]], ["ab", "c."]),
        ([[cell("a", rows=3), cell("b")], [cell("c")], [cell("d")], [cell("e"), cell("f")]], ["ab", "ac", "ad", "ef"]),
        ([[cell("a", 2, 2), cell("b")], [cell("c")]], ["aab", "aac"]),
        ([[cell("a"), cell("b", rows=2), cell("c")], [cell("d", 3)]], ["abc", "db."]),
        ([[cell("a", rows=2)], [cell("b"), cell("c", 2)]], ["a...", "abcc"]),
        ([[cell("a", rows=3), cell("b")], [], []], ["ab", "a.", "a."]),
        ([[cell("a", rows=2), cell("b")], [cell("c")], [], []], ["ab", "ac", "..", ".."]),
        ([[cell("a", rows=3), cell("b")], [cell("c")], [], [], []], ["ab", "ac", "a.", "..", ".."]),
        ([], []),
    ],
)
def test_cells_stand_in_the_first_free_column(rows: list[list[Cell]], shown: list[str]) -> None:
    assert drawn(*(Row(tuple(row)) for row in rows)) == shown


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([[cell("a", header=True)], [cell("b")]], 1),
        ([[cell("a", header=True)], [cell("b", header=True)]], 0),
        ([[cell("a", rows=2, header=True), cell("b", header=True)], [cell("c")]], 0),
        (
            [
                [cell("a", rows=2, header=True), cell("b", header=True)],
                [cell("c", header=True)],
                [cell("d"), cell("e")],
            ],
            2,
        ),
    ],
)
def test_the_head_is_cut_where_no_cell_reaches_across(rows: list[list[Cell]], heads: int) -> None:
    assert laid_out([Row(tuple(row)) for row in rows]).heads == heads


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ([[cell("a", 2)], [cell("b", 2)]], [[(1, 1)], [(1, 1)]]),
        ([[cell("a", 3)], [cell("b"), cell("c", 2)]], [[(2, 1)], [(1, 1), (1, 1)]]),
        ([[cell("a", rows=2), cell("b", rows=2)], []], [[(1, 1), (1, 1)]]),
        ([[cell("a", rows=3), cell("b")], [], [cell("c")]], [[(1, 2), (1, 1)], [(1, 1)]]),
        ([[cell("a", rows=9), cell("b")], [cell("c")]], [[(1, 2), (1, 1)], [(1, 1)]]),
        ([[], [cell("a"), cell("b", 2)], [cell("c"), cell("d"), cell("e")]], [[(1, 1), (2, 1)], [(1, 1)] * 3]),
    ],
)
def test_no_cell_covers_a_row_or_a_column_in_which_none_begins(
    rows: list[list[Cell]], spans: list[list[tuple[int, int]]]
) -> None:
    assert [[(one.columns, one.rows) for one in row.cells] for row in squared(rows)] == spans


@settings(max_examples=30)
@given(any_of(nodes.Table))
def test_every_place_is_covered_once_and_every_cell_kept(table: Table) -> None:
    grid = laid_out(table.rows)
    covered = [
        (at + down, place.column + across)
        for at, row in enumerate(grid.rows)
        for place in row
        for down in range(place.rows)
        for across in range(place.columns)
    ]
    assert sorted(covered) == [(row, column) for row in range(len(grid.rows)) for column in range(grid.width)]
    said = [place.cell for row in grid.rows for place in row if place.cell.children]
    assert said == [each for row in table.rows for each in row.cells if each.children]
    again = squared([row.cells for row in table.rows])
    assert squared([row.cells for row in again]) == again
