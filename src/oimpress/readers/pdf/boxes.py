"""Texts that a PDF sets in a frame or on a ground of their own among others: boxes, but no letterheads or cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from oimpress.knowledge.sentences import ends_sentence
from oimpress.readers.pdf.items import begins_item
from oimpress.readers.shared.pdfium import PdfLine

MOST_OF_PAGE = 0.5  # of the letters of a page: a frame around more of them is the page's


def with_boxes(found: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines; in a frame are only those left that stand in it together, as a text among others."""
    letters = Counter[int]()
    for row in found:
        letters[row.page] += len(row.text)
    stretches = [(key, list(rows)) for key, rows in groupby(found, key=lambda row: (row.page, row.frame))]
    times = Counter(key for key, _ in stretches)
    prose = [at for at, (_, rows) in enumerate(stretches) if any(ends_sentence(row.text) for row in rows)]
    made: list[PdfLine] = []
    for at, (key, rows) in enumerate(stretches):
        among = times[key] == 1 and prose[0] < at < prose[-1] if prose else False
        boxed = among and key[1] is not None and _is_box(rows, letters[key[0]])
        made += rows if boxed else [row._replace(frame=None) for row in rows]
    return made


def _is_box(rows: Sequence[PdfLine], letters: int) -> bool:
    """Whether the lines of a frame are sentences, and not most of a page of so many letters."""
    plain = all(row.table is None and not row.note and not begins_item(row) for row in rows)
    several = len(rows) > 1 and sum(len(row.text) for row in rows) <= MOST_OF_PAGE * letters
    return plain and several and ends_sentence(rows[-1].text)
