"""The pages before and after the releases of a kit: contents and contacts, in pieces where they are long."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from oimpress.style import Style
from oimpress.writers import NotInSteps, WorkSteps
from oimpress.writers.pdf.apart import cuttable
from oimpress.writers.pdf.bundles import Bundle
from oimpress.writers.pdf.chains import Chain, LinkedSteps, between
from oimpress.writers.pdf.frames import Frames
from oimpress.writers.pdf.layouts import AFTER, BEFORE, PagesLayout, PagesMeasure
from oimpress.writers.pdf.pieces import LongPage, PrintedPiece

TOGETHER = 150  # entries that are laid out together
EXPECTED_BY = 12  # releases whose pages let expect how many there will be
TRIES = 3  # to find how many pages come before the releases


class PlannedPiece(NamedTuple):
    """From which entry to which a piece goes, and the pages it should take."""

    first: int
    end: int
    pages: int


class Foretold(NamedTuple):
    """The pieces of the pages before the releases, if the numbers of pages are as wide as ``widest``."""

    widest: int
    pieces: list[PlannedPiece]


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

    def __post_init__(self) -> None:
        self._before, *self._after = (LongPage(page) for page in (self.cut.before, self.cut.after) if page is not None)

    def foretold(self, lengths: Mapping[str, int], names: Sequence[str]) -> LinkedSteps[Foretold]:
        """The pieces of the pages before the releases called ``names``, of which ``lengths`` grows as they are made.

        What the first of them let expect of all decides on how wide the numbers of pages are taken to be.
        """
        while len(lengths) < min(EXPECTED_BY, len(names)):
            yield None
        widest = _widest(sum(lengths.values()) * len(names) // max(len(lengths), 1))
        pieces = yield from self._planned(dict.fromkeys(names, widest))
        return Foretold(widest, pieces)

    def made(self, lengths: Mapping[str, int], foretold: Foretold) -> PagesAround:
        """The pages before and after releases of these ``lengths``, by name. Raises NotInSteps."""
        widest = _widest(sum(lengths.values()))
        first = foretold.pieces if foretold.widest == widest else self._first(dict.fromkeys(lengths, widest))
        for _ in range(TRIES):
            numbers = _starts(lengths, sum(each.pages for each in first))
            last = Chain(self._drawn(numbers))
            layouts = [self._layout(each, numbers) for each in first]
            before = between(last, sum(len(page) for page in self._after) // TOGETHER + 1, layouts, self.steps)
            if all(map(_is_as_planned, first, before)):
                return PagesAround(before, last.end(self.steps))
            first = self._first(numbers)
        raise NotInSteps("the contents have no fixed length")

    def _first(self, numbers: Mapping[str, int]) -> list[PlannedPiece]:
        return Chain(self._planned(numbers)).end(self.steps)

    def _planned(self, numbers: Mapping[str, int]) -> LinkedSteps[list[PlannedPiece]]:
        """The pieces of the pages before the releases, which end where printed pages do."""
        page, planned = self._before, list[PlannedPiece]()
        first, some, many = 0, self._many(page), self._many(page)
        while True:
            piece = page.piece(first, min(first + some, len(page)), numbers)
            measured = yield PagesMeasure(piece, _called(BEFORE, piece), self.cover, self.style)
            pages, starts = json.loads(measured or "")
            if not piece.behind:
                return [*planned, PlannedPiece(first, len(page), pages)]
            at, end = next((each for each in reversed(starts) if page.may_begin(each[1])), (0, first))
            if at:
                planned.append(PlannedPiece(first, end, at))
            first, some = end, many if at else 2 * some

    def _drawn(self, numbers: Mapping[str, int]) -> LinkedSteps[list[bytes]]:
        """The pages after the releases, each piece as far as it fills pages: the next goes on from there."""
        made: list[bytes] = []
        for page in self._after:
            first, some, more = 0, self._many(page), True
            while more:
                piece = page.piece(first, min(first + some, len(page)), numbers)
                called, ends = _called(AFTER, piece), page.ends(piece)
                drawn = (yield PagesLayout(piece, called, self.cover, self.style, ends)) or b""
                first, some, more = Bundle.head_of(drawn)["end"], self._many(page), piece.behind
                if first == piece.first and more:
                    some = 2 * (piece.end - piece.first)
                else:
                    made.append(drawn)
        return made

    def _many(self, page: LongPage) -> int:
        """How many entries are laid out together."""
        return TOGETHER if cuttable(self.style) else max(len(page), 1)

    def _layout(self, planned: PlannedPiece, numbers: Mapping[str, int]) -> PagesLayout:
        piece = self._before.piece(planned.first, planned.end, numbers)
        return PagesLayout(piece, _called(BEFORE, piece), self.cover, self.style)


def _called(name: str, piece: PrintedPiece) -> str:
    return f"{name}-{piece.first}" if piece.before else name


def _is_as_planned(planned: PlannedPiece, made: bytes) -> bool:
    return planned.pages == len(Bundle.head_of(made)["pages"])


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
