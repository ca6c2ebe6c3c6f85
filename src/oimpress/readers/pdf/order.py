"""Lines of a PDF in the order in which they are read, where a program drew some of a column after the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from oimpress.readers.pdf.limits import CLOSE
from oimpress.readers.shared.pdfium import PdfLine

FAR_BELOW = 10  # times the size: no text goes on so far below


def in_order(found: Iterable[PdfLine]) -> Iterator[PdfLine]:
    """The lines; those that were drawn late stand in the gap of their column into which they fit.

    What was drawn late above all others stands first, what was drawn first beside others behind these.
    """
    for _, rows in groupby(found, key=lambda row: row.page):
        placed: list[list[PdfLine]] = []
        for stretch in _beside_last(list(_stretches(list(rows)))):
            _place(stretch, placed)
        above = [each for each in placed[1:] if _foot(each) >= _head(placed[0])]
        rest = [each for each in placed if each not in above]
        yield from (row for stretch in [*sorted(above, key=_left), *rest] for row in stretch)


def _head(stretch: list[PdfLine]) -> float:
    return max(row.top for row in stretch)


def _foot(stretch: list[PdfLine]) -> float:
    return min(row.bottom for row in stretch)


def _left(stretch: list[PdfLine]) -> float:
    return stretch[0].left


def _beside_last(stretches: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """The stretches of a page; a first one beside the lines of another stands behind those that it stands beside."""
    first, *others = stretches
    at, place = next(((at, place) for at, each in enumerate(others) if (place := _behind(first, each))), (0, 0))
    if not place:
        return stretches
    halves = [half for half in (others[at][:place], first, others[at][place:]) if half]
    return [*others[:at], *halves, *others[at + 1 :]]


def _behind(first: list[PdfLine], lines: list[PdfLine]) -> int:
    """At which of ``lines`` those end that stand beside ``first``, and the text goes on; 0 where none do."""
    beside = [row for row in lines if row.top > _foot(first) and row.bottom < _head(first)]
    if not beside or lines[0].bottom < _head(first) or any(_overlap(row, each) for row in beside for each in first):
        return 0
    under = (at for at, row in enumerate(lines) if at and row.top <= _foot(first))
    return next((at for at in under if not _is_close(lines[at - 1], lines[at])), len(lines))


def _is_close(row: PdfLine, below: PdfLine) -> bool:
    """Whether a line can go on in the next."""
    return abs(row.size - below.size) < 1 and row.bottom - below.bottom <= CLOSE * row.size


def _stretches(page: list[PdfLine]) -> Iterator[list[PdfLine]]:
    """The lines of a page, parted where the next stands higher, beside or far below."""
    held = page[:1]
    for row, below in pairwise(page):
        apart = row.bottom - below.top > FAR_BELOW * row.size
        if apart or below.top > row.bottom + row.size / 2 or not _overlap(row, below):
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
