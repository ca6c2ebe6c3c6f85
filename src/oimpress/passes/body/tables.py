"""Tables that a text extractor laid flat: a cell a line with a bar behind it, or a row a line with bars between.

trafilatura ends each cell with `` |`` and closes a row that has fewer cells than the table has columns with one bar for
each that is missing; so the number of columns, and with it every row, can be told again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oimpress.knowledge.cells import is_reached
from oimpress.model.draft import Draft, Line, lines_of, put_by
from oimpress.model.nodes import Block, Cell, Inlines, Row, Table
from oimpress.model.runs import cut, flatten, strip
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.body.grids import CELL, keyed_table
from oimpress.patterns import lazy

BAR = "B009"
FLAT = lazy(r"(?P<cell>.*?)[ \u00a0]*\|[ \u00a0]*(?P<missing>\|*)\s*")
RULE = lazy(r"[\s|:-]*-{3}[\s|:-]*")
BETWEEN = lazy(r"[ \u00a0]*\|[ \u00a0]*")
PAIRED = lazy(r"[ \u00a0]*\|\|[ \u00a0]*")


def tables(draft: Draft) -> Result[Draft]:
    """Rebuild tables. Rules B008, B009; notice B104 where the number of columns cannot be told."""
    flow: list[Line | Block] = []
    notices: list[Notice] = []
    dropped: list[Dropped] = []
    at = 0
    while at < len(draft.flow):
        if keyed := keyed_table(draft.flow, at):
            flow.append(keyed.table)
            at += keyed.lines
            continue
        size = _barred(draft.flow, at)
        lines = lines_of(draft.flow[at : at + size])
        made = _table(lines) if size >= 2 else None
        if made is None:
            notices += [notice("B104", lines[0].where, lines[0].plain)] if size >= 2 else []
            flow += draft.flow[at : at + max(size, 1)]
        else:
            flow.append(made)
            dropped += _bars(lines)
        at += max(size, 1)
    return Result(draft.with_fields(tuple(flow)), tuple(notices), tuple(dropped))


def _barred(flow: Sequence[object], at: int) -> int:
    """How many lines from ``at`` end with a bar, or have as many bars inside as the first."""
    size = 0
    inside = 0
    while at + size < len(flow) and isinstance(line := flow[at + size], Line):
        text = line.plain.strip()
        if "|" not in text:
            break
        bars = len(BETWEEN.findall(text.strip("|")))
        closed = text.endswith("|")
        if "@" in text or not (closed or (bars and bars == (inside or bars) and not is_reached(text))):
            break
        inside = inside or bars
        size += 1
    return size


def _table(lines: Sequence[Line]) -> Table | None:
    if all(BETWEEN.search(line.plain.strip().strip("|")) or RULE.fullmatch(line.plain) for line in lines):
        return _by_rows(lines)
    return _by_cells(lines)


def _by_rows(lines: Sequence[Line]) -> Table | None:
    rows = [tuple(_row_cells(line)) for line in lines if not RULE.fullmatch(line.plain)]
    header = RULE.fullmatch(lines[1].plain) is not None
    if len({len(cells) for cells in rows}) != 1:
        return None
    return _made([[Cell(cell.children, header and n == 0) for cell in cells] for n, cells in enumerate(rows)])


def _row_cells(line: Line) -> Iterator[Cell]:
    """The cells of a row; bars in pairs, as some extractors write them, count as one."""
    text = line.plain
    at = len(text) - len(text.lstrip(" |"))
    end = len(text.rstrip(" |"))
    inner = text[at:end]
    between = PAIRED if "||" in inner and "|" not in inner.replace("||", "") else BETWEEN
    for bar in between.finditer(text, at, end):
        yield _cell(cut(line.children, at, bar.start()))
        at = bar.end()
    yield _cell(cut(line.children, at, end))


def _by_cells(lines: Sequence[Line]) -> Table | None:
    """The table whose cells stand a line each; None when no closing bars tell how wide it is."""
    cells: list[Cell] = []
    marks: list[tuple[int, int]] = []  # cells so far, and how many the row that ends there lacks
    for line in lines:
        text = line.plain
        lone = text.strip(" |") == ""
        match = FLAT.fullmatch(text.strip())
        if match is None:
            return None
        if not lone:
            lead = len(text) - len(text.lstrip())
            cells.append(_cell(cut(line.children, lead, lead + match.end("cell"))))
        missing = text.count("|") if lone else len(match["missing"])
        if missing:
            marks.append((len(cells), missing))
    for width in range(2, 40):
        if rows := _cut_rows(cells, marks, width):
            return _made(rows)
    return None


def _cut_rows(cells: Sequence[Cell], marks: Sequence[tuple[int, int]], width: int) -> list[list[Cell]]:
    """The rows of a table of ``width`` columns; empty when the closing bars do not fit that width."""
    rows: list[list[Cell]] = []
    at = 0
    for end, missing in marks:
        while end - at > width:
            rows.append(list(cells[at : at + width]))
            at += width
        if end - at + missing != width:
            return []
        rows.append([*cells[at:end], *(Cell(()) for _ in range(missing))])
        at = end
    if not marks or (len(cells) - at) % width:
        return []
    return [*rows, *(list(cells[i : i + width]) for i in range(at, len(cells), width))]


def _cell(children: Inlines) -> Cell:
    return Cell(put_by(strip(children), CELL))


def _made(rows: Sequence[Sequence[Cell]]) -> Table | None:
    wide = all(len(cells) > 1 for cells in rows)
    filled = any(flatten(cell.children) for cells in rows for cell in cells)
    return Table(tuple(Row(tuple(cells)) for cells in rows)) if rows and wide and filled else None


def _bars(lines: Sequence[Line]) -> Iterator[Dropped]:
    for line in lines:
        text = line.plain
        for run in re.finditer(r"\|[\s|:-]*\||\|", text) if not RULE.fullmatch(text) else re.finditer(r".+", text):
            yield Dropped(line.text[run.start() : run.end()], BAR)
