"""A line that stands alone in an item, a paragraph or a cell, taken out of the block that markup made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from oimpress.model.nodes import Aside, Block, Blocks, Cell, Inlines, Item, List, Para, Quote, Row, Section, Table
from oimpress.model.runs import flatten

Says: TypeAlias = Callable[[str], bool]


class Unboxed(NamedTuple):
    """A line that stood in a block, what is ``left`` of that, and the ``parts`` before and behind; None where it has
    no place between parts."""

    children: Inlines
    left: Blocks
    parts: tuple[Blocks, Blocks] | None


def unboxed(block: Block, says: Says) -> Unboxed | None:
    """The first line of ``block`` that ``says`` so and has no other words around it, taken out; None without one.

    What stands deeper, in a list within a list or under a heading, has no place between parts.
    """
    return _outer(block, says) or _deeper(block, says)


def _deeper(block: Block, says: Says) -> Unboxed | None:
    """A line of a block within ``block``."""
    match block:
        case List(items):
            for at, item in enumerate(items):
                if found := _among(item.blocks, says):
                    left = (*items[:at], *((Item(found.left),) if found.left else ()), *items[at + 1 :])
                    return found._replace(left=(replace(block, items=left),) if left else ())
        case Quote(blocks) | Aside(blocks) | Section(_, blocks):
            if found := _among(blocks, says):
                return found._replace(left=(replace(block, blocks=found.left),)) if found.left else None
        case _:
            pass
    return None


def _among(blocks: Blocks, says: Says) -> Unboxed | None:
    """A line of one of ``blocks``, and what is left of them all."""
    for at, inner in enumerate(blocks):
        if isinstance(inner, Para) and len(blocks) > 1 and _is_line((inner,), says):
            return Unboxed(inner.children, (*blocks[:at], *blocks[at + 1 :]), None)
        if found := unboxed(inner, says):
            return Unboxed(found.children, (*blocks[:at], *found.left, *blocks[at + 1 :]), None)
    return None


def _outer(block: Block, says: Says) -> Unboxed | None:
    """A line that is an item, a paragraph or a cell of the block itself."""
    match block:
        case List(items):
            at = next((at for at, item in enumerate(items) if _is_line(item.blocks, says)), -1)
            return _of_list(block, at) if at >= 0 else None
        case Quote(blocks) | Aside(blocks):
            at = next((at for at, inner in enumerate(blocks) if _is_line((inner,), says)), -1)
            return _of_box(block, at) if at >= 0 else None
        case Table(rows):
            at = next((at for at, row in enumerate(rows) if any(_is_cell(cell, says) for cell in row.cells)), -1)
            return _of_table(block, at, says) if at >= 0 else None
        case _:
            return None


def _is_line(blocks: Blocks, says: Says) -> bool:
    match blocks:
        case (Para(children),):
            return _is_one_line(children, says)
        case _:
            return False


def _is_cell(cell: Cell, says: Says) -> bool:
    return _is_one_line(cell.children, says)


def _is_one_line(children: Inlines, says: Says) -> bool:
    text = str(flatten(children)).strip()
    return "\n" not in text and says(text)


def _of_list(block: List, at: int) -> Unboxed:
    (line,) = block.items[at].blocks
    assert isinstance(line, Para)
    above, below = block.items[:at], block.items[at + 1 :]
    counted = re.sub(r"\d+", lambda label: str(int(label[0]) + at + 1), block.marker) if block.ordered else block.marker
    parts = (replace(block, items=above),), (replace(block, items=below, marker=counted),)
    left = replace(block, items=above + below)
    return Unboxed(line.children, (left,) if left.items else (), (parts[0] if above else (), parts[1] if below else ()))


def _of_box(block: Quote | Aside, at: int) -> Unboxed | None:
    """The paragraph of a quotation or a box; None where what is said of the whole would say it of nothing."""
    line, above, below = block.blocks[at], block.blocks[:at], block.blocks[at + 1 :]
    assert isinstance(line, Para)
    headed = isinstance(block, Aside) and bool(block.heading)
    if not above and not below and (block.attribution or headed):
        return None
    left = (replace(block, blocks=above + below),) if above or below else ()
    if not above or not below:
        return Unboxed(line.children, left, (left if above else (), () if above else left))
    last = replace(block, blocks=below, heading=()) if isinstance(block, Aside) else replace(block, blocks=below)
    return Unboxed(line.children, left, ((replace(block, blocks=above, attribution=()),), (last,)))


def _of_table(table: Table, at: int, says: Says) -> Unboxed:
    """The line of a cell; it has a place where it stands first or last in the table, or alone in its row."""
    row = table.rows[at]
    place = next(place for place, cell in enumerate(row.cells) if _is_cell(cell, says))
    line = row.cells[place]
    before, behind = _worded(row.cells[:place]), _worded(row.cells[place + 1 :])
    emptied = Row((*row.cells[:place], replace(line, children=()), *row.cells[place + 1 :]))
    rest = (emptied,) if before or behind or _reaches(table) else ()
    above, below = table.rows[:at], table.rows[at + 1 :]
    left = _table(table, (*above, *rest, *below))
    if not before and not _say(above):
        return Unboxed(line.children, left, ((), left))
    if not behind and not _say(below):
        return Unboxed(line.children, left, (left, ()))
    alone = not (rest or table.caption)
    return Unboxed(line.children, left, (_table(table, above), _table(table, below)) if alone else None)


def _worded(cells: Sequence[Cell]) -> bool:
    return any(cell.children for cell in cells)


def _say(rows: Sequence[Row]) -> bool:
    return any(_worded(row.cells) for row in rows)


def _reaches(table: Table) -> bool:
    """Whether a cell reaches down into another row."""
    return any(cell.rows > 1 for row in table.rows for cell in row.cells)


def _table(table: Table, rows: tuple[Row, ...]) -> Blocks:
    """What is left of a table; nothing where it says nothing."""
    return (replace(table, rows=rows),) if _say(rows) or table.caption else ()
