"""The styles of the reference document, by the names that Word shows.

Names decide, not ids: a French Word stores ``heading 1`` under the id ``Titre1``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from oimpress.notices import Notice, notice
from oimpress.writers.docx.markup import of, tongue, w

FORMER, OURS = "oim ", "press "  # what the names of our styles began with before 0.2, and begin with
#: Traits of a cell's paragraph, and how Word sets them. ``Figure`` and ``Middle`` are what it aligns by itself.
JUSTIFIED = {"End": "right", "Center": "center", "Figure": "right", "Middle": "center"}
SIZES = {"Small": 0.8, "Tiny": 0.62}  # parts of the usual size
NORMAL = 21  # half points
WIDE = {"0": 5.0, ".": 2.5}  # twips a half point of type: half an em, and a quarter
NARROW = "Press Narrow Space"  # the character style of U+202F
KEPT = "Press Kept Space"  # that of U+00A0 for a blank between the last words of a title
#: Character styles that are drawn up where the reference lacks them. ``w``: per cent of the font's own width, which
#: is 1/8 em in many and reads as nothing.
SPACES = {NARROW: {"w": 150}, KEPT: {}}
LESS = "Less "  # the trait of a number that lacks places behind its sign: ``Less .00``


def less(places: str) -> str:
    """The trait that leaves room for ``places``. No comma, which parts two names of a style."""
    return LESS + "".join("0" if each.isdigit() else "." for each in places) if places else ""


class StylesPart:
    """The styles part: ``root`` is its ``w:styles``. A style the reference lacks is added, plain, with a notice."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._known = dict(self._listed())
        self._joined: dict[tuple[str, ...], str] = {}
        self.notices: list[Notice] = []

    def _listed(self) -> Iterator[tuple[tuple[str, str], str]]:
        for style in self.root.iter(of("style")):
            name = style.find(of("name"))
            if name is not None:
                kind, said = style.get(of("type"), "paragraph"), str(name.get(of("val"))).casefold()
                yield (kind, said.replace(FORMER, OURS)), str(style.get(of("styleId")))

    def id(self, kind: str, name: str) -> str:
        """The id of the style of this kind (``paragraph``, ``character``, ``table``) and name."""
        key = (kind, name.casefold())
        if key not in self._known and name in SPACES:
            look = w("rPr", *(w(tag, val=value) for tag, value in SPACES[name].items()))
            self._known[key] = self._added(kind, name, *([look] if len(look) else []))
        elif key not in self._known:
            self.notices.append(notice("W020", "reference.docx", name))
            self._known[key] = self._added(kind, name)
        return self._known[key]

    def _added(self, kind: str, name: str, *properties: etree._Element) -> str:
        taken = {style.get(of("styleId")) for style in self.root.iter(of("style"))}
        base = "".join(char for char in name.title() if char.isascii() and char.isalnum()) or "Style"
        made = next(each for number in range(len(taken) + 1) if (each := base + str(number or "")) not in taken)
        self.root.append(w("style", w("name", val=name), *properties, type=kind, customStyle=1, styleId=made))
        return made

    def joined(self, names: tuple[str, ...]) -> str:
        """The id of the character style that looks like all of ``names`` at once."""
        if len(names) == 1:
            return self.id("character", names[0])
        if names not in self._joined:
            self._joined[names] = self._join(names)
        return self._joined[names]

    def _join(self, names: tuple[str, ...]) -> str:
        name = " + ".join(names)
        if ("character", name.casefold()) in self._known:
            return self._known["character", name.casefold()]
        merged: dict[str, etree._Element] = {}
        for one in names:
            for each in self._run_properties(self.id("character", one)):
                merged[str(each.tag)] = each
        ordered = sorted(merged.values(), key=lambda each: RUN_ORDER.index(etree.QName(each).localname))
        properties = w("rPr", *(etree.fromstring(etree.tostring(each)) for each in ordered))
        return self._added("character", name, w("basedOn", val=self.id("character", names[0])), properties)

    def variant(self, name: str, traits: tuple[str, ...]) -> str:
        """The id of the paragraph style ``name`` with ``traits``, drawn up when the document needs it."""
        whole = " + ".join((name, *traits))
        key = ("paragraph", whole.casefold())
        if key not in self._known:
            base = self.id("paragraph", name)
            set_, look, half = w("pPr"), w("rPr"), self._half_points(base)
            for trait in traits:
                if trait in SIZES:
                    half = round(half * SIZES[trait])
                    look.extend((w("sz", val=half), w("szCs", val=half)))
                elif trait.startswith(LESS):
                    set_.append(w("ind", right=round(half * sum(WIDE.get(each, 0) for each in trait))))
                elif trait in JUSTIFIED:
                    set_.append(w("jc", val=JUSTIFIED[trait]))
            parts = [part for part in (set_, look) if len(part)]
            self._known[key] = self._added("paragraph", whole, w("basedOn", val=base), *parts)
        return self._known[key]

    def _half_points(self, identifier: str) -> float:
        """The type size of a paragraph style in half points."""
        by_id = {style.get(of("styleId")): style for style in self.root.iter(of("style"))}
        for _ in by_id:
            style = by_id.get(identifier)
            if style is None:
                break
            if (size := style.find(f"{of('rPr')}/{of('sz')}")) is not None:
                return float(size.get(of("val")) or NORMAL)
            based = style.find(of("basedOn"))
            identifier = "" if based is None else str(based.get(of("val")))
        return NORMAL

    def _run_properties(self, identifier: str) -> Iterator[etree._Element]:
        for style in self.root.iter(of("style")):
            found = style.find(of("rPr"))
            if style.get(of("styleId")) == identifier and found is not None:
                yield from (each for each in found if etree.QName(each).localname in RUN_ORDER)

    def numbering(self, name: str) -> str:
        """The ``w:numId`` that the paragraph style called ``name`` is linked to, or nothing."""
        wanted = self.id("paragraph", name)
        for style in self.root.iter(of("style")):
            if style.get(of("styleId")) == wanted:
                number = style.find(f"{of('pPr')}/{of('numPr')}/{of('numId')}")
                return "" if number is None else str(number.get(of("val")))
        return ""

    def speak(self, lang: str) -> None:
        """Make ``lang`` the language of everything that says no other."""
        defaults = self.root.find(f"{of('docDefaults')}/{of('rPrDefault')}/{of('rPr')}")
        if defaults is None:
            return
        spoken = defaults.find(of("lang"))
        if spoken is None:
            spoken = w("lang")
            defaults.append(spoken)
        named = tongue(lang)
        spoken.set(of(named.attribute), named.tag)


RUN_ORDER = (
    "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz",
    "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
)  # fmt: skip
