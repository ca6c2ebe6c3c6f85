"""« Paris – 1er mars 2026 » with the end of its ordinal set high, in every format that knows how."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from lxml import html as lxml_html

from oimpress.model.nodes import Date, Dateline, Edition, Para, Place, Release, Text
from oimpress.pdfium import opened
from oimpress.sources import Source
from oimpress.style import load_style, styles
from oimpress.writers import find
from oimpress.writers.mail.message import html_of
from tests.readers.laws import lawful
from tests.writers.word_parts import Opened

SAID = Dateline(Place("Paris", "FR"), Date("1er\u00a0mars 2026", "2026-03-01"))
RELEASE = Release("r", title=(Text("Un titre"),), dateline=SAID, body=(Para((Text("Un paragraphe."),)),))
EDITION = Edition((RELEASE,), "Un titre", "single")


def of_format(name: str, style: str = "oim") -> bytes:
    return find(name).write(EDITION, load_style(style)).value


def page(name: str) -> str:
    match name:
        case "html":
            return of_format(name).decode()
        case "epub":
            return zipfile.ZipFile(BytesIO(of_format(name))).read("EPUB/release-001.xhtml").decode()
        case _:
            return html_of(EDITION, load_style())


@pytest.mark.parametrize("name", ["html", "epub", "mail"])
def test_ordinals_are_set_high_on_pages(name: str) -> None:
    (line,) = lxml_html.fromstring(page(name).encode()).xpath("//p[@class='dateline']")
    assert line.text_content() == "Paris – 1er\u00a0mars 2026"
    assert [each.text for each in line.iter("sup")] == ["er"]


def test_ordinals_are_set_high_in_word_and_come_back() -> None:
    data = of_format("docx")
    raised = "//w:p[w:pPr/w:pStyle/@w:val='PressDateline']/w:r[w:rPr/w:rStyle/@w:val='PressSuperscript']/w:t/text()"
    assert Opened(data).values(raised) == ["er"]
    assert lawful(Source("a.docx", data)).value.dateline == SAID


@pytest.mark.parametrize("style", styles())
def test_ordinals_are_set_high_in_print(style: str) -> None:
    figure, letter = feet(re.compile(r"Paris – (1)\s*(e)r"), of_format("pdf", style))
    assert letter > figure + 1


def feet(words: re.Pattern[str], data: bytes) -> Iterator[float]:
    """Where the groups of ``words`` stand on the first page, in points from its foot."""
    with opened(data, "a.pdf") as file:
        text: Any = file[0].get_textpage()
        found = words.search(text.get_text_range())
        assert found
        for group in range(1, words.groups + 1):
            yield text.get_charbox(found.start(group))[1]
