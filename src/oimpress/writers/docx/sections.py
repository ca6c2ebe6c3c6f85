"""Sections of a document: the pages of a release under embargo have headers that say so.

Source: ECMA-376-1, 17.6.17 (a section's properties stand in its last paragraph), 17.10.5 (header references).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import NamedTuple, Protocol, TypeAlias

from lxml import etree

from oimpress.writers.docx.blocks import NeededByBlocks, Story
from oimpress.writers.docx.markup import Elements, R, of, w
from oimpress.writers.docx.words import RunWriter

RELATION = f"{{{R}}}id"
MakePiece: TypeAlias = Callable[[], Elements]  # what is made when its turn comes


class NeededBySections(NeededByBlocks, Protocol):
    """What sections need from the package around them."""

    @property
    def two_sided(self) -> bool:
        """Whether pages on the left have headers of their own."""

    def header(self, like: str, first: etree._Element) -> str:
        """The relationship to a new header: the paragraph ``first``, then what the header ``like`` holds."""


class PageStretch(NamedTuple):
    """Pieces whose pages have one header; ``embargo`` is its first line, in ``lang``, empty for none."""

    pieces: list[MakePiece]
    embargo: str
    lang: str


class Stretches:
    """The body of a document in the making."""

    def __init__(self, package: NeededBySections, words: RunWriter) -> None:
        self._package = package
        self._story = Story(package, words)
        self._made: list[PageStretch] = []
        self._begun = False  # whether a section within a release came before

    def add(self, piece: MakePiece, embargo: str = "", lang: str = "") -> None:
        """Add what goes on where no embargo is, else begins a section of its own."""
        if embargo or not self._made or self._made[-1].embargo:
            self._made.append(PageStretch([piece], embargo, lang))
        else:
            self._made[-1].pieces.append(piece)

    def close(self, elements: Elements) -> None:
        """Add what stands at the end, on the pages of what came last."""
        if self._made:
            self._made[-1].pieces.append(lambda: elements)

    def body(self, page: etree._Element) -> Iterator[Elements]:
        """All elements, piece by piece, each section set up as ``page`` is."""
        self._made = self._made or [PageStretch([], "", "")]
        *before, last = self._made
        for stretch in before:
            end = self._story.para("Press Table End", ())
            end[0].append(self._section(stretch, page))
            yield from self._turned(stretch, page)
            yield [end]
        yield from self._turned(last, page)
        yield [self._section(last, page)]

    def _turned(self, stretch: PageStretch, page: etree._Element) -> Iterator[Elements]:
        """The pieces, the sections within set up as ``page`` is, some turned round."""
        for piece in stretch.pieces:
            elements = piece()
            for section in [each for element in elements for each in element.iter(of("sectPr"))]:
                size = section.find(of("pgSz"))
                if size is not None and (orientation := size.get(of("orient"))):
                    made = self._section(stretch, page)
                    _set_orientation(made, orientation)
                    section[:] = list(made)
                    self._begun = True
            yield elements

    def _section(self, stretch: PageStretch, page: etree._Element) -> etree._Element:
        made = deepcopy(page)
        if stretch is not self._made[0] or self._begun:  # pages are counted through
            for first in made.findall(of("titlePg")) if self._begun else ():
                made.remove(first)
            for numbers in made.findall(of("pgNumType")):
                numbers.attrib.pop(of("start"), None)
        if stretch.embargo:
            for kind in self._kinds(made):
                self._set_header(made, kind, stretch)
        return made

    def _kinds(self, section: etree._Element) -> list[str]:
        """Which headers the section's pages have."""
        first = ["first"] if section.find(of("titlePg")) is not None else []
        return ["default", *first, *(["even"] if self._package.two_sided else [])]

    def _set_header(self, section: etree._Element, kind: str, stretch: PageStretch) -> None:
        references = section.findall(of("headerReference"))
        reference = next((each for each in references if each.get(of("type")) == kind), None)
        if reference is None:
            reference = w("headerReference", type=kind)
            section.insert(0, reference)
        line = self._story.para("Press Running Embargo", stretch.embargo, stretch.lang)
        reference.set(RELATION, self._package.header(reference.get(RELATION, ""), line))


def _set_orientation(section: etree._Element, orientation: str) -> None:
    """Turn the pages of ``section`` round, or leave them upright. Source: ECMA-376-1, 17.6.13 (pgSz)."""
    size = section.find(of("pgSz"))
    if size is not None and orientation == "landscape":
        across, down = size.get(of("w"), ""), size.get(of("h"), "")
        size.set(of("w"), down)
        size.set(of("h"), across)
        size.set(of("orient"), orientation)
