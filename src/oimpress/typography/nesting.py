"""How deep in quotation marks a place is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.typography.convention import GUILLEMETS, Usage


def with_depth(pattern: re.Pattern[str], run: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each match, and how many « are open where it begins."""
    depth = at = 0
    for match in pattern.finditer(run):
        depth += run.count("«", at, match.start()) - run.count("»", at, match.start())
        at = match.start()
        yield match, depth


class Depth:
    """How many pairs of marks are open at a place; asked in ascending order.

    In French « » count and, on the same line, “ ”; elsewhere the marks of the first level.
    """

    def __init__(self, run: str, usage: Usage) -> None:
        self._run = run
        self._first = usage.levels[0]
        self._also = ("“", "”") if self._first == GUILLEMETS and "“" in run else None
        self._open = self._at = 0

    def at(self, place: int) -> int:
        """The depth at ``place``; closing marks without a partner count for nothing."""
        run, opening, closing = self._run, *self._first
        self._open += run.count(opening, self._at, place) - run.count(closing, self._at, place)
        self._at = place
        also = 0
        if self._also:
            line = run.rfind("\n", 0, place) + 1
            also = max(run.count("“", line, place) - run.count("”", line, place), 0)
        return max(self._open + also, 0)
