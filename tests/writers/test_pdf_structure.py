"""What is heard of a PDF: tables, lists, contents and pictures are tagged as what they are, in their language."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader

from oimpress.model.nodes import Edition, Figure, Item, List, Para, Release, Text
from oimpress.writers.pdf.kit import write
from tests.writers.pdfs import (
    STYLE,
    reader,
    small_with,
    structure,
)
from tests.writers.test_html import png


def test_words_in_another_language_say_so() -> None:
    languages = {str(element["/Lang"]) for element in structure(reader("kit")) if "/Lang" in element}
    assert {"es", "ar", "zh"} <= languages


def test_tables_have_scopes_and_lists_have_bodies() -> None:
    scopes = [element["/A"]["/Scope"] for element in structure(reader("kit")) if element["/S"] == "/TH"]
    assert set(scopes) == {"/Row", "/Column"}
    for item in (element for element in structure(reader("kit")) if element["/S"] == "/LI"):
        assert [kid.get_object()["/S"] for kid in item["/K"]] == ["/Lbl", "/LBody"]
    for each in (element for element in structure(reader("kit")) if element["/S"] == "/L"):
        assert {kid.get_object()["/S"] for kid in each["/K"]} == {"/LI"}


def test_lists_say_how_they_count_and_stand_in_the_item_that_they_belong_to() -> None:
    inner = List((Item((Para((Text("b"),)),)),), marker="•")
    outer = List((Item((Para((Text("a"),)), inner)), Item((Para((Text("c"),)),))), ordered=True, marker="a)")
    made = PdfReader(io.BytesIO(write(small_with(outer), STYLE).value))
    lists = [element for element in structure(made) if element["/S"] == "/L"]
    assert [each["/A"]["/ListNumbering"] for each in lists] == ["/LowerAlpha", "/None"]
    assert [len(each["/K"]) for each in lists] == [2, 1]
    assert lists[1]["/P"]["/S"] == "/LBody"


def test_contents_are_tagged_as_what_they_are() -> None:
    found = [element for element in structure(reader("kit")) if element["/S"] in ("/TOC", "/TOCI")]
    assert [element["/S"] for element in found] == ["/TOC", *["/TOCI"] * 5]
    for entry in found[1:]:
        assert entry["/P"]["/S"] == "/TOC"
        assert [kid.get_object()["/S"] for kid in entry["/K"]] == ["/NonStruct", "/Reference"]


def test_running_headers_are_no_part_of_the_text() -> None:
    streams: list[Any] = [page.get_contents() for page in reader("kit").pages]
    content = b"".join(stream.get_data() for stream in streams)
    assert content.count(b"/Artifact") > len(reader("kit").pages)
    assert content.count(b"/Pagination") >= len(reader("kit").pages) - 1


def test_a_picture_without_alternative_text_is_called_by_its_caption() -> None:
    figures = (Figure("a.png", "", (Text("Une légende"),)), Figure("a.png"))
    edition = Edition((Release("a", title=(Text("T"),), body=figures),), "T", "single", assets={"a.png": png()})
    result = write(edition, STYLE)
    tags = structure(PdfReader(io.BytesIO(result.value)))
    assert [each.code for each in result.notices] == ["W008", "W008"]
    assert [str(each["/Alt"]) for each in tags if each["/S"] == "/Figure"] == ["Une légende", "Image"]
