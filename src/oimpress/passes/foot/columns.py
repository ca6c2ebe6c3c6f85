"""Contacts that stand side by side: columns of lines by tabs or wide gaps, and tables, as lines one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oimpress.knowledge.people import is_name
from oimpress.model.draft import Line
from oimpress.model.grid import GridPlace, laid_out
from oimpress.model.nodes import Aside, Block, List, Para, Quote, Table
from oimpress.model.runs import flatten
from oimpress.passes.cells import lines_of_cells
from oimpress.passes.foot.alone import tells_body
from oimpress.passes.foot.leads import has_details, tells_how
from oimpress.passes.foot.rows import HEADS, TOP, columns_of, heads_columns, rows_from
from oimpress.passes.lines.columns import PlacedCell
from oimpress.patterns import lazy

BRACKETS = lazy(r" *\([^()]*\) *$")


def unfolded(items: Sequence[Line | Block], characters: str = "") -> list[Line]:
    """The lines of a region of ``characters`` in the order in which their contacts are read."""
    found: list[Line] = []
    at = below = 0
    while at < len(items):
        rows = rows_from(items, at)
        lines = _by_column(rows) if rows else _lines_of(items[at], characters)
        found += [replace(line, gap=1) if at == below > 0 else line for line in lines]
        at += max(len(rows), 1)
        below = at if len(rows) > 1 else below
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


def holds_cards(table: Table) -> bool:
    """Whether each row of a table says how to reach a body or somebody."""
    rows = [[str(flatten(cell.children)) for cell in row.cells if cell.children] for row in table.rows]
    return bool(rows) and all(
        any(map(has_details, row)) and any(is_name(first) or tells_body(first) for first in row[:1]) for row in rows
    )


def _by_column(rows: Sequence[Sequence[PlacedCell]]) -> Iterator[Line]:
    """Rows of cells read column by column, where the cells of a column make a contact; else row by row."""
    if heads_columns([cell.line.plain for cell in rows[0]]):
        yield from (_as_head(cell.line) for cell in rows[0])
        rows = rows[1:]
    if len(rows) < 2 or _row_wise([[cell.line.plain for cell in row] for row in rows]):
        yield from _in_rows(rows)
        return
    for column in columns_of(rows):
        yield from (_as_top(cell) if not number else replace(cell, gap=0) for number, cell in enumerate(column))


def _as_head(line: Line) -> Line:
    return replace(line, marks=line.marks | {HEADS})


def _as_top(line: Line) -> Line:
    return replace(line, marks=line.marks | {TOP}, gap=1)


def _in_rows(rows: Sequence[Sequence[PlacedCell]]) -> Iterator[Line]:
    """The cells row by row; below one that says no details another person begins."""
    above = True
    for row in rows:
        lines = [cell.line for cell in row]
        yield from lines if above else (replace(line, gap=max(line.gap, not at)) for at, line in enumerate(lines))
        above = any(tells_how(line.plain) for line in lines)


def _row_wise(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row is a contact: it names somebody or, in every row, a body, and behind that how to reach them."""
    bodies = bool(rows) and all(row and tells_body(row[0].strip()) and any(map(tells_how, row[1:])) for row in rows)
    return bodies or any(
        any(is_name(_first_line(text)) and any(map(tells_how, row[at:])) for at, text in enumerate(row)) for row in rows
    )


def _first_line(cell: str) -> str:
    """What a cell begins with, without the language that somebody speaks: « Fabienne Lorquet (FR) »."""
    return BRACKETS.sub("", cell.strip().partition("\n")[0])


def _is_card(row: Sequence[str], at: int) -> bool:
    """Whether a cell says by itself whom it reaches: several lines with a detail, and no bare name before it."""
    if "\n" not in row[at] or not tells_how(row[at]):
        return False
    named = any(is_name(_first_line(text)) and not tells_how(text) for text in row[:at])
    return is_name(_first_line(row[at])) or not named


def _of_table(table: Table, characters: str) -> Iterator[Line]:
    """The cells of a table as lines: a cell that is a whole card by itself, a row or a column that is one."""
    rows = [[place for place in row if place.cell.children] for row in laid_out(table.rows).rows]
    if rows and len(rows[0]) == 1 and len(rows) > 1:  # what heads the table stands above its columns
        yield from lines_of_cells([place.cell for place in rows.pop(0)], characters)
    if rows and heads_columns([_text(place) for place in rows[0]]):
        yield from map(_as_head, lines_of_cells([place.cell for place in rows.pop(0)], characters))
    ordered = _with_their_heads(rows)
    texts = [[_text(place) for place in row] for row in rows]
    cards = any(_is_card(row, at) for row in texts for at in range(len(row)))
    if len(ordered) == len(rows) and (cards or not _row_wise(texts)):
        columns = sorted({place.column for row in rows for place in row})
        ordered = [[place for row in rows for place in row if place.column == at] for at in columns]
    for group in ordered:
        yield from lines_of_cells([place.cell for place in group], characters)


def _with_their_heads(rows: list[list[GridPlace]]) -> list[list[GridPlace]]:
    """The rows of a table whose first column names people or bodies, each with those below that it leaves empty."""
    heads = [place for row in rows for place in row[:1] if place.column == 0]
    if not heads or len(heads) == len(rows) or any(tells_how(_text(place)) for place in heads):
        return rows
    found: list[list[GridPlace]] = []
    for row in rows:
        if found and row[:1] and row[0].column:
            found[-1] += row
        else:
            found.append(list(row))
    return found


def _text(place: GridPlace) -> str:
    return str(flatten(place.cell.children)).strip()
