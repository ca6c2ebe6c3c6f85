"""Numbering definitions: each list counts by itself, in the manner of its own marker.

The look of a list (indents, face, colour) is that of the definition which the reference document links to the list's
paragraph style; a list with another marker gets a copy of that definition with another label.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from oimpress.model.nodes import List
from oimpress.writers.docx.markup import of, w
from oimpress.writers.wording import DASHES, LABEL, from_roman

DEEPEST = 8  # Word knows nine levels


class Numbering:
    """The numbering part: ``root`` is its ``w:numbering``, changed in place as lists need definitions."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._variants: dict[tuple[str, int, str, str], str] = {}
        self._bullets: dict[str, int] = {}
        self._numbers = [int(num.get(of("numId"), "0")) for num in root.iter(of("num"))]

    def use(self, block: List, level: int, linked: str) -> int:
        """The ``w:numId`` for ``block`` at ``level``; ``linked`` is the definition of its paragraph style."""
        kind, start, label = manner(block, level)
        definition = self._variant(linked, level, kind, label)
        if not block.ordered:
            if definition not in self._bullets:
                self._bullets[definition] = self._number(definition)
            return self._bullets[definition]
        return self._number(definition, w("lvlOverride", w("startOverride", val=start), ilvl=level))

    def linked(self, number: str) -> str:
        """The ``w:abstractNumId`` behind the ``w:numId`` of a paragraph style; a plain one is made if there is none."""
        for num in self._root.iter(of("num")):
            definition = num.find(of("abstractNumId"))
            if num.get(of("numId")) == number and definition is not None:
                return str(definition.get(of("val")))
        return self._define([w("lvl", w("start", val=1), w("numFmt", val="bullet"), w("lvlText", val="•"), ilvl=n)
                             for n in range(DEEPEST + 1)])  # fmt: skip

    def _variant(self, linked: str, level: int, kind: str, label: str) -> str:
        key = (linked, level, kind, label)
        if key not in self._variants:
            self._variants[key] = self._copied(*key)
        return self._variants[key]

    def _copied(self, linked: str, level: int, kind: str, label: str) -> str:
        """The definition itself where its level reads as wanted, else a copy whose level does."""
        base = next(each for each in self._root.iter(of("abstractNum")) if each.get(of("abstractNumId")) == linked)
        levels = [deepcopy(each) for each in base.iter(of("lvl"))]
        wanted = next((each for each in levels if each.get(of("ilvl")) == str(level)), None)
        if wanted is None:
            wanted = w("lvl", w("start", val=1), ilvl=level)
            levels.append(wanted)
        shape, written = _child(wanted, "numFmt"), _child(wanted, "lvlText")
        if shape.get(of("val")) == kind and written.get(of("val")) == label:
            return linked
        shape.set(of("val"), kind)
        written.set(of("val"), label)
        for each in levels:
            for link in each.findall(of("pStyle")):
                each.remove(link)  # a style is linked to one definition only
        return self._define(levels)

    def _define(self, levels: list[etree._Element]) -> str:
        before = [int(each.get(of("abstractNumId"), "0")) for each in self._root.iter(of("abstractNum"))]
        name = max(before, default=-1) + 1
        self._root.insert(
            len(before), w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=name)
        )
        return str(name)

    def _number(self, definition: str, *overrides: etree._Element) -> int:
        self._numbers.append(max(self._numbers, default=0) + 1)
        self._root.append(w("num", w("abstractNumId", val=definition), *overrides, numId=self._numbers[-1]))
        return self._numbers[-1]


def _child(level: etree._Element, tag: str) -> etree._Element:
    found = level.find(of(tag))
    if found is None:
        found = w(tag)
        level.append(found)
    return found


def manner(block: List, level: int) -> tuple[str, int, str]:
    """Number format, first number and label of a list: ``a)`` is ``("lowerLetter", 1, "%1)")`` at level 0."""
    marker, place = str(block.marker), f"%{level + 1}"
    if not block.ordered:
        return "bullet", 1, DASHES.get(marker, marker)
    found = LABEL.match(marker)
    if not found:
        return "decimal", 1, f"{place}."
    first = found["number"]
    label = f"{found['before']}{place}{found['after'] or '.'}"
    if first.isdigit():
        return "decimal", int(first), label
    case = "upper" if first.isupper() else "lower"
    if first.lower() == "i" or len(first) > 1:
        return f"{case}Roman", from_roman(first.lower()), label
    return f"{case}Letter", ord(first.lower()) - ord("a") + 1, label
