"""What styles say of a paragraph. Names decide, not ids: a French Word stores ``heading 1`` under the id ``Titre1``."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator

from lxml import etree

from oimpress.knowledge.tags import TAG
from oimpress.patterns import lazy
from oimpress.readers.docx.tree import local
from oimpress.readers.shared.tree import Node

FORMER, OURS = re.compile("^oim "), "press "  # what the names of our styles began with before 0.2, and begin with
EAST_ASIAN = lazy("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
OFF = frozenset({"0", "false", "off", "none"})
LONGEST_CHAIN = 60  # styles that one is based on, one behind the other
# How programs call the styles of a heading, a title and a caption in the languages of western offices.
HEADING = lazy(r"(?:heading|titre|título|titulo|überschrift|titolo|rubrik|kop) ?([1-9])")
KINDS = dict.fromkeys(("title", "titre", "título", "titulo", "titel", "titolo", "titre principal"), "title")
KINDS |= dict.fromkeys(("subtitle", "sous-titre", "subtítulo", "untertitel", "sottotitolo"), "subtitle")
KINDS |= dict.fromkeys(
    ("caption", "légende", "legende", "leyenda", "epígrafe", "beschriftung", "didascalia", "image caption",
     "imagecaption", "table caption", "tablecaption", "illustration", "figure caption"), "caption",
)  # fmt: skip


class Styles:
    """Styles by id: ``root`` is the ``w:styles`` element, None when a document has none.

    ``lang`` is what the style of most paragraphs says, else the document's defaults.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {} if root is None else {str(attribute(each, "styleId")): each for each in named(root, "style")}
        self._default = next(
            (
                key
                for key, each in self._styles.items()
                if attribute(each, "default") and attribute(each, "type") == "paragraph"
            ),
            "",
        )
        names = {key: next(map(_value, named(each, "name")), "") for key, each in self._styles.items()}
        self._names = {key: FORMER.sub(OURS, name.casefold()) for key, name in names.items()}
        self._said: dict[tuple[str, ...], str] = {}
        defaults = () if root is None else named(root, "docDefaults", "rPrDefault", "rPr", "lang")
        styled = [found for each in self._chain(self._default) for found in named(each, "rPr", "lang")]
        # One language for each kind of script: what the style does not say of one, the defaults do.
        self.lang = spoken(dict(ChainMap(*map(_attributes, (*styled, *defaults)))))

    def name(self, style: str) -> str:
        """The name that Word shows, in small letters."""
        return self._names.get(style or self._default, "")

    def font(self, style: str) -> str:
        """The font of a style of letters."""
        found = (next(named(each, "rPr", "rFonts"), None) for each in self._chain(style))
        return next((attribute(each, "ascii") for each in found if each is not None), "")

    def kind(self, style: str) -> str:
        """What the style, or one that it is based on, is by the names that programs of many languages give it.

        One of ``title``, ``subtitle``, ``caption``, ``heading 1`` to ``heading 9``; empty for any other.
        """
        return next(filter(None, (self._kind(attribute(each, "styleId")) for each in self._chain(style))), "")

    def _kind(self, style: str) -> str:
        for name in (self._names.get(style, ""), style.casefold()):
            if name in KINDS:
                return KINDS[name]
            if found := HEADING.fullmatch(name):
                return f"heading {found[1]}"
        return ""

    def said(self, style: str, *path: str) -> str:
        """The value of a property, by its path, of the style or of those it is based on; ``on`` when it has none."""
        key = (style or self._default, *path)
        if key not in self._said:
            found = (next(named(each, *path), None) for each in self._chain(key[0]))
            self._said[key] = next((_value(each) or "on" for each in found if each is not None), "")
        return self._said[key]

    def _chain(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < LONGEST_CHAIN:
            seen.add(style)
            yield self._styles[style]
            based = next(named(self._styles[style], "basedOn"), None)
            style = "" if based is None else attribute(based, "val")

    def level(self, paragraph: Node) -> int:
        """1 to 9 for a heading, 0 for any other paragraph."""
        properties = paragraph.find("pPr") or Node("pPr")
        style = of(properties, "pStyle")
        outline = of(properties, "outlineLvl") or self.said(style, "pPr", "outlineLvl")
        if outline.isascii() and outline.isdigit():
            return int(outline) + 1 if len(outline) == 1 and outline != "9" else 0
        kind = self.kind(style) if style else ""
        return int(kind[-1]) if kind.startswith("heading") else 0


def of(node: Node, tag: str) -> str:
    """The value of the property ``tag`` in ``node``; ``on`` when it is there without one."""
    found = node.find(tag)
    return (found.get("val") or "on") if found else ""


def is_on(value: str) -> bool:
    """Whether the value of a property switches it on."""
    return bool(value) and value not in OFF


def spoken(attributes: dict[str, str], text: str = "") -> str:
    """The BCP 47 tag that a ``w:lang`` stands for: ``fr-FR``, where it is the likely region, is ``fr``.

    It may name several languages, of which that of ``text`` goes by its letters. Source: ECMA-376-1, 17.3.2.20.
    """
    from babel.core import get_global

    eastern = attributes.get("eastAsia") if EAST_ASIAN.search(text) else ""
    tag = eastern or attributes.get("val") or attributes.get("bidi") or attributes.get("eastAsia") or ""
    if not TAG.fullmatch(tag.replace("_", "-")):
        return ""  # such as Word's x-none
    language, _, region = tag.replace("_", "-").partition("-")
    likely = str(get_global("likely_subtags").get(language.lower(), "")).rpartition("_")[2]
    return language.lower() if not region or region.upper() == likely else f"{language.lower()}-{region}"


def named(node: etree._Element, *path: str) -> Iterator[etree._Element]:
    """The descendants along ``path``, whatever their namespace."""
    for child in node:
        if local(child.tag) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from named(child, *path[1:])


def _value(element: etree._Element) -> str:
    return attribute(element, "val")


def _attributes(element: etree._Element) -> dict[str, str]:
    return {local(key): str(value) for key, value in element.attrib.items()}


def attribute(element: etree._Element, name: str) -> str:
    """The attribute called ``name``, whatever its namespace; empty when it is not there."""
    return next((str(value) for key, value in element.attrib.items() if local(key) == name), "")
