"""Tables that were keyed: columns of numbers or tabs show them; people side by side and prose with gaps stay."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Para, Table, Text
from oimpress.model.runs import plain
from oimpress.model.traced import Traced
from oimpress.passes.body.grids import keyed_table
from tests.passes.reading import draft


def table(text: str, at: int = 0) -> Table | None:
    found = keyed_table(draft(text).flow, at)
    return found.table if found else None


def words(found: Table | None) -> list[list[str]]:
    return [[plain(cell.children) for cell in row.cells] for row in found.rows] if found else []


def heads(found: Table | None) -> list[list[bool]]:
    return [[cell.header for cell in row.cells] for row in found.rows] if found else []


@pytest.mark.parametrize(
    "number",
    [
        *("12", "1 240", "1\u202f240,5", "3.5", "-4", "+4", "–4", "−4", "50 %", "50%", "3 €", "3 $", "3 £", "3 k€"),
        *("1,5 M€", "-", "–", "—", "2024", "12/13"),
    ],
)
def test_a_column_of_numbers_makes_a_table(number: str) -> None:
    found = table(f"Nord   3\nSud   {number}")
    assert words(found) == [["Nord", "3"], ["Sud", number]]
    assert heads(found) == [[False, False], [False, False]]


@pytest.mark.parametrize("other", ["douze", "12 abris", "3 € par an", "n° 3", "--", "M€", "<3"])
def test_other_words_make_none(other: str) -> None:
    assert table(f"Nord   3\nSud   {other}") is None


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("Province   Abris\nNord   3\nSud   4", True),
        ("Province   2023   2024\nNord   3   5\nSud   4   6", True),
        ("Province   1989   1990\nNord   3   5", True),
        ("Nord   1   5\nSud   3   5", False),
        ("2022   2023   2024\n3   5   6", False),  # years below years: nothing says which are the head
        ("Province   2023   3024\nNord   3   5", False),
        ("Province   Abris   3\nNord   3   5", False),
        ("Province   Chef-lieu   Abris\nNord   Goma   3\nSud   Uvira   4", True),
        ("Province   Chef-lieu   7\nNord   Goma   3\nSud   Uvira   4", False),
    ],
)
def test_words_or_years_over_numbers_are_the_head(text: str, headed: bool) -> None:
    first, *rest = heads(table(text))
    assert set(first) == {headed}
    assert not any(map(any, rest))


def test_the_first_column_alone_counts_nothing() -> None:
    assert table("1   Nord\n2   Sud\n3   Est") is None
    assert table("Ordre   Province\n1   Nord\n2   Sud") is None


def test_tabs_in_three_lines_make_a_table_without_numbers() -> None:
    three = "Nord\tGoma\nSud\tUvira\nEst\tBunia"
    assert words(table(three)) == [["Nord", "Goma"], ["Sud", "Uvira"], ["Est", "Bunia"]]
    assert not any(map(any, heads(table(three))))
    assert table("Nord\tGoma\nSud\tUvira") is None
    assert table(three.replace("\t", "   ")) is None
    assert table(three.replace("Sud\t", "Sud   ")) is None


@pytest.mark.parametrize(("cell", "found"), [("x" * 80, True), ("x" * 81, False)])
def test_a_long_cell_is_prose(cell: str, found: bool) -> None:
    assert bool(table(f"Nord   3\n{cell}   4")) is found


@pytest.mark.parametrize(
    "reached",
    [
        *("a@x.example", "+32 81 23 45 67 89", "06 12 34 56 78", "06.12.34.56.78", "0612345678", "06-12-34-56-78"),
        *("Tél. bureau", "E-mail"),
    ],
)
def test_people_side_by_side_are_no_table(reached: str) -> None:
    assert table(f"Nord   {reached}   3\nSud   Goma   4") is None
    assert words(table(f"Nord   Uvira   3\nSud   {reached[:1]}   4"))


def test_a_table_has_the_lines_that_have_as_many_cells_and_no_gap() -> None:
    text = "Avant\nNord   3\nSud   4\n\nEst   5\nOuest   6   7\nAprès"
    assert table(text) is None
    assert words(table(text, 1)) == [["Nord", "3"], ["Sud", "4"]]
    assert table(text, 3) is None  # a row alone
    assert table("Nord   3") is None
    assert words(table("Nord   3   1\nSud   4   1\nOuest   6")) == [["Nord", "3", "1"], ["Sud", "4", "1"]]


def test_a_gap_above_the_first_row_is_none_inside() -> None:
    assert words(table("Avant\n\nNord   3\nSud   4", 1)) == [["Nord", "3"], ["Sud", "4"]]


def test_a_block_ends_a_table() -> None:
    flow = draft("Nord   3\nSud   4\nEst   5").flow
    block = Para((Text("Un paragraphe"),))
    assert keyed_table((block, *flow), 0) is None
    found = keyed_table((*flow[:2], block, *flow[2:]), 0)
    assert found is not None
    assert words(found.table) == [["Nord", "3"], ["Sud", "4"]]


def test_each_cell_is_put_by_its_rule() -> None:
    found = table("Nord   3\nSud   4")
    assert found
    texts = [
        child.value for row in found.rows for cell in row.cells for child in cell.children if isinstance(child, Text)
    ]
    assert {piece.place for text in texts if isinstance(text, Traced) for piece in text.pieces} == {"B008"}


ROWS = "Ville      Travaux              Abris\nAune       Conduite neuve           3\n"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{ROWS}           sur quatre lieues\nBief       Puits                    4", ["Bief", "Puits", "4"]),
        (f"{ROWS}           sur quatre lieues", ["Aune", "Conduite neuve sur quatre lieues", "3"]),
        (f"{ROWS}et         sur quatre lieues", ["Aune et", "Conduite neuve sur quatre lieues", "3"]),
        (f"{ROWS}Saint-     Puits                    4\nBief", ["Saint-Bief", "Puits", "4"]),
        (f"{ROWS}sur quatre lieues, dit la ville qui les paie", ["Aune", "Conduite neuve", "3"]),
        (f"{ROWS}\n           Un autre texte", ["Aune", "Conduite neuve", "3"]),
    ],
)
def test_a_cell_goes_on_in_the_next_line(text: str, last: list[str]) -> None:
    assert words(table(text))[-1] == last


def test_three_columns_that_begin_below_each_other_are_a_table() -> None:
    text = "Jour       Artiste           Lieu\nJeudi      Maïa Sorel        Cour\nSamedi     Trio Kestane      Cloître"
    assert len(words(table(text))) == 3
    assert table(text.replace("Trio Kestane ", "Le trio Kestane  ")) is None
    assert table("\n".join(line[:22] for line in text.splitlines())) is None
    assert table("\n".join(text.splitlines()[:2])) is None


JOURS = "Jour       Artiste           Lieu\nJeudi      Maïa Sorel        Cour\nSamedi     Trio Kestane      "


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{ROWS}     sur quatre lieues", ["Aune", "Conduite neuve sur quatre lieues", "3"]),  # where the first ends
        (f"{ROWS}           sur quatre lieues dix", ["Aune", "Conduite neuve sur quatre lieues dix", "3"]),
        (f"{JOURS}Cloître\n           et ses amis", ["Samedi", "Trio Kestane et ses amis", "Cloître"]),
        (f"{JOURS}4\nDimanche   Anne Roy", ["Samedi", "Trio Kestane", "4"]),
    ],
)
def test_a_cell_goes_on_in_the_column_that_it_stands_in(text: str, last: list[str]) -> None:
    assert words(table(text))[-1] == last


def test_a_table_takes_up_the_lines_of_its_cells() -> None:
    found = keyed_table(
        draft(f"{ROWS}           sur quatre lieues\nBief       Puits                    4\n\nFin").flow, 0
    )
    assert found is not None
    assert (len(found.table.rows), found.lines) == (3, 4)


def test_a_row_with_tabs_may_have_nothing_in_a_column() -> None:
    found = table("Bac\tMurs\tToits\tPrix\nNord\t3\t4\t5\nSud\t6\t\t7\nEst\t8\t9\n")
    assert words(found) == [
        ["Bac", "Murs", "Toits", "Prix"], ["Nord", "3", "4", "5"], ["Sud", "6", "", "7"], ["Est", "8", "9", ""],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "1.\tl’ouverture du matin\n2.\tcelle du soir\n3.\tle samedi",
        "a)   l’ouverture\nb)   celle du soir\nc)   le samedi",
    ],
)
def test_numbers_with_a_tab_behind_them_are_items(text: str) -> None:
    assert table(text) is None
    assert table("1.\tNord\t3\n2.\tSud\t4\n3.\tEst\t5") is not None
