"""Rows of cells side by side, of which some are shorter: each cell belongs to the column that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oimpress.knowledge.sentences import ends_sentence
from oimpress.model.draft import Line
from oimpress.model.nodes import Block
from oimpress.passes.foot.leads import lead_on
from oimpress.passes.foot.words import plainly, said
from oimpress.passes.lines.columns import PlacedCell, placed_cells

CellRow = Sequence[PlacedCell]


HEADS = "column heads"  # mark of a line that only says what stands below it
TOP = "column top"  # mark of the first line of a column of a contact's lines


def heads_columns(cells: Sequence[str]) -> bool:
    """Whether the cells of a row say what each column holds: « Nom | Fonction | Téléphone »."""
    words = [plainly(cell).strip(" .:") for cell in cells]
    return len(words) > 1 and all(said("column_head").fullmatch(word) for word in words)


def rows_from(items: Sequence[Line | Block], start: int) -> list[list[PlacedCell]]:
    """The rows from ``start`` on; nothing where no row of several cells stands there.

    A line of one cell is a row where it has a place in a column: no blank above it, and short enough for its own.
    """
    rows: list[list[PlacedCell]] = []
    for at in range(start, len(items)):
        item = items[at]
        if not isinstance(item, Line):
            break
        cells = placed_cells(item)
        if len(cells) == 1 and not (rows and _has_place(item, cells[0], rows)):
            break
        rows.append(cells)
    while rows and _is_everybodys(rows[-1]):
        rows.pop()
    return rows


def _is_everybodys(row: CellRow) -> bool:
    """Whether the last row is a mailbox of the office below all columns."""
    return len(row) == 1 and not row[0].at and said("office_mailbox").match(row[0].line.plain) is not None


def _has_place(line: Line, cell: PlacedCell, rows: Sequence[CellRow]) -> bool:
    if line.gap or lead_on(line) or ends_sentence(line.plain):
        return False
    tabbed = any(one.at == 1 for row in rows for one in row)
    across = max(row[-1].at + len(row[-1].line.plain) for row in rows)
    return tabbed or cell.at > 0 or len(line.plain.rstrip()) < across


def columns_of(rows: Sequence[CellRow]) -> list[list[Line]]:
    """The cells of each column, from its top to its foot."""
    count = max(map(len, rows))
    starts = [min(row[at].at for row in rows if len(row) == count) for at in range(count)]
    columns: list[list[Line]] = [[] for _ in starts]
    for row in rows:
        for at, cell in zip(_places(row, starts), row, strict=True):
            columns[at].append(cell.line)
    return columns


def _places(row: CellRow, starts: Sequence[int]) -> Iterator[int]:
    """The columns that begin nearest to where the cells of a row stand, in their order."""
    at = 0
    for left, cell in zip(range(len(row), 0, -1), row, strict=True):
        free = range(at, len(starts) - left + 1)
        place = min(free, key=lambda one: abs(starts[one] - cell.at))
        yield place
        at = place + 1
