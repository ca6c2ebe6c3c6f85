"""Tables that were keyed: rows of cells parted by tabs or by wide gaps."""

from __future__ import annotations

from collections.abc import Sequence

from oimpress.knowledge.cells import YEAR, is_amount, is_reached
from oimpress.model.draft import Line, lines_of, put_by
from oimpress.model.nodes import Block, Cell, Row, Table
from oimpress.model.runs import strip
from oimpress.passes.body.limits import LEAST_TABBED, LONGEST_CELL
from oimpress.passes.lines.columns import cells_of, has_tabs

CELL = "B008"


def keyed_table(flow: Sequence[Line | Block], at: int) -> Table | None:
    """The table whose first row is the line at ``at``; None where none begins there. Rule B008.

    A column of numbers shows it, or tabs in three lines and more.
    """
    rows = _rows(flow, at)
    texts = [[cell.plain.strip() for cell in row] for row in rows]
    if len(rows) < 2 or any(len(text) > LONGEST_CELL or is_reached(text) for row in texts for text in row):
        return None
    counts = [n for n in range(1, len(rows[0])) if all(is_amount(row[n]) for row in texts[1:])]
    tabbed = len(rows) >= LEAST_TABBED and all(map(has_tabs, lines_of(flow[at : at + len(rows)])))
    if not counts and not tabbed:
        return None
    headed = bool(counts) and _is_head(texts[0], counts)
    return Table(
        tuple(
            Row(tuple(Cell(put_by(strip(cell.children), CELL), headed and not number) for cell in row))
            for number, row in enumerate(rows)
        )
    )


def _rows(flow: Sequence[Line | Block], at: int) -> list[list[Line]]:
    """The lines from ``at`` on that have as many cells, no blank line between them."""
    rows: list[list[Line]] = []
    while at + len(rows) < len(flow) and isinstance(line := flow[at + len(rows)], Line):
        cells = cells_of(line)
        if len(cells) < 2 or (rows and (line.gap or len(cells) != len(rows[0]))):
            break
        rows.append(cells)
    return rows


def _is_head(first: Sequence[str], counts: Sequence[int]) -> bool:
    """Whether the first row says what the numbers below it are: words, or years."""
    said = [first[at] for at in counts]
    return not any(map(is_amount, said)) or (all(map(YEAR.fullmatch, said)) and not is_amount(first[0]))
