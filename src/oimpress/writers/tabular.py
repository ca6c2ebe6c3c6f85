"""What every writer knows of a table: where its cells stand, and how its columns are aligned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

from oimpress.model.grid import Grid, GridPlace, laid_out
from oimpress.model.nodes import Align, Cell, Table
from oimpress.model.runs import flatten, plain
from oimpress.records import record

# A number with its sign, its currency and a short unit; a range of two; what says that there is none.
NUMBER = r"[+−–-]?[ \u00a0\u202f]?[€$£]?[ \u00a0\u202f]?\d[\d \u00a0\u202f.,’']*"
UNIT = r"(?:[ \u00a0\u202f]?(?:[%‰°€$£]|(?:[kMG]?[€$]|[^\W\d_]{1,3}²?³?)))?"
FRACTION = re.compile(r"\d(?P<fraction>[.,]\d+)?(?P<unit>\D*)\Z")
FIGURE = re.compile(rf"[(≈~<>≤≥±]?[ \u00a0]?{NUMBER}{UNIT}(?: ?[–-] ?{NUMBER}{UNIT})?[)*]?")
Size: TypeAlias = Literal["", "scrolling", "broad", "wide", "widest"]
ROOM = 2  # characters between two columns
SIZES: dict[Size, int] = {"": 32, "scrolling": 72, "broad": 108, "wide": 190}  # characters of an unbroken row, at most
NONE = frozenset({"", "-", "–", "—", "…", "...", "n.d.", "n. d.", "nd", "n/a", "n.c.", "nc", "s.o.", "–\u00a0", "*"})


@record
class Layout:
    """A table ready to be set: its grid, and for each column whether it holds figures, its longest word and line.

    ``fractions`` are the longest one of each column whose numbers are to stand with their ones below each other.
    """

    grid: Grid
    figures: tuple[bool, ...]
    fractions: tuple[str, ...]
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

    def lacking(self, place: GridPlace) -> str:
        """The places behind the decimal sign, with it or without, that others of the column have and the cell has not.

        As much room is left behind its number, so that it stands as if it had them.
        """
        return _lacking(place.cell, self.fractions[place.column]) if place.columns == 1 else ""


@lru_cache(maxsize=64)
def layout(table: Table) -> Layout:
    """The layout of ``table``."""
    grid = laid_out(table.rows)
    bodies = list(_columns(grid, grid.heads))
    figures = tuple(map(_is_figures, bodies))
    fractions = tuple(_fraction(column) if keep else "" for column, keep in zip(bodies, figures, strict=True))
    columns = list(zip(_columns(grid, 0), figures, fractions, strict=True))
    lines = [max((_longest_line(cell) for cell in column), default=0) for column, *_ in columns]
    words = [
        max((_longest_word(cell, keep) + len(_lacking(cell, fraction)) for cell in column), default=0)
        for column, keep, fraction in columns
    ]
    return Layout(grid, figures, fractions, tuple(words), tuple(lines))


def _said(cell: Cell) -> str:
    return str(flatten(cell.children))


def _longest_line(cell: Cell) -> int:
    return max(map(len, _said(cell).split("\n")), default=0)


def _longest_word(cell: Cell, keep: bool) -> int:
    """The longest word of a cell; in a column of figures a number is one, whatever its spaces."""
    words = [_said(cell)] if keep and not cell.header else _said(cell).replace("\n", " ").split(" ")
    return max(map(len, words))


def _lacking(cell: Cell, longest: str) -> str:
    """What the number of a cell lacks of the ``longest`` fraction of its column."""
    if not longest or cell.header or cell.align == "center":
        return ""
    found = FRACTION.search(plain(cell.children).strip())
    return longest[len(found["fraction"] or "") :] if found else ""


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


def _fraction(cells: Sequence[Cell]) -> str:
    """The longest fraction of numbers with one sign and one unit; none where it helps nobody, or may be thousands."""
    said = (plain(cell.children).strip() for cell in cells if not cell.header)
    found = [number for words in said if (number := FRACTION.search(words))]
    fractions = {number["fraction"] or "" for number in found}
    signs, sizes = {each[0] for each in fractions if each}, {len(each) for each in fractions}
    units = {number["unit"].lstrip(" \u00a0\u202f") for number in found}
    helps = len(sizes) > 1 and sizes - {0} != {4} and len(signs) == len(units) == 1
    return max(fractions, key=lambda each: (len(each), each)) if helps else ""
