"""Lines of a PDF in the order in which they are read, where a program drew some of a column after the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from oimpress.readers.shared.pdfium import PdfLine


def in_order(found: Iterable[PdfLine]) -> Iterator[PdfLine]:
    """The lines; those that were drawn late stand in the gap of their column into which they fit."""
    for _, rows in groupby(found, key=lambda row: row.page):
        placed: list[list[PdfLine]] = []
        for stretch in _stretches(list(rows)):
            _place(stretch, placed)
        yield from (row for stretch in placed for row in stretch)


def _stretches(page: list[PdfLine]) -> Iterator[list[PdfLine]]:
    """The lines of a page, parted where the next stands higher, or beside."""
    held = page[:1]
    for row, below in pairwise(page):
        if below.top > row.bottom + row.size / 2 or not _overlap(row, below):
            yield held
            held = []
        held.append(below)
    yield held


def _overlap(one: PdfLine, other: PdfLine) -> bool:
    return one.left < other.right and other.left < one.right


def _place(stretch: list[PdfLine], placed: list[list[PdfLine]]) -> None:
    """Put ``stretch`` between the two lines of one before that leave room for it, else behind all."""
    for held in placed:
        for at, (row, below) in enumerate(pairwise(held), 1):
            if _fits(stretch, row, below):
                held[at:at] = stretch
                return
    placed.append(stretch)


def _fits(stretch: list[PdfLine], row: PdfLine, below: PdfLine) -> bool:
    """Whether lines of text stand between two lines of the column in which they begin."""
    if row.bottom - below.top < row.size / 2:
        return False
    above, under = max(each.top for each in stretch), min(each.bottom for each in stretch)
    between = above < row.bottom + row.size / 4 and under > below.top - row.size / 4
    free = all(each.table is None for each in (*stretch, row, below))
    left, right = min(row.left, below.left), max(row.right, below.right)
    within = left - row.size < min(each.left for each in stretch) < right
    return between and free and within and max(each.right for each in stretch) < right + (right - left)
