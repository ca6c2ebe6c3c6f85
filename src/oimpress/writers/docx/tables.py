"""Tables: a grid as wide as the page, header rows that repeat, the record of a project."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from lxml import etree

from oimpress.model.grid import EMPTY, GridPlace
from oimpress.model.nodes import Align, Cell
from oimpress.writers.docx.markup import w
from oimpress.writers.tabular import Layout

WIDTH = 9070  # twips; Word scales the grid to the page, since the table is set to 100 % of the text's width
LABELS = 3400
# Twips that a letter of a cell takes in each type, wide as of a bold face that stands in for one not installed, and
# what stands around the words of a cell.
LETTERS = {"": 138, "Small": 110, "Tiny": 86}
MARGINS = 190
LONGEST_LINE = 60  # characters of a line that a column is made wide for
LOOK = {"firstColumn": 0, "lastRow": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}


#: What makes the paragraph of a cell, from it, how it stands and the places that its number lacks.
OfCell: TypeAlias = Callable[[Cell, Align, str], etree._Element]


class Measures(NamedTuple):
    """The width of the text on a page and on one turned round, in twips."""

    upright: int = WIDTH
    turned: int = WIDTH


class Setting(NamedTuple):
    """How a table is set: the widths of its columns in twips, the trait of its type, whether its page is turned."""

    widths: tuple[int, ...]
    type: str = ""
    turned: bool = False


def setting_of(made_of: Layout, measures: Measures) -> Setting:
    """The first setting in which no word breaks; the widest where one breaks in each."""
    if not made_of.words:
        return Setting(())
    tries = [
        (measures.turned if turned else measures.upright, type_, turned)
        for turned, types in ((False, ("", "Small")), (True, ("", "Small", "Tiny")))
        for type_ in types
    ]
    fits = (each for each in tries if sum(_least(made_of, LETTERS[each[1]])) <= each[0])
    width, type_, turned = next(fits, tries[-1])
    return Setting(_widths(made_of, width, LETTERS[type_]), type_, turned)


def _least(made_of: Layout, letter: int) -> list[int]:
    return [words * letter + MARGINS for words in made_of.words]


def _widths(made_of: Layout, width: int, letter: int) -> tuple[int, ...]:
    """``width`` shared out: to each column its longest word, what is left by how much longer its lines are."""
    least = _least(made_of, letter)
    if sum(least) > width:
        return _shares(least, width)
    wanted = [min(line, LONGEST_LINE) * letter + MARGINS for line in made_of.lines]
    more = [max(want - need, 0) + 1 for want, need in zip(wanted, least, strict=True)]
    return tuple(map(sum, zip(least, _shares(more, width - sum(least)), strict=True)))


def _shares(parts: Sequence[int], width: int) -> tuple[int, ...]:
    """``width`` cut in proportion to ``parts``, without a remainder."""
    ends = [width * sum(parts[:at]) // sum(parts) for at in range(len(parts) + 1)]
    return tuple(end - start for start, end in pairwise(ends))


def turn(orientation: str) -> etree._Element:
    """What stands for the end of a section whose pages are ``portrait`` or ``landscape``."""
    return w("sectPr", w("pgSz", orient=orientation))


def table(style: str, made_of: Layout, widths: Sequence[int], paragraph: OfCell) -> etree._Element | None:
    """A table; the rows of its head repeat on every page. None without cells.

    Source: ECMA-376-1, 17.4.17 (gridSpan), 17.4.84 (vMerge).
    """
    grid = made_of.grid
    if not grid.width:
        return None
    made = _table(style, widths, first_row=grid.heads > 0)
    reaching: dict[int, tuple[int, int]] = {}  # first column -> columns, and rows that it still reaches down
    for number, whole in enumerate(grid.rows):
        row = _without_fill(whole, grid.width, reaching)
        cells = {place.column: _spanning(place, widths, _words(place, made_of, paragraph)) for place in row}
        for column, (columns, _) in reaching.items():
            going_on = _cell(paragraph(EMPTY, "", ""), sum(widths[column : column + columns]), columns)
            going_on[0].append(w("vMerge"))
            cells[column] = going_on
        short = sum(place.columns for place in whole) - sum(place.columns for place in row)
        made.append(w("tr", _row(number < grid.heads, short), *(cells[column] for column in sorted(cells))))
        reaching = {column: (columns, left - 1) for column, (columns, left) in reaching.items() if left > 1}
        reaching |= {place.column: (place.columns, place.rows - 1) for place in row if place.rows > 1}
    return made


def _words(place: GridPlace, made_of: Layout, paragraph: OfCell) -> etree._Element:
    return paragraph(place.cell, made_of.align(place), made_of.lacking(place))


def _without_fill(row: Sequence[GridPlace], width: int, reaching: Collection[int]) -> Sequence[GridPlace]:
    """The row without the empty cells at its end that only fill it up; one cell at least."""
    end = len(row)
    while end > (not reaching) and row[end - 1].cell is EMPTY and row[end - 1].column == width - 1 - (len(row) - end):
        end -= 1
    return row[:end]


def _spanning(place: GridPlace, widths: Sequence[int], paragraph: etree._Element) -> etree._Element:
    made = _cell(paragraph, sum(widths[place.column : place.column + place.columns]), place.columns)
    if place.rows > 1:
        made[0].append(w("vMerge", val="restart"))
    return made


def facts_table(style: str, rows: Sequence[tuple[etree._Element, etree._Element]]) -> etree._Element:
    """Labels on the left, values on the right."""
    widths = (LABELS, WIDTH - LABELS)
    made = _table(style, widths, first_column=True)
    for row in rows:
        cells = [_cell(paragraph, width) for paragraph, width in zip(row, widths, strict=True)]
        made.append(w("tr", _row(), *cells))
    return made


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


def _cell(paragraph: etree._Element, width: int, columns: int = 1) -> etree._Element:
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if columns > 1:
        properties.append(w("gridSpan", val=columns))
    return w("tc", properties, paragraph)
