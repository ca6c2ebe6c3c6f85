"""The steps of which a kit is made: each lays out some of its pages alone, the same bytes wherever it does so.

A step knows all it needs, so that its result can be kept under a name made of its ``inputs``.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import md5
from typing import Any

from oimpress.model.codec import from_xml
from oimpress.model.nodes import Edition
from oimpress.notices import Notice
from oimpress.style import Style
from oimpress.writers import NotInSteps
from oimpress.writers.page.article import dropped_links
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.markup import Element, add, element
from oimpress.writers.page.pictures import pictures
from oimpress.writers.page.placing import shown_at
from oimpress.writers.pdf.bundles import Bundle
from oimpress.writers.pdf.grafted import GraftedPage
from oimpress.writers.pdf.parts import Noted, PartPage, furniture, part
from oimpress.writers.pdf.pieces import NoWholePage, PieceCut, PrintedPiece, own_pages, page_starts
from oimpress.writers.pdf.printing import HERE, Served, drawn, laid_out, not_too_deep, replaced
from oimpress.writers.pdf.printshop import put_crop_marks
from oimpress.writers.pdf.shell import articles
from oimpress.writers.pdf.styling import STYLE, remarks, sheet

BEFORE, AFTER = "before", "after"  # the names of the pages around the releases
FORCED = ("page", "always")  # breaks that always begin a page


@dataclass(frozen=True)
class ReleaseLayout:
    """The pages of one release, its canonical ``xml`` with them.

    ``opening`` and ``closing`` are the page of HTML around it; ``pictures`` are by the ``href`` of its figures.
    """

    xml: bytes
    id: str
    lang: str
    opening: str
    closing: str
    pictures: Mapping[str, bytes]
    style: Style

    @property
    def called(self) -> str:
        return self.id

    @property
    def inputs(self) -> tuple[object, ...]:
        """All that the result depends on."""
        shown = sorted((href, hashlib.sha256(data).hexdigest()) for href, data in self.pictures.items())
        around = self.opening, self.closing
        return self.xml, self.id, self.lang, *around, *map(str, shown), self.style.fingerprint

    def __call__(self) -> bytes:
        """Lay it out. Raises NotInSteps."""
        release = from_xml(self.xml, self.id)
        edition = Edition(
            (release,),
            "",
            "press-kit",
            self.lang,
            assets={(self.id, href): data for href, data in self.pictures.items()},
        )
        shown, missing = pictures(edition)
        sources = {one: f"{HERE}picture/{number}" for number, one in enumerate(dict.fromkeys(shown.values()))}
        served = {source: (one.data, one.media_type) for one, source in sources.items()}
        context = Context(lang=self.lang, picture=shown_at(shown, sources.__getitem__), phrases=self.style.phrases)
        (article,) = articles(edition, self.style, context)
        told = {"missing": _rows(missing), "dropped": _rows(dropped_links(edition)), "xml": _facts(self.xml)}
        page = GraftedPage(self.opening, (article,), self.closing)
        made = _laid_out(page, article.get("id", ""), self.style, sheet(self.style).part, served, told)
        return made.with_stream(zlib.compress(self.xml, 9)).packed()


@dataclass(frozen=True)
class PagesLayout:
    """The pages of a ``piece`` of what stands before the releases, or after them.

    It may end before one of the entries ``ends``: what then begins with the last of them that begins a page, or goes
    on behind it, is left out. The part tells the ``end``: its first entry where no page of it is whole.
    """

    piece: PrintedPiece
    name: str
    cover: str
    style: Style
    ends: tuple[int, ...] = ()

    @property
    def called(self) -> str:
        return self.name

    @property
    def inputs(self) -> tuple[object, ...]:
        """All that the result depends on."""
        return *self.piece, self.name, self.cover, self.ends, self.style.fingerprint

    def __call__(self) -> bytes:
        """Lay them out. Raises NotInSteps."""
        looks = sheet(self.style)
        own = PieceCut(self.piece, self.ends)
        try:
            return _laid_out(
                self.piece.text, self.name, self.style, looks.numbered, _served(self.cover), {}, own
            ).packed()
        except NoWholePage:
            return Bundle.of({"end": self.piece.first}, (), ()).packed()


@dataclass(frozen=True)
class PagesMeasure:
    """How many pages a ``piece`` takes, and the entries that pages begin with: (pages before it, number)."""

    piece: PrintedPiece
    name: str
    cover: str
    style: Style

    @property
    def called(self) -> str:
        return f"{self.name}, measured"

    @property
    def inputs(self) -> tuple[object, ...]:
        """All that the result depends on."""
        return *self.piece, self.cover, self.style.fingerprint

    def __call__(self) -> bytes:
        """Lay them out, and draw nothing."""
        looks = sheet(self.style)
        with remarks(), not_too_deep():
            document = laid_out(self.piece.text, self.style, looks, _served(self.cover), looks.numbered, "counted")
        pages = own_pages(document.pages, self.piece)
        return json.dumps((len(pages), page_starts(pages))).encode()


@dataclass(frozen=True)
class FurnitureLayout:
    """The running heads and feet of some pages, the first of which has the number ``first``, of ``total`` in all.

    ``before`` are the named strings that hold when they begin.
    """

    pages: Sequence[PartPage]
    first: int
    total: int
    before: Mapping[str, str]
    opening: str
    closing: str
    style: Style

    @property
    def called(self) -> str:
        return f"{self.first}\u2013{self.first + len(self.pages) - 1}"

    @property
    def inputs(self) -> tuple[object, ...]:
        """All that the result depends on."""
        numbers = self.first, self.total
        strings = [(page.name, page.strings) for page in self.pages]
        return *numbers, strings, sorted(self.before.items()), self.opening, self.closing, self.style.fingerprint

    def __call__(self) -> bytes:
        """Lay them out on pages without text. Raises NotInSteps."""
        blank = _blank("", list(self.before.items())), *(_blank(page.name, page.strings) for page in self.pages)
        page = GraftedPage(self.opening, blank, self.closing)
        looks = sheet(self.style)
        sheets = looks.furniture(self.first - 1, self.total)
        document = laid_out(page, self.style, looks, {}, sheets)
        return furniture(document, len(self.pages)).packed()


def _served(cover: str) -> Served:
    return {f"{STYLE}cover.svg": (cover.encode(), "image/svg+xml")}


def _facts(file: bytes) -> tuple[int, str]:
    """What a PDF says of a file in it: its length, and a digest."""
    return len(file), md5(file, usedforsecurity=False).hexdigest()


def _rows(notices: Sequence[Notice]) -> list[tuple[str, ...]]:
    return [each.row for each in notices]


def _blank(name: str, strings: Sequence[tuple[str, str]]) -> Element:
    """What makes a page of this name that is empty but for what is set on it: of each name once by the page itself."""
    first = {key: at for at, (key, _) in reversed(list(enumerate(strings)))}
    made = element(
        "div", style=f"break-before: page; page: {name or 'auto'}; {_set(strings[at] for at in first.values())}"
    )
    add(made, (element("i", style=_set([each])) for at, each in enumerate(strings) if at not in first.values()))
    return made


def _set(strings: Iterable[tuple[str, str]]) -> str:
    return "string-set: " + (", ".join(f"{key} {_quoted(words)}" for key, words in strings) or "none")


def _quoted(words: str) -> str:
    """A text as CSS has it, with everything that could end it as a number. Source: CSS Syntax 3, 4.3.7."""
    return '"' + "".join(f"\\{ord(one):x} " if one in '"\\\n\r\f' else one for one in words) + '"'


def _laid_out(
    page: str | GraftedPage,
    name: str,
    style: Style,
    sheets: Sequence[Any],
    served: Served,
    told: dict[str, Any],
    cut: PieceCut | None = None,
) -> Bundle:
    """The part that a page of HTML is, with what WeasyPrint remarked on it. Raises NoWholePage."""
    with remarks() as said, not_too_deep():
        document, pdf = _drawn(page, style, sheets, served, cut)
        if said.characters:
            page = replaced(page, said.characters)
            document, pdf = _drawn(page, style, sheets, served, cut)
    if not (cut and cut.piece.before) and name != BEFORE:
        _begins_a_page(document)
    told |= {"rules": said.rules, "characters": said.characters} | ({"end": cut.end} if cut else {})
    return part(document, pdf, name, told, frozenset(cut.piece.anchors if cut else ()))


def _drawn(
    page: str | GraftedPage, style: Style, sheets: Sequence[Any], served: Served, cut: PieceCut | None
) -> tuple[Any, Any]:
    document = laid_out(page, style, sheet(style), served, sheets)
    if cut:
        document.pages = cut.kept(document.pages)
        document.pages[-1].anchors.update(dict.fromkeys(cut.piece.anchors, (0, 0, 0, 0)))
    document.fonts = Noted()
    pdf = drawn(document)
    if style.settings.print_shop:
        put_crop_marks(pdf)
    return document, pdf


def _begins_a_page(document: Any) -> None:
    """Raise NotInSteps for pages that would not begin where others end."""
    box = document.pages[0]._page_box
    while box.children:
        box = box.children[0]
        if box.style["break_before"] in FORCED:
            return
    raise NotInSteps("a release does not begin on a page of its own")
