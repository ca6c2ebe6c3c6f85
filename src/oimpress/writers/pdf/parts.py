"""A part: some pages of a kit, laid out alone, in bytes that do not depend on what stands before or behind them.

It has no running heads and no page numbers: these come when parts are joined. What it shares with the others – fonts,
colours, the root of the structure – stands outside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from enum import IntEnum
from typing import Any, NamedTuple

from oimpress.writers import NotInSteps
from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.bundles import Bundle
from oimpress.writers.pdf.printing import drawn
from oimpress.writers.pdf.template import Template, waiting

SCALE = 0.75  # points of a pixel of CSS
BEYOND = 100  # points around a page that a sheet for a print shop may show
FACTS = (
    *("family", "style", "weight", "variations", "font_size", "ascent", "descent", "tables", "index", "upem"),
    *("png", "svg", "colr", "glyph_count", "flags"),
)  # of a font, beside its name


class Shared(IntEnum):
    """Places of what all parts have in common."""

    FONTS = 0
    COLOURS = 1
    PROFILE = 2
    TREE = 3  # the element of the structure that all others stand in
    PAGES = 4
    BEFORE = 5  # what comes before the text of every page, and behind it
    BEHIND = 6


class PartPage(NamedTuple):
    """A page: the name of its page rule, the named strings set on it, its bookmarks: (level, label, x, y, state)."""

    name: str
    strings: list[tuple[str, str]]
    bookmarks: list[tuple[int, str, float, float, str]]


class Destination(NamedTuple):
    """A place that links lead to."""

    name: str
    page: int
    x: float
    y: float


class Places(NamedTuple):
    """Where in a part of so many ``pages`` and ``links`` what waits for the joining stands."""

    pages: int
    links: int

    def furniture(self, page: int) -> int:
        return len(Shared) + page

    def key(self, number: int) -> int:
        """The key of a page or, after all pages, of a link in the tree from contents to structure."""
        return len(Shared) + self.pages + number

    @property
    def first(self) -> int:
        """The first object of the part itself: its first page."""
        return len(Shared) + 2 * self.pages + self.links


class Noted(dict[Any, Any]):
    """Fonts that WeasyPrint notes while it draws and does not embed, as it finds none where it asks for all."""

    def values(self) -> Any:
        return ()


def part(document: Any, pdf: Any, name: str, told: dict[str, Any], foreign: Collection[str] = ()) -> Bundle:
    """The part that a document is, which was drawn with fonts ``Noted``.

    ``name`` is that of the part, ``told`` what else its head says; ``foreign`` are names of places in other parts.
    """
    kids = pdf.pages["Kids"][::3]
    tree = structure(pdf)
    places = Places(len(kids), len(tree.keys) - len(kids))
    _name_marks(pdf, name)
    _wait_for_keys(pdf, places)
    template = Template(pdf, shared(pdf) | {tree.top.number: Shared.TREE}, places.first)
    own = resources(pdf)
    for at, kid in enumerate(kids):
        template.place(kid)
        _open_page(pdf.objects[kid], own, places.furniture(at), places.key(at))
    notes = [(str(note["ID"].string), note.reference) for note in pdf.objects if _is(note, "S", "/Note")]
    lists = (tree.top["K"], [tree.keys[len(kids) + at] for at in range(places.links)], [each for _, each in notes])
    values = [template.written(each) for each in (*lists, *(tree.keys[at] for at in range(len(kids))))]
    head = told | {
        "links": places.links,
        "pages": [_page(each) for each in document.pages],
        "destinations": [each for each in _destinations(pdf, kids) if each.name not in foreign],
        "notes": [each for each, _ in notes],
        "fonts": fonts(document),
    }
    return Bundle.of(head, values, template.objects())


def furniture(document: Any, count: int) -> Bundle:
    """The running heads of the last ``count`` pages of a document, each drawn by a form. Raises NotInSteps."""
    margin = weasyprint().MarginBox
    document.pages = document.pages[len(document.pages) - count :]
    for page in document.pages:
        box = page._page_box
        box.children = [child for child in box.children if isinstance(child, margin)]
        page.bookmarks, page.links, page.anchors = [], [], {}
    document.fonts = Noted()
    pdf = drawn(document)
    template, own = Template(pdf, shared(pdf), len(Shared)), resources(pdf)
    forms = []
    for kid in pdf.pages["Kids"][::3]:
        page = pdf.objects[kid]
        form = pdf.objects[_number(page["Contents"])]
        left, bottom, right, top = page["MediaBox"]
        box = [left - BEYOND, bottom - BEYOND, right + BEYOND, top + BEYOND]
        form.extra.update({"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": own})
        forms.append(page["Contents"])
    return Bundle.of({"fonts": fonts(document)}, [template.written(each) for each in forms], template.objects())


class Structure(NamedTuple):
    """The topmost element of a structure, and the elements by their keys: of a page all in it, of a link its own."""

    top: Any
    keys: dict[int, Any]


def structure(pdf: Any) -> Structure:
    """The structure of a PDF of WeasyPrint's."""
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    numbers = pdf.objects[_number(root["ParentTree"])]["Nums"]
    return Structure(pdf.objects[_number(root["K"][0])], dict(zip(numbers[::2], numbers[1::2], strict=True)))


def shared(pdf: Any) -> dict[int, int]:
    """Places of what a PDF of WeasyPrint's has in common with others, by its numbers."""
    own = resources(pdf)
    colours = _number(own["ColorSpace"])
    (profile,) = {_number(each[1]) for each in pdf.objects[colours].values() if each[0] == "/ICCBased"}
    return {_number(own["Font"]): Shared.FONTS, colours: Shared.COLOURS, profile: Shared.PROFILE}


def resources(pdf: Any) -> Any:
    """What the pages of a PDF of WeasyPrint's draw with."""
    return pdf.objects[_number(pdf.objects[pdf.pages["Kids"][0]]["Resources"])]


def fonts(document: Any) -> dict[str, Any]:
    """What is known of the fonts of a document, with their glyphs. Raises NotInSteps."""
    made: dict[str, Any] = {}
    for font in dict.values(document.fonts):
        if font.bitmap or font.missing:
            raise NotInSteps(f"the font {font.family} has glyphs of its document alone")
        one = made.setdefault(font.hash, {key: getattr(font, key) for key in FACTS} | {"glyphs": {}})
        one["name"] = font.name.decode()
        one["file"] = hashlib.sha256(font.file_content).hexdigest()
        for glyph, words in font.to_unicode.items():
            one["glyphs"].setdefault(glyph, [words, font.widths[glyph]])
    return made


def _number(reference: Any) -> int:
    return int(reference.split()[0])


def _is(one: Any, key: str, value: str) -> bool:
    return isinstance(one, dict) and one.get(key) == value


def _name_marks(pdf: Any, name: str) -> None:
    """Begin the names of notes and of heads of tables with that of the part: they are names in the whole kit."""
    for one in pdf.objects:
        if _is(one, "Type", "/StructElem") and "ID" in one:
            one["ID"].string = f"{name}-{one['ID'].string}"


def _wait_for_keys(pdf: Any, places: Places) -> None:
    for one in pdf.objects:
        if isinstance(one, dict) and "StructParent" in one:
            one["StructParent"] = waiting(places.key(one["StructParent"]))


def _open_page(page: Any, own: Any, furniture: int, key: int) -> None:
    """Let a page, drawn with its ``own`` resources, wait for its place among the others and for its running heads."""
    page["Parent"], page["StructParents"] = waiting(Shared.PAGES), waiting(key)
    drawings = page["Contents"] if isinstance(page["Contents"], list) else [page["Contents"]]
    page["Contents"] = [waiting(Shared.BEFORE), *drawings, waiting(Shared.BEHIND)]
    page["Resources"] = {**own, "XObject": {**own["XObject"], "Furniture": waiting(furniture)}}


def _page(page: Any) -> PartPage:
    box = page._page_box
    strings = [each for child in box.descendants() if child.string_set != "none" for each in child.string_set or ()]
    if any(child.missing_link for child in box.descendants()):
        raise NotInSteps("a style counts pages within a release")
    bookmarks = [
        (level, label, SCALE * x, SCALE * (page.height - y), state) for level, label, (x, y), state in page.bookmarks
    ]
    return PartPage(box.page_type.name or "", strings, bookmarks)


def _destinations(pdf: Any, kids: list[int]) -> Iterator[Destination]:
    """The named places of a PDF, in the order of their names."""
    names = pdf.catalog.get("Names", {}).get("Dests", {"Names": []})["Names"]
    at = {kid: place for place, kid in enumerate(kids)}
    for name, (page, _, x, y, _) in zip(names[::2], names[1::2], strict=True):
        yield Destination(str(name.string), at[_number(page)], x, y)
