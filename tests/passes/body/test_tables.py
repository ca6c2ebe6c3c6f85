"""Tables laid flat: by cells, by rows, with rules and bars; what only has bars stays."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Table
from oimpress.model.runs import plain
from oimpress.passes.body.tables import tables
from tests.passes.reading import codes, draft, said


def cells(text: str) -> list[list[list[str]]]:
    """The words of each table, row by row."""
    flow = tables(draft(text)).value.flow
    return [
        [[plain(cell.children) for cell in row.cells] for row in item.rows] for item in flow if isinstance(item, Table)
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A |\nB |\n1 |\n2 |\nTotal |\n|", [["A", "B"], ["1", "2"], ["Total", ""]]),
        ("A |\nB |\nC |\n1 |\n2 |\n3 |\nTotal |\n||", [["A", "B", "C"], ["1", "2", "3"], ["Total", "", ""]]),
        ("A |\nB |\nC |\nx |\n|| \n1 |\n2 |\n3 |", [["A", "B", "C"], ["x", "", ""], ["1", "2", "3"]]),
        ("A |\nB |\n1 | |\nC |\nD |", [["A", "B"], ["1", ""], ["C", "D"]]),
        ("A | B\n1 | 2", [["A", "B"], ["1", "2"]]),
        ("| A | B |\n| 1 | 2 |", [["A", "B"], ["1", "2"]]),
        ("A || B\n1 || 2", [["A", "B"], ["1", "2"]]),
        ("A | | C\n1 | 2 | 3", [["A", "", "C"], ["1", "2", "3"]]),
        ("A | B\n---|---\n1 | 2", [["A", "B"], ["1", "2"]]),
        ("A | B\n:---|---:\n1 | 2\n3 | 4", [["A", "B"], ["1", "2"], ["3", "4"]]),
    ],
)
def test_tables(text: str, rows: list[list[str]]) -> None:
    assert cells(text) == [rows]
    assert cells(f"Avant\n{text}\nAprès") == [rows]


@pytest.mark.parametrize(
    "text",
    ["A | B", "Sans barre\nsans barre", "Anne | a@x.example\nRoy | r@x.example", "A\nB |"],
)
def test_what_is_no_table(text: str) -> None:
    done = tables(draft(text))
    assert said(done.value) == text.split("\n")
    assert done.notices == ()


@pytest.mark.parametrize(
    "text",
    [
        "A |\nB |\n1 |\n2 |",
        "A |\nB |\nC |\nx |\n|\ny |",
        "A | B | C |\n1 | 2 |",
        "| |\n| |",
        "A | B |\n1 |\n2 | 3 | 4 |",
    ],
)
def test_a_table_whose_columns_cannot_be_counted_is_told_once_and_left(text: str) -> None:
    done = tables(draft(f"Avant\n{text}\nAprès"))
    assert said(done.value) == ["Avant", *text.split("\n"), "Après"]
    (told,) = done.notices
    assert (told.code, told.where) == ("B104", "l.2")


def test_a_rule_below_the_first_row_makes_it_a_header() -> None:
    (found,) = tables(draft("A | B\n---|---\n1 | 2")).value.flow
    assert isinstance(found, Table)
    assert [[cell.header for cell in row.cells] for row in found.rows] == [[True, True], [False, False]]
    (plainly,) = tables(draft("A | B\n1 | 2")).value.flow
    assert isinstance(plainly, Table)
    assert not any(cell.header for row in plainly.rows for cell in row.cells)


def test_bars_and_rules_are_accounted_for() -> None:
    done = tables(draft("A | B\n---|---\n1 | 2 |"))
    assert [(str(each.text), each.rule) for each in done.dropped] == [
        ("|", "B009"),
        ("---|---", "B009"),
        ("|", "B009"),
        ("|", "B009"),
    ]
    assert codes(done.notices) == set()


def test_rows_with_other_numbers_of_bars_part_a_table() -> None:
    assert said(tables(draft("A | B\n1 | 2\nUne phrase | avec | trop\nde barres")).value) == [
        "Table",
        "Une phrase | avec | trop",
        "de barres",
    ]


def test_lines_that_say_how_to_reach_somebody_are_no_table() -> None:
    lines = ["Agence Contrepoint | Toulouse", "P. 06 39 98 64 20 | Std. 05 36 49 64 00"]
    assert said(tables(draft("\n".join(lines))).value) == lines
    assert said(tables(draft("Nom | Bureau |\nAwa | 06 39 98 64 20 |")).value) == ["Table"]


def test_a_table_between_texts_takes_its_lines_only() -> None:
    assert said(tables(draft("Avant\nA | B\n1 | 2\nAprès\nC | D\n3 | 4")).value) == ["Avant", "Table", "Après", "Table"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A |\nB |\nX |\n2 |\nX |\n|", [["A", "B"], ["X", "2"], ["X", ""]]),
        ("X|B\n1|X", [["X", "B"], ["1", "X"]]),
        ("|X|B|\n|1|X|", [["X", "B"], ["1", "X"]]),
    ],
)
def test_a_cross_is_what_a_cell_says(text: str, rows: list[list[str]]) -> None:
    assert cells(text) == [rows]


@pytest.mark.parametrize(("width", "found"), [(39, True), (40, False)])
def test_a_table_of_cells_has_fewer_than_forty_columns(width: int, found: bool) -> None:
    laid = "\n".join([*(f"{number} |" for number in range(width)), "Total |", "|" * (width - 1)])
    assert bool(cells(laid)) is found
