"""How many pages a piece of the document fills, reckoned from its styles.

Word and LibreOffice lay pages out themselves, but show the page numbers of a contents field as they find them until
they update it. This reckoning is right for most releases; it knows no widows and no words kept together.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from lxml import etree

from oimpress.writers.docx.markup import of

LETTER = 0.455  # average width of a letter, in parts of the type size
FACE = 1.32  # height of a line set solid, in parts of the type size
TWIPS = 20  # a point
CELL = 8.5  # points that the margins of a cell take from its width
ROW = 4.5  # points that the margins and the rule of a row add to its height


class StyleSizes(NamedTuple):
    """What a paragraph style says of sizes: points, ``line`` in parts of a line set solid."""

    size: float
    line: float
    before: float
    after: float
    inset: float
    tight: bool  # no space between paragraphs of this style
    keep: bool  # on one page with what follows
    whole: bool  # on one page itself


class Box(NamedTuple):
    """A paragraph or row: its height, what of it must stand on the page where it begins, and whether it keeps its
    follower there; in points."""

    height: float
    least: float
    keep: bool


class Pages:
    """Measures with the styles part ``styles`` and the page of ``section``."""

    def __init__(self, styles: etree._Element, section: etree._Element) -> None:
        self._styles = {str(each.get(of("styleId"))): each for each in styles.iter(of("style"))}
        self._defaults = styles.find(of("docDefaults"))
        self._width = (
            _length(section, "pgSz", "w") - _length(section, "pgMar", "left") - _length(section, "pgMar", "right")
        )
        self._height = (
            _length(section, "pgSz", "h") - _length(section, "pgMar", "top") - _length(section, "pgMar", "bottom")
        )
        self.look = cache(self._look)

    def count(self, elements: Iterable[etree._Element]) -> int:
        """The pages that ``elements`` fill, one at least."""
        pages, filled, group = 1, 0.0, 0.0
        room = max(self._height, 1)
        for box in self._boxes(elements, self._width):
            if filled + group + box.least > room and filled:
                pages, filled = pages + 1, 0.0
            group += box.height
            if not box.keep:
                beyond = math.ceil((filled + group) / room) - 1
                pages, filled, group = pages + beyond, filled + group - beyond * room, 0.0
        return pages

    def _boxes(self, elements: Iterable[etree._Element], width: float) -> Iterator[Box]:
        last = ""
        for each in elements:
            match etree.QName(each).localname:
                case "p":
                    style = _style(each)
                    yield self._box(each, width, tight=style == last and self.look(style).tight)
                    last = style
                case "tbl":
                    rows = (self._row(row) for row in each.iterfind(of("tr")))
                    yield from (Box(height, height, keep=False) for height in rows)
                case "sdt" | "sdtContent":
                    yield from self._boxes(each, width)
                case _:
                    pass

    def _box(self, para: etree._Element, width: float, tight: bool) -> Box:
        look = self.look(_style(para))
        lines = self._lines(para, width)
        gap = 0 if tight else look.before + look.after
        least = lines if look.whole else min(lines, 2 * look.size * FACE * look.line)
        keep = look.keep or para.find(f"{of('pPr')}/{of('keepNext')}") is not None
        return Box(lines + gap, least + (0 if tight else look.before), keep)

    def _row(self, row: etree._Element) -> float:
        cells = list(row.iterfind(of("tc")))
        widths = (_length(cell, "tcPr/tcW", "w") - CELL for cell in cells)
        boxes = (self._boxes(cell, width) for cell, width in zip(cells, widths, strict=True))
        return ROW + max((sum(box.height for box in column) for column in boxes), default=0)

    def _lines(self, para: etree._Element, width: float) -> float:
        look = self.look(_style(para))
        letters = sum(len(each.text or "") for each in para.iter(of("t")))
        room = max((width - look.inset) / (look.size * LETTER), 1)
        lines = max(math.ceil(letters / room), 1) + sum(1 for _ in para.iter(of("br")))
        return lines * look.size * FACE * look.line

    def _look(self, style: str) -> StyleSizes:
        return StyleSizes(
            size=self._said(style, "rPr", "sz", "val", 20) / 2,
            line=self._said(style, "pPr", "spacing", "line", 240) / 240,
            before=self._said(style, "pPr", "spacing", "before", 0) / TWIPS,
            after=self._said(style, "pPr", "spacing", "after", 0) / TWIPS,
            inset=sum(self._said(style, "pPr", "ind", side, 0) for side in ("left", "right")) / TWIPS,
            tight=self._said(style, "pPr", "contextualSpacing", "val", 0, bare=1) > 0,
            keep=self._said(style, "pPr", "keepNext", "val", 0, bare=1) > 0,
            whole=self._said(style, "pPr", "keepLines", "val", 0, bare=1) > 0,
        )

    def _said(self, style: str, group: str, name: str, attribute: str, otherwise: float, bare: float = 0) -> float:
        """A number of the style, of those it is based on, or of the document; ``bare`` for an element without one."""
        seen = self._styles.get(style)
        for _ in range(len(self._styles)):
            if seen is None:
                break
            found = seen.find(f"{of(group)}/{of(name)}")
            if found is not None and (bare or found.get(of(attribute))):
                return _number(found.get(of(attribute)), bare)
            based = seen.find(of("basedOn"))
            seen = None if based is None else self._styles.get(str(based.get(of("val"))))
        found = None if self._defaults is None else self._defaults.find(f"*/{of(group)}/{of(name)}")
        return otherwise if found is None else _number(found.get(of(attribute)), otherwise)


def _style(para: etree._Element) -> str:
    found = para.find(f"{of('pPr')}/{of('pStyle')}")
    return "" if found is None else str(found.get(of("val")))


def _length(parent: etree._Element, path: str, attribute: str) -> float:
    """A length in points; nothing where the document does not say."""
    found = parent.find("/".join(of(step) for step in path.split("/")))
    return 0.0 if found is None else _number(found.get(of(attribute)), 0) / TWIPS


def _number(text: str | None, otherwise: float) -> float:
    try:
        return float(text or otherwise)
    except ValueError:
        return otherwise
