"""Tables that rules on the pages of a PDF show: cells from the places of their words, one table over several pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from oimpress.knowledge.cells import YEAR
from oimpress.model.draft import Flow, Line
from oimpress.model.nodes import Block, Cell, Inlines, Row, Table
from oimpress.model.runs import flatten, plain
from oimpress.notices import Dropped
from oimpress.readers.pdf.limits import MARGIN
from oimpress.readers.shared.pdfium import PdfLine
from oimpress.readers.shared.pdfrules import RuledCell, RuledTable

LONGEST_CELL = 400  # characters: rules around more of them lay a page out


def with_tables(found: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines; those of a table stand together, cell by cell, where the first of them stands."""
    made: list[PdfLine] = []
    for _, rows in groupby(found, key=lambda row: row.page):
        page = _without_layouts(list(rows))
        held: dict[RuledTable, list[PdfLine]] = {}
        for row in page:
            if row.table is not None:
                held.setdefault(row.table, []).append(row)
        for row in page:
            made += [row] if row.table is None else sorted(held.pop(row.table, []), key=_place)
    return made


def _without_layouts(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines of a page; those inside rules that only lay it out stand in no table."""
    sizes: Counter[tuple[RuledTable | None, RuledCell | None]] = Counter()
    for row in page:
        sizes[row.table, row.cell] += len(row.text)
    layouts = {table for (table, _), size in sizes.items() if size > LONGEST_CELL}
    return [row._replace(table=None, cell=None) if row.table in layouts else row for row in page]


def _place(row: PdfLine) -> tuple[int, int]:
    return (row.cell.row, row.cell.column) if row.cell else (0, 0)


def ruled_table(table: RuledTable, words: Mapping[RuledCell, Inlines]) -> Table:
    """The table whose cells hold these words; its first row is its head where it has words and no amounts."""
    rows = [list(cells) for _, cells in groupby(sorted(table.cells), key=lambda cell: cell.row)]
    first = [plain(words.get(cell, ())) for cell in rows[0]]
    head = len(rows) > 2 and all(first) and not any(map(str.isdigit, YEAR.sub("", " ".join(first))))
    return Table(
        tuple(
            Row(tuple(Cell(words.get(cell, ()), head and not at, cell.columns, cell.rows) for cell in cells))
            for at, cells in enumerate(rows)
        )
    )


def one_over_pages(flow: Iterable[Line | Block]) -> tuple[Flow, list[Dropped]]:
    """The flow in which a table that the next page goes on with is one, and the heads that were repeated there."""
    made: list[Line | Block] = []
    repeated: list[Dropped] = []
    for item in flow:
        above, between = _table_above(made)
        if not isinstance(item, Table) or above is None or _width(item) != _width(above):
            made.append(item)
            continue
        rows = item.rows
        if between:
            made.pop()
            repeated.append(Dropped(flatten(between.children), MARGIN))
        elif _words(rows[0]) == _words(above.rows[0]):
            repeated += [Dropped(flatten(cell.children), MARGIN) for cell in rows[0].cells if cell.children]
            rows = rows[1:]
        rows = tuple(Row(tuple(Cell(c.children, False, c.columns, c.rows) for c in row.cells)) for row in rows)
        made[-1] = Table((*above.rows, *rows))
    return tuple(made), repeated


def _table_above(made: Sequence[Line | Block]) -> tuple[Table | None, Line | None]:
    """The table that ends what was ``made``, and below it the line that repeats its head, where one does."""
    match made:
        case [*_, Table() as above]:
            return above, None
        case [*_, Table() as above, Line() as line] if line.plain.split() == " ".join(_words(above.rows[0])).split():
            return above, line
        case _:
            return None, None


def _width(table: Table) -> int:
    return sum(cell.columns for cell in table.rows[0].cells)


def _words(row: Row) -> list[str]:
    return [plain(cell.children) for cell in row.cells]
