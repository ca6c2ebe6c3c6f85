"""Tables: their rows and cells, wherever content controls and changes put them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Cell, Figure, Inlines, Note, Row, Table
from oimpress.notices import Dropped
from oimpress.readers.docx.styles import is_on, of
from oimpress.readers.docx.words import ALTERNATE, Left
from oimpress.readers.shared.inlines import gathered, one_run, paragraphs
from oimpress.readers.shared.tree import Node

SPAN = re.compile(r"[1-9][0-9]?")  # columns; Word has 63 at most
LONGEST = 600  # characters of a cell: a table with a longer one lays out a page
AROUND = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}
)  # what may stand around rows and cells
Found = list[Line | Block]


class Flowing(Protocol):
    """What reads the contents of cells."""

    flat: bool
    left: Left

    def flow(self, nodes: Sequence[Node]) -> Found: ...
    def style(self, node: Node) -> str: ...


def table(node: Node, reader: Flowing) -> Found:
    """The table, and behind it what hangs on its cells; what only lays out a page is its contents."""
    properties = node.find("tblPr") or Node("tblPr")
    reader.left.dropped += (Dropped(text, ALTERNATE) for text in properties.texts())
    rows = list(_inside(node, "tr"))
    cells = [list(_inside(row, "tc")) for row in rows]
    if max(map(len, cells), default=0) < 2 or any(len(cell.words) > LONGEST for row in cells for cell in row):
        return reader.flow([inner for row in cells for cell in row for inner in cell.elements()])
    hanging: Found = []
    made = tuple(_row(row, given, reader, hanging) for row, given in zip(rows, cells, strict=True) if given)
    filled = any(cell.children for row in made for cell in row.cells)
    return [*([Table(made)] if filled else []), *hanging]


def _inside(node: Node, tag: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, not those of a table inside one of its cells."""
    for each in node.elements():
        if each.tag == tag:
            yield each
        elif each.tag in AROUND:
            yield from _inside(each, tag)


def _row(row: Node, cells: Sequence[Node], reader: Flowing, hanging: Found) -> Row:
    properties = row.find("trPr") or Node("trPr")
    heads = is_on(of(properties, "tblHeader"))
    made: list[Cell] = [Cell((), heads)] * _count(of(properties, "gridBefore"), 0)
    for cell in cells:
        styled = any(reader.style(each) == "oim cell header" for each in cell.elements())
        made.append(Cell(_words(cell, reader, hanging), styled or heads))
        span = _count(of(cell.find("tcPr") or Node("tcPr"), "gridSpan"), 1)
        made += [Cell((), styled or heads)] * (span - 1)
    return Row(tuple(made))


def _count(said: str, usual: int) -> int:
    return min(int(said), 60) if SPAN.fullmatch(said) else usual


def _words(cell: Node, reader: Flowing, hanging: Found) -> Inlines:
    """The words of a cell as one run, the numbers of its lists among them."""
    outer, reader.flat = reader.flat, True
    flow = reader.flow(list(cell.elements()))
    reader.flat = outer
    hanging += [item for item in flow if isinstance(item, Note | Figure)]
    return one_run(paragraphs(gathered([item for item in flow if not isinstance(item, Note | Figure)])))
