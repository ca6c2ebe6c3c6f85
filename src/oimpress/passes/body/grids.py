"""Tables that were keyed: rows of cells parted by tabs or by wide gaps."""

from __future__ import annotations

from collections.abc import Sequence

from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.labels import labelled
from oimpress.model.draft import Line, lines_of, put_by
from oimpress.model.nodes import Block, Cell, Row, Table
from oimpress.model.runs import strip
from oimpress.passes.body.limits import LEAST_TABBED, LONGEST_CELL
from oimpress.passes.lines.columns import cells_of, has_tabs
from oimpress.patterns import lazy

CELL = "B008"
NUMBER = lazy(r"[-+–−]?\d[\d \u00a0\u202f.,/]*[ \u00a0\u202f]?(?:%|€|\$|£|k€|M€)?|[-–—]")
YEAR = lazy(r"(?:19|20)\d\d")
# How to reach somebody: columns of it are people side by side.
REACHED = labelled(r"(?:\+\d{2}|\b0\d)(?:[ .\u00a0-]?\d{2}){4}|\b(?:(?&phone)|(?&mail))\b")


def keyed_table(flow: Sequence[Line | Block], at: int) -> Table | None:
    """The table whose first row is the line at ``at``; None where none begins there. Rule B008.

    A column of numbers shows it, or tabs in three lines and more.
    """
    rows = _rows(flow, at)
    texts = [[cell.plain.strip() for cell in row] for row in rows]
    if len(rows) < 2 or any(len(text) > LONGEST_CELL or is_reached(text) for row in texts for text in row):
        return None
    counts = [n for n in range(1, len(rows[0])) if all(NUMBER.fullmatch(row[n]) for row in texts[1:])]
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


def is_reached(text: str) -> bool:
    return has_mail(text) or REACHED.search(text) is not None


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
    return not any(map(NUMBER.fullmatch, said)) or (all(map(YEAR.fullmatch, said)) and not NUMBER.fullmatch(first[0]))
