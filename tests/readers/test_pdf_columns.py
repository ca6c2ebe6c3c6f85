"""Tables of PDFs that no rules draw: columns where gaps part the words of lines; letters, powers and marks of notes."""

from __future__ import annotations

from typing import Any

import pytest

from oimpress.model.nodes import Call, Note, Para, Table
from oimpress.model.runs import plain
from oimpress.model.walk import every_block
from oimpress.pipeline import Normalised
from oimpress.readers.pdf.items import with_labels
from oimpress.readers.pdf.notes import with_notes
from oimpress.readers.pdf.running import running_lines
from oimpress.readers.shared.pdfchars import PlacedChar, _composed, raised
from oimpress.readers.shared.pdfcolumns import aligned_tables, chunks_of
from oimpress.readers.shared.pdfium import PdfLine, PdfMark
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_pdf import PROSE, pdf

SIZE, LEADING = 10.0, 14.0


def line(words: dict[int, str], foot: float, size: float = SIZE) -> list[PlacedChar]:
    """A line of words by where they begin; each letter is half as wide as its type is high."""
    half = size / 2
    return [
        PlacedChar(char, (left + at * half, left + (at + 1) * half, foot, foot + size), size, foot)
        for left, text in words.items()
        for at, char in enumerate(f"{text} ")
    ]


def lines(*rows: dict[int, str], pitch: float = LEADING) -> list[list[PlacedChar]]:
    return [line(words, 700 - at * pitch) for at, words in enumerate(rows)]


def sizes(found: list[list[PlacedChar]]) -> list[tuple[int, int]]:
    """Rows and columns of each table."""
    return [(table.cells[-1].row + 1, table.cells[-1].column + 1) for table in aligned_tables(found)]


COUNTED = ({50: "Ville", 150: "Habitants"}, {50: "Aune", 150: "120"}, {50: "Bief", 150: "4 300"})
WORDS = ({50: "Jour", 150: "Lieu"}, {50: "Lundi", 150: "Halle"}, {50: "Mardi", 150: "Verger"})


THREE = ({50: "Jour", 150: "Lieu", 230: "Prix"}, *WORDS[1:], {50: "Jeudi", 150: "Cour", 230: "5 €"})
AIDS = tuple({50: "Vélo", 150: "sans condition de revenu"} for _ in range(5))  # one column of small letters
PEOPLE = ({50: "Aubin", 150: "Nérac"}, {50: "Ville", 150: "Verger"}, {50: "06 12 34", 150: "01 44 55"})


@pytest.mark.parametrize("rows", [COUNTED, WORDS, COUNTED[1:], THREE, AIDS, PEOPLE])
def test_lines_whose_gaps_stand_below_each_other_are_a_table(rows: tuple[dict[int, str], ...]) -> None:
    assert sizes(lines(*rows)) == [(len(rows), max(map(len, rows)))]


@pytest.mark.parametrize(
    "rows",
    [
        WORDS[:2],  # two lines of words: a letterhead
        ({50: "1.", 70: "Ouvrir"}, {50: "2.", 70: "Fermer"}, {50: "3.", 70: "Louer"}),  # labels of items
        ({50: "Lundi", 150: "Halle"}, {50: "Un texte qui va par-dessus les deux colonnes"}, {50: "Mardi", 150: "Cour"}),
        ({50: "Jour", 150: "Lieu"}, {62: "Lundi", 171: "Halle"}, {50: "Mardi", 190: "Verger"}),  # nothing below another
        tuple({50: "la commune rouvre sa halle", 250: "et le marché aura lieu demain"} for _ in range(5)),  # prose
    ],
)
def test_other_lines_with_gaps_are_no_table(rows: tuple[dict[int, str], ...]) -> None:
    assert sizes(lines(*rows)) == []


def test_a_table_ends_where_its_lines_stand_far_apart_or_in_other_type() -> None:
    assert sizes([*lines(*COUNTED), line({50: "Cure", 150: "9"}, 600)]) == [(3, 2)]
    assert sizes([*lines(*COUNTED), line({50: "Cure", 150: "9"}, 658, size=14)]) == [(3, 2)]
    assert sizes([*lines(*COUNTED), line({50: "Un mot"}, 658)]) == [(3, 2)]


def test_rows_are_told_by_the_room_above_them_or_by_their_first_cell() -> None:
    roomy = [
        line({50: "Jour", 150: "Lieu"}, 700),
        line({50: "Lundi", 150: "Halle aux"}, 680),
        line({150: "grains"}, 668),
    ]
    assert sizes([*roomy, line({50: "Mardi", 150: "Verger"}, 648), line({50: "Jeudi", 150: "Cour"}, 628)]) == [(4, 2)]
    tight = ({50: "Jour", 150: "Lieu"}, {50: "Lundi", 150: "Halle aux"}, {150: "grains"}, {50: "Mardi", 150: "Verger"})
    assert sizes(lines(*tight)) == [(3, 2)]


def test_cells_that_were_set_one_after_the_other_stand_in_one_row() -> None:
    parts = [line({50: "Lundi", 150: "Halle aux"}, 680), line({150: "grains"}, 668), line({250: "Midi"}, 680)]
    head, last = line({50: "Jour", 150: "Lieu", 250: "Heure"}, 700), line({50: "Mardi", 150: "Cour", 250: "Soir"}, 648)
    assert sizes([head, *parts, last]) == [(3, 3)]


def test_chunks_keep_their_blanks() -> None:
    assert [chunk.text for chunk in chunks_of(line({50: "Val d’Aune", 150: "4 300"}, 700))] == ["Val d’Aune", "4 300"]


# -- letters and marks ------------------------------------------------------------------------------------


def composed(*chars: PlacedChar) -> str:
    return "".join(char.char for _, char in _composed(enumerate(chars)))


def test_an_accent_drawn_over_a_letter_is_its_accent() -> None:
    over, letter = PlacedChar("´", (11, 14, 7, 9), 10), PlacedChar("e", (10, 15, 0, 6), 10)
    assert composed(over, letter) == "é"
    assert composed(over._replace(char="ˆ"), letter._replace(char="ı")) == "î"
    assert composed(over, letter._replace(box=(20, 25, 0, 6))) == "´e"
    assert composed(over, letter._replace(char="x")) == "´x"
    assert composed(letter, over) == "e´"


def test_what_is_small_and_high_or_drawn_so_is_raised() -> None:
    text = line({50: "Un mot de la fin"}, 700)
    small = PlacedChar("2", (130, 133, 704, 709), 6, 704)
    assert raised([*text, small]) == [(17, 18)]
    assert raised([*text, small._replace(size=10, foot=700, box=(130, 133, 704, 709))]) == [(17, 18)]
    assert raised([*text, small._replace(foot=700, box=(130, 133, 700, 705))]) == []
    assert raised([*text, small._replace(char="e")]) == []
    assert raised([*text, small, small._replace(char="e")]) == []


def row(text: str, bottom: float = 500, size: float = 10, page: int = 0, **fields: Any) -> PdfLine:
    return PdfLine(text, page, 100, 100 + 5 * len(text), bottom + size, bottom, size, 1000)._replace(**fields)


MARK = (PdfMark(6, 7, "raised"),)


def test_a_small_line_whose_mark_the_text_calls_is_a_note() -> None:
    called = row("Un mot1 de la fin", marks=MARK)
    found = with_notes([called, row("1 Une note", 300, 8), row("qui va", 291, 8), row("Un autre texte")])
    assert [(each.text, each.note) for each in found[2:]] == [("1 Une note", "n1"), ("qui va", "n1")]
    assert found[0].marks == (PdfMark(6, 7, "call", "n1"),)


@pytest.mark.parametrize(
    "other",
    [
        [row("1 Une note", 300, 10)],  # no smaller
        [row("2 Une note", 300, 8)],  # not called
        [row("Une note", 300, 8)],  # no mark
    ],
)
def test_other_lines_are_no_notes(other: list[PdfLine]) -> None:
    found = with_notes([row("Un mot1 de la fin", marks=MARK), *other])
    assert not any(each.note for each in found)
    assert found[0].marks == MARK


def test_a_power_calls_no_note() -> None:
    found = with_notes([row("35 m2 de jardin", marks=(PdfMark(4, 5, "raised"),)), row("2 Une note", 300, 8)])
    assert [mark.kind for mark in found[0].marks] == ["raised"]


def test_marks_may_begin_anew_on_each_page() -> None:
    pages = [[row("Un mot1 de la fin", page=at, marks=MARK), row("1 Une note", 300, 8, page=at)] for at in (0, 1)]
    found = with_notes([*pages[0], *pages[1]])
    assert [each.marks[0].to for each in found[:2]] == ["n1", "n2"]


def test_a_number_alone_at_the_foot_of_its_page_is_of_the_page() -> None:
    pages = [[row("Un texte qui va", 500, page=at), row(f"{at + 1}", 125, page=at)] for at in (0, 1)]
    assert running_lines([*pages[0], *pages[1]]) == {1, 3}
    assert running_lines([*pages[0], *pages[1], row("Une ligne", 110), row("Une ligne", 110, page=1)]) == set()


def test_a_one_alone_at_the_foot_of_the_only_page_is_its_number() -> None:
    text = row("Un texte qui va", 500)
    assert running_lines([text, row("1", 125)]) == {1}
    assert running_lines([text, row("1", 300)]) == running_lines([text, row("7", 60)]) == set()
    assert running_lines([text, row("1", 95), row("Ville de Vézelin", 60)]) == set()


def test_numbers_in_order_and_dashes_set_in_begin_items() -> None:
    page = [row("1. Ouvrir", 500), row("2. Fermer", 486), row("9. Louer", 472)]
    assert [each.item for each in with_labels(page)] == [True, True, False]
    dashes = [row("Un texte"), row("— Ouvrir", 486, left=120), row("— Fermer", 472, left=120), row("– dit-il", 458)]
    assert [each.item for each in with_labels(dashes)] == [False, True, True, False]


TABLE = "".join(
    f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    for cells in (("Surface", "Loyer"), ("20 m<sup>2</sup>", "90 €"), ("60 m<sup>2</sup>", "240 €"))
)
STYLE = "td { padding-right: 30pt } sup { font-size: 60%; vertical-align: super; line-height: 0 } .n { font-size: 80% }"


@pytest.fixture(scope="module")
def done() -> Normalised:
    called = "Les ateliers sont loués à des prix modérés<sup>1</sup>, dit la ville."
    body = f"<p>{PROSE} {called}</p><table>{TABLE}</table><p>{PROSE}</p><p class=n><sup>1</sup> Selon leur surface.</p>"
    return lawful(Source("a.pdf", pdf(f"<h1>La halle rouvre</h1>{body}", STYLE)))


def test_a_table_without_rules_its_powers_and_a_note_come_out_as_such(done: Normalised) -> None:
    blocks = list(every_block(done.value.body))
    (table,) = [block for block in blocks if isinstance(block, Table)]
    words = [[plain(cell.children).replace("\u00a0", " ") for cell in each.cells] for each in table.rows]
    assert words == [["Surface", "Loyer"], ["20 m²", "90 €"], ["60 m²", "240 €"]]
    (note,) = [block for block in blocks if isinstance(block, Note)]
    assert plain(note.children) == "Selon leur surface."
    (call,) = [each for block in blocks if isinstance(block, Para) for each in block.children if isinstance(each, Call)]
    assert call.to == note.id
