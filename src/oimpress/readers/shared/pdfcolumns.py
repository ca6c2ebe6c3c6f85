"""Tables that no rules draw: where gaps part the words of lines, one below the other, columns are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from oimpress.knowledge.cells import is_amount
from oimpress.patterns import lazy
from oimpress.readers.shared.pdfchars import PlacedChar
from oimpress.readers.shared.pdfrules import RuledCell, RuledTable

GAP = 0.75  # times the size: what stands farther apart in a line stands in two cells
GUTTER = 0.5  # times the size: so far apart are columns, at least
FAR = 3.0  # times the size from the foot of one line to that of the next: a table has ended
TIGHT = 1.15  # times the leading inside a cell: farther apart are rows
ALIKE = 0.15  # of the size: type of a table is no more larger or smaller than the rest of it
BESIDE = 0.3  # times the size: words no farther up or down stand on one line
ALIGNED = 0.7  # times the size: so far from each other begin, end or are centred the words of a column, at most
FILLED = 0.5  # of its cells have words, at least
FLOWING = 0.25  # of the lines of a column go on in the next: more of them are prose
LEAST_FLOWING = 20  # characters of a line that goes on
LEAST_ROWS = 3  # of a table without a column of amounts
HIGHEST = float("inf")
COUNT = r"\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]"
LABEL = lazy(rf"[^\w\s]|o|{COUNT}")  # of an item of a list


class ColumnWords(NamedTuple):
    """Words of a line that no wide gap parts."""

    text: str
    left: float
    right: float
    foot: float
    size: float


Columns: TypeAlias = list[tuple[float, float]]  # from where to where each has words, from the left
ColumnRow: TypeAlias = list[tuple[int, ColumnWords]]  # the chunks of one or several lines, with their columns


def aligned_tables(lines: Sequence[Sequence[PlacedChar]]) -> list[RuledTable]:
    """The tables of a page, whose ``lines`` stand in the order in which they were set: as if rules had drawn them."""
    rows = [chunks for line in lines if (chunks := chunks_of(line))]
    found: list[RuledTable] = []
    at = 0
    while at < len(rows):
        held = _together(rows, at) if len(rows[at]) > 1 else []
        columns = columns_of([chunk for chunks in held for chunk in chunks])
        grid = grid_of([chunk for chunks in held for chunk in chunks], columns)
        if _is_table(grid, len(columns)):
            found.append(_boxed(grid, columns))
        at += max(len(held), 1)
    return found


def chunks_of(line: Sequence[PlacedChar]) -> list[ColumnWords]:
    """The words of a line as wide gaps part them; the label of an item stands with its words."""
    groups: list[list[PlacedChar]] = []
    last: PlacedChar | None = None
    for char in line:
        if char.char.strip():
            if last is None or char.box[0] - last.box[1] > GAP * char.size:
                groups.append([])
            last = char
        if last:
            groups[-1].append(char)
    chunks = [_chunk(group) for group in groups]
    if len(chunks) > 1 and LABEL.fullmatch(chunks[0].text):
        label, first, *rest = chunks
        return [first._replace(text=f"{label.text} {first.text}", left=label.left), *rest]
    return chunks


def _chunk(group: Sequence[PlacedChar]) -> ColumnWords:
    inked = [each for each in group if each.char.strip()]
    feet, sizes = sorted(each.foot for each in inked), sorted(each.size for each in inked)
    left, right = min(each.box[0] for each in inked), max(each.box[1] for each in inked)
    text = "".join(each.char for each in group).strip()
    return ColumnWords(text, left, right, feet[len(feet) // 2], sizes[len(sizes) // 2])


# -- which lines stand in columns -------------------------------------------------------------------------


def _together(rows: Sequence[list[ColumnWords]], at: int) -> list[list[ColumnWords]]:
    """The lines from ``at`` on whose words stand in the same columns, one below the other."""
    held = [rows[at]]
    columns = columns_of(rows[at])
    for chunks in rows[at + 1 :]:
        wider = columns_of([*(chunks[0]._replace(left=left, right=right) for left, right in columns), *chunks])
        if not _keeps(columns, wider, chunks) or not _is_below(held, chunks, wider):
            break
        held.append(chunks)
        columns = wider
    while len(held) > 1 and _trails(held, columns):
        held.pop()
    return held


def _keeps(columns: Columns, wider: Columns, chunks: Sequence[ColumnWords]) -> bool:
    """Whether each chunk of a line stands in a column of its own, and none in two of those that there were."""
    apart = len({_column(chunk.left, wider) for chunk in chunks}) == len(chunks)
    kept = len({_column(left, wider) for left, _ in columns}) == len(columns)
    return apart and kept and (len(chunks) > 1 or len(wider) == len(columns))


def _is_below(held: Sequence[list[ColumnWords]], chunks: Sequence[ColumnWords], columns: Columns) -> bool:
    """Whether a line in type like that of those above stands below what they hold in its columns, and near them."""
    size, lowest = held[0][0].size, dict[int, float]()
    for chunk in (chunk for line in held for chunk in line):
        at = _column(chunk.left, columns)
        lowest[at] = min(chunk.foot, lowest.get(at, chunk.foot))
    clear = all(chunk.foot < lowest.get(_column(chunk.left, columns), HIGHEST) - BESIDE * size for chunk in chunks)
    near = chunks[0].foot > min(lowest.values()) - FAR * size
    return clear and near and abs(chunks[0].size - size) <= ALIKE * size


def _trails(held: Sequence[list[ColumnWords]], columns: Columns) -> bool:
    """Whether the last line stands alone in the first column, as a text below the table does."""
    (last, *more), above = held[-1], held[:-1]
    beside = any(abs(chunk.foot - last.foot) < BESIDE * last.size for line in above for chunk in line)
    return not more and not beside and _column(last.left, columns) == 0


def columns_of(chunks: Sequence[ColumnWords]) -> Columns:
    """From where to where words stand over or below each other."""
    made: Columns = []
    for chunk in sorted(chunks, key=lambda chunk: chunk.left):
        if made and chunk.left < made[-1][1] + GUTTER * chunk.size:
            made[-1] = made[-1][0], max(made[-1][1], chunk.right)
        else:
            made.append((chunk.left, chunk.right))
    return made


def _column(place: float, columns: Columns) -> int:
    """The column in which a place lies; -1 for none."""
    return next((at for at, (left, right) in enumerate(columns) if left <= place <= right), -1)


# -- rows and cells ---------------------------------------------------------------------------------------


def grid_of(chunks: Sequence[ColumnWords], columns: Columns) -> list[ColumnRow]:
    """The rows: lines that stand close below each other are one where cells have several."""
    lines: list[ColumnRow] = []
    for chunk in sorted(chunks, key=lambda chunk: -chunk.foot):
        if not lines or lines[-1][0][1].foot - chunk.foot > BESIDE * chunk.size:
            lines.append([])
        lines[-1].append((_column(chunk.left, columns), chunk))
    begins = _by_leading(lines, len(columns)) or [any(not column for column, _ in line) for line in lines]
    rows: list[ColumnRow] = []
    for at, line in enumerate(lines):
        if not at or begins[at]:
            rows.append([])
        rows[-1] += line
    return rows


def _by_leading(lines: Sequence[ColumnRow], columns: int) -> list[bool]:
    """Whether each line begins a row, by the room above it; nothing where the room does not tell."""
    room = [0.0, *(one[0][1].foot - other[0][1].foot for one, other in pairwise(lines))]
    full = [at for at, line in enumerate(lines) if at and len(line) == columns]
    inner = [room[at] for at, line in enumerate(lines) if at and len(line) < columns]
    leading = TIGHT * min(inner, default=0)
    apart = [at for at in full if room[at] > leading]
    return [not at or space > leading for at, space in enumerate(room)] if inner and len(apart) * 2 > len(full) else []


def _is_table(rows: Sequence[ColumnRow], columns: int) -> bool:
    """Whether rows are those of a table, not two columns of prose, or chance."""
    if len(rows) < 2 or columns < 2 or sum(map(len, rows)) < FILLED * len(rows) * columns:
        return False
    cells = [[chunk for row in rows for column, chunk in row if column == at] for at in range(columns)]
    amounts = [all(is_amount(chunk.text) for chunk in column[1:]) and len(column) > 1 for column in cells]
    if sum(map(flows, _lines(rows, columns))) > 1:
        return False
    stands = all(amount or _is_aligned(column[1:]) for amount, column in zip(amounts, cells, strict=True))
    return stands and (any(amounts) or len(rows) >= LEAST_ROWS)


def _lines(rows: Sequence[ColumnRow], columns: int) -> Iterator[list[str]]:
    """The first lines of the cells of each column."""
    for at in range(columns):
        yield [next((chunk.text for column, chunk in row if column == at), "") for row in rows]


def flows(lines: Sequence[str]) -> bool:
    """Whether sentences go on from line to line."""
    going = sum(len(one) >= LEAST_FLOWING and other[:1].islower() for one, other in pairwise(lines))
    return len(lines) > LEAST_ROWS and going > FLOWING * len(lines)


def _is_aligned(cells: Sequence[ColumnWords]) -> bool:
    """Whether all cells of a column begin, end, or have their middle at one place."""
    if not cells:
        return True
    most = ALIGNED * cells[0].size
    places = ([cell.left for cell in cells], [cell.right for cell in cells], [c.left + c.right for c in cells])
    return any(max(at) - min(at) <= most * (1 + middle) for at, middle in zip(places, (0, 0, 1), strict=True))


def _boxed(rows: Sequence[ColumnRow], columns: Columns) -> RuledTable:
    """The table with a box for each cell, which meets those beside it half way."""
    size = rows[0][0][1].size
    middles = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
    xs = [columns[0][0] - size, *middles, columns[-1][1] + size]
    feet = [(max(chunk.foot for _, chunk in row), min(chunk.foot for _, chunk in row)) for row in rows]
    between = [(above[1] + below[0] + 0.7 * size) / 2 for above, below in pairwise(feet)]
    ys = [feet[0][0] + size, *between, feet[-1][1] - size / 2]
    return RuledTable(
        tuple(
            RuledCell(row, column, 1, 1, (xs[column], xs[column + 1], ys[row + 1], ys[row]))
            for row in range(len(rows))
            for column in range(len(columns))
        )
    )
