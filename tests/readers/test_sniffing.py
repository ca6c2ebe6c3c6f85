"""Content tells the reader; the name only where the content can be read both ways."""

from __future__ import annotations

import subprocess
import sys

import pytest

from oimpress.errors import InvalidRelease, ReadError
from oimpress.pipeline import normalise_source
from oimpress.readers import find
from oimpress.sources import Source, is_source
from tests.readers.word import p, packed, word

ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"
RELEASE = b'<?xml version="1.0"?>\n<release xmlns="urn:oimpress:release:1" id="a" xml:lang="fr" kind="other">'


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.txt", b"Un titre\n\nDu texte.", "text"),
        ("a", b"<!DOCTYPE html><p>x", "html"),
        ("a.txt", b"\xef\xbb\xbf\n<!-- saved -->\n<HTML><body>x", "html"),
        ("a.xml", b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>', "html"),
        ("a.html", "<!doctype html><p>é".encode("utf-16"), "html"),
        ("a.html", b"<div><p>Un fragment</p></div>", "html"),
        ("bytes", b"<div><p>Un fragment</p></div>", "html"),
        ("a.txt", b"<p> dans un texte n'est pas une page", "text"),
        ("a.html", b"Un texte sans balise, mal nomm\xc3\xa9", "text"),
        ("a.txt", b'"http://x.test" target="_blank">reste', "text"),
        ("a.txt", RELEASE, "xml"),
        ("a.xml", b"<release xmlns='urn:oimpress:release:1'>", "xml"),
        ("a.docx", word(p("x")).data, "docx"),
        ("a.bin", word(p("x")).data, "docx"),
        ("a.docx", packed({"x": "y"}), "docx"),
        ("a.zip", packed({"x": "y"}), "text"),
        ("a.docx", b"Un texte mal nomm\xc3\xa9", "text"),
    ],
)
def test_the_reader_of(name: str, data: bytes, reader: str) -> None:
    assert find(Source(name, data)).name == reader


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("kit.zip", packed({"x": "y"}), "save it as .docx"),
        ("vieux.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "without a password, or run: soffice"),
        ("page.mht", b"From: <Saved by Blink>\r\nContent-Type: multipart/related", "save the page as HTML"),
        ("a.rtf", rb"{\rtf1\ansi x}", "save it as .docx, or run: soffice --headless --convert-to docx a.rtf"),
        ("a.odt", ODT, "or run: soffice --headless --convert-to docx a.odt"),
    ],
)
def test_what_no_reader_takes_is_refused_with_a_remedy(name: str, data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as refused:
        normalise_source(Source(name, data))
    assert str(refused.value).startswith(name)


def test_xml_that_is_no_release_is_refused_with_its_line() -> None:
    with pytest.raises(InvalidRelease, match=r"a\.xml:2"):
        normalise_source(Source("a.xml", RELEASE))


@pytest.mark.parametrize(
    "name", ["a.html", "a.HTM", "a.docx", "a.txt", "a.xml", "a.eml", "a.mbox", "a.md", "a.rss", "a.atom"]
)
def test_folders_give_every_kind_of_source(name: str) -> None:
    from pathlib import PurePath

    assert is_source(PurePath(name))
    assert not is_source(PurePath("." + name))
    assert not is_source(PurePath(name).with_stem("README"))


def test_a_reader_is_loaded_when_a_source_wants_it() -> None:
    code = "import sys, oimpress.pipeline, oimpress.readers.html.page; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"trafilatura", "oimpress.readers.docx.document"} & set(loaded)
