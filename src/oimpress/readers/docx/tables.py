"""Tables: their rows and cells, wherever content controls and changes put them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from oimpress.model.draft import Line
from oimpress.model.nodes import Align, Block, Cell, Figure, Inlines, Note, Row, Table
from oimpress.notices import Dropped
from oimpress.patterns import lazy
from oimpress.readers.docx.styles import Styles, is_on, of
from oimpress.readers.docx.words import ALTERNATE, Left
from oimpress.readers.shared.inlines import gathered, one_run, paragraphs
from oimpress.readers.shared.tree import Node

SPAN = lazy(r"[1-9][0-9]?")  # columns; Word has 63 at most
LONGEST_CELL = 600  # characters of a cell: a table with a longer one lays out a page
AROUND = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}
)  # what may stand around rows and cells
NAMED: dict[str, Align] = {"center": "center", "end": "end"}
SIDES: dict[str, Align] = {"center": "center", "end": "end", "right": "end"}
Found = list[Line | Block]


class Flowing(Protocol):
    """What reads the contents of cells."""

    flat: bool
    left: Left
    styles: Styles

    def flow(self, nodes: Sequence[Node]) -> Found: ...
    def style(self, node: Node) -> str: ...


def table(node: Node, reader: Flowing) -> Found:
    """The table, and behind it what hangs on its cells; what only lays out a page is its contents."""
    properties = node.find("tblPr") or Node("tblPr")
    reader.left.dropped += (Dropped(text, ALTERNATE) for text in properties.texts())
    rows = list(_inside(node, "tr"))
    cells = [list(_inside(row, "tc")) for row in rows]
    if max(map(len, cells), default=0) < 2 or any(len(cell.words) > LONGEST_CELL for row in cells for cell in row):
        return reader.flow([inner for row in cells for cell in row for inner in cell.elements()])
    hanging: Found = []
    made = _Rows(reader, hanging)
    for row, given in zip(rows, cells, strict=True):
        made.add(row, given)
    filled = any(cell.children for row in made.rows for cell in row)
    return [*([Table(tuple(Row(tuple(row)) for row in made.rows))] if filled else []), *hanging]


def _inside(node: Node, tag: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, not those of a table inside one of its cells."""
    for each in node.elements():
        if each.tag == tag:
            yield each
        elif each.tag in AROUND:
            yield from _inside(each, tag)


class _Rows:
    """The rows of a table as they come; a cell that goes on from the row above makes that one reach farther down."""

    def __init__(self, reader: Flowing, hanging: Found) -> None:
        self.rows: list[list[Cell]] = []
        self._reader = reader
        self._hanging = hanging
        self._reaching: dict[int, tuple[int, int]] = {}  # columns -> row and place of the cell that may go on there

    def add(self, row: Node, cells: Sequence[Node]) -> None:
        """The next row; one in which nothing begins is none."""
        if not any(map(self._begins, cells)):
            self._hanging += (item for cell in cells for item in self._reader.flow(cell.elements()))
            return
        properties = row.find("trPr") or Node("trPr")
        heads = is_on(of(properties, "tblHeader"))
        before = _count(of(properties, "gridBefore"), 0)
        self.rows.append([Cell((), heads, before)] if before else [])
        column = before
        for cell in cells:
            self._add(cell, column, heads)
            column += _count(_of_cell(cell, "gridSpan"), 1)

    @staticmethod
    def _begins(cell: Node) -> bool:
        return _of_cell(cell, "vMerge") not in ("on", "continue")

    def _add(self, cell: Node, column: int, heads: bool) -> None:
        words = _words(cell, self._reader, self._hanging)
        origin = self._reaching.get(column)
        if origin and not self._begins(cell):
            at, place = origin
            above = self.rows[at][place]
            children = one_run(filter(None, (above.children, words)))
            self.rows[at][place] = replace(above, children=children, rows=above.rows + 1)
            return
        self._reaching.pop(column, None)
        if _of_cell(cell, "vMerge"):
            self._reaching[column] = len(self.rows) - 1, len(self.rows[-1])
        style = next(map(self._reader.style, (each for each in cell.elements() if each.tag == "p")), "")
        styled = style.startswith("press cell header")
        align = _align(cell, style, self._reader)
        self.rows[-1].append(Cell(words, styled or heads, _count(_of_cell(cell, "gridSpan"), 1), 1, align))


def _of_cell(cell: Node, tag: str) -> str:
    return of(cell.find("tcPr") or Node("tcPr"), tag)


def _align(cell: Node, style: str, reader: Flowing) -> Align:
    """How a cell is aligned: in our own documents by the name of its style, else by its first paragraph."""
    if style.startswith("press cell"):
        return NAMED.get(style.rpartition(" + ")[2], "")
    first = (cell.find("p") or Node("p")).find("pPr") or Node("pPr")
    return SIDES.get(of(first, "jc") or reader.styles.said(of(first, "pStyle"), "pPr", "jc"), "")


def _count(said: str, usual: int) -> int:
    return min(int(said), 60) if SPAN.fullmatch(said) else usual


def _words(cell: Node, reader: Flowing, hanging: Found) -> Inlines:
    """The words of a cell as one run, the numbers of its lists among them."""
    outer, reader.flat = reader.flat, True
    flow = reader.flow(cell.elements())
    reader.flat = outer
    hanging += [item for item in flow if isinstance(item, Note | Figure)]
    return one_run(paragraphs(gathered([item for item in flow if not isinstance(item, Note | Figure)])))
