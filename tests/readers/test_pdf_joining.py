"""Lines of PDFs without tags that are one paragraph, set wide, hanging, centred or broken short; and others."""

from __future__ import annotations

import pytest

from oimpress.readers.pdf.joining import LineSpacing, goes_on, right_edges, setting
from oimpress.readers.shared.pdfium import PdfLine
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_pdf import PROSE, TEXTS, paragraphs, pdf


def row(text: str, left: float = 50, right: float = 250, foot: float = 500, **more: bool | float) -> PdfLine:
    return PdfLine(text, 0, left, right, foot + 10, foot, 10, 800, **more)  # type: ignore[arg-type]


def joined(above: PdfLine, below: PdfLine, edge: float = 450, far: float = 1.75) -> bool:
    """Whether the second line goes on with the first, in a column that reaches to ``edge``."""
    return goes_on(above, above, below, LineSpacing({above: edge, below: edge}, far), heading=False)


def column(pitch: float, text: str = "et la suite de la phrase", right: float = 450) -> list[PdfLine]:
    return [row(text, right=right, foot=700 - at * pitch) for at in range(6)]


RAGGED = [each._replace(right=200 + 4 * at) for at, each in enumerate(column(20))]
RAGGED.append(row("Un texte qui va plus loin", right=450, foot=100))


@pytest.mark.parametrize(
    ("lines", "far"),
    [
        (column(20), 2.3),
        (column(14), 1.75),
        (column(20)[:3], 1.75),  # too few
        (column(20, "Une ligne"), 1.75),  # each opens anew
        (RAGGED, 1.75),  # none is full
        (column(40), 1.75),  # too far for any text
    ],
)
def test_how_far_apart_lines_stand_is_told_by_those_that_surely_go_on(lines: list[PdfLine], far: float) -> None:
    assert setting(lines).far == pytest.approx(far)


def test_paragraphs_set_wide_are_whole() -> None:
    inner = "".join(f"<p>{text}</p>" for text in TEXTS[:6])
    data = pdf(f"<h1>La piscine rouvre</h1>{inner}", "p { line-height: 1.9; margin: 1.4em 0 }")
    assert paragraphs(lawful(Source("a.pdf", data)))[:6] == TEXTS[:6]


def test_the_lines_of_an_item_go_on_where_its_words_stand() -> None:
    item = row("• un bassin et", hang=62)
    assert joined(item, row("des bancs", left=62, foot=486))
    assert joined(row("un bassin", dotted=True, hang=62), row("couvert", left=62, foot=486))


@pytest.mark.parametrize(
    ("item", "below"),
    [
        (row("• un bassin.", hang=62), row("des bancs", left=62, foot=486)),
        (row("• un bassin", hang=62), row("Le parc", left=80, foot=486)),
        (row("• un bassin", hang=62), row("le parc", left=62, foot=460)),
        (row("1. Le bassin", hang=62, item=True, bold=True), row("couvert", left=62, right=100, foot=486)),
    ],
)
def test_other_lines_below_an_item_are_none_of_its(item: PdfLine, below: PdfLine) -> None:
    assert not joined(item, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [("Communauté du Val", "d’Aune"), ("Communauté de", "Vézelin"), ("Office", "of Trade"), ("Une res-", "source")],
)
def test_a_short_line_whose_phrase_is_open_goes_on(above: str, below: str) -> None:
    assert joined(row(above), row(below, right=100, foot=486))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Awa Sow", "directrice de la régie"),
        ("Le parc est ouvert.", "de 9 h à 12 h"),
        ("Vézelin", "Description du projet"),
        ("Vézelin -", "le parc"),
    ],
)
def test_a_short_line_with_a_whole_phrase_does_not(above: str, below: str) -> None:
    assert not joined(row(above), row(below, right=100, foot=486))


def test_a_short_open_phrase_far_above_or_in_other_type_does_not_go_on() -> None:
    assert not joined(row("Communauté du Val"), row("d’Aune", right=100, foot=484))
    assert not joined(row("Communauté du Val", bold=True), row("d’Aune", right=100, foot=486))
    assert not joined(row("Communauté du Val"), row("d’Aune", left=70, right=120, foot=486))


def test_a_centred_line_that_is_full_goes_on_and_a_short_one_does_not() -> None:
    assert joined(row("Un bassin pour toutes", 52, 448), row("Et un parc", 225, 275, 486))
    assert not joined(row("Un bassin", 150, 350), row("Et un parc", 225, 275, 486))


def test_a_line_that_stands_in_behind_a_full_stop_opens_a_paragraph() -> None:
    assert not joined(row("Le bassin rouvre.", right=448), row("Le parc aussi", left=62, foot=486))
    assert joined(row("Le bassin rouvre.", right=448), row("Le parc aussi", foot=486))
    assert joined(row("Le bassin rouvre", right=448), row("ce soir", left=62, foot=486))


def test_a_wider_line_sets_no_edge_for_lines_of_one_width() -> None:
    wide, tail = row("Le service ouvre lundi", right=420, foot=520), row("deux ans.", right=120, foot=458)
    lines = [row(f"Une ligne {at}", right=250 + at / 2, foot=500 - 14 * at) for at in range(3)]
    edges = right_edges([wide, *lines, tail])
    assert [edges[line] for line in (wide, *lines, tail)] == [420, 251, 251, 251, 251]
    assert right_edges([wide, *lines[:2]])[lines[0]] == 420


def test_a_column_below_a_wide_line_of_its_size_is_paragraphs() -> None:
    column = f"<div style='width: 7cm; text-align: justify'><p>{PROSE}</p></div>"
    words = "Le nouveau service ouvre au public lundi matin, deux mois trop tôt."
    wide = f"<p style='white-space: nowrap; margin: 0'>{words}</p>"
    done = lawful(Source("a.pdf", pdf(f"<h1>Un titre</h1><p>{TEXTS[2]}</p>{wide}{column}", "p { margin: 0 }")))
    assert PROSE in paragraphs(done)


def test_a_long_line_that_no_mark_ends_goes_on_in_small_letters_wherever_it_ends() -> None:
    long = row("La chambre organise ses portes ouvertes au mois d’avril", right=300)
    assert joined(long, row("mais en mai", foot=486))
    assert not joined(long, row("Mais en mai", foot=486))
    assert not joined(long, row("mais en mai", left=70, foot=486))
    assert not joined(long._replace(text=f"{long.text},"), row("mais en mai", foot=486))
    assert not joined(row("La chambre ouvre"), row("mais pas en mai", foot=486))


def test_a_line_goes_on_in_none_beside_it() -> None:
    assert not joined(row("Ville", right=450), row("de presse", left=460, right=500))
    assert joined(row("Ville", right=450), row("de presse", left=460, right=500, foot=700))


def test_a_line_in_bold_goes_on_only_in_one_that_begins_so() -> None:
    bold = row("Syndicat des eaux du Plateau", right=448, bold=True)
    assert joined(bold, row("Vézelin, le 8 avril", foot=486, begins_bold=True))
    assert not joined(bold, row("Vézelin, le 8 avril", foot=486))


@pytest.mark.parametrize(
    ("above", "below", "goes"),
    [
        ("La chambre ouvre ses ateliers", "Deux jours durant", True),
        ("et ses ateliers", "pendant deux jours", True),
        ("020 7946 0661", "Science contact", False),
        ("La chambre ouvre ses ateliers.", "Deux jours durant", False),
    ],
)
def test_an_open_sentence_goes_on_in_the_next_column_and_a_card_does_not(above: str, below: str, goes: bool) -> None:
    assert joined(row(above, right=448), row(below, left=500, right=700, foot=700)) is goes


def test_a_line_in_bold_below_a_sentence_and_a_text_below_its_day_open_anew() -> None:
    full = row("La carte ouvre toutes les salles.", right=448)
    assert not joined(full, row("Une histoire", foot=486, bold=True))
    assert joined(full._replace(text="La carte ouvre toutes les"), row("salles", foot=486, bold=True))
    dated = row("Vézelin, le 12 mars 2026", right=448)
    assert not joined(dated, row("Huit communes", foot=486))
    assert joined(dated, row("dans huit communes", foot=486))
    assert joined(row("Vézelin compte 12 026", right=448), row("Huit communes", foot=486))
