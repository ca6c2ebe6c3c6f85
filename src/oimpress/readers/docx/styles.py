"""What styles and numbering definitions say of a paragraph. Names decide, not ids: a French Word stores ``heading 1``
under the id ``Titre1``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from oimpress.knowledge.tags import TAG
from oimpress.readers.docx.tree import local
from oimpress.readers.shared.tree import Node

OFF = frozenset({"0", "false", "off", "none"})
BULLETS = {"o": "•", "·": "•", "§": "•", "": "•"}
DEEPER = re.compile(r"list (?:bullet|number) ([2-5])")  # Word's own styles, each a list of its own first level
DEEPEST = 60  # styles that one is based on, one behind the other
HEADING = re.compile(r"heading ([1-9])")


class Numbered(NamedTuple):
    """The list that a paragraph belongs to, how deep, and the label of the list's first item.

    A list's ``number`` that ``restarts`` counts by itself; another goes on with the last list of its ``definition``.
    """

    number: str
    level: int
    ordered: bool
    label: str
    definition: str
    restarts: bool


class Styles:
    """Styles by id: ``root`` is the ``w:styles`` element, None when a document has none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {} if root is None else {str(_get(each, "styleId")): each for each in _named(root, "style")}
        self._default = next(
            (key for key, each in self._styles.items() if _get(each, "default") and _get(each, "type") == "paragraph"),
            "",
        )
        self._names = {
            key: next(map(_value, _named(each, "name")), "").casefold() for key, each in self._styles.items()
        }
        self._said: dict[tuple[str, ...], str] = {}
        lang = None if root is None else next(_named(root, "docDefaults", "rPrDefault", "rPr", "lang"), None)
        self.lang = spoken({} if lang is None else {local(key): str(value) for key, value in lang.attrib.items()})

    def name(self, style: str) -> str:
        """The name that Word shows, in small letters."""
        return self._names.get(style or self._default, "")

    def said(self, style: str, *path: str) -> str:
        """The value of a property, by its path, of the style or of those it is based on; ``on`` when it has none."""
        key = (style or self._default, *path)
        if key not in self._said:
            found = (next(_named(each, *path), None) for each in self._chain(key[0]))
            self._said[key] = next((_value(each) or "on" for each in found if each is not None), "")
        return self._said[key]

    def _chain(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < DEEPEST:
            seen.add(style)
            yield self._styles[style]
            based = next(_named(self._styles[style], "basedOn"), None)
            style = "" if based is None else _get(based, "val")

    def level(self, paragraph: Node) -> int:
        """1 to 9 for a heading, 0 for any other paragraph."""
        properties = paragraph.find("pPr") or Node("pPr")
        style = of(properties, "pStyle")
        named = HEADING.fullmatch(self.name(style))
        outline = of(properties, "outlineLvl") or self.said(style, "pPr", "outlineLvl")
        if outline.isascii() and outline.isdigit():
            return int(outline) + 1 if len(outline) == 1 and outline != "9" else 0
        return int(named[1]) if named else 0


class NumberedLists:
    """Lists by number: ``root`` is the ``w:numbering`` element, None when a document has none."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._numbers = {} if root is None else {_get(each, "numId"): each for each in _named(root, "num")}
        self._levels: dict[tuple[str, int], etree._Element | None] = {}
        self._shapes = {} if root is None else {_get(e, "abstractNumId"): e for e in _named(root, "abstractNum")}

    def of(self, paragraph: Node) -> Numbered | None:
        """The list that ``paragraph`` belongs to by itself or by its style; None for no list."""
        properties = paragraph.find("pPr") or Node("pPr")
        own = properties.find("numPr") or Node("numPr")
        style = of(properties, "pStyle")
        number = of(own, "numId") or self._styles.said(style, "pPr", "numPr", "numId")
        deep = of(own, "ilvl") or self._styles.said(style, "pPr", "numPr", "ilvl") or "0"
        level = int(deep) if deep.isascii() and deep.isdigit() and len(deep) == 1 else 0
        shape = self._level(number, level)
        if shape is None:
            return None
        named = DEEPER.fullmatch(self._styles.name(style))
        depth = int(named[1]) - 1 if named and not level else level
        kind = next((_get(each, "val") for each in _named(shape, "numFmt")), "decimal")
        text = next((_get(each, "val") for each in _named(shape, "lvlText")), "")
        if kind == "none":
            return None
        ordered = kind != "bullet"
        label = self._label(number, level, shape, kind, text) if ordered else bullet(text)
        restarts = any(True for _ in _named(self._numbers[number], "lvlOverride", "startOverride"))
        return Numbered(number, depth, ordered, label, self._definition(number), restarts)

    def _definition(self, number: str) -> str:
        return next((_get(each, "val") for each in _named(self._numbers[number], "abstractNumId")), "")

    def _level(self, number: str, level: int) -> etree._Element | None:
        key = number, level
        if key not in self._levels:
            self._levels[key] = self._found_level(number, level)
        return self._levels[key]

    def _found_level(self, number: str, level: int) -> etree._Element | None:
        num = self._numbers.get(number)
        if num is None:
            return None
        override = next((e for e in _named(num, "lvlOverride") if _get(e, "ilvl") == str(level)), None)
        own = None if override is None else next(_named(override, "lvl"), None)
        if own is not None:
            return own
        shape = self._shapes.get(self._definition(number))
        levels = () if shape is None else _named(shape, "lvl")
        return next((each for each in levels if _get(each, "ilvl") == str(level)), None)

    def _label(self, number: str, level: int, shape: etree._Element, kind: str, text: str) -> str:
        overrides = (each for each in _named(self._numbers[number], "lvlOverride") if _get(each, "ilvl") == str(level))
        starts = [_get(each, "val") for override in overrides for each in _named(override, "startOverride")]
        start = (starts + [_get(each, "val") for each in _named(shape, "start")] + ["1"])[0]
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1
        return re.sub(r"%\d", "", text.replace(f"%{level + 1}", _counted(max(first, 1), kind))).strip()


def bullet(text: str) -> str:
    """The bullet as Unicode has it: symbol fonts keep theirs in the private use area."""
    return "•" if not text.strip() or "\ue000" <= text[0] <= "\uf8ff" else BULLETS.get(text.strip(), text.strip())


def _counted(first: int, kind: str) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    figures = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    if kind.endswith("Letter") and first <= 26:
        found = letters[first - 1]
    elif kind.endswith("Roman") and first <= 10:
        found = figures[first - 1]
    else:
        return str(first)
    return found.upper() if kind.startswith("upper") else found


def of(node: Node, tag: str) -> str:
    """The value of the property ``tag`` in ``node``; ``on`` when it is there without one."""
    found = node.find(tag)
    return (found.get("val") or "on") if found else ""


def is_on(value: str) -> bool:
    """Whether the value of a property switches it on."""
    return bool(value) and value not in OFF


def spoken(attributes: dict[str, str]) -> str:
    """The BCP 47 tag that a ``w:lang`` stands for: ``fr-FR``, where it is the likely region, is ``fr``."""
    from babel.core import get_global

    tag = attributes.get("val") or attributes.get("bidi") or attributes.get("eastAsia") or ""
    if not TAG.fullmatch(tag.replace("_", "-")):
        return ""  # such as Word's x-none
    language, _, region = tag.replace("_", "-").partition("-")
    likely = str(get_global("likely_subtags").get(language.lower(), "")).rpartition("_")[2]
    return language.lower() if not region or region.upper() == likely else f"{language.lower()}-{region}"


def _named(node: etree._Element, *path: str) -> Iterator[etree._Element]:
    """The descendants along ``path``, whatever their namespace."""
    for child in node:
        if local(child.tag) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from _named(child, *path[1:])


def _value(element: etree._Element) -> str:
    return _get(element, "val")


def _get(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if local(key) == name), "")
