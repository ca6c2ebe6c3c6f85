"""The tags of a PDF: what its pages hold, as elements of the document's structure. Source: ISO 32000-2, 14.7, 14.8."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from oimpress.pdfium import pdfium
from oimpress.readers.shared.pdfchars import HYPHEN, PlacedChar, placed, raised
from oimpress.readers.shared.pdfium import PageLinks, lead, page_links, pages
from oimpress.readers.shared.pdfspots import TextEdge

DEEPEST = 60  # tags inside tags
MOST_TAGS = 200_000
NO_CONTENT = -1
CUT = "\x02"  # a hyphen at the end of a line, which may be the word's
DIVIDED = "\u00ad"  # one that a program put there


class TaggedText(NamedTuple):
    """Characters of one tag that lead to the same address; a line feed at each end of a line."""

    text: str
    href: str
    size: float  # of their type, in points
    raised: bool = False  # above the foot of their line, as the mark of a note is
    edge: TextEdge = TextEdge(0, 0, 0)


@dataclass(slots=True)
class PdfTag:
    """An element of the structure of a page; ``kind`` is the standard type that its own is mapped to."""

    kind: str
    content: list[PdfTag | TaggedText] = field(default_factory=list)
    columns: int = 1
    rows: int = 1

    def texts(self) -> Iterator[TaggedText]:
        """All text in it, in its order."""
        for item in self.content:
            if isinstance(item, PdfTag):
                yield from item.texts()
            else:
                yield item

    def walk(self) -> Iterator[PdfTag]:
        """The tag itself and every tag in it, in document order."""
        yield self
        for item in self.content:
            if isinstance(item, PdfTag):
                yield from item.walk()

    @property
    def words(self) -> str:
        """All text in it, without blanks around."""
        return "".join(one.text for one in self.texts()).strip()


class TaggedPage(NamedTuple):
    """The tags of a page, the words that none of them names, and whether all of those stand at its edges."""

    tags: list[PdfTag]
    others: str
    at_edges: bool


def tagged_pages(document: Any, name: str, edge: float) -> Iterator[TaggedPage]:
    """The pages by their tags; ``edge`` is the share of a page at its head and foot where running heads stand.

    None of a document that does not say that it has them; a damaged page is none. Raises ReadError for too much text.
    """
    raw = pdfium().raw
    for number, page, text in pages(document, name) if raw.FPDFCatalog_IsTagged(document) else ():
        tree = raw.FPDF_StructTree_GetForPage(page)
        if not tree:
            continue
        held = _by_content(text)
        reader = _TagReader(held, page_links(document, page), number)
        count = max(raw.FPDF_StructTree_CountChildren(tree), 0)
        tags = [tag for at in range(count) if (tag := reader.tag(raw.FPDF_StructTree_GetChildAtIndex(tree, at), 0))]
        raw.FPDF_StructTree_Close(tree)
        rest = [char for chars in held.values() for char in chars]
        yield TaggedPage(tags, _spelt(rest).strip(), at_edges(rest, page.get_height(), edge))


def at_edges(chars: Iterable[PlacedChar], height: float, edge: float) -> bool:
    """Whether all letters and digits stand in the share ``edge`` of a page so high, at its head or its foot."""
    low, high = edge * height, (1 - edge) * height
    return all(each.box[3] < low or each.box[2] > high for each in chars if each.char.isalnum())


def _by_content(text: Any) -> dict[int, list[PlacedChar]]:
    """The characters of a page by the number of their marked content; what PDFium adds goes with what is before."""
    raw = pdfium().raw
    held: dict[int, list[PlacedChar]] = defaultdict(list)
    content = NO_CONTENT
    for at, char in placed(text):
        shape = raw.FPDFText_GetTextObject(text, at) if at >= 0 else None
        content = raw.FPDFPageObj_GetMarkedContentID(shape) if shape else content
        held[content].append(char)
    return held


class _TagReader:
    """Reads the tags of a page; what they hold is taken out of ``held``."""

    def __init__(self, held: dict[int, list[PlacedChar]], links: PageLinks, page: int) -> None:
        self._held, self._links, self._page, self._count = held, links, page, 0

    def tag(self, element: Any, depth: int) -> PdfTag | None:
        raw = pdfium().raw
        self._count += 1
        if not element or depth > DEEPEST or self._count > MOST_TAGS:
            return None
        made = PdfTag(_said(raw.FPDF_StructElement_GetType, element), [], *_spans(element))
        for at in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, at):
                inner = self.tag(child, depth + 1)
                made.content += [inner] if inner else []
            else:
                content = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
                made.content += self._texts(self._held.pop(content, []) if content != NO_CONTENT else [])
        return made

    def _texts(self, found: list[PlacedChar]) -> Iterator[TaggedText]:
        high = {at for start, end in raised(found) for at in range(start, end)}
        leads = [lead(char.box, self._links) if self._links else "" for char in found]
        for (href, is_high), group in groupby(range(len(found)), lambda at: (leads[at], at in high)):
            chars = [found[at] for at in group]
            sizes = sorted(each.size for each in chars if each.char.strip())
            size = sizes[len(sizes) // 2] if sizes else 0
            yield TaggedText(_spelt(chars), href, size, is_high, _edge(chars, self._page))


def _edge(found: list[PlacedChar], page: int) -> TextEdge:
    seen = [each for each in found if each.char.strip()] or found
    foot = min(each.foot for each in seen)
    return TextEdge(page, max(each.box[1] for each in seen), max(each.box[3] for each in seen if each.foot == foot))


def _spelt(found: list[PlacedChar]) -> str:
    """The characters as text; hyphens that end a line are told apart from those inside one."""
    text = "".join(CUT if each.char in HYPHEN else each.char for each in found if each.char != "\r")
    return text.replace("\u2010\n", f"{DIVIDED}\n")


def _said(ask: Callable[..., int], element: Any) -> str:
    """What PDFium answers in UTF-16."""
    size = ask(element, None, 0)
    answer = ctypes.create_string_buffer(max(size, 2))
    ask(element, answer, size)
    return answer.raw.decode("utf-16-le", "replace").strip("\0")


def _spans(element: Any) -> tuple[int, int]:
    """How many columns and rows a cell covers."""
    return _number(element, b"ColSpan"), _number(element, b"RowSpan")


def _number(element: Any, name: bytes) -> int:
    raw = pdfium().raw
    value = ctypes.c_float(1)
    for at in range(max(raw.FPDF_StructElement_GetAttributeCount(element), 0)):
        attribute = raw.FPDF_StructElement_Attr_GetValue(raw.FPDF_StructElement_GetAttributeAtIndex(element, at), name)
        if attribute and raw.FPDF_StructElement_Attr_GetNumberValue(attribute, value):
            return min(max(int(value.value), 1), 1000)
    return 1
