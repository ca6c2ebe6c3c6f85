"""PDFs without tags: lines drawn late, two texts on one line, captions of tables, notes that lead to their calls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Cell, Note, Row, Table, Text
from oimpress.model.runs import inlines, plain
from oimpress.model.traced import of_source
from oimpress.readers.pdf.captions import captioned
from oimpress.readers.pdf.notes import label_end, way_back, with_notes
from oimpress.readers.pdf.order import in_order
from oimpress.readers.pdf.running import running_lines
from oimpress.readers.shared.pdfchars import PlacedChar, _calling
from oimpress.readers.shared.pdfium import PdfLine, PdfMark
from oimpress.readers.shared.pdfsides import TextEdges, edges_of, parted
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_pdf import PROSE, TEXTS, pdf
from tests.readers.test_pdf_columns import line


def row(text: str, foot: float, left: float = 50, right: float = 250, page: int = 0) -> PdfLine:
    return PdfLine(text, page, left, right, foot + 10, foot, 10, 800)


TOP, FOOT = row("Il propose :", 500), row("L’entrée est libre.", 440)


def read_in_order(*found: PdfLine) -> list[str]:
    return [each.text for each in in_order(found)]


def test_lines_drawn_late_stand_in_the_gap_of_their_column() -> None:
    items = row("• un bal", 484, 60, 140), row("• un feu", 470, 60, 140)
    side = row("Contact", 480, 300, 400)
    assert read_in_order(TOP, FOOT, side, *items) == [TOP.text, *(one.text for one in items), FOOT.text, side.text]


@pytest.mark.parametrize(
    "late",
    [
        row("Une colonne", 470, 300, 400),  # beside
        row("Sans place", 495),
        row("Une autre page", 470, page=1),
        row("Bien plus large", 470, 60, 700),
        row("En marge", 470, 10, 48),
    ],
)
def test_what_does_not_fit_there_stays_where_it_was_drawn(late: PdfLine) -> None:
    assert read_in_order(TOP, FOOT, late) == [TOP.text, FOOT.text, late.text]


def test_what_was_drawn_late_above_all_others_stands_first_from_the_left() -> None:
    heads = row("Presse", 770, 300, 400), row("Ville", 770, 50, 100)
    assert read_in_order(TOP, FOOT, *heads, row("1", 20, 380, 390)) == ["Ville", "Presse", TOP.text, FOOT.text, "1"]
    assert read_in_order(TOP, FOOT, row("Presse", 505, 300, 400)) == [TOP.text, FOOT.text, "Presse"]


def test_a_box_drawn_before_the_lines_that_it_stands_beside_is_behind_them() -> None:
    box = row("Bon à savoir", 498, 300, 400), row("Le bus passe.", 484, 300, 400)
    text = row("Un titre", 540), row("Un texte qui va", 500), row("et qui finit", 486), row("ici.", 472), FOOT
    assert read_in_order(*box, *text) == [one.text for one in (*text[:4], *box, FOOT)]
    assert read_in_order(*box, row("Ville", 600, 400, 450), *text[:4]) == [
        "Ville", *(one.text for one in text[:4]), *(one.text for one in box)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        (row("Un texte", 480), FOOT),  # begins below its head: a column
        (row("Un titre", 540), row("Un texte", 440)),  # beside nothing
        (row("Un titre", 540), row("Un texte qui va dessous", 500, 50, 350), FOOT),
    ],
)
def test_other_lines_drawn_first_stand_first(text: tuple[PdfLine, ...]) -> None:
    box = row("Bon à savoir", 498, 300, 400), row("Le bus passe.", 484, 300, 400)
    assert read_in_order(*box, *text) == [one.text for one in (*box, *text)]


def test_a_list_that_a_program_positions_is_read_in_its_place() -> None:
    """A browser draws what is positioned behind all else."""
    inner = "<ul style='position: relative'><li>un bassin</li><li>un parc</li></ul>"
    done = lawful(Source("a.pdf", pdf(f"<h1>La piscine rouvre</h1><p>{PROSE}</p>{inner}<p>Voilà tout. {PROSE}</p>")))
    assert [type(block).__name__ for block in done.value.body][:3] == ["Para", "List", "Para"]


# -- two texts on one line --------------------------------------------------------------------------------


def halves(*words: dict[int, str]) -> list[str]:
    """How the first of several lines is parted."""
    made = [line(each, 700) for each in words]
    return ["".join(char.char for char in half).strip() for half in parted(made[0], edges_of(made))]


def test_words_at_both_edges_of_the_text_are_two_lines() -> None:
    assert halves({50: "Institut", 400: "Presse"}) == ["Institut", "Presse"]


@pytest.mark.parametrize(
    "words",
    [
        ({50: "Institut", 130: "Presse"},),  # a blank apart
        ({50: "Institut", 300: "Presse"}, {50: "Un texte", 400: "plus large"}),  # not at the right edge
        ({90: "Institut", 400: "Presse"}, {50: "Un texte"}),  # not at the left
        ({50: "Chapitre", 400: "12"},),
        ({50: "Adulte", 400: "12 €"},),
        ({50: "Un", 200: "Deux", 400: "Trois"},),
    ],
)
def test_other_gaps_part_no_line(words: tuple[dict[int, str], ...]) -> None:
    assert len(halves(*words)) == 1


def test_an_empty_page_has_no_edges() -> None:
    assert edges_of([]) == TextEdges(0, 0)
    assert list(parted([], TextEdges(0, 0))) == [[]]


# -- captions ---------------------------------------------------------------------------------------------


def told(text: str) -> Line:
    return Line(inlines(Text(of_source(text))), 1, 1)


TABLE = Table((Row((Cell((Text("1"),)),)),))


def seen(*flow: Line | Table) -> list[str]:
    return [
        f"[{plain(item.caption)}]"
        if isinstance(item, Table)
        else plain(item.children)
        if isinstance(item, Line)
        else ""
        for item in captioned(flow)
    ]


ONE, TWO = told("Tableau 1 – Les bassins"), told("Table 2: Les parcs")


@pytest.mark.parametrize(
    ("flow", "wanted"),
    [
        ((ONE, TABLE, TWO, TABLE), ["[Tableau 1 – Les bassins]", "[Table 2: Les parcs]"]),
        ((TABLE, ONE, TABLE, TWO), ["[Tableau 1 – Les bassins]", "[Table 2: Les parcs]"]),
        ((TABLE, ONE), ["[Tableau 1 – Les bassins]"]),
        ((ONE, told("Suite"), TABLE), ["Tableau 1 – Les bassins", "Suite", "[]"]),
        ((told("Tableau 1 montre les bassins."), TABLE), ["Tableau 1 montre les bassins.", "[]"]),
        ((replace(ONE, level=1), TABLE), ["Tableau 1 – Les bassins", "[]"]),
        ((TABLE, ONE, TWO), ["[Tableau 1 – Les bassins]", "Table 2: Les parcs"]),
    ],
)
def test_a_line_that_numbers_a_table_beside_it_is_its_caption(
    flow: tuple[Line | Table, ...], wanted: list[str]
) -> None:
    assert seen(*flow) == wanted


# -- notes ------------------------------------------------------------------------------------------------


def noted(words: str, mark: PdfMark) -> list[str]:
    called = row("Un mot1 de la fin", 500)._replace(marks=(PdfMark(6, 7, "raised"),))
    return [each.note for each in with_notes([called, row(words, 100)._replace(marks=(mark,))])]


def test_a_line_of_any_size_whose_mark_leads_back_is_a_note() -> None:
    assert noted("1Une note", PdfMark(0, 1, "link", "#0 50 500")) == ["", "n1"]


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("1Une note", PdfMark(0, 1, "link", "https://v.example")),
        ("1 Une partie", PdfMark(0, 12, "link", "#0 50 500")),
        ("Une note", PdfMark(0, 3, "link", "#0 50 500")),
        ("2Une note", PdfMark(0, 1, "link", "#0 50 500")),
    ],
)
def test_other_lines_that_lead_elsewhere_are_none(words: str, mark: PdfMark) -> None:
    assert noted(words, mark) == ["", ""]


def test_a_blank_of_no_width_before_a_raised_mark_is_none() -> None:
    def read(mark: str, size: float, foot: float, wide: float = 0) -> str:
        word = PlacedChar("s", (50, 55, 100, 106), 10, 100)
        blank = PlacedChar(" ", (56, 56 + wide, 100, 100), 1, 100)
        called = PlacedChar(mark, (57, 60, foot, foot + 5), size, foot)
        return "".join(char.char for _, char in _calling(enumerate((word, blank, called))))

    assert read("1", 6, 104) == "s1"
    assert [read("1", 10, 100), read("e", 6, 104), read("1", 6, 104, 2)] == ["s 1", "s e", "s 1"]


def test_a_line_to_which_a_raised_mark_leads_is_a_note_and_its_arrow_goes() -> None:
    called = row("Un mot1 de la fin", 500)._replace(marks=(PdfMark(6, 7, "raised", "#0 60 115"),))
    note = row("1. Une note.↩", 100)._replace(marks=(PdfMark(12, 13, "link", "#0 50 520"),))
    other = row("1. Un point", 300)
    found = with_notes([called, other, note])
    assert [each.note for each in found] == ["", "", "n1"]
    assert found[0].marks == (PdfMark(6, 7, "call", "n1"),)
    assert found[2].text[label_end(found[2]) : way_back(found[2])] == "Une note."
    assert way_back(other) == len(other.text)


def test_a_raised_mark_that_leads_to_other_words_calls_nothing() -> None:
    called = row("Un mot1 de la fin", 500)._replace(marks=(PdfMark(6, 7, "raised", "#0 60 115"),))
    found = with_notes([called, row("Une partie", 100)])
    assert [each.note for each in found] == ["", ""]
    assert found[0].marks == (PdfMark(6, 7, "raised"),)


def test_notes_of_a_page_behind_its_text_are_called() -> None:
    """A browser sets the marks of notes little smaller than the text, and the notes as a list in its size."""
    call = "<sup><a id=r1 href='#n1'>1</a></sup>"
    notes = "<ol><li id=n1>Une note de la ville. <a href='#r1'>↩</a></li></ol>"
    body = f"<h1>La piscine rouvre</h1><p>{PROSE[:-1]}{call}.</p><p>{TEXTS[2]}</p>{notes}"
    done = lawful(Source("a.pdf", pdf(body)))
    (note,) = [block for block in done.value.body if isinstance(block, Note)]
    assert plain(note.children) == "Une note de la ville."
    assert note.id == "n1"


@pytest.mark.parametrize(
    ("first", "second", "out"),
    [
        (("Ville", "Presse"), ("Ville", "Presse"), 4),
        (("Ville", "Presse"), ("Ville", "Mairie"), 2),
        (("Ville", "Presse"), ("Mairie", "Culture"), 0),
    ],
)
def test_what_pages_repeat_at_one_height_is_running_farther_from_the_edge(
    first: tuple[str, ...], second: tuple[str, ...], out: int
) -> None:
    pages = [
        [
            *(row(word, 700, 50 + 200 * at, 100 + 200 * at, number) for at, word in enumerate(words)),
            row(PROSE, 400, page=number),
        ]
        for number, words in enumerate((first, second))
    ]
    assert len(running_lines([*pages[0], *pages[1]])) == out


@pytest.mark.parametrize(
    ("foot", "out"),
    [
        ("Ville de Vézelin – www.vezelin.example – page 1/1", True),
        ("Voir la page 1 sur 3", False),
        ("Le lot 1/1", False),
    ],
)
def test_a_foot_that_ends_with_the_number_of_the_only_page_goes(foot: str, out: bool) -> None:
    assert bool(running_lines([row(PROSE, 400), row(foot, 10)])) is out


@pytest.mark.parametrize(
    ("foot", "out"), [("Página 1", True), ("Pág. 1 de 1", True), ("Seite 1 von 1", True), ("Plaza 1", False)]
)
def test_the_number_of_the_only_page_is_told_in_more_languages(foot: str, out: bool) -> None:
    assert bool(running_lines([row(PROSE, 400), row(foot, 10)])) is out
