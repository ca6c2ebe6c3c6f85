"""Tables: a grid as wide as the page, header rows that repeat, the record of a project."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from oimpress.model.nodes import Inlines, Row
from oimpress.writers.docx.markup import w

WIDTH = 9070  # twips; Word scales the grid to the page, since the table is set to 100 % of the text's width
LABELS = 3400
LOOK = {"firstColumn": 0, "lastRow": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}


def table(
    style: str, rows: Sequence[Row], paragraph: Callable[[Inlines, bool], etree._Element]
) -> etree._Element | None:
    """The rows as a table; those at the top that hold header cells only repeat on every page. None without cells."""
    columns = max((len(row.cells) for row in rows), default=0)
    if not columns:
        return None
    heads = 0
    while heads < len(rows) and rows[heads].cells and all(cell.header for cell in rows[heads].cells):
        heads += 1
    widths = shares(columns)
    made = _table(style, widths, first_row=heads > 0)
    for number, row in enumerate(rows):
        cells = [
            _cell(paragraph(each.children, each.header), width) for each, width in zip(row.cells, widths, strict=False)
        ]
        cells = cells or [_cell(paragraph((), False), widths[0])]
        made.append(w("tr", _row(number < heads, columns - len(cells)), *cells))
    return made


def facts_table(style: str, rows: Sequence[tuple[etree._Element, etree._Element]]) -> etree._Element:
    """Labels on the left, values on the right."""
    widths = (LABELS, WIDTH - LABELS)
    made = _table(style, widths, first_column=True)
    for row in rows:
        cells = [_cell(paragraph, width) for paragraph, width in zip(row, widths, strict=True)]
        made.append(w("tr", _row(), *cells))
    return made


def shares(columns: int) -> tuple[int, ...]:
    """The width cut into equal columns, without a remainder."""
    return tuple(WIDTH * (at + 1) // columns - WIDTH * at // columns for at in range(columns))


def _table(style: str, widths: Sequence[int], first_row: bool = False, first_column: bool = False) -> etree._Element:
    value = f"{0x0600 | 0x0020 * first_row | 0x0080 * first_column:04X}"
    look = w("tblLook", val=value, **{**LOOK, "firstRow": int(first_row), "firstColumn": int(first_column)})
    properties = w("tblPr", w("tblStyle", val=style), w("tblW", w=5000, type="pct"), look)
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)))


def _row(header: bool = False, short: int = 0) -> etree._Element:
    """A row that no page break cuts, ``short`` of so many cells."""
    properties = w("trPr")
    if short:
        properties.append(w("gridAfter", val=short))
    properties.append(w("cantSplit"))
    if header:
        properties.append(w("tblHeader"))
    return properties


def _cell(paragraph: etree._Element, width: int) -> etree._Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph)
