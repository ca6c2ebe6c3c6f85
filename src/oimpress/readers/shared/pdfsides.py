"""Lines of a PDF that hold two: words at the left edge of the text, and others at the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from oimpress.knowledge.cells import is_amount
from oimpress.readers.shared.pdfchars import PlacedChar

APART = 5  # times the size: no blank of a line is so wide, at least
INDENT = 3  # times the size: so far in from the left edge can a line begin


class TextEdges(NamedTuple):
    """From where to where the text of a page reaches."""

    left: float
    right: float


def edges_of(lines: Iterable[Sequence[PlacedChar]]) -> TextEdges:
    """The edges of the text of a page."""
    inked = [char.box for line in lines for char in line if char.char.strip()]
    return TextEdges(min((box[0] for box in inked), default=0), max((box[1] for box in inked), default=0))


def parted(line: Sequence[PlacedChar], edges: TextEdges) -> Iterator[list[PlacedChar]]:
    """``line`` as one, or as two where one half begins and the other ends at the edges of the text, far apart."""
    inked = [at for at, char in enumerate(line) if char.char.strip()]
    wide = [other for one, other in pairwise(inked) if _are_apart(line[one], line[other])]
    if len(wide) == 1 and _is_at_edges(line[inked[0]], line[inked[-1]], edges):
        halves = [list(line[: wide[0]]), list(line[wide[0] :])]
        if all(map(_has_words, halves)):
            yield from halves
            return
    yield list(line)


def _are_apart(one: PlacedChar, other: PlacedChar) -> bool:
    return other.box[0] - one.box[1] > APART * one.size


def _is_at_edges(first: PlacedChar, last: PlacedChar, edges: TextEdges) -> bool:
    return first.box[0] - edges.left < INDENT * first.size and edges.right - last.box[1] < last.size


def _has_words(half: Sequence[PlacedChar]) -> bool:
    """Whether there is more than an amount, or the number of a page."""
    text = "".join(char.char for char in half).strip()
    return any(map(str.isalpha, text)) and not is_amount(text)
