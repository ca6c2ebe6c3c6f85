"""Word documents."""

from __future__ import annotations

from collections.abc import Container, Iterator

from oimpress.readers.shared.reader import Drafted, Reader, is_named
from oimpress.sources import Source

ZIP = b"PK\x03\x04"


def sniff(source: Source) -> bool:
    """Whether ``source`` is a zip archive that its name or one of its parts calls a Word document."""
    named = is_named(source, ".docx", ".docm", ".dotx")
    return source.data[: len(ZIP)] == ZIP and (named or b"word/document.xml" in source.data)


def read(source: Source) -> Iterator[Drafted | Source]:
    """A draft for each release; only our own documents hold several. Raises ReadError."""
    from oimpress.readers.docx import document

    return document.read(source)


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures among the parts of the document. Raises ReadError."""
    from oimpress.readers.docx import package

    return package.pictures(source, hrefs)


READER = Reader("docx", sniff, read, pictures)
