"""Labels of lists in a PDF: bullets and numbers that stand left of the words that they are set for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from oimpress.patterns import lazy
from oimpress.readers.shared.pdfcolumns import COUNT, LABEL
from oimpress.readers.shared.pdfium import PdfLine

MARKS = "•▪◦‣●○■□❖➢➤►✓✔\uf0b7\uf0a7\uf0d8\uf0fc"
MARKED = lazy(rf"\s*[{MARKS}]\s")
NUMBERED = lazy(r"\s*\(?(\d{1,3})[.)]\s")
DASHED = lazy(r"\s*[-–—]\s")
LABELLED = lazy(rf"\s*(?:[{MARKS}]|{COUNT})\s+")
COLUMN = 12  # times the size: what stands farther to the left is another column
NEAR = 4  # times the size: how far left of its words a label stands


def with_labels(found: Iterable[PdfLine]) -> Iterator[PdfLine]:
    """The lines, each behind its label; some programs set all labels of a page at its end."""
    for _, rows in groupby(found, key=lambda row: row.page):
        page = list(rows)
        labels = [row for row in page if row.cell is None and LABEL.fullmatch(row.text.strip())]
        owned = {id(row): label for label in labels if (row := _owner(label, page)) is not None}
        taken = {id(label) for label in owned.values()}
        listed = _listed(page)
        for row in page:
            if id(row) in taken:
                continue
            whole = _joined(owned[id(row)], row) if id(row) in owned else row._replace(item=id(row) in listed)
            yield (
                whole._replace(indent=_indent(whole, page))
                if row.dotted or id(row) in listed or LABELLED.match(whole.text)
                else whole
            )


def _listed(page: Sequence[PdfLine]) -> frozenset[int]:
    """The lines that begin with a number next to that of another in their column, or, set in, with a dash as others."""
    text = [row for row in page if row.cell is None]
    numbers = [(int(begun[1]), row) for row in text if (begun := NUMBERED.match(row.text))]
    dashed = [row for row in text if DASHED.match(row.text) and _indent(row, text)]
    counted = (
        row
        for number, row in numbers
        if any(abs(number - other) == 1 and abs(row.left - beside.left) < row.size for other, beside in numbers)
    )
    return frozenset(map(id, (*counted, *(dashed if len(dashed) > 1 else ()))))


def _indent(item: PdfLine, page: Sequence[PdfLine]) -> int:
    """How many blanks, each half as wide as its type is high, an item stands in from the lines of its column."""
    nearby = (row.left for row in page if row.left <= item.left < row.left + COLUMN * item.size)
    return round((item.left - min(nearby, default=item.left)) / (item.size / 2))


def begins_item(row: PdfLine) -> bool:
    """Whether the item of a list begins with this line."""
    return row.item or row.dotted or MARKED.match(row.text) is not None


def _owner(label: PdfLine, page: Sequence[PdfLine]) -> PdfLine | None:
    """The line on the foot of ``label``, close to its right; None where there is none."""
    beside = [
        row
        for row in page
        if row is not label
        and row.cell is None
        and abs(row.bottom - label.bottom) < row.size / 2
        and 0 <= row.left - label.right < NEAR * row.size
        and not LABEL.fullmatch(row.text.strip())
    ]
    return min(beside, key=lambda row: row.left, default=None)


def _joined(label: PdfLine, row: PdfLine) -> PdfLine:
    text = f"{label.text.strip()} {row.text.lstrip()}"
    shift = len(text) - len(row.text)
    marks = tuple(mark._replace(start=mark.start + shift, end=mark.end + shift) for mark in row.marks)
    return row._replace(text=text, left=label.left, marks=marks, item=True, hang=row.left)
