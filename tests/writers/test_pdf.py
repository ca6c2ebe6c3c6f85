"""The press kit in PDF: its pages, its structure, what is attached, and the same bytes every time."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from oimpress.model.codec import from_xml
from oimpress.model.nodes import Cell, Code, Edition, Para, Release, Row, Table, Text
from oimpress.writers import find
from oimpress.writers.pdf.kit import write
from tests.writers import samples
from tests.writers.order import assert_in_order, squeezed
from tests.writers.pdfs import (
    EDITIONS,
    STYLE,
    information,
    made,
    pages_of,
    reader,
    small,
    small_with,
)
from tests.writers.test_html import png


@pytest.mark.parametrize("name", EDITIONS)
def test_every_word_of_every_release_stands_in_order(name: str) -> None:
    text = "\n".join(page.extract_text() for page in reader(name).pages)
    for release in EDITIONS[name]().releases:
        assert_in_order(release, text)


def test_cover_contents_and_last_page() -> None:
    pages = [squeezed(page.extract_text()) for page in reader("kit").pages]
    assert "DossierdepresseauMexique" not in pages[0]
    assert "14mai2019·5communiqués" in pages[0]
    assert pages[1].startswith("Sommaire")
    assert pages[-1].startswith("Contactspresse")
    assert "Achevédecomposer" not in pages[-1]
    assert pages[-1].count("ivivaldo@iom.int") == 1


def test_contents_name_the_page_on_which_each_release_begins() -> None:
    pages = [squeezed(page.extract_text()) for page in reader("kit").pages]
    titles = [
        "Quatorzièmeconférence",
        "Retoursvolontaires",
        "L’OIMauMexiqueetl’état",
        "L’OIMauMexiquelance",
        "Jumelage",
    ]
    starts = [pages[1].index(mark) for mark in (*titles, "Organisation")]
    for title, (start, end) in zip(titles, pairwise(starts), strict=True):
        begins = next(number for number, text in enumerate(pages[2:], 3) if title in text)
        assert pages[1][start:end].endswith(str(begins)), title


def test_a_running_header_carries_the_short_title_from_the_second_page_of_a_release() -> None:
    pages = [squeezed(page.extract_text()) for page in reader("kit").pages]
    running = squeezed("L’OIM au Mexique et l’état de Durango signent un accord de coopération…")
    assert sum(running in text for text in pages) == 1


def test_pages_are_counted() -> None:
    pages = [squeezed(page.extract_text()) for page in reader("kit").pages]
    assert f"2/{len(pages)}" in pages[1]
    assert f"1/{len(pages)}" not in pages[0]


def test_bookmarks_name_contents_releases_and_contacts() -> None:
    titles = [each.title for each in reader("kit").outline if not isinstance(each, list)]
    assert titles[0] == "Sommaire"
    assert titles[-1] == "Contacts presse"
    assert len(titles) == 7


def test_the_canonical_xml_of_every_release_is_attached() -> None:
    attached = reader("kit").attachments
    releases = {release.id: release for release in samples.edition().releases}
    assert sorted(attached) == sorted(f"{name}.xml" for name in releases)
    for name, release in releases.items():
        assert from_xml(attached[f"{name}.xml"][0]) == release
    root: Any = reader("kit").trailer["/Root"]
    kinds = {str(file.get_object()["/AFRelationship"]) for file in root["/AF"]}
    assert (len(root["/AF"]), kinds) == (5, {"/Source"})


def test_the_title_is_shown_and_the_language_is_named() -> None:
    root: Any = reader("kit").trailer["/Root"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert information(made("kit")).title == samples.edition().title


def test_pages_are_called_by_the_numbers_that_they_print() -> None:
    labels = reader("kit").page_labels
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    for label, page in list(zip(labels, reader("kit").pages, strict=True))[1:]:
        assert f"{label}\u202f/\u202f{len(labels)}" in page.extract_text()


def test_every_link_has_words_and_leads_somewhere_safe() -> None:
    for name in ("kit", "hostile"):
        links = [note.get_object() for page in reader(name).pages for note in page.get("/Annots", ())]
        assert links
        for link in links:
            assert link["/Contents"]
            assert "/Dest" in link or str(link["/A"]["/URI"]).startswith(("http://", "https://", "mailto:", "tel:"))


def test_pictures_come_along_and_missing_ones_are_told() -> None:
    edition = Edition((samples.journey(),), "Retours", "single")
    assert [each.code for each in write(edition, STYLE).notices] == ["W001"]
    result = write(replace(edition, assets={"images/retour.jpg": png()}), STYLE)
    assert result.notices == ()
    assert len(PdfReader(io.BytesIO(result.value)).pages[0].images) == 1


def test_a_character_that_no_font_holds_is_told_once_and_replaced() -> None:
    body = (Para((Text("Un signe rare\u00a0: \U0001f4de, et encore \U0001f4de."),)),)
    result = write(small(releases=(Release("a", title=(Text("T"),), body=body),)), STYLE)
    assert [(each.code, each.detail) for each in result.notices] == [("W005", "\U0001f4de U+1F4DE TELEPHONE RECEIVER")]
    assert PdfReader(io.BytesIO(result.value)).pages[0].extract_text().count("\ufffd") == 2


def test_no_file_and_no_network_is_reached_from_content(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    data = write(samples.hostile(), STYLE).value
    assert b"root:" not in data


def test_code_is_set_in_letters_of_one_width() -> None:
    made = PdfReader(io.BytesIO(write(small_with(Para((Code((Text("l10n"),)),))), STYLE).value))
    fonts: Any = made.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert any("Source-Code-Pro" in font["/BaseFont"] for font in fonts.values())


def test_contents_tell_the_pages_behind_a_turned_table() -> None:
    row = Row(tuple(Cell((Text("100\u202f000"),)) for _ in range(24)))
    first = replace(small_with(Table((row,) * 3)).releases[0], id="b")
    pages = pages_of(replace(small(), releases=(first, *small().releases), kind="press-kit"), STYLE)
    begins = [number for number, text in enumerate(pages, 1) if "Un titre" in text.split("\n")[0]]
    assert begins == [3, 5]
    assert re.findall(r"Un titre\s(\d+)", pages[1]) == ["3", "5"]


def test_format() -> None:
    form = find("pdf")
    assert (form.name, form.extension, form.scope) == ("pdf", ".pdf", "edition")
