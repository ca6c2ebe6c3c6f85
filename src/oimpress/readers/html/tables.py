"""Tables of a web page: data tables as tables; tables that only lay out are no tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from oimpress.model.draft import Line
from oimpress.model.grid import squared
from oimpress.model.nodes import Align, Block, Cell, Inlines, Para, Row, Table
from oimpress.model.traced import Traced
from oimpress.patterns import lazy
from oimpress.readers.html.limits import LONG_CELL, LONG_SHARE, LONGEST_CELL, TALLEST, WIDEST
from oimpress.readers.shared.tree import Node

GROUPS = ("thead", "tbody", "tfoot")
ROWS = {"table": ("tr",), "dl": ("dt", "dd")}
ALIGNED = lazy(r"(?:^|;)\s*text-align\s*:\s*(right|end|cent(?:er|re))", re.IGNORECASE)
ALIGNED_CLASS = lazy(r"(?:^|[\s_-])text-(?:align-)?(right|end|center)(?:\s|$)", re.IGNORECASE)


class NeededByTables(Protocol):
    """What tables need of the reader around them."""

    def flow(self, node: Node) -> list[Line | Block]:
        """What stands in ``node``."""

    def one_run(self, node: Node) -> Inlines:
        """The text of ``node`` as one run, a break between its paragraphs."""


def table(node: Node, reader: NeededByTables) -> list[Line | Block] | None:
    """The table with its caption, stray text before it; None for one that only lays out."""
    rows = list(_rows(node))
    if node.tag == "table" and _lays_out(node, rows):
        return None
    heading = next((child for child in node.elements() if child.tag == "caption"), None)
    before = reader.flow(Node("div", {}, [item for item in _stray(node, ROWS[node.tag]) if item is not heading]))
    caption = reader.one_run(heading) if heading is not None else ()
    grid = _pairs(node, reader) if node.tag == "dl" else _grid(rows, reader)
    if any(cell.children for row in grid for cell in row.cells):
        return [*before, Table(grid, caption)]
    return [*before, *([Para(caption)] if caption else [])]


def _rows(node: Node) -> Iterator[Node]:
    for child in node.elements():
        if child.tag == "tr":
            yield child
        elif child.tag in GROUPS:
            yield from _rows(child)


def _stray(node: Node, rows: tuple[str, ...]) -> Iterator[Node | Traced]:
    """What stands in the table, but in none of its ``rows``: its caption, and text that slipped out of its cells."""
    for child in node.content:
        if isinstance(child, Node) and (child.tag in GROUPS or _groups(child, rows)):
            yield from _stray(child, rows)
        elif not isinstance(child, Node) or child.tag not in rows:
            yield child


def _groups(node: Node, rows: tuple[str, ...]) -> bool:
    """Whether ``node`` holds terms with what is said of them."""
    return node.tag == "div" and "dt" in rows and node.find("dt", "dd") is not None


def _lays_out(node: Node, rows: list[Node]) -> bool:
    cells = [row.elements() for row in rows]
    inner = [child for child in node.walk() if child is not node]
    if {"presentation", "none"} & {*node.get("role").split()} or max(map(len, cells), default=0) < 2:
        return True
    if any(child.tag in ("table", "h1", "h2", "h3", "article", "form") for child in inner):
        return True
    if any(child.tag in ("th", "caption") for child in inner):
        return False
    said = [len(cell.words) for row in cells for cell in row]
    return max(said) > LONGEST_CELL or (max(said) > LONG_CELL and max(said) > LONG_SHARE * sum(said))


def _grid(rows: list[Node], reader: NeededByTables) -> tuple[Row, ...]:
    """The rows, each with the cells that begin in it."""
    made = []
    for row in rows:
        loose = [item for item in row.content if not isinstance(item, Node) or item.tag not in ("td", "th")]
        given = [child for child in row.elements() if child.tag in ("td", "th")]
        if any(item.words if isinstance(item, Node) else item.strip() for item in loose):
            given.append(Node("td", {}, loose))
        made.append([_cell(cell, reader) for cell in given])
    return squared(made)


def _cell(node: Node, reader: NeededByTables) -> Cell:
    wide, tall = _span(node, "colspan", WIDEST), _span(node, "rowspan", TALLEST)
    return Cell(reader.one_run(node), node.tag == "th", wide, tall, _align(node))


def _align(node: Node) -> Align:
    said = ALIGNED.search(node.get("style")) or ALIGNED_CLASS.search(node.get("class"))
    word = (said[1] if said else node.get("align")).lower()
    return "center" if word.startswith("cent") else "end" if word in ("right", "end") else ""


def _span(cell: Node, name: str, most: int) -> int:
    said = cell.get(name).strip()
    return min(max(int(said), 1), most) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def _pairs(node: Node, reader: NeededByTables) -> tuple[Row, ...]:
    """Terms as header cells, each with what is said of it."""
    rows: list[Row] = []
    for child in node.elements():
        if child.tag in GROUPS or _groups(child, ROWS["dl"]):
            rows += _pairs(child, reader)
        elif child.tag == "dt":
            rows.append(Row((Cell(reader.one_run(child), True),)))
        elif child.tag == "dd":
            cell = Cell(reader.one_run(child))
            if rows and len(rows[-1].cells) == 1:
                rows[-1] = Row((*rows[-1].cells, cell))
            else:
                rows.append(Row((Cell((), True), cell)))
    return tuple(rows)
