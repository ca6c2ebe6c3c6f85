"""Tables that were keyed: rows of cells parted by tabs or by wide gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from oimpress.knowledge.cells import YEAR, is_amount, is_reached
from oimpress.model.draft import Line, lines_of, put_by
from oimpress.model.nodes import Block, Cell, Inline, Inlines, Row, Table, Text
from oimpress.model.runs import flatten, inlines, strip
from oimpress.model.traced import inserted
from oimpress.passes.body.limits import LEAST_COLUMNS, LEAST_TABBED, LONGEST_CELL
from oimpress.passes.lines.columns import PlacedCell, has_tabs, placed_cells
from oimpress.passes.lines.wrapping import ends_in_cut_word
from oimpress.patterns import lazy

CELL = "B008"
LABEL_ALONE = lazy(r"\(?(?:\d{1,2}|[a-zA-Z])[.)°]|\d{1,2}°[.)]")  # of an item, behind which somebody keyed a tab


class KeyedRow(NamedTuple):
    """A row, whose cells may have words on several lines, and how many lines it takes up."""

    cells: tuple[tuple[PlacedCell, ...], ...]
    lines: int

    @property
    def texts(self) -> list[str]:
        return ["\n".join(part.line.plain.strip() for part in cell) for cell in self.cells]


class KeyedTable(NamedTuple):
    """A table, and how many lines of the flow it takes up."""

    table: Table
    lines: int


def keyed_table(flow: Sequence[Line | Block], at: int) -> KeyedTable | None:
    """The table whose first row is the line at ``at``; None where none begins there. Rule B008.

    A column of numbers shows it, or three lines and more with tabs, or with three columns that begin below each other.
    """
    rows = _rows(flow, at)
    texts = [row.texts for row in rows]
    if (
        len(rows) < 2
        or all(len(row) == 2 and LABEL_ALONE.fullmatch(row[0]) for row in texts)
        or any(len(text) > LONGEST_CELL or is_reached(text) for row in texts for text in row)
    ):
        return None
    counts = [n for n in range(1, len(texts[0])) if _counts(texts, n)]
    size = sum(row.lines for row in rows)
    tabbed = all(map(has_tabs, lines_of(flow[at : at + size])))
    if not counts and not (len(rows) >= LEAST_TABBED and (tabbed or _is_aligned(rows))):
        return None
    headed = bool(counts) and _is_head(texts[0], counts)
    made = (
        Row(tuple(Cell(_words(cell), headed and not number) for cell in row.cells)) for number, row in enumerate(rows)
    )
    return KeyedTable(Table(tuple(made)), size)


def _rows(flow: Sequence[Line | Block], at: int) -> list[KeyedRow]:
    """The lines from ``at`` on that have as many cells, no blank line between them; some go on in the next line."""
    rows: list[KeyedRow] = []
    for item in flow[at:]:
        cells = placed_cells(item) if isinstance(item, Line) else []
        if not cells or (rows and cells[0].line.gap):
            break
        if len(cells) > 1 and (not rows or len(cells) == len(rows[0].cells)):
            rows.append(KeyedRow(tuple((cell,) for cell in cells), 1))
        elif rows and isinstance(item, Line) and (gaps := _with_gaps(rows[0], cells, item)):
            rows.append(gaps)
        elif len(rows) > 1 and (whole := _gone_on(rows, cells)):
            rows[-1] = whole
        else:
            break
    return rows


def _with_gaps(first: KeyedRow, cells: Sequence[PlacedCell], line: Line) -> KeyedRow | None:
    """A row of a table with tabs, one for each column, that has nothing in some columns; its first cell is there."""
    places = [cell[0].at for cell in first.cells if cell]
    by_place = {cell.at: cell for cell in cells}
    if not has_tabs(line) or places != [*range(len(places))] or len(places) < LEAST_COLUMNS or 0 not in by_place:
        return None
    if len(by_place) < len(cells) or len(cells) < 2 or max(by_place) >= len(places):
        return None
    return KeyedRow(tuple((by_place[at],) if at in by_place else () for at in places), 1)


def _counts(texts: Sequence[Sequence[str]], column: int) -> bool:
    """Whether a column is amounts below its first cell, as far as it has any."""
    said = [row[column] for row in texts[1:] if row[column]]
    return bool(said) and all(map(is_amount, said))


def _gone_on(rows: Sequence[KeyedRow], cells: Sequence[PlacedCell]) -> KeyedRow | None:
    """The last row with the words of the line below it; None where these stand in none of its columns.

    They go on where the first column has none, or a column that counts has none.
    """
    spans = [(min(cell.at for cell in _firsts(rows, n)), max(map(_end, _firsts(rows, n)))) for n in _columns(rows)]
    places = [[n for n, (at, end) in enumerate(spans) if cell.at < end and at < _end(cell)] for cell in cells]
    taken = {found[0]: cell for found, cell in zip(places, cells, strict=True) if len(found) == 1}
    counts = [n for n in _columns(rows) if _counts([row.texts for row in rows], n)]
    if len(taken) < len(cells) or not (0 not in taken or any(n not in taken for n in counts)):
        return None
    last = rows[-1]
    joined = ((*cell, taken[n]) if n in taken else cell for n, cell in enumerate(last.cells))
    return KeyedRow(tuple(joined), last.lines + 1)


def _firsts(rows: Sequence[KeyedRow], column: int) -> list[PlacedCell]:
    return [row.cells[column][0] for row in rows if row.cells[column]]


def _end(cell: PlacedCell) -> int:
    return cell.at + len(cell.line.plain.strip())


def _columns(rows: Sequence[KeyedRow]) -> range:
    return range(len(rows[0].cells))


def _is_aligned(rows: Sequence[KeyedRow]) -> bool:
    """Whether three columns and more begin below each other."""
    starts = {tuple(cell[0].at for cell in row.cells if cell) for row in rows}
    return len(rows[0].cells) >= LEAST_COLUMNS and len(starts) == 1


def _words(cell: Sequence[PlacedCell]) -> Inlines:
    """The words of a cell, a blank at the end of each of its lines but behind a hyphen."""
    parts: list[Inline] = []
    for part in cell:
        hyphened = not parts or ends_in_cut_word(str(flatten(tuple(parts))))
        parts += [*(() if hyphened else (Text(inserted(" ", CELL)),)), *strip(part.line.children)]
    return put_by(inlines(*parts), CELL)


def _is_head(first: Sequence[str], counts: Sequence[int]) -> bool:
    """Whether the first row says what the numbers below it are: words, or years."""
    said = [first[at] for at in counts]
    return not any(map(is_amount, said)) or (all(map(YEAR.fullmatch, said)) and not is_amount(first[0]))
