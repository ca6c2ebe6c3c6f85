"""Lines in columns: parted by tabs or wide gaps; text with narrow or many gaps is one cell."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.model.traced import join, of_source, replacing
from oimpress.passes.lines.columns import cells_of, has_tabs, in_columns, may_have_gap, placed_cells
from tests.passes.reading import draft


def line(text: str) -> Line:
    (found,) = draft(text).flow
    assert isinstance(found, Line)
    return found


def cells(text: str) -> list[str]:
    return [cell.plain for cell in cells_of(line(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nord   Goma", ["Nord", "Goma"]),
        ("Nord\u00a0 \u00a0 Goma", ["Nord", "Goma"]),
        ("Nord\u00a0\u00a0\u00a0Goma", ["Nord", "Goma"]),
        ("Nord\tGoma", ["Nord", "Goma"]),
        ("Nord\t\t Goma", ["Nord", "Goma"]),
        ("  Nord   Goma   ", ["Nord", "Goma"]),
        ("   Nord et Sud   Goma", ["Nord et Sud", "Goma"]),
        ("a   b   c   d   e   f", list("abcdef")),
        ("•   Nord   Goma", ["•   Nord", "Goma"]),
        ("1.   Nord   Goma", ["1.", "Nord", "Goma"]),
    ],
)
def test_wide_gaps_and_tabs_part_cells(text: str, words: list[str]) -> None:
    assert cells(text) == words
    assert in_columns(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nord  Goma",
        "•   Nord",
        "\uf0b7\tNord",
        "   Nord",
        "Nord   ",
        "a   b   c   d   e   f   g",
        "Nord   " + "x" * 194,
    ],
)
def test_other_lines_are_one_cell(text: str) -> None:
    given = line(text)
    assert cells_of(given) == [given]
    assert not in_columns(given)


def test_a_line_of_200_characters_can_have_columns() -> None:
    assert len(cells("Nord   " + "x" * 193)) == 2


def test_only_the_first_cell_stands_below_the_gap() -> None:
    below = draft("Avant\n\nNord   Goma   3").flow[1]
    assert isinstance(below, Line)
    assert [cell.gap for cell in cells_of(below)] == [1, 0, 0]


def test_tabs_at_the_ends_of_a_line_part_nothing() -> None:
    given = line("\tNord et Sud\t")
    assert cells_of(given) == [given]
    assert not in_columns(given)


def test_tabs_are_known_from_blanks() -> None:
    assert has_tabs(line("Nord\tGoma"))
    assert not has_tabs(line("Nord   Goma"))
    assert cells("Nord et\tGoma et Sud") == ["Nord et", "Goma et Sud"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Nord   Goma", [0, 7]),
        ("  Nord   Goma", [2, 9]),
        ("Nord\tGoma\t\tSud", [0, 1, 3]),
        ("\tNord\tGoma", [1, 2]),
        ("\tNord", [1]),
        ("   Nord", [3]),
        ("Nord", [0]),
        ("Nord\tGoma   Sud", [0, 1, 1]),
        ("•   Nord   Goma", [0, 11]),
    ],
)
def test_a_cell_stands_behind_so_many_characters_or_tabs(text: str, places: list[int]) -> None:
    assert [cell.at for cell in placed_cells(line(text))] == places


@pytest.mark.parametrize(
    ("text", "may"),
    [("a   b", True), ("a  b", False), ("a\tb", True), ("a\u00a0b", True), ("a b", False), ("", False)],
)
def test_which_text_can_hold_a_wide_gap(text: str, may: bool) -> None:
    assert may_have_gap(text) is may


def test_a_rule_that_puts_several_blanks_for_a_tab_leaves_them_blanks() -> None:
    wide = Line((Text(join((of_source("Nord"), replacing("  ", "R006", 4, 5), of_source("Goma", 5)))),), 1, 1)
    assert [cell.line.plain for cell in placed_cells(wide)] == ["Nord  Goma"]
    other = Line((Text(join((of_source("Nord"), replacing(" ", "L002", 4, 5), of_source("Goma", 5)))),), 1, 1)
    assert [cell.line.plain for cell in placed_cells(other)] == ["Nord Goma"]
    tab = Line((Text(join((of_source("Nord"), replacing(" ", "R006", 4, 5), of_source("Goma", 5)))),), 1, 1)
    assert [cell.line.plain for cell in placed_cells(tab)] == ["Nord", "Goma"]
