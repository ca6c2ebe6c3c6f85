"""What both ways of reading a PDF share: the rules they name, and how large the type of a heading is."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from oimpress.model.draft import Flow
from oimpress.notices import Dropped, Notice
from oimpress.readers.shared.tree import Sheet

MARGIN, JOINED, MARKER, NOTE_MARK = "R016", "R048", "B003", "R078"
EDGE = 0.1  # of a page's height: above and below it pages repeat their heads and numbers
TAGGED_EDGE = 0.15  # the same of pages whose tags name everything else
LARGER = 1.15  # times the size of the text: a heading
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


def heading_levels(letters: Counter[float]) -> dict[float, int]:
    """The level of headings by their size: the largest three sizes above that of most of the text.

    ``letters`` are the numbers of letters in each size.
    """
    usual = letters.most_common(1)[0][0] if letters else 0
    large = sorted((size for size in letters if size >= LARGER * usual), reverse=True)
    return {size: min(at, LEVELS) for at, size in enumerate(large, 1)}
