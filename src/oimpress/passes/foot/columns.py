"""Contacts that stand side by side: columns of lines by tabs or wide gaps, and tables, as lines one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from oimpress.knowledge.people import is_name
from oimpress.model.draft import Line, lines_of
from oimpress.model.nodes import Aside, Block, List, Para, Quote, Table
from oimpress.model.runs import flatten
from oimpress.passes.cells import lines_of_cells
from oimpress.passes.foot.leads import has_details
from oimpress.passes.lines.columns import cells_of


def unfolded(items: Sequence[Line | Block], characters: str = "") -> list[Line]:
    """The lines of a region of ``characters`` in the order in which their contacts are read."""
    found: list[Line] = []
    for wide, group in groupby(items, _columns):
        if wide > 1:
            found += _by_column([cells_of(line) for line in lines_of(group)])
        else:
            for item in group:
                found += _lines_of(item, characters)
    return _close(found) if len(found) > 2 and all(line.gap for line in found[1:]) else found


def _close(lines: Sequence[Line]) -> list[Line]:
    """Lines of which each stands apart, as Word's paragraphs do: a blank says nothing there."""
    return [replace(line, gap=0) for line in lines]


def _lines_of(item: Line | Block, characters: str) -> list[Line]:
    match item:
        case Line():
            return [item]
        case Table():
            return list(_of_table(item, characters))
        case List() | Quote() | Aside():
            return [line for part in paragraphs_of(item) for line in lines_of_cells([part], characters)]
        case _:
            return []


def paragraphs_of(box: List | Quote | Aside) -> list[Para]:
    """What the items of a list say, where each is a paragraph, or a box and its heading."""
    match box:
        case List(items):
            return [part for item in items for part in item.blocks if isinstance(part, Para)]
        case Quote(blocks):
            return [part for part in blocks if isinstance(part, Para)]
        case Aside(blocks, _, heading):
            return [Para(part) for part in (heading,) if part] + [part for part in blocks if isinstance(part, Para)]


def _columns(item: Line | Block) -> int:
    """How many columns a line has; 0 for a block."""
    return len(cells_of(item)) if isinstance(item, Line) else 0


def _by_column(rows: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Rows of cells read column by column, where the cells of a column make a contact; else row by row."""
    if len(rows) == 1 or _row_wise([[cell.plain for cell in row] for row in rows]):
        yield from (cell for row in rows for cell in row)
        return
    for column in zip(*rows, strict=True):
        yield from (replace(cell, gap=int(not number)) for number, cell in enumerate(column))


def _row_wise(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row is a contact: it names somebody and how to reach them."""
    return any(any(map(has_details, row)) and any(is_name(_first_line(text)) for text in row) for row in rows)


def _first_line(cell: str) -> str:
    return cell.strip().partition("\n")[0]


def _of_table(table: Table, characters: str) -> Iterator[Line]:
    """The cells of a table as lines: a cell that is a whole card by itself, a row or a column that is one."""
    rows = [[cell for cell in row.cells if cell.children] for row in table.rows]
    if rows and len(rows[0]) == 1 and len(rows) > 1:  # what heads the table stands above its columns
        yield from lines_of_cells(rows.pop(0), characters)
    elif rows and len(rows[0]) == 2 and all(len(row) == 1 for row in rows[1:]):  # « Contact presse » beside the first
        yield from lines_of_cells([rows[0].pop(0)], characters)
    texts = [[str(flatten(cell.children)) for cell in row] for row in rows]
    if any("\n" in text and has_details(text) for row in texts for text in row) or not _row_wise(texts):
        columns = max(map(len, rows), default=0)
        ordered = [[row[at] for row in rows if at < len(row)] for at in range(columns)]
    else:
        ordered = rows
    for group in ordered:
        yield from lines_of_cells(group, characters)
