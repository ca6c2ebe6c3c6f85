"""Contacts side by side: columns and tables read contact by contact, other rows row by row."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Aside, Block, Break, Cell, Figure, Item, List, Para, Quote, Row, Table, Text
from oimpress.passes.foot.columns import paragraphs_of, unfolded
from oimpress.passes.foot.rows import HEADS, heads_columns
from tests.passes.reading import draft


def lines(*items: Line | Block) -> list[tuple[str, int]]:
    return [(line.plain.strip(), line.gap) for line in unfolded(items)]


def of_text(text: str) -> list[tuple[str, int]]:
    return lines(*draft(text).flow)


def test_columns_are_read_one_by_one_where_each_is_a_contact() -> None:
    text = "Awa Sow      Li Wu\nDirectrice   Porte-parole\n02 33 44 55 66   02 33 44 55 77"
    assert of_text(text) == [
        ("Awa Sow", 1), ("Directrice", 0), ("02 33 44 55 66", 0), ("Li Wu", 1), ("Porte-parole", 0), ("02 33 44 55 77", 0),
    ]  # fmt: skip


def test_rows_that_are_each_a_contact_are_read_row_by_row() -> None:
    text = "Awa Sow   a@x.example\nAnne Roy   r@x.example"
    assert [words for words, _ in of_text(text)] == ["Awa Sow", "a@x.example", "Anne Roy", "r@x.example"]
    assert [words for words, _ in of_text("Awa Sow   Directrice")] == ["Awa Sow", "Directrice"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Cabinet du ministre\t02 33 44 55 66\tc@x.example\nService presse\t02 33 44 55 77\tp@x.example",
            ["Cabinet du ministre", "02 33 44 55 66", "c@x.example", "Service presse", "02 33 44 55 77", "p@x.example"],
        ),
        (
            "Cabinet du ministre\tService presse\n02 33 44 55 66\t02 33 44 55 77",
            ["Cabinet du ministre", "02 33 44 55 66", "Service presse", "02 33 44 55 77"],
        ),
        (
            "Cabinet du ministre\tAwa Sow\n02 33 44 55 66\ta@x.example",
            ["Cabinet du ministre", "02 33 44 55 66", "Awa Sow", "a@x.example"],
        ),
    ],
)
def test_rows_that_each_say_how_a_body_is_reached_are_read_row_by_row(text: str, wanted: list[str]) -> None:
    assert [words for words, _ in of_text(text)] == wanted


def test_a_column_can_be_shorter() -> None:
    text = "Awa Sow      Anne Roy      Contact\nDirectrice   Porte-parole   Presse"
    assert [words for words, _ in of_text(text)] == [
        "Awa Sow",
        "Directrice",
        "Anne Roy",
        "Porte-parole",
        "Contact",
        "Presse",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Awa Sow        Li Wu\nDirectrice générale\n02 33 44 55 66   02 33 44 55 77\n               w@x.example",
        "Awa Sow\tLi Wu\nDirectrice générale\n02 33 44 55 66\t02 33 44 55 77\n\tw@x.example",
    ],
)
def test_a_cell_belongs_to_the_column_it_stands_in(text: str) -> None:
    assert [words for words, _ in of_text(text)] == [
        "Awa Sow", "Directrice générale", "02 33 44 55 66", "Li Wu", "02 33 44 55 77", "w@x.example",
    ]  # fmt: skip


def test_two_cells_of_three_stand_in_the_nearest_columns() -> None:
    rows = "Awa Sow        Li Wu          Bo Ek\n               02 33 44 55 77 / 78   b@x.example"
    assert [words for words, _ in of_text(rows)] == ["Awa Sow", "Li Wu", "02 33 44 55 77 / 78", "Bo Ek", "b@x.example"]
    tabs = "Awa Sow\tLi Wu\tBo Ek\na@x.example\t\tb@x.example"
    assert [words for words, _ in of_text(tabs)] == ["Awa Sow", "a@x.example", "Li Wu", "Bo Ek", "b@x.example"]


@pytest.mark.parametrize(
    "below", ["\npresse@x.example", "Contact : presse@x.example", f"Vous pouvez écrire à {'x' * 40}"]
)
def test_what_stands_apart_or_reaches_across_is_in_no_column(below: str) -> None:
    text = f"Awa Sow          Li Wu\n02 33 44 55 66   02 33 44 55 77\n{below}"
    assert [words for words, _ in of_text(text)][-1] == below.strip()


def test_what_only_heads_columns_is_marked() -> None:
    for items in (
        list(draft("Nom       Téléphone\nAwa Sow   02 33 44 55 66\nLi Wu     02 33 44 55 77").flow),
        [Table((Row((cell("Nom"), cell("Téléphone"))), Row((cell("Awa Sow"), cell("02 33 44 55 66")))))],
    ):
        found = unfolded(items)
        assert [line.plain for line in found if HEADS in line.marks] == ["Nom", "Téléphone"]
    assert not heads_columns(["Contact"])
    assert not heads_columns(["Contact", "Awa Sow"])
    assert heads_columns(["Nom et prénom", "Fonction :", "E-mail"])


def test_a_mailbox_of_the_office_below_all_columns_is_in_none() -> None:
    columns = "Awa Sow          Li Wu\n02 33 44 55 66   02 33 44 55 77\n"
    assert of_text(columns + "presse@x.example")[-1] == ("presse@x.example", 1)
    assert of_text(columns + "asow@x.example")[2] == ("asow@x.example", 0)


def test_lines_that_all_stand_apart_stand_close() -> None:
    assert of_text("Awa Sow\n\nDirectrice\n\na@x.example") == [("Awa Sow", 0), ("Directrice", 0), ("a@x.example", 0)]
    assert of_text("Awa Sow\n\nDirectrice") == [("Awa Sow", 0), ("Directrice", 1)]
    assert of_text("Awa Sow\n\nDirectrice\na@x.example") == [("Awa Sow", 0), ("Directrice", 1), ("a@x.example", 0)]


def cell(*words: str) -> Cell:
    run = [part for word in words for part in (Break(), Text(word))][1:]
    return Cell(tuple(run))


def table(*rows: tuple[Cell, ...]) -> list[str]:
    return [words for words, _ in lines(Table(tuple(Row(cells) for cells in rows)))]


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (
            ((cell("Awa Sow"), cell("Anne Roy")), (cell("a@x.example"), cell("r@x.example"))),
            ["Awa Sow", "a@x.example", "Anne Roy", "r@x.example"],
        ),
        (
            ((cell("Awa Sow"), cell("a@x.example")), (cell("Anne Roy"), cell("r@x.example"))),
            ["Awa Sow", "a@x.example", "Anne Roy", "r@x.example"],
        ),
        (
            ((cell("Contacts"),), (cell("Awa Sow", "a@x.example"), cell("Anne Roy", "r@x.example"))),
            ["Contacts", "Awa Sow", "a@x.example", "Anne Roy", "r@x.example"],
        ),
        (
            ((cell("Contact presse"), cell("Awa Sow")), (cell(), cell("Directrice")), (cell(), cell("a@x.example"))),
            ["Contact presse", "Awa Sow", "Directrice", "a@x.example"],
        ),
        (((cell("Contacts"),),), ["Contacts"]),
        (
            ((cell("Contacts"),), (cell("Awa Sow"), cell("a@x.example")), (cell("Anne Roy"), cell("r@x.example"))),
            ["Contacts", "Awa Sow", "a@x.example", "Anne Roy", "r@x.example"],
        ),
        (
            ((cell("Awa Sow"), cell("Anne Roy")), (cell("Directrice"), cell("Élue")), (cell("a@x.example"),)),
            ["Awa Sow", "Directrice", "a@x.example", "Anne Roy", "Élue"],
        ),
        (((cell("Awa Sow"), cell("Anne Roy")), (cell("a@x.example"),)), ["Awa Sow", "a@x.example", "Anne Roy"]),
        (
            ((cell("Awa Sow"), cell("Anne Roy")), (cell("02 33 44 55 66"), cell()), (cell(), cell("r@x.example"))),
            ["Awa Sow", "02 33 44 55 66", "Anne Roy", "r@x.example"],
        ),
        (
            ((Cell((Text("Presse"),), rows=2), cell("Awa Sow")), (cell("a@x.example"),)),
            ["Presse", "Awa Sow", "a@x.example"],
        ),
        (
            (
                (cell("Awa Sow"), cell("Directrice")),
                (cell(), cell("a@x.example")),
                (cell("Anne Roy"), cell("Élue")),
                (cell(), cell("r@x.example")),
            ),
            ["Awa Sow", "Directrice", "a@x.example", "Anne Roy", "Élue", "r@x.example"],
        ),
        (
            ((cell("Awa Sow"), cell("Anne Roy")), (cell(), cell("r@x.example")), (cell("a@x.example"), cell())),
            ["Awa Sow", "a@x.example", "Anne Roy", "r@x.example"],
        ),
        (((cell(), cell()),), []),
    ],
)
def test_tables_of_contacts(rows: tuple[tuple[Cell, ...], ...], read: list[str]) -> None:
    assert table(*rows) == read


def para(words: str) -> Para:
    return Para((Text(words),))


def test_lists_and_boxes_are_their_paragraphs_and_other_blocks_nothing() -> None:
    listed = List((Item((para("Awa Sow"), para("Directrice"))), Item((List(()), para("a@x.example")))))
    boxed = Aside((para("Awa Sow"), List(())), "box", heading=(Text("Contact"),))
    bare = Aside((para("Awa Sow"),), "box")
    quoted = Quote((para("Awa Sow"), List(())))
    figure = Figure(caption=(Text("Une halle"),))
    for block, words in (
        (listed, ["Awa Sow", "Directrice", "a@x.example"]),
        (boxed, ["Contact", "Awa Sow"]),
        (bare, ["Awa Sow"]),
        (quoted, ["Awa Sow"]),
    ):
        assert paragraphs_of(block) == list(map(para, words))
        assert [text for text, _ in lines(block)] == words
    assert lines(figure) == []


def test_a_row_alone_has_nothing_that_stands_apart_below_it() -> None:
    assert of_text("Awa Sow   Directrice\n\nÉcrire à a@x.example\nde préférence.")[2:] == [
        ("Écrire à a@x.example", 1),
        ("de préférence.", 0),
    ]
    assert of_text("Awa Sow   Directrice\nÉcrire à a@x.example") == [
        ("Awa Sow", 0),
        ("Directrice", 0),
        ("Écrire à a@x.example", 0),
    ]


def test_lines_of_which_only_the_second_stands_close_keep_their_gaps() -> None:
    assert of_text("Awa Sow\nDirectrice\n\na@x.example") == [("Awa Sow", 0), ("Directrice", 0), ("a@x.example", 1)]


def test_what_heads_columns_stands_above_all_that_they_hold() -> None:
    text = "Nom       Téléphone\nAwa Sow   02 33 44 55 66\nLi Wu     02 33 44 55 77"
    assert of_text(text) == [
        ("Nom", 0),
        ("Téléphone", 0),
        ("Awa Sow", 0),
        ("02 33 44 55 66", 0),
        ("Li Wu", 0),
        ("02 33 44 55 77", 0),
    ]


def rows(*texts: tuple[str, str]) -> Table:
    return Table(tuple(Row(tuple(Cell((Text(part),)) for part in row)) for row in texts))


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (
            rows(("Awa Sow (FR)", "Directrice\n02 33 44 55 66"), ("Li Wu", "Porte-parole\n02 33 44 55 77")),
            ["Awa Sow (FR)", "Directrice", "02 33 44 55 66", "Li Wu", "Porte-parole", "02 33 44 55 77"],
        ),
        (
            rows(("Awa Sow\n02 33 44 55 66", "Li Wu\n02 33 44 55 77"), ("a@x.example", "l@x.example")),
            ["Awa Sow", "02 33 44 55 66", "a@x.example", "Li Wu", "02 33 44 55 77", "l@x.example"],
        ),
    ],
)
def test_rows_that_begin_with_a_bare_name_are_contacts_and_cells_that_are_cards_too(
    table: Table, wanted: list[str]
) -> None:
    assert [word for words, _ in lines(table) for word in words.split("\n")] == wanted
