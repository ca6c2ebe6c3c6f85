"""Tables that lines on a page show: where rules meet, cells are; a rule that is missing makes one cell of two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

THIN = 3.0  # points: what is no thicker is a rule, and rules no farther apart meet
SLENDER = 40  # times as long as thick is a thicker rule, such as a double one
LEAST_PLACES = 3  # rules across, and upright ones, of a table: a box around a text has two of each
MOST_CELLS = 20_000
PageBox: TypeAlias = tuple[float, float, float, float]  # left, right, bottom, top


class DrawnRule(NamedTuple):
    """A line of a table: how far up or across it stands, and from where to where it goes."""

    at: float
    start: float
    end: float


class RuledCell(NamedTuple):
    """A cell, from the top and from the left, and how many rows and columns it covers."""

    row: int
    column: int
    rows: int
    columns: int
    box: PageBox

    def holds(self, across: float, up: float) -> bool:
        left, right, bottom, top = self.box
        return left <= across <= right and bottom <= up <= top


class RuledTable(NamedTuple):
    """The cells of a table, row by row."""

    cells: tuple[RuledCell, ...]

    def at(self, across: float, up: float) -> RuledCell | None:
        """The cell in which a place of the page lies."""
        return next((cell for cell in self.cells if cell.holds(across, up)), None)


def ruled_tables(boxes: Iterable[PageBox]) -> list[RuledTable]:
    """The tables that thin ``boxes`` draw, each with at least two rows and two columns."""
    given = list(boxes)
    across = rules_across(given)
    upright = _merged(
        DrawnRule((left + right) / 2, low, high)
        for left, right, low, high in given
        if _is_rule(right - left, high - low)
    )
    tables = (RuledTable(tuple(_cells(*rules))) for rules in _meeting(across, upright))
    return [table for table in tables if table.cells and all(cell.rows and cell.columns for cell in table.cells)]


def rules_across(boxes: Iterable[PageBox]) -> list[DrawnRule]:
    """The rules across the page that thin ``boxes`` draw."""
    return _merged(
        DrawnRule((low + high) / 2, left, right)
        for left, right, low, high in boxes
        if _is_rule(high - low, right - left)
    )


def _is_rule(thick: float, long: float) -> bool:
    """Whether something drawn is a rule, thin or as a double one for its length."""
    return thick <= THIN or (thick <= 2 * THIN and thick * SLENDER <= long)


def _merged(rules: Iterable[DrawnRule]) -> list[DrawnRule]:
    """Rules on one line that touch as one; what is as short as it is thick is none."""
    made: list[DrawnRule] = []
    for group in _close(sorted(rule for rule in rules if rule.end - rule.start > THIN)):
        for rule in sorted(group, key=lambda rule: rule.start):
            last = made[-1] if made else None
            if last and abs(last.at - group[0].at) < THIN and rule.start <= last.end + THIN:
                made[-1] = DrawnRule(last.at, last.start, max(last.end, rule.end))
            else:
                made.append(DrawnRule(group[0].at, rule.start, rule.end))
    return made


def _close(rules: Sequence[DrawnRule]) -> Iterator[list[DrawnRule]]:
    """The rules that stand on one line, together."""
    group: list[DrawnRule] = []
    for rule in rules:
        if group and rule.at - group[0].at >= THIN:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _meeting(
    across: Sequence[DrawnRule], upright: Sequence[DrawnRule]
) -> Iterator[tuple[list[DrawnRule], list[DrawnRule]]]:
    """The rules of each table: those that meet, and those that meet these."""
    left = list(upright)
    waiting = list(across)
    while waiting:
        rows, columns = [waiting.pop()], []
        for row in rows:
            met = [rule for rule in left if _meet(row, rule)]
            left = [rule for rule in left if rule not in met]
            columns += met
            reached = [rule for rule in waiting if any(_meet(rule, column) for column in met)]
            waiting = [rule for rule in waiting if rule not in reached]
            rows += reached
        yield rows, columns


def _meet(row: DrawnRule, column: DrawnRule) -> bool:
    on_row = row.start - THIN <= column.at <= row.end + THIN
    return on_row and column.start - THIN <= row.at <= column.end + THIN


def _cells(across: Sequence[DrawnRule], upright: Sequence[DrawnRule]) -> Iterator[RuledCell]:
    """The cells between the rules of a table; none where these draw something else."""
    xs = _places([rule.at for rule in upright] + [end for rule in across for end in rule[1:]])
    ys = _places([rule.at for rule in across] + [end for rule in upright for end in rule[1:]])[::-1]
    if min(len(xs), len(ys)) < LEAST_PLACES or len(xs) * len(ys) > MOST_CELLS:
        return
    for area in _areas(xs, ys, across, upright):
        (row, column), (last, end) = min(area), max(area)
        rows, columns = last - row + 1, end - column + 1
        if rows * columns != len(area):  # no rectangle
            rows = columns = 0
        yield RuledCell(row, column, rows, columns, (xs[column], xs[end + 1], ys[last + 1], ys[row]))


def _areas(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[DrawnRule], upright: Sequence[DrawnRule]
) -> list[list[tuple[int, int]]]:
    """The places of the grid, by row and column, that no rule parts from each other."""
    areas: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row, column in product(range(len(ys) - 1), range(len(xs) - 1)):
        x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        area = [(row, column)]
        if column and not _parts(upright, xs[column], y):
            area = areas[row, column - 1] + area
        if row and not _parts(across, ys[row], x):
            area = list(dict.fromkeys(areas[row - 1, column] + area))
        areas |= dict.fromkeys(area, area)
    return list({id(area): area for area in areas.values()}.values())


def _places(values: Iterable[float]) -> list[float]:
    """The places among ``values``, those that are one taken once."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > THIN:
            made.append(value)
    return made


def _parts(rules: Sequence[DrawnRule], at: float, middle: float) -> bool:
    """Whether a rule at this place goes past ``middle``."""
    return any(abs(rule.at - at) <= THIN and rule.start <= middle <= rule.end for rule in rules)
