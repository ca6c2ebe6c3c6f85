"""The numbers of paragraphs, counted as Word counts them. Source: ECMA-376-1, 17.9."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from oimpress.knowledge.signs import is_private, sign
from oimpress.patterns import lazy
from oimpress.readers.docx.styles import Styles, attribute, named, of
from oimpress.readers.shared.ordinals import lettered, roman
from oimpress.readers.shared.tree import Node

BULLETS = {"o": "•", "·": "•", "§": "•", "": "•"}
TELLING = frozenset("☐☑☒✓✗")  # bullets that say something of their item
DEEPER = lazy(r"list (?:bullet|number) ([2-5])")  # Word's own styles, each a list of its own first level
HIGHEST_NUMBER = 9999  # no list starts higher


class Numbered(NamedTuple):
    """A paragraph of a list: how deep it stands, its label, its place in the count, and what shapes labels."""

    level: int
    ordered: bool
    label: str
    value: int
    form: str

    def follows(self, other: Numbered) -> bool:
        """Whether this is the next item of the list that ``other``, of the same level, is the last item of."""
        return self.form == other.form and (not self.ordered or self.value == other.value + 1)


class LabelShape(NamedTuple):
    """A level of a list's definition."""

    kind: str
    text: str
    start: int
    restart: int | None  # the level, counted from 1, behind which it begins anew; None for any above it
    legal: bool
    font: str


class NumberedLists:
    """Lists by number: ``root`` is the ``w:numbering`` element, None when a document has none."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._numbers = {} if root is None else {attribute(each, "numId"): each for each in named(root, "num")}
        shapes = () if root is None else named(root, "abstractNum")
        self._definitions = {attribute(each, "abstractNumId"): each for each in shapes}
        self._shapes: dict[tuple[str, int], LabelShape | None] = {}

    def counted(self, root: Node) -> dict[Node, Numbered]:
        """The numbered paragraphs in ``root``; those that are only counted, such as headings, among them."""
        count = _Count(self)
        found = ((node, count.next(*self._place(node))) for node in root.walk() if node.tag == "p")
        return {node: self._deeper(node, numbered) for node, numbered in found if numbered}

    def _place(self, paragraph: Node) -> tuple[str, int]:
        """The number of the list that ``paragraph`` says by itself or by its style, and the level."""
        properties = paragraph.find("pPr") or Node("pPr")
        own = properties.find("numPr") or Node("numPr")
        style = of(properties, "pStyle")
        number = of(own, "numId") or self._styles.said(style, "pPr", "numPr", "numId")
        deep = of(own, "ilvl") or self._styles.said(style, "pPr", "numPr", "ilvl") or "0"
        return number, int(deep) if deep.isascii() and deep.isdigit() and len(deep) == 1 else 0

    def _deeper(self, paragraph: Node, numbered: Numbered) -> Numbered:
        style = of(paragraph.find("pPr") or Node("pPr"), "pStyle")
        deeper = DEEPER.fullmatch(self._styles.name(style))
        return numbered._replace(level=int(deeper[1]) - 1) if deeper and not numbered.level else numbered

    def definition(self, number: str) -> str:
        """The definition that the list ``number`` counts by, followed through the style that may name another list."""
        for _ in range(len(self._numbers) + 1):
            found = self._first(self._numbers.get(number), "abstractNumId")
            linked = self._first(self._definitions.get(found), "numStyleLink")
            further = self._styles.said(linked, "pPr", "numPr", "numId") if linked else ""
            if not further or further == number:
                return found
            number = further
        return ""

    def start(self, number: str, level: int) -> int | None:
        """Where the list ``number`` begins to count anew by itself; None where it goes on with its definition."""
        override = self._override(number, level)
        said = self._first(override, "startOverride")
        return _number(said) if said else None

    def shape(self, number: str, level: int) -> LabelShape | None:
        """How the list ``number`` shows its items of ``level``."""
        key = number, level
        if key not in self._shapes:
            override = self._override(number, level)
            own = None if override is None else next(named(override, "lvl"), None)
            definition = self._definitions.get(self.definition(number))
            levels = () if definition is None else named(definition, "lvl")
            found = own if own is not None else next((e for e in levels if attribute(e, "ilvl") == str(level)), None)
            self._shapes[key] = None if found is None or number not in self._numbers else self._shaped(found)
        return self._shapes[key]

    def _override(self, number: str, level: int) -> etree._Element | None:
        given = self._numbers.get(number)
        overrides = () if given is None else named(given, "lvlOverride")
        return next((each for each in overrides if attribute(each, "ilvl") == str(level)), None)

    def _shaped(self, level: etree._Element) -> LabelShape:
        said = self._first(level, "lvlRestart")
        fonts = next(named(level, "rPr", "rFonts"), None)
        font = "" if fonts is None else attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
        start = _number(self._first(level, "start") or "1")
        kind, text = self._first(level, "numFmt") or "decimal", self._first(level, "lvlText")
        legal = next(named(level, "isLgl"), None) is not None
        return LabelShape(kind, text, start, _number(said) if said else None, legal, font)

    @staticmethod
    def _first(element: etree._Element | None, tag: str) -> str:
        found = None if element is None else next(named(element, tag), None)
        return "" if found is None else attribute(found, "val")


class _Count:
    """Counters of each definition, level by level, as the paragraphs of a document come."""

    def __init__(self, numbering: NumberedLists) -> None:
        self._numbering = numbering
        self._counters: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def next(self, number: str, level: int) -> Numbered | None:
        """The next item of ``level`` in the list ``number``; None for no list, or for one that shows no number."""
        shape = self._numbering.shape(number, level) if number else None
        if shape is None:
            return None
        counters = self._counters[self._numbering.definition(number)]
        override = None if (number, level) in self._begun else self._numbering.start(number, level)
        self._begun.add((number, level))
        going_on = counters[level] + 1 if level in counters else shape.start
        counters[level] = going_on if override is None else override
        for deeper in [each for each in counters if each > level and self._restarts(number, each, level)]:
            del counters[deeper]
        if shape.kind == "none":
            return None
        if shape.kind == "bullet":
            return Numbered(level, False, bullet(shape.text, shape.font), 0, bullet(shape.text, shape.font))
        label = "".join(self._written(number, shape, counters))
        return Numbered(level, True, label.strip(), counters[level], f"{shape.kind} {shape.text}")

    def _restarts(self, number: str, deeper: int, level: int) -> bool:
        shape = self._numbering.shape(number, deeper)
        return shape is None or shape.restart is None or level < shape.restart

    def _written(self, number: str, shape: LabelShape, counters: dict[int, int]) -> Iterator[str]:
        for at, piece in enumerate(re.split(r"%([1-9])", shape.text)):
            if at % 2 == 0:
                yield piece
                continue
            level = int(piece) - 1
            of_level = self._numbering.shape(number, level)
            kind = "decimal" if shape.legal or of_level is None else of_level.kind
            yield in_figures(counters.get(level, of_level.start if of_level else 1), kind)


def bullet(text: str, font: str = "") -> str:
    """The bullet as Unicode has it: symbol fonts keep theirs in the private use area."""
    bare = text.strip()
    if bare and (shown := sign(font, bare[0])) in TELLING:
        return shown
    return "•" if not bare or is_private(bare[0]) else BULLETS.get(bare, bare)


def in_figures(number: int, kind: str) -> str:
    """``number`` as the format ``kind`` writes it; in Arabic figures for formats of other scripts."""
    if kind.endswith("Letter") and number > 0:
        found = lettered(number)
    elif kind.endswith("Roman") and number > 0:
        found = roman(number)
    else:
        return f"{number:02}" if kind == "decimalZero" else str(number)
    return found.upper() if kind.startswith("upper") else found


def _number(text: str) -> int:
    return min(int(text), HIGHEST_NUMBER) if text.isascii() and text.isdigit() and len(text) < 6 else 1
