"""The pages of a PDF as rows of characters with their places."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Literal, NamedTuple, TypeAlias

from oimpress.errors import ReadError
from oimpress.model.anchors import is_within
from oimpress.patterns import lazy
from oimpress.pdfium import pdfium
from oimpress.readers.shared.pdfbands import banded_tables
from oimpress.readers.shared.pdfchars import END, HYPHEN, PlacedChar, bold_ends, placed, raised
from oimpress.readers.shared.pdfcolumns import LABEL, aligned_tables
from oimpress.readers.shared.pdfframes import frame_of, frames
from oimpress.readers.shared.pdfrules import PageBox, RuledCell, RuledTable, ruled_tables
from oimpress.readers.shared.pdfshapes import drawn_boxes, is_dot
from oimpress.readers.shared.pdfsides import edges_of, parted
from oimpress.readers.shared.pdfspots import spot_of

PASSWORD = 4  # FPDF_ERR_PASSWORD
FEEDS = "\r\n\x02\ufffe"  # PDFium's line ends, and what it puts for a hyphen at one
MOST_CHARACTERS = 20_000_000
InTable: TypeAlias = tuple[RuledTable | None, RuledCell | None]
NOWHERE: InTable = (None, None)
PageLinks: TypeAlias = list[tuple[PageBox, str]]


LABELLED = lazy(rf"\s*(?:{LABEL.pattern})\s+")
LEAST_FRAME = 20.0  # points: a frame of two lines is higher
DOT_NEAR = 3  # times the size: how far left of its words a drawn bullet stands


class PdfMark(NamedTuple):
    """What the characters ``start:end`` of a line are: a link and where it leads, a call and its note, or raised.

    An anchor is a place to which a link within the document leads; what is raised may lead to its note.
    """

    start: int
    end: int
    kind: Literal["link", "call", "raised", "anchor"]
    to: str = ""


class PdfLine(NamedTuple):
    """One line of a page: ``size`` is the type size of most of it, in points; places are from the page's foot.

    ``item`` says that the label of a list's item, which stood apart, begins it; ``indent`` how many blanks the item
    stands in from the text around it; ``cell`` is that of the ``table`` in which it stands; ``note`` the name of the
    note to which it belongs; ``bold`` whether its type is from end to end, or ``begins_bold``; ``dotted`` whether
    a bullet is drawn before it; ``hang`` where the words behind the label of an item begin, 0 without one;
    ``frame`` is what it is framed by, or stands on.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    height: float  # of its page
    marks: tuple[PdfMark, ...] = ()
    item: bool = False
    indent: int = 0
    table: RuledTable | None = None
    cell: RuledCell | None = None
    note: str = ""
    bold: bool = False
    dotted: bool = False
    hang: float = 0
    frame: PageBox | None = None
    begins_bold: bool = False


class Attached(NamedTuple):
    """A file inside a PDF."""

    name: str
    data: bytes


def attached(document: Any) -> Iterator[Attached]:
    """The files that travel in the document."""
    for at in range(document.count_attachments()):
        file = document.get_attachment(at)
        yield Attached(str(file.get_name()), bytes(file.get_data()))


def title(document: Any) -> str:
    """What the document calls itself."""
    return " ".join(str(document.get_metadata_dict().get("Title") or "").split())


def language(document: Any) -> str:
    """The language that the document says it is in; empty when it says none."""
    raw = pdfium().raw
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    said = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(said, ctypes.POINTER(ctypes.c_ushort)), size)
    return str(said.raw.decode("utf-16-le", "ignore")).strip("\0 ")


def rows(document: Any, name: str) -> Iterator[PdfLine]:
    """The lines of all pages, in the order in which they were set. Raises ReadError for too many characters."""
    for number, page, text in pages(document, name):
        drawn = list(drawn_boxes(page))
        found = _rows(text, number, page.get_height(), page_links(document, page), drawn)
        framed = frames(drawn, LEAST_FRAME)
        for row in _with_dots(found, list(filter(is_dot, drawn))):
            yield row._replace(frame=frame_of((row.left, row.right, row.bottom, row.top), framed)) if framed else row


def _with_dots(found: Iterable[PdfLine], dots: Sequence[PageBox]) -> Iterator[PdfLine]:
    """The lines of a page; those that a drawn dot stands left of, as high as they, begin where it does."""
    for row in found:
        before = (
            left
            for left, right, bottom, top in dots
            if row.cell is None
            and 0 <= row.left - right < DOT_NEAR * row.size
            and row.bottom <= (bottom + top) / 2 <= row.top
        )
        left = next(before, None)
        yield row if left is None else row._replace(left=left, dotted=True, hang=row.left)


def pages(document: Any, name: str) -> Iterator[tuple[int, Any, Any]]:
    """Each page that is not damaged, by its number, with its characters. Raises ReadError for too many of these."""
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pdfium().PdfiumError:  # a damaged page costs itself
            continue
        size += text.count_chars()
        if size > MOST_CHARACTERS:
            raise ReadError("{name}: the PDF holds too much text; give the pages of the release", name=name)
        yield number, page, text
        text.close()
        page.close()


def page_links(document: Any, page: Any) -> PageLinks:
    """The places of a page that lead to addresses, or to spots of the document."""
    return list(_links(document, page))


def _links(document: Any, page: Any) -> Iterator[tuple[PageBox, str]]:
    raw = pdfium().raw
    at, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, at, link):
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        spot = spot_of(document, link) if size <= 1 else None
        if (size > 1 or spot) and raw.FPDFLink_GetAnnotRect(link, box):
            said = ctypes.create_string_buffer(max(size, 1))
            raw.FPDFAction_GetURIPath(document, action, said, size)
            across, up = sorted((box.left, box.right)), sorted((box.bottom, box.top))
            address = said.value.decode("utf-8", "replace")
            yield (*across, *up), spot.href if spot else "" if is_within(address) else address


def _rows(text: Any, number: int, height: float, links: PageLinks, drawn: Sequence[PageBox]) -> Iterator[PdfLine]:
    lines = list(_lines(text))
    ruled = ruled_tables(drawn)
    ruled += banded_tables(_outside(lines, ruled), drawn)
    aligned = aligned_tables(_outside(lines, ruled))
    edges = edges_of(lines)
    for line in lines:
        for (table, cell), group in _by_cell(line, (*ruled, *aligned)):
            for half in (group,) if table else parted(group, edges):
                begins, ends = bold_ends(text, half)
                for row in _row(half, number, height, links):
                    yield row._replace(table=table, cell=cell, bold=begins and ends, begins_bold=begins)


def _outside(lines: Sequence[list[PlacedChar]], tables: Sequence[RuledTable]) -> list[list[PlacedChar]]:
    """The lines that do not begin in one of the ``tables``."""
    return [line for line in lines if not any(_in_table(char.box, tables)[0] for char in line[:1])]


def _lines(text: Any) -> Iterator[list[PlacedChar]]:
    line: list[PlacedChar] = []
    for _, char in (*placed(text), (-1, END)):
        if char.char != "\n":
            line.append(char)
        elif line:
            yield line
            line = []


def _by_cell(line: Sequence[PlacedChar], tables: Sequence[RuledTable]) -> Iterator[tuple[InTable, list[PlacedChar]]]:
    """The stretches of a line that stand in one cell, or in none; a blank goes with what is before it."""
    found: list[tuple[InTable, list[PlacedChar]]] = []
    for char in line:
        spot = _in_table(char.box, tables) if tables and char.char.strip() else found[-1][0] if found else NOWHERE
        if not found or spot != found[-1][0]:
            found.append((spot, []))
        found[-1][1].append(char)
    yield from found


def _in_table(box: PageBox, tables: Sequence[RuledTable]) -> InTable:
    across, up = (box[0] + box[1]) / 2, (box[2] + box[3]) / 2
    return next(((table, cell) for table in tables if (cell := table.at(across, up))), NOWHERE)


def _row(found: list[PlacedChar], number: int, height: float, links: PageLinks) -> Iterator[PdfLine]:
    found = [each for each in found if each.char != "\r"]
    text = "".join("-" if each.char in HYPHEN else each.char for each in found)
    boxes = [each.box for each in found if each.char.strip(FEEDS + " ")]
    sizes = sorted(each.size for each in found if each.char.strip())
    if text.strip() and boxes:
        lefts, rights, bottoms, tops = zip(*boxes, strict=True)
        linked = list(_linked([each.box for each in found], text, links)) if links else []
        high = [PdfMark(start, end, "raised", _led(start, end, linked)) for start, end in raised(found)]
        linked = [mark for mark in linked if not is_within(mark.to) or not _touches(mark, high)]
        free = (mark for mark in high if not _touches(mark, linked))
        yield PdfLine(
            text,
            number,
            min(lefts),
            max(rights),
            max(tops),
            min(bottoms),
            sizes[len(sizes) // 2],
            height,
            tuple(sorted((*linked, *free))),
            hang=_hang(found, text),
        )


def _hang(found: Sequence[PlacedChar], text: str) -> float:
    """Where the words of a line begin behind the label of an item; 0 without one."""
    label = LABELLED.match(text)
    return found[label.end()].box[0] if label and label.end() < len(found) else 0


def _led(start: int, end: int, linked: Sequence[PdfMark]) -> str:
    """Where a link leads within the document that all of a stretch is."""
    return next((mark.to for mark in linked if (mark.start, mark.end) == (start, end) and is_within(mark.to)), "")


def _touches(mark: PdfMark, others: Sequence[PdfMark]) -> bool:
    return any(other.start < mark.end and mark.start < other.end for other in others)


def _linked(boxes: list[PageBox], text: str, links: PageLinks) -> Iterator[PdfMark]:
    """The stretches of a line whose characters stand in the place of a link."""
    start = 0
    for href, group in groupby(range(len(text)), lambda at: lead(boxes[at], links)):
        end = start + len(list(group))
        if href and (words := text[start:end].strip()):
            first = text.index(words, start)
            yield PdfMark(first, first + len(words), "link", href)
        start = end


def lead(box: PageBox, links: PageLinks) -> str:
    """Where the middle of a character leads."""
    across, up = (box[0] + box[1]) / 2, (box[2] + box[3]) / 2
    places = ((href, *place) for place, href in links)
    return next(
        (href for href, left, right, bottom, top in places if left <= across <= right and bottom <= up <= top), ""
    )
