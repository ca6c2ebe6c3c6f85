"""Tables of PDFs between rules across the page alone: at the top, below the head and at the foot, as books set them."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Table
from oimpress.model.runs import plain
from oimpress.readers.shared.pdfbands import banded_tables
from oimpress.readers.shared.pdfrules import PageBox
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_pdf import PROSE, pdf
from tests.readers.test_pdf_columns import LEADING, line


def across(*places: float, start: float = 40, end: float = 360) -> list[PageBox]:
    return [(start, end, 700 - LEADING * at, 700.5 - LEADING * at) for at in places]


def cells(boxes: list[PageBox], *rows: dict[int, str]) -> list[list[tuple[int, int, int]]]:
    """The row, the column and the width of each cell of the tables."""
    lines = [line(words, 700 - at * LEADING) for at, words in enumerate(rows)]
    return [[(cell.row, cell.column, cell.columns) for cell in table.cells] for table in banded_tables(lines, boxes)]


HEAD, ONE, TWO = {50: "Jour", 200: "Lieu"}, {50: "Lundi", 200: "Halle"}, {50: "Mardi", 200: "Verger"}
PLAIN = [(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]


@pytest.mark.parametrize(
    ("boxes", "rows", "wanted"),
    [
        (across(-1, 0.3, 1.3), (HEAD, ONE), PLAIN),
        (across(-1, 0.3, 1.3, 2.3), (HEAD, ONE, TWO), [*PLAIN, (2, 0, 1), (2, 1, 1)]),
        (across(-1, 0.3, 2.3), (HEAD, ONE, TWO), [*PLAIN, (2, 0, 1), (2, 1, 1)]),
        (across(-1, 0.3, 2.3), (HEAD, ONE, {200: "du bourg"}), PLAIN),  # a cell of two lines
        (across(-1, 0.3, 1.3), ({50: "Jour", 200: "Lieu du marché"}, {50: "Lundi", 200: "Halle", 240: "neuve"}), PLAIN),
        (
            [*across(-1, 1.3, 2.3), *across(0.3, start=150, end=330)],
            ({220: "Surface"}, {50: "Lot", 160: "2024", 260: "2025"}, {50: "A", 160: "12", 260: "13"}),
            [(0, 0, 1), (0, 1, 2), *((row, column, 1) for row in (1, 2) for column in (0, 1, 2))],
        ),
    ],
)
def test_words_between_rules_are_a_table(
    boxes: list[PageBox], rows: tuple[dict[int, str], ...], wanted: list[tuple[int, int, int]]
) -> None:
    assert cells(boxes, *rows) == [wanted]


@pytest.mark.parametrize(
    ("boxes", "rows"),
    [
        (across(-1, 1.3), (HEAD, ONE)),  # a letterhead between two rules
        (across(-1, 0.3), (HEAD,)),
        (across(-1, 0.3, 1.3), ({50: "Un texte qui va d’un bout à l’autre des filets, ou presque"}, ONE)),
        (across(-1, 0.3, 1.3), ({50: "Lundi"}, {50: "Mardi"})),  # one column
        ([*across(-1, 0.3), *across(1.3, end=200)], (HEAD, ONE)),  # rules of several widths
        (across(-1, 0.3, 1.3, start=100), (HEAD, ONE)),  # words beside the rules
    ],
)
def test_other_rules_make_none(boxes: list[PageBox], rows: tuple[dict[int, str], ...]) -> None:
    assert cells(boxes, *rows) == []


def test_text_between_two_tables_of_one_width_is_in_neither() -> None:
    text = {50: "Un texte qui va d’un bout à l’autre des filets, ou presque"}
    assert cells(across(-1, 0.3, 1.3, 3, 4.3, 5.3), HEAD, ONE, text, {}, HEAD, ONE) == [PLAIN, PLAIN]


def test_a_table_as_books_set_it_is_read_with_its_head() -> None:
    rows = "<tr><td>Marsanne<td>blanc<tr><td>Syrah<td>noir"
    style = (
        "table { border-collapse: collapse; border-top: 1pt solid; border-bottom: 1pt solid } td, th { padding: 0 2em }"
    )
    table = f"<table><thead style='border-bottom: .5pt solid'><tr><th>Cépage<th>Couleur</thead>{rows}</table>"
    done = lawful(Source("a.pdf", pdf(f"<h1>La vigne</h1><p>{PROSE}</p>{table}<p>{PROSE}</p>", style)))
    (read,) = [block for block in done.value.body if isinstance(block, Table)]
    assert [[plain(cell.children) for cell in row.cells] for row in read.rows] == [
        ["Cépage", "Couleur"],
        ["Marsanne", "blanc"],
        ["Syrah", "noir"],
    ]
