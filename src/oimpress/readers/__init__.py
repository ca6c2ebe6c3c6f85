"""The readers: what turns the bytes of a source into a draft.

A reader is a module with ``read(source)``; which one a source wants is told by its content, and by its name where the
content can be read both ways.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from oimpress.sources import Source

if TYPE_CHECKING:
    from oimpress.model.draft import Draft
    from oimpress.notices import Result
    from oimpress.readers.text import SourceText

Reader: TypeAlias = Literal["xml", "docx", "html", "text"]

ZIP = b"PK\x03\x04"
MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body)\b", re.I | re.DOTALL
)
TAG = re.compile(rb"</?(?:html|head|body|meta|title|main|article|section|div|p|h[1-6]|table|ul|span|br)\b[^<>]*>", re.I)


def read(source: Source) -> tuple[Sequence[Result[Draft]], SourceText | None]:
    """A draft for each release in ``source`` and the text their offsets count in; no text for one taken as it is.

    Only our own Word documents hold several. Raises ReadError for what cannot be read, InvalidRelease for XML that is
    no release.
    """
    match sniff(source):
        case "xml":
            from oimpress.readers import xml

            return [xml.read(source)], None
        case "docx":
            from oimpress.readers.docx import document as docx

            return docx.read(source)
        case "html":
            from oimpress.readers.html import page as html

            return _only(*html.read(source))
        case "text":
            from oimpress.readers import text

            return _only(*text.read(source))


def _only(draft: Result[Draft], text: SourceText) -> tuple[Sequence[Result[Draft]], SourceText]:
    return [draft], text


def sniff(source: Source) -> Reader:
    """The reader that ``source`` wants."""
    name = source.name.lower()
    if source.data.startswith(ZIP):
        word = name.endswith((".docx", ".docm", ".dotx")) or b"word/document.xml" in source.data
        return "docx" if word else "text"
    head = source.data[:4096].lstrip(MARKS).replace(b"\0", b"")
    if PAGE.match(head):
        return "html"
    if head.startswith((b"<?xml", b"<release")):
        return "xml"
    if name.endswith((".html", ".htm", ".xhtml")):
        return "html" if TAG.search(head) else "text"
    return "html" if head.startswith(b"<") and TAG.match(head) and not name.endswith(".txt") else "text"
