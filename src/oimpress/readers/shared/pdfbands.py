"""Tables that only rules across a page show, as books set them: bands of words that gaps part, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from oimpress.readers.shared.pdfchars import PlacedChar
from oimpress.readers.shared.pdfcolumns import Columns, ColumnWords, chunks_of, columns_of, flows, grid_of
from oimpress.readers.shared.pdfrules import THIN, DrawnRule, PageBox, RuledCell, RuledTable, rules_across

WIDE = 0.7  # of the rules: a line of a text reaches farther, one cell of a table does not
BELOW = 1.2  # times the size: so far below the foot of its words lies the rule of a cell over several columns
LEAST_BANDS = 2  # one between two rules can be a letterhead


class Band(NamedTuple):
    """What stands between two rules: lines of words that gaps part."""

    top: float
    bottom: float
    lines: list[list[ColumnWords]]

    @property
    def chunks(self) -> list[ColumnWords]:
        return [chunk for line in self.lines for chunk in line]


class SpannedWords(NamedTuple):
    """Words, and the first and the last of the columns that they stand in."""

    first: int
    last: int
    words: ColumnWords


def banded_tables(lines: Sequence[Sequence[PlacedChar]], boxes: Sequence[PageBox]) -> list[RuledTable]:
    """The tables of a page between rules of one width that no upright rules meet."""
    words = [chunks for line in lines if (chunks := chunks_of(line))]
    rules = rules_across(boxes)
    found: list[RuledTable] = []
    for held in _alike(rules):
        for bands in _runs(held, words):
            inner = [rule for rule in rules if bands[-1].bottom < rule.at < bands[0].top and rule not in held]
            if table := _table(bands, inner):
                found.append(table)
    return found


def _alike(rules: Sequence[DrawnRule]) -> Iterator[list[DrawnRule]]:
    """Rules that begin and end below each other, from the top; at least as many as part two bands."""
    for begun in _near(rules, lambda rule: rule.start):
        for held in _near(begun, lambda rule: rule.end):
            if len(held) > LEAST_BANDS:
                yield sorted(held, key=lambda rule: -rule.at)


def _near(rules: Sequence[DrawnRule], place: Callable[[DrawnRule], float]) -> Iterator[list[DrawnRule]]:
    """The rules by one of their places, those together that are one."""
    held: list[DrawnRule] = []
    for rule in sorted(rules, key=place):
        if held and place(rule) - place(held[0]) > THIN:
            yield held
            held = []
        held.append(rule)
    if held:
        yield held


def _runs(rules: Sequence[DrawnRule], words: Sequence[list[ColumnWords]]) -> Iterator[list[Band]]:
    """The bands between ``rules`` that hold cells, those together that follow each other."""
    run: list[Band] = []
    for above, below in pairwise(rules):
        inside = [line for line in words if _is_inside(line, above, below)]
        if _holds_cells(inside, above.end - above.start):
            run.append(Band(above.at, below.at, inside))
        else:
            yield from [run] if len(run) >= LEAST_BANDS else []
            run = []
    yield from [run] if len(run) >= LEAST_BANDS else []


def _is_inside(line: Sequence[ColumnWords], above: DrawnRule, below: DrawnRule) -> bool:
    within = above.start - THIN <= line[0].left and line[-1].right <= above.end + THIN
    return within and below.at < line[0].foot < above.at


def _holds_cells(lines: Sequence[Sequence[ColumnWords]], width: float) -> bool:
    """Whether some words stand beside others, and none go on from one end of the rules to the other."""
    several = any(len(line) > 1 for line in lines)
    return several and all(chunk.right - chunk.left < WIDE * width for line in lines for chunk in line)


def _table(bands: Sequence[Band], inner: Sequence[DrawnRule]) -> RuledTable | None:
    """The table of some bands; None where their words stand in no columns. ``inner`` rules part its head."""
    columns = columns_of([chunk for band in bands for chunk in band.chunks if not _rule_below(chunk, inner)])
    rows = [row for band in bands for row in _rows(band, columns, inner)]
    inside = ([each.words.text for row in rows for each in row if each.first == at] for at in range(len(columns)))
    tabular = min(len(columns), len(rows)) > 1 and sum(map(flows, inside)) < 2
    return _boxed(rows, columns, bands) if tabular else None


def _rows(band: Band, columns: Columns, inner: Sequence[DrawnRule]) -> Iterator[list[SpannedWords]]:
    """The rows of a band: words over a rule of their own with those beside them, and what stands below."""
    heads = [(chunk, rule) for chunk in band.chunks if (rule := _rule_below(chunk, inner))]
    foot = min((chunk.foot - chunk.size / 2 for chunk, _ in heads), default=band.top)
    over = [chunk for chunk in band.chunks if chunk.foot > foot and chunk not in [head for head, _ in heads]]
    if heads:
        yield [_spanned(chunk, columns, rule) for chunk, rule in [*heads, *((chunk, None) for chunk in over)]]
    for row in grid_of([chunk for chunk in band.chunks if chunk.foot <= foot], columns):
        yield [_spanned(chunk, columns, None) for _, chunk in row]


def _rule_below(chunk: ColumnWords, rules: Sequence[DrawnRule]) -> DrawnRule | None:
    """The rule right below some words that reaches over more than they do."""
    return next(
        (
            rule
            for rule in rules
            if 0 < chunk.foot - rule.at < BELOW * chunk.size
            and rule.start <= chunk.left + THIN
            and chunk.right - THIN <= rule.end
        ),
        None,
    )


def _spanned(chunk: ColumnWords, columns: Columns, rule: DrawnRule | None) -> SpannedWords:
    start, end = (rule.start, rule.end) if rule else (chunk.left, chunk.right)
    inside = [at for at, (left, right) in enumerate(columns) if left < end and start < right] or [0]
    return SpannedWords(inside[0], inside[-1], chunk)


def _boxed(rows: Sequence[Sequence[SpannedWords]], columns: Columns, bands: Sequence[Band]) -> RuledTable:
    """The table with a box for each cell; one over several columns takes their places."""
    xs = [columns[0][0] - THIN, *((one[1] + other[0]) / 2 for one, other in pairwise(columns)), columns[-1][1] + THIN]
    ys = [bands[0].top, *(_between(one, other) for one, other in pairwise(rows)), bands[-1].bottom]
    cells: list[RuledCell] = []
    for at, row in enumerate(rows):
        spans = {each.first: max(other.last for other in row if other.first == each.first) for each in row}
        column = 0
        while column < len(columns):
            last = spans.get(column, column)
            cells.append(RuledCell(at, column, 1, last - column + 1, (xs[column], xs[last + 1], ys[at + 1], ys[at])))
            column = last + 1
    return RuledTable(tuple(cells))


def _between(row: Sequence[SpannedWords], below: Sequence[SpannedWords]) -> float:
    """The height at which two rows part."""
    lowest, highest = min(each.words.foot for each in row), max(each.words.foot for each in below)
    return (lowest + highest + 0.7 * row[0].words.size) / 2
