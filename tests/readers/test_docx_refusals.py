"""Documents that cannot be read are refused by name, with what was found and what to do."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from oimpress.errors import ReadError
from oimpress.pipeline import normalise_source
from oimpress.readers.docx import package as docx_package
from oimpress.sources import Source
from tests.readers.word import SPACES, p, packed, related, word, word_of

MAIN = {"_rels/.rels": related(d="officeDocument word/document.xml")}


def refused(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as found:
        normalise_source(Source("lettre.docx", data))
    assert str(found.value).startswith("lettre.docx: ")


def test_a_broken_archive() -> None:
    refused(word(p("x")).data[:-30], "damaged .* save it again")
    refused(b"PK\x03\x04", "damaged")


def test_an_archive_without_a_document() -> None:
    refused(packed({"[Content_Types].xml": "<x/>"}), "no document in this file; save it as a Word document")


def test_xml_that_is_none() -> None:
    refused(packed(MAIN | {"word/document.xml": "<w:document"}), r"damaged \(word/document\.xml")


def test_entities_are_never_read() -> None:
    entity = f'<!DOCTYPE x [<!ENTITY e "ha"> ]><w:document {SPACES}><w:body>&e;</w:body></w:document>'
    refused(packed(MAIN | {"word/document.xml": entity}), "document type declaration")


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "LARGEST_PART", 1_000_000)
    body = f"<w:document {SPACES}><w:body>{p('0' * 2_000_000)}</w:body></w:document>"
    data = packed(MAIN | {"word/document.xml": body})
    assert len(data) < 10_000
    refused(data, "unpacks to more than 1 MB")


def test_damaged_content_of_a_part() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    refused(out.getvalue().replace(b"<w:document/>", b"<w:document!>"), "damaged")


def test_a_document_without_words() -> None:
    refused(word(p() + p(" ")).data, "no text was found in this document")


def test_elements_without_end() -> None:
    refused(word("<w:ins>" * 100 + p("x") + "</w:ins>" * 100).data, "damaged .*nest over")


def test_many_parts_that_are_a_bomb_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "LARGEST_TOGETHER", 1_000_000)
    pages = {f"header{number}": p("0" * 400_000) for number in range(1, 5)}
    refused(word(p("Un titre"), **pages).data, "unpacks to more than")


def test_a_damaged_chart_stops_nothing() -> None:
    files = {"word/charts/c.xml": "<c:chart"}
    source = word_of(
        p("Un titre", style="Titre") + p("Du texte."), "lettre.docx", {}, {"g": "chart charts/c.xml"}, files
    )
    assert "Du texte." in str(normalise_source(source).value)


def test_an_encrypted_document_is_told_with_what_to_do() -> None:
    refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "without a password"
    )


def test_a_truncated_document_at_any_place() -> None:
    data = word(p("Un titre", style="Titre") + p("Du texte.")).data
    for size in range(40, len(data) - 1, 97):
        refused(data[:size], "damaged")
