"""Notices with their places: the source, and the line in it."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from oimpress.notices import Notice
from oimpress.publish.kept import Kept
from oimpress.publish.lines import lines_of
from oimpress.publish.report import ReadRelease


class NoticePlace(NamedTuple):
    """A notice with the source and the line it speaks of; line 0 where there is none."""

    source: str
    line: int
    notice: Notice


def placed_notices(reading: ReadRelease) -> list[NoticePlace]:
    """The notices on a source in the order of its lines; those on no line in particular stand at line 1."""
    done = reading.done
    lines = done.lines if isinstance(done, Kept) else lines_of(done.value, done.trail, done.notices)
    place = reading.place
    ordered = sorted(zip(lines, done.notices, strict=True), key=itemgetter(0))
    return [NoticePlace(place, line, notice) for line, notice in ordered]
