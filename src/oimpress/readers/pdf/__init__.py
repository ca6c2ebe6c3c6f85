"""PDFs with text: our own by the canonical XML in them, others by where their lines stand."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.readers.shared.reader import Reader, ReadPart, head
from oimpress.sources import Source


def sniff(source: Source) -> bool:
    """Whether the mark of a PDF stands at its head."""
    return head(source).startswith(b"%PDF")


def read(source: Source) -> Iterator[ReadPart]:
    """The releases attached to one of ours, else the text as one release. Raises ReadError."""
    from oimpress.readers.pdf import document

    return document.read(source)


READER = Reader("pdf", sniff, read)
