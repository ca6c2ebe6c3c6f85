"""Columns of figures: which stand at the right, and which with their ones below each other."""

from __future__ import annotations

import io
import re
from email import message_from_bytes, policy

import pytest
from pypdf import PdfReader

from oimpress.model.grid import GridPlace
from oimpress.model.nodes import Block, Cell, Edition, Para, Release, Row, Table, Text
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.plain.lines import grid
from oimpress.writers.tabular import layout
from tests.writers.word_parts import of

STYLE = load_style("oim")
SPENT = ("1\u202f245,5", "980", "–", "9,25")


def column(*numbers: str) -> Table:
    """A table of one column of ``numbers`` beside one of words."""
    head = Row((Cell((Text("Poste"),), True), Cell((Text("M€"),), True)))
    return Table((head, *(Row((Cell((Text("Lycées"),)), Cell((Text(number),)))) for number in numbers)))


def lacking(table: Table) -> list[str]:
    made_of = layout(table)
    return [made_of.lacking(row[1]) for row in made_of.grid.rows[made_of.grid.heads :]]


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        (SPENT, ["0", ",00", "", ""]),
        (("12,5\u00a0%", "8\u00a0%", "n.d."), ["", ",0", ""]),
        (("+0.5", "−1.25"), ["0", ""]),
        (("0,125", "12,5"), ["", "00"]),
        (("1.234,5", "900"), ["", ",0"]),
    ],
)
def test_numbers_leave_room_for_the_places_that_they_lack(numbers: tuple[str, ...], wanted: list[str]) -> None:
    assert [re.sub(r"\d", "0", each) for each in lacking(column(*numbers))] == wanted


@pytest.mark.parametrize(
    "numbers",
    [
        ("12", "1\u202f000"),  # nobody has a fraction
        ("1,5", "2,5"),  # all have the same
        ("1,234", "900"),  # perhaps thousands
        ("1.5", "2,25"),  # two signs: which of them parts thousands is not known
        ("1,5\u00a0%", "2,25\u00a0€"),  # of two units the ends stand below each other
        ("1,5", "deux"),  # not a column of figures
    ],
)
def test_other_columns_leave_none(numbers: tuple[str, ...]) -> None:
    assert set(lacking(column(*numbers))) == {""}


def test_heads_and_centred_cells_leave_none() -> None:
    made_of = layout(column(*SPENT))
    assert made_of.lacking(GridPlace(Cell((Text("2026"),), True), 1)) == ""
    assert made_of.lacking(GridPlace(Cell((Text("2026"),), align="center"), 1)) == ""


def test_plain_text_shows_the_ones_below_each_other() -> None:
    lines = list(grid(layout(column(*SPENT)), 72))
    ones = [line.index(number) + len(number) for line, number in zip(lines[2:], ("245", "980", "–", "9"), strict=True)]
    assert ones[0] == ones[1] == ones[3]


def test_word_has_a_style_for_each_count_of_places() -> None:
    opened = of(column(*SPENT))
    indents = opened.values("//w:style[contains(w:name/@w:val, '+ Less')]/w:pPr/w:ind/@w:right", "word/styles.xml")
    whole, tenths = sorted(map(int, indents), reverse=True)
    assert whole == pytest.approx(2.5 * tenths, abs=2)  # a comma is half as wide as a figure


def page(form: str, *blocks: Block) -> bytes:
    release = Release("a", title=(Text("Un titre"),), body=(Para((Text("Un paragraphe."),)), *blocks))
    return find(form).write(Edition((release,), "Un titre", "single"), STYLE).value


def test_a_pdf_sets_the_ones_below_each_other_and_says_no_more_than_the_numbers() -> None:
    ends: dict[str, float] = {}

    def meet(text: str, _: object, matrix: list[float], *__: object) -> None:
        if re.fullmatch(r"\s*(980|9,25)\s*", text):
            ends[text.strip()] = matrix[4]

    shown = PdfReader(io.BytesIO(page("pdf", column(*SPENT)))).pages[0].extract_text(visitor_text=meet)
    assert ends["9,25"] - ends["980"] == pytest.approx(
        2 * 0.497 * 9.2 / 0.75, abs=0.3
    )  # two figures of 9.2 pt, in CSS pixels
    assert ",00" not in shown
    assert "980" in shown


def test_a_page_says_no_more_than_the_numbers() -> None:
    made = page("html", column(*SPENT)).decode()
    assert re.search(r'<td class="end" data-behind=",\d\d">980</td>', made)
    assert "attr(data-behind)" in made


def test_a_mail_which_knows_no_such_styles_has_spaces_as_wide_as_figures() -> None:
    message = message_from_bytes(page("digest", column(*SPENT)), policy=policy.default)
    html = message.get_body(("html",))
    assert html is not None
    assert ">980\u2008\u2007\u2007<" in html.get_content()
