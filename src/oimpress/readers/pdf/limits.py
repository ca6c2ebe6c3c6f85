"""What both ways of reading a PDF share: the rules they name, and how large the type of a heading is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from oimpress.model.draft import Flow
from oimpress.notices import Dropped, Notice
from oimpress.readers.shared.tree import Sheet

MARGIN, JOINED, MARKER, NOTE_MARK = "R016", "R048", "B003", "R078"
EDGE = 0.1  # of a page's height: above and below it pages repeat their heads and numbers
TAGGED_EDGE = 0.15  # the same of pages whose tags name everything else
LARGER = 1.15  # times the size of the text: a heading
SMALLER = 0.95  # times the size of the text: no larger is the type of notes
FAR = 1.75  # times the size between the feet of two lines: above it another paragraph begins
WIDER = 1.15  # times how far apart lines usually stand that go on: what stands farther apart is another paragraph
LEAST_SEEN = 3  # lines that go on, to tell how far apart they usually stand
CLOSE = 1.5  # times the size between the feet of two lines of one short phrase
LEVELS = 3


class ReadPages(NamedTuple):
    """What was read off the pages, and what was left out of it; all text stands on ``sheet``."""

    flow: Flow
    dropped: tuple[Dropped, ...]
    notices: tuple[Notice, ...]
    sheet: Sheet


def rounded(size: float) -> float:
    """A size of type in half points."""
    return round(size * 2) / 2


def usual_size(letters: Iterable[tuple[float, int]]) -> float:
    """The size of most of a text, of which so many ``letters`` stand in each size."""
    counts = Counter[float]()
    for size, count in letters:
        counts[rounded(size)] += count
    return counts.most_common(1)[0][0] if counts else 0


def heading_levels(letters: Counter[float]) -> dict[float, int]:
    """The level of headings by their size: the largest three sizes above that of most of the text.

    ``letters`` are the numbers of letters in each size.
    """
    usual = usual_size(letters.items())
    large = sorted((size for size in letters if size >= LARGER * usual), reverse=True)
    return {size: min(at, LEVELS) for at, size in enumerate(large, 1)}
