"""The pages of the book: a mark where each release begins, then every standard page; the list names them all."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from oimpress.model.nodes import Edition, Para, Release, Text
from oimpress.style import load_style
from oimpress.writers.epub.book import write
from oimpress.writers.epub.breaks import CHARACTERS

NAMES = {"h": "http://www.w3.org/1999/xhtml", "e": "http://www.idpf.org/2007/ops"}


def book(*releases: Release) -> zipfile.ZipFile:
    edition = Edition(releases, "Kit")
    return zipfile.ZipFile(io.BytesIO(write(edition, load_style("oim")).value))


def release(name: str, paragraphs: int) -> Release:
    return Release(name, title=(Text(name),), body=(Para((Text("x" * (CHARACTERS // 2)),)),) * paragraphs)


def test_the_list_names_every_mark_in_order() -> None:
    archive = book(release("a", 1), release("b", 6))
    nav = etree.fromstring(archive.read("EPUB/nav.xhtml"))
    links = nav.xpath("//h:nav[@e:type='page-list']//h:a", namespaces=NAMES)
    assert [link.text for link in links] == ["1", "2", "3", "4"]
    for link in links:
        file, _, name = link.get("href").partition("#")
        page = etree.fromstring(archive.read(f"EPUB/{file}"))
        (mark,) = page.xpath(f"//*[@id='{name}']")
        assert mark.get("role") == "doc-pagebreak"
        assert mark.get("aria-label") == link.text


def test_marks_leave_the_words_as_they_are() -> None:
    page = etree.fromstring(book(release("b", 6)).read("EPUB/release-001.xhtml"))
    paragraphs = page.xpath("//h:section//h:p[contains(., 'x')]", namespaces=NAMES)
    assert ["".join(paragraph.itertext()) for paragraph in paragraphs] == ["x" * (CHARACTERS // 2)] * 6
