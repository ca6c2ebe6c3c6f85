"""Tables of PDFs without tags: cells where rules meet, words in the cells they stand in; lists as deep as they look."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Cell, List, Row, Section, Table, Text
from oimpress.model.runs import plain
from oimpress.model.traced import of_source
from oimpress.pipeline import Normalised
from oimpress.readers.pdf.items import with_labels
from oimpress.readers.pdf.running import running_lines
from oimpress.readers.pdf.tables import one_over_pages
from oimpress.readers.shared.pdfium import PdfLine
from oimpress.readers.shared.pdfrules import PageBox, ruled_tables
from oimpress.readers.shared.pdfshapes import is_dot
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_pdf import PROSE, pdf
from tests.readers.test_pdf_tags import outline


def rules(across: list[tuple[float, float, float]], upright: list[tuple[float, float, float]]) -> list[PageBox]:
    """Rules by their place, their start and their end, half a point thick."""
    flat = [(start, end, at, at + 0.5) for at, start, end in across]
    return flat + [(at, at + 0.5, start, end) for at, start, end in upright]


GRID = rules([(y, 0, 300) for y in (0, 20, 40)], [(x, 0, 40) for x in (0, 100, 200, 300)])


def spans(boxes: list[PageBox]) -> list[list[tuple[int, int, int, int]]]:
    return [[cell[:4] for cell in table.cells] for table in ruled_tables(boxes)]


def test_cells_are_where_rules_meet() -> None:
    assert spans(GRID) == [[(row, column, 1, 1) for row in (0, 1) for column in (0, 1, 2)]]
    (table,) = ruled_tables(GRID)
    found = table.at(150, 30)
    assert found is not None
    assert found[:2] == (0, 1)
    assert table.at(150, 50) is None


def test_a_rule_that_is_missing_makes_one_cell_of_two() -> None:
    uprights = [(0.0, 0.0, 40.0), (100.0, 0.0, 40.0), (200.0, 20.0, 40.0), (300.0, 0.0, 40.0)]
    assert spans(rules([(y, 0, 300) for y in (0, 20, 40)], uprights)) == [
        [(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 2)]
    ]
    halves = [(0.0, 0.0, 300.0), (20.0, 100.0, 300.0), (40.0, 0.0, 300.0)]
    assert (0, 0, 2, 1) in spans(rules(halves, [(x, 0, 40) for x in (0, 100, 200, 300)]))[0]


def test_rules_drawn_in_pieces_and_without_sides_are_a_table() -> None:
    pieces = [(left, left + 51, y, y + 0.5) for y in (0, 20, 40) for left in range(0, 300, 50)]
    assert spans([*pieces, *rules([], [(100, 0, 40), (200, 0, 40)])]) == spans(GRID)


def test_a_double_rule_is_one() -> None:
    double = [
        (0.0, 300.0, 18.0, 22.5),
        *rules([(y, 0, 300) for y in (0, 40)], [(x, 0, 40) for x in (0, 100, 200, 300)]),
    ]
    assert spans(double) == spans(GRID)


@pytest.mark.parametrize(
    "boxes",
    [
        rules([(0, 0, 300), (40, 0, 300)], [(0, 0, 40), (300, 0, 40)]),  # a frame
        rules([(y, 0, 300) for y in (0, 20, 40)], []),  # what parts paragraphs
        rules([(y, 0, 300) for y in (0, 20, 40)], [(x, 60, 90) for x in (0, 100, 200)]),  # rules that do not meet
        [(0, 300, 0, 40)],  # a ground
    ],
)
def test_other_lines_are_no_table(boxes: list[PageBox]) -> None:
    assert ruled_tables(boxes) == []


def test_what_overlaps_oddly_is_no_table() -> None:
    across = [(0.0, 0.0, 300.0), (20.0, 0.0, 100.0), (40.0, 0.0, 300.0)]
    assert spans(rules(across, [(0, 0, 40), (100, 20, 40), (300, 0, 40)])) == []


ROWS = "".join(
    f"<tr><td>Lot {at}</td><td>{at} m³ d’eau pour les bassins</td><td>{at},50 €</td></tr>" for at in range(24)
)
TABLE = f"<table><thead><tr><th>Lot</th><th>Volume</th><th>Prix</th></tr></thead>{ROWS}</table>"
NESTED = "<ul><li>ouvrir<ul><li>le bassin</li><li>le parc</li></ul></li><li>fermer</li></ul>"
STYLE = "@page { size: A5 } table { border-collapse: collapse } td, th { border: .5pt solid; padding: 2pt 4pt }"


@pytest.fixture(scope="module")
def done() -> Normalised:
    parts = (f"<p>{PROSE}</p>", "<h2>Prix</h2>", TABLE, "<h2>Suite</h2>", f"<p>{PROSE}</p>", NESTED, f"<p>{PROSE}</p>")
    return lawful(Source("a.pdf", pdf(f"<h1>La piscine rouvre</h1>{''.join(parts)}", STYLE)))


def test_a_table_over_two_pages_is_one(done: Normalised) -> None:
    prices = next(block for block in done.value.body if isinstance(block, Section))
    (table,) = prices.blocks
    assert isinstance(table, Table)
    assert [plain(cell.children) for cell in table.rows[0].cells] == ["Lot", "Volume", "Prix"]
    assert [cell.header for row in table.rows[:2] for cell in row.cells] == [True] * 3 + [False] * 3
    assert [plain(row.cells[0].children).replace("\u00a0", " ") for row in table.rows[1:]] == [
        f"Lot {at}" for at in range(24)
    ]


def test_cells_with_borders_of_their_own_are_a_table() -> None:
    style = STYLE.replace("border-collapse: collapse", "border-spacing: 1.5pt")
    read = lawful(Source("a.pdf", pdf(f"<h1>La piscine rouvre</h1><p>{PROSE}</p>{TABLE}<p>{PROSE}</p>", style)))
    (table,) = [block for block in read.value.body if isinstance(block, Table)]
    shown = [[plain(cell.children).replace("\u00a0", " ") for cell in row.cells] for row in table.rows]
    assert [*shown[:2], shown[-1]] == [
        ["Lot", "Volume", "Prix"],
        ["Lot 0", "0 m³ d’eau pour les bassins", "0,50 €"],
        ["Lot 23", "23 m³ d’eau pour les bassins", "23,50 €"],
    ]
    assert len(shown) == 25


@pytest.mark.parametrize(
    ("between", "rows"),
    [("Lot Prix", [["Lot", "Prix"], ["1", "2 €"], ["3", "4 €"]]), ("Voir aussi", [["Lot", "Prix"], ["1", "2 €"]])],
)
def test_a_head_that_a_line_repeats_is_the_page_s(between: str, rows: list[list[str]]) -> None:
    def table(*cells: list[str]) -> Table:
        return Table(tuple(Row(tuple(Cell((Text(word),)) for word in row)) for row in cells))

    line = Line((Text(of_source(between)),), 1, 1)
    flow, left_out = one_over_pages([table(["Lot", "Prix"], ["1", "2 €"]), line, table(["3", "4 €"])])
    assert isinstance(flow[0], Table)
    assert [[plain(cell.children) for cell in row.cells] for row in flow[0].rows] == rows
    assert len(left_out) == (len(flow) == 1)


def test_lists_are_as_deep_as_they_stand(done: Normalised) -> None:
    more = [block for block in done.value.body if isinstance(block, Section)][1]
    (found,) = [block for block in more.blocks if isinstance(block, List)]
    assert outline(found) == [["ouvrir", [["le bassin"], ["le parc"]]], ["fermer"]]


def test_an_item_stands_in_from_its_own_column() -> None:
    def line(text: str, left: float) -> PdfLine:
        return PdfLine(text, 0, left, left + 100, 110, 100, 10, 800)

    page = [
        line("Un texte", 50),
        line("• un", 60),
        line("Un autre texte", 300),
        line("• deux", 300),
        line("– trois", 80),
    ]
    assert [row.indent for row in with_labels(page)] == [0, 2, 0, 0, 0]


DOTS = (
    "li { list-style: none; position: relative } li::before { content: ''; position: absolute; left: -12pt; top: 5pt;"
    "width: 4pt; height: 4pt; background: black"
)


@pytest.mark.parametrize("shape", ["", "; border-radius: 50%"])
def test_bullets_that_are_drawn_make_a_list(shape: str) -> None:
    read = lawful(
        Source("a.pdf", pdf(f"<h1>La piscine rouvre</h1><p>{PROSE}</p>{NESTED}<p>{PROSE}</p>", f"{DOTS}{shape} }}"))
    )
    (found,) = [block for block in read.value.body if isinstance(block, List)]
    assert outline(found) == [["ouvrir", [["le bassin"], ["le parc"]]], ["fermer"]]


@pytest.mark.parametrize(
    ("box", "dot"),
    [((0, 4, 0, 4), True), ((0, 4, 0, 5), True), ((0, 20, 0, 20), False), ((0, 4, 0, 8), False), ((0, 1, 0, 1), False)],
)
def test_a_dot_is_small_and_as_high_as_wide(box: PageBox, dot: bool) -> None:
    assert is_dot(box) is dot


def test_a_short_bold_line_is_a_heading() -> None:
    body = f"<h1>La piscine rouvre</h1><p>{PROSE}</p><p><b>Le coût</b></p><ul><li>un bassin</li><li>un parc</li></ul>"
    read = lawful(Source("a.pdf", pdf(f"{body}<p><b>Et après</b></p><p>{PROSE}</p>", "")))
    assert [plain(block.heading) for block in read.value.body if isinstance(block, Section)] == ["Le coût", "Et après"]


@pytest.mark.parametrize(
    ("foot", "out"), [("https://v.fr/p 1/1", {0, 2}), ("file:///a b 1/1", set()), ("Paris 1/1", set())]
)
def test_what_a_browser_prints_around_one_page_is_no_text(foot: str, out: set[int]) -> None:
    told = ((780, "11/30/26, 11:14 PM La piscine"), (400, PROSE), (10, foot))
    page = [PdfLine(text, 0, 50, 300, bottom + 10, bottom, 9, 800) for bottom, text in told]
    assert running_lines(page) == out
