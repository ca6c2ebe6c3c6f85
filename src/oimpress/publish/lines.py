"""The lines of a source that notices speak of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from oimpress.model.draft import LINE_END
from oimpress.model.nodes import Release
from oimpress.model.trail import Drop, Trail, retrace
from oimpress.model.walk import slots
from oimpress.notices import Notice
from oimpress.patterns import lazy

SPACES = str.maketrans("\u00a0\u202f\n", "   ")
NUMBER = lazy(r"l\.(\d+)")


class PlacedText(NamedTuple):
    """Text of the release at ``offset`` of a path, and the line it came from."""

    offset: int
    line: int


def lines_of(release: Release, trail: Trail | None, notices: Sequence[Notice]) -> list[int]:
    """The line of the source that each of ``notices`` speaks of."""
    if not notices:
        return []
    lines = Lines(release, trail)
    return [lines.find(notice) for notice in notices]


class Lines:
    """Where the texts of a release stand in its source; asked for notices in the order they were raised."""

    def __init__(self, release: Release, trail: Trail | None) -> None:
        self._texts = {path: str(text).translate(SPACES) for path, text in slots(release)}
        self._stretches: dict[str, list[PlacedText]] = {}
        self._last: tuple[str, str, int] = "", "", 0
        line = 1
        for before, step in retrace(release, trail) if trail else ():
            if not isinstance(step, Drop):
                self._stretches.setdefault(step.path, []).append(PlacedText(step.offset, line))
            line += sum(1 for _ in LINE_END.finditer(before))
        for stretches in self._stretches.values():
            stretches.sort()

    def find(self, notice: Notice) -> int:
        """The line a notice speaks of: by its number, or by its path and the words in its detail."""
        if found := NUMBER.match(notice.where):
            return int(found[1])
        path = notice.where if notice.where in self._stretches else self._inside(notice.where)
        stretches = self._stretches.get(path, [])
        at = bisect_right(stretches, (self._offset(path, notice), len(self._texts.get(path, "")) + 1))
        return stretches[at - 1].line if at else 1

    def _offset(self, path: str, notice: Notice) -> int:
        """Where the words of the notice stand: behind those of the last one of its kind, or anywhere."""
        words, text = notice.detail.rstrip("…"), self._texts.get(path, "")
        if not words:
            return 0
        after = self._last[2] if self._last[:2] == (path, notice.code) else 0
        found = text.find(words, after)
        found = found if found >= 0 or not after else text.find(words)
        if found < 0:
            return 0
        self._last = path, notice.code, found
        return found + len(words) // 2  # the fault is in the middle of its words

    def _inside(self, where: str) -> str:
        """The first text at or under ``where``."""
        return next((path for path in self._stretches if path.startswith(f"{where}/")), "") if where else ""
