"""What every writer knows of a table: where its cells stand, and how its columns are aligned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from oimpress.model.grid import Grid, GridPlace, laid_out
from oimpress.model.nodes import Align, Cell, Table
from oimpress.model.runs import flatten, plain

# A number with its sign, its currency and a short unit; a range of two; what says that there is none.
NUMBER = r"[+−–-]?[ \u00a0\u202f]?[€$£]?[ \u00a0\u202f]?\d[\d \u00a0\u202f.,’']*"
UNIT = r"(?:[ \u00a0\u202f]?(?:[%‰°€$£]|(?:[kMG]?[€$]|[^\W\d_]{1,3}²?³?)))?"
FIGURE = re.compile(rf"[(≈~<>≤≥±]?[ \u00a0]?{NUMBER}{UNIT}(?: ?[–-] ?{NUMBER}{UNIT})?[)*]?")
Size: TypeAlias = Literal["", "scrolling", "broad", "wide", "widest"]
ROOM = 2  # characters between two columns
SIZES: dict[Size, int] = {"": 32, "scrolling": 72, "broad": 108, "wide": 190}  # characters of an unbroken row, at most
NONE = frozenset({"", "-", "–", "—", "…", "...", "n.d.", "n. d.", "nd", "n/a", "n.c.", "nc", "s.o.", "–\u00a0", "*"})


@dataclass(frozen=True, slots=True)
class Layout:
    """A table ready to be set: its grid, and for each column whether it holds figures, its longest word and line."""

    grid: Grid
    figures: tuple[bool, ...]
    words: tuple[int, ...]
    lines: tuple[int, ...]

    @property
    def least(self) -> int:
        """The characters that a row takes when no word is broken."""
        return sum(self.words) + ROOM * len(self.words)

    @property
    def size(self) -> Size:
        """How much of a page the table takes upright: the text's width, that and the margin, or more."""
        return next((size for size, most in SIZES.items() if self.least <= most), "widest")

    def align(self, place: GridPlace) -> Align:
        """How a cell stands in its columns: as it says, else figures, and what is above them, at the end."""
        if place.cell.align or not all(self.figures[place.column : place.column + place.columns]):
            return place.cell.align
        return "end" if place.columns == 1 else "center"


@lru_cache(maxsize=64)
def layout(table: Table) -> Layout:
    """The layout of ``table``."""
    grid = laid_out(table.rows)
    figures = tuple(_is_figures(column) for column in _columns(grid, grid.heads))
    columns = list(_columns(grid, 0))
    lines = [[max(map(len, _said(cell).split("\n")), default=0) for cell in column] for column in columns]
    words = [
        max((_longest_word(cell, keep) for cell in column), default=0)
        for column, keep in zip(columns, figures, strict=True)
    ]
    return Layout(grid, figures, tuple(words), tuple(max(column, default=0) for column in lines))


def _said(cell: Cell) -> str:
    return str(flatten(cell.children))


def _longest_word(cell: Cell, keep: bool) -> int:
    """The longest word of a cell; in a column of figures a number is one, whatever its spaces."""
    words = [_said(cell)] if keep and not cell.header else _said(cell).replace("\n", " ").split(" ")
    return max(map(len, words))


def _columns(grid: Grid, first: int) -> Iterator[Sequence[Cell]]:
    """The cells of each column, from the row ``first`` on, that stand in it alone."""
    found: list[list[Cell]] = [[] for _ in range(grid.width)]
    for row in grid.rows[first:]:
        for place in row:
            if place.columns == 1:
                found[place.column].append(place.cell)
    return iter(found)


def _is_figures(cells: Sequence[Cell]) -> bool:
    said = [plain(cell.children).strip() for cell in cells if not cell.header]
    figures = [words for words in said if words not in NONE]
    return bool(figures) and all(FIGURE.fullmatch(words) for words in figures)
