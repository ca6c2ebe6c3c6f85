"""PDFium, imported in this file alone and only when a PDF is opened: a document, and its pages as pictures."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from oimpress.errors import ReadError

ALONE = threading.RLock()  # PDFium is not made for threads


def pdfium() -> Any:
    """The library, loaded."""
    import pypdfium2

    return pypdfium2


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """The document in ``data``. Raises ReadError for one that is encrypted or damaged."""
    with ALONE:
        yield from _opened(data, name)


def _opened(data: bytes, name: str) -> Iterator[Any]:
    try:
        document = pdfium().PdfDocument(data)
        count = len(document)
    except pdfium().PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("{name}: the PDF is encrypted; save it without a password", name=name) from None
        raise ReadError("{name}: the PDF is damaged ({reason}); export it again", name=name, reason=error) from None
    try:
        if not count:
            raise ReadError("{name}: the PDF is damaged ({reason}); export it again", name=name, reason="0 pages")
        yield document
    finally:
        document.close()


def picture(document: Any, number: int, width: int) -> bytes:
    """The page ``number``, from 0, as a PNG that is ``width`` pixels wide."""
    page = document[number]
    made = io.BytesIO()
    page.render(scale=width / page.get_width()).to_pil().save(made, "PNG")
    page.close()
    return made.getvalue()
