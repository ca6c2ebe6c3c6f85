"""The pages before and after the releases of a kit: contents and contacts, in pieces where they are long."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from oimpress.style import Style
from oimpress.writers import NotInSteps, WorkSteps
from oimpress.writers.pdf.apart import cuttable
from oimpress.writers.pdf.bundles import Bundle
from oimpress.writers.pdf.frames import Frames
from oimpress.writers.pdf.layouts import AFTER, BEFORE, PagesLayout, PagesMeasure
from oimpress.writers.pdf.pieces import LongPage, PrintedPiece

TOGETHER = 150  # entries that are laid out together
TRIES = 3  # to find how many pages come before the releases


class PlannedPiece(NamedTuple):
    """From which entry to which a piece goes, and the pages it should take: None where nobody measured."""

    first: int
    end: int
    pages: int | None


class PagesAround(NamedTuple):
    """Parts in bytes."""

    before: list[bytes]
    after: list[bytes]


@dataclass
class Surroundings:
    """What stands around the releases in the frames of ``cut``."""

    cut: Frames
    cover: str
    style: Style
    steps: WorkSteps

    def made(self, lengths: Mapping[str, int]) -> PagesAround:
        """The pages before and after releases of these ``lengths``, by name. Raises NotInSteps."""
        before, *after = (LongPage(page) for page in (self.cut.before, self.cut.after) if page is not None)
        numbers = dict.fromkeys(lengths, _widest(sum(lengths.values())))
        for _ in range(TRIES):
            first = list(self._planned(BEFORE, before, numbers, counted=True))
            numbers = _starts(lengths, sum(each.pages or 0 for each in first))
            counted = [self._planned(AFTER, page, numbers, counted=len(page) > TOGETHER) for page in after]
            last = list(chain.from_iterable(counted))
            layouts = [self._layout(BEFORE, before, each, numbers) for each in first]
            layouts += (self._layout(AFTER, page, each, numbers) for page in after for each in last)
            made = list(self.steps(layouts))
            if all(map(_is_as_planned, [*first, *last], made)):
                return PagesAround(made[: len(first)], made[len(first) :])
        raise NotInSteps("the contents have no fixed length")

    def _planned(
        self, name: str, page: LongPage, numbers: Mapping[str, int], *, counted: bool
    ) -> Iterator[PlannedPiece]:
        """The pieces of a page, which end where printed pages do; unless ``counted``, it is one piece."""
        many = TOGETHER if counted and cuttable(self.style) else max(len(page), 1)
        if not counted:
            yield PlannedPiece(0, len(page), None)
            return
        first, some = 0, many
        while True:
            piece = page.piece(first, min(first + some, len(page)), numbers)
            (measured,) = self.steps([PagesMeasure(piece, _called(name, piece), self.cover, self.style)])
            pages, starts = json.loads(measured)
            if not piece.behind:
                yield PlannedPiece(first, len(page), pages)
                return
            at, end = next((each for each in reversed(starts) if page.may_begin(each[1])), (0, first))
            if at:
                yield PlannedPiece(first, end, at)
            first, some = end, many if at else 2 * some

    def _layout(self, name: str, page: LongPage, planned: PlannedPiece, numbers: Mapping[str, int]) -> PagesLayout:
        piece = page.piece(planned.first, planned.end, numbers)
        return PagesLayout(piece, _called(name, piece), self.cover, self.style)


def _called(name: str, piece: PrintedPiece) -> str:
    return f"{name}-{piece.first}" if piece.before else name


def _is_as_planned(planned: PlannedPiece, made: bytes) -> bool:
    return planned.pages in (None, len(Bundle.unpacked(made).head["pages"]))


def _widest(pages: int) -> int:
    """A number as wide as that of any page of a kit whose releases take so many: what is measured fits any of them."""
    return int("9" * len(str(pages)))


def _starts(lengths: Mapping[str, int], before: int) -> dict[str, int]:
    """The number of the first page of each release."""
    starts = {}
    for name, pages in lengths.items():
        starts[name] = before + 1
        before += pages
    return starts
