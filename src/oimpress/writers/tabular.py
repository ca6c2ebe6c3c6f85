"""What every writer knows of a table: where its cells stand, and how its columns are aligned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from oimpress.model.grid import Grid, Place, laid_out
from oimpress.model.nodes import Align, Cell, Table
from oimpress.model.runs import plain

# A number with its sign, its currency and a short unit; a range of two; what says that there is none.
NUMBER = r"[+−–-]?[ \u00a0\u202f]?[€$£]?[ \u00a0\u202f]?\d[\d \u00a0\u202f.,’']*"
UNIT = r"(?:[ \u00a0\u202f]?(?:[%‰°€$£]|(?:[kMG]?[€$]|[^\W\d_]{1,3}²?³?)))?"
FIGURE = re.compile(rf"[(≈~<>≤≥±]?[ \u00a0]?{NUMBER}{UNIT}(?: ?[–-] ?{NUMBER}{UNIT})?[)*]?")
NONE = frozenset({"", "-", "–", "—", "…", "...", "n.d.", "n. d.", "nd", "n/a", "n.c.", "nc", "s.o.", "–\u00a0", "*"})


@dataclass(frozen=True, slots=True)
class Layout:
    """A table ready to be set: its grid, and for each column whether it holds figures."""

    grid: Grid
    figures: tuple[bool, ...]

    def align(self, place: Place) -> Align:
        """How a cell stands in its columns: as it says, else figures, and what is above them, at the end."""
        if place.cell.align or place.columns > 1:
            return place.cell.align
        return "end" if self.figures[place.column] else ""


@lru_cache(maxsize=64)
def layout(table: Table) -> Layout:
    """The layout of ``table``."""
    grid = laid_out(table.rows)
    return Layout(grid, tuple(_is_figures(column) for column in _columns(grid)))


def _columns(grid: Grid) -> Iterator[Sequence[Cell]]:
    """The cells of each column below the head that stand in it alone."""
    found: list[list[Cell]] = [[] for _ in range(grid.width)]
    for row in grid.rows[grid.heads :]:
        for place in row:
            if place.columns == 1:
                found[place.column].append(place.cell)
    return iter(found)


def _is_figures(cells: Sequence[Cell]) -> bool:
    said = [plain(cell.children).strip() for cell in cells if not cell.header]
    figures = [words for words in said if words not in NONE]
    return bool(figures) and all(FIGURE.fullmatch(words) for words in figures)
