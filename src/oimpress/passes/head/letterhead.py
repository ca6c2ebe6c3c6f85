"""An office's letterhead above the text: in a table, as Word documents have it, or beside date or label on a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.gazetteer import place_countries
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Block, Table
from oimpress.model.runs import flatten
from oimpress.notices import Result
from oimpress.passes.cells import lines_of_cells
from oimpress.passes.head.limits import CELL_SIZE, DATE_LINES, MOST_CELLS, MOST_ROWS, TABLE_PLACES
from oimpress.passes.head.words import plainly, said
from oimpress.passes.lines.columns import cells_of


def letterhead(draft: Draft) -> Result[Draft]:
    """Take a letterhead apart into its lines, which are read with those of the head."""
    flow = [line for at, item in enumerate(draft.flow[:DATE_LINES]) for line in _apart(item, at, draft.characters)]
    return Result(replace(draft, flow=(*flow, *draft.flow[DATE_LINES:])))


def _apart(item: Line | Block, at: int, characters: str) -> Iterator[Line | Block]:
    if isinstance(item, Table) and at < TABLE_PLACES and _is_letterhead(item):
        for row in item.rows:
            for cell in row.cells:
                yield from lines_of_cells([cell], characters)
    elif isinstance(item, Line) and (_is_dated(cells := cells_of(item)) or _is_labelled(cells)):
        yield from cells
    else:
        yield item


def _is_letterhead(table: Table) -> bool:
    """Whether a table is small, and its cells too: no table of results that opens a text."""
    cells = [cell for row in table.rows for cell in row.cells]
    if len(table.rows) > MOST_ROWS or any(len(row.cells) > MOST_CELLS for row in table.rows):
        return False
    return not table.caption and not any(cell.header or len(str(flatten(cell.children))) > CELL_SIZE for cell in cells)


def _is_labelled(cells: list[Line]) -> bool:
    """Whether one of two columns is nothing but the kind of text: « COMMUNIQUÉ DE PRESSE » beside an office's name."""
    return len(cells) == 2 and sum(bool(said("label").fullmatch(plainly(cell.plain.strip()))) for cell in cells) == 1


def _is_dated(cells: list[Line]) -> bool:
    """Whether one of two columns ends with a date, and the other tells neither that nor a place."""
    if len(cells) != 2:
        return False
    texts = [cell.plain.strip() for cell in cells]
    found = [find_date(text) for text in texts]
    dated = [date is not None and date.end >= len(text) - 1 for date, text in zip(found, texts, strict=True)]
    return sum(dated) == 1 and not place_countries(texts[dated.index(False)])
