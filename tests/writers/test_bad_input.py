"""What nobody lays out by hand – 40 columns, a cell of 5,000 words, 500 notes, broken pictures – in every format."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from PIL import Image
from pypdf import PdfReader

from oimpress.model.nodes import Block, Call, Cell, Edition, Figure, Note, Para, Release, Row, Table, Text
from oimpress.notices import Result
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.pdf import footarea
from tests.writers.test_drawings import RECT, svg
from tests.writers.word_parts import Opened
from tests.writers.wordorder import missing

STYLE = load_style("oim")
EVERY = ("pdf", "docx", "epub", "html", "digest", "text", "markdown")


def para(words: str) -> Para:
    return Para((Text(words),))


def edition(*blocks: Block, **assets: bytes) -> Edition:
    release = Release("a", title=(Text("Un titre"),), body=(para("avant"), *blocks, para("après")))
    return Edition((release,), "Un titre", "single", assets={f"{name}.png": data for name, data in assets.items()})


def written(form: str, made: Edition) -> Result[bytes]:
    return find(form).write(made, STYLE)


def pages_of(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


@cache
def forty_columns() -> Edition:
    cells = [[f"colonne{at}" if not row else f"{row},{at:02}" for at in range(40)] for row in range(6)]
    rows = (Row(tuple(Cell((Text(words),), not number) for words in row)) for number, row in enumerate(cells))
    return edition(Table(tuple(rows)))


@cache
def long_cell() -> Edition:
    words = " ".join(f"mot{number}" for number in range(5000))
    return edition(Table((Row((Cell((Text("Un"),)), Cell((Text(words),)))), Row((Cell((Text("Deux"),)),)))))


@pytest.mark.parametrize("made", [forty_columns, long_cell])
@pytest.mark.parametrize("form", ["html", "text", "docx"])
def test_a_table_loses_no_word(form: str, made: object) -> None:
    assert callable(made)
    data = written(form, made()).value
    assert missing(made(), Opened(data).text() if form == "docx" else data.decode()) == []


def test_forty_columns_stand_on_a_turned_page_of_a_pdf() -> None:
    before, turned, *_ = pages_of(written("pdf", forty_columns()).value)
    assert "avant" in before
    assert len(set(re.findall(r"\d,\d\d", turned))) == 5 * 40


def test_a_word_document_gives_forty_columns_a_turned_page_and_the_smallest_type() -> None:
    opened = Opened(written("docx", forty_columns()).value)
    assert opened.values("//w:sectPr/w:pgSz/@w:orient") == ["landscape"]
    assert {"Press Cell + Tiny", "Press Cell Header + Tiny"} <= {
        name.removesuffix(" + Figure") for name in opened.values("//w:style/w:name/@w:val", "word/styles.xml")
    }


@pytest.mark.campaign
def test_a_pdf_goes_on_overleaf_with_a_cell_of_5_000_words() -> None:
    shown = pages_of(written("pdf", long_cell()).value)
    assert len(set(re.findall(r"mot\d+", "".join(shown)))) == 5000
    assert "après" in shown[-1]


def with_notes(count: int, each: int = 5) -> Edition:
    """Paragraphs that call so many notes each, until there are ``count``."""
    runs = [range(first, first + each) for first in range(0, count, each)]
    calls = [Para(tuple(Call(f"n{at}", (Text(f"{at}"),)) for at in run)) for run in runs]
    notes = [Note((Text(f"Rapport numéro{at}."),), f"n{at}") for at in range(count)]
    return edition(*calls, *notes)


def test_notes_stand_as_they_did_when_each_laid_out_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """The room that is added up is the room that WeasyPrint finds."""
    made = with_notes(27, each=3)
    quick = written("pdf", made).value
    monkeypatch.setattr(footarea, "FEW", 1000)
    assert written("pdf", made).value == quick


@pytest.mark.campaign
def test_500_notes_are_all_at_the_foot_of_a_page() -> None:
    shown = pages_of(written("pdf", with_notes(500)).value)
    assert sorted(map(int, re.findall(r"numéro(\d+)", "".join(shown)))) == list(range(500))
    assert len(shown) < 40


@pytest.mark.parametrize("form", ["html", "docx", "text", "markdown"])
def test_500_notes_are_held_in_every_other_format(form: str) -> None:
    data = written(form, with_notes(500)).value
    shown = Opened(data).text() if form == "docx" else data.decode().partition("<!--")[0]
    assert sorted(map(int, re.findall(r"numéro(\d+)", shown))) == list(range(500))


def png(**options: object) -> bytes:
    Image.new("RGB", (40, 30), "#336699").save(out := io.BytesIO(), "PNG", **options)
    return out.getvalue()


BROKEN = {
    "empty": b"",
    "words": b"no picture",
    "cut": png()[:60],
    "page": b"<html><body>x</body></html>",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\nshowpage\n",
    "gif": b"GIF89a" + b"\xff" * 40,
    "drawing": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='/etc/passwd'/></svg>",
    "round": svg('<g id="a"><use href="#a"/></g>' + RECT),
    "pdf": b"%PDF-1.7\n%%EOF",
    "icon": b"\0\0\1\0\1\0\x10\x10" + b"\0" * 60,
}


@pytest.mark.parametrize("form", EVERY)
def test_broken_pictures_leave_their_captions_and_are_told(form: str) -> None:
    figures = [Figure(f"{name}.png", "Un pont", (Text(f"légende-{name}"),)) for name in BROKEN]
    made = written(form, edition(*figures, **BROKEN))
    if find(form).pictures:
        assert [each.detail for each in made.notices if each.code == "W001"] == [f"{name}.png" for name in BROKEN]
    if form in ("html", "text", "markdown"):
        assert all(f"légende-{name}" in made.value.decode() for name in BROKEN)
    assert b"passwd" not in made.value
