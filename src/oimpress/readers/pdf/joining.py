"""Which lines of a PDF without tags are one paragraph: by how far they reach, and how far apart they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from oimpress.knowledge.languages import ends_in_small_word
from oimpress.knowledge.sentences import ends_clause
from oimpress.patterns import lazy
from oimpress.readers.pdf.items import begins_item
from oimpress.readers.pdf.limits import CLOSE, FAR, LEAST_SEEN, WIDER, rounded
from oimpress.readers.shared.pdfium import PdfLine

INDENT_OUT, INDENT_IN = 2, 6  # times the size: how far the lines of one column begin from each other
EVEN = 0.2  # times the size: so far from each other end lines that are set to one width, at most
LEAST_EVEN = 3  # of them: chance brings two
LEAST_WORDS = 5  # of a line that goes on in another column: fewer are a name or a number
LEAST_LONG = 40  # characters of a line that goes on, wherever it ends
FARTHEST = 3.0  # times the size: no lines of one paragraph stand farther apart
SMALL = lazy(r"[a-zà-öø-ÿœ]")
DATED = lazy(r"[^\W\d_] (?:19|20)\d\d\s?$")  # « … le 12 mars 2026 »
CUT = lazy(r"[^\W\d_][-\u2010]\s?$")
COMPLEMENT = lazy(r"d['’]|(?:de|du|des|et|à|au|aux|pour|of|and|for|y|del)\s")


class LineSpacing(NamedTuple):
    """How lines are set: how far those of a row's column reach to the right, and how far apart those of text stand."""

    edges: dict[PdfLine, float]
    far: float  # times the size


def setting(found: Sequence[PdfLine]) -> LineSpacing:
    """How ``found`` are set: where most lines that go on in the next stand farther apart than usual, all may."""
    edges = right_edges(found)
    apart = sorted(_apart(found, edges))
    usual = apart[len(apart) // 2] if len(apart) >= LEAST_SEEN else 0
    return LineSpacing(edges, max(FAR, WIDER * usual))


def _apart(found: Sequence[PdfLine], edges: dict[PdfLine, float]) -> Iterator[float]:
    """How far apart stand lines of which the second for sure goes on with the sentence of the first."""
    for row, below in pairwise(found):
        one = row.page == below.page and row.table is below.table is None and size(row) == size(below)
        if one and SMALL.match(below.text) and not ends_clause(row.text) and not begins_item(below):
            room = gap(row, below) / row.size
            if 0 < room <= FARTHEST and _is_full(row, below, edges):
                yield room


def goes_on(first: PdfLine, row: PdfLine, below: PdfLine, page: LineSpacing, heading: bool) -> bool:
    """Whether the paragraph that begins with ``first`` goes on from ``row`` in ``below``.

    It does in type of one size, right below, where ``row`` has no room for its first word, where it stands below the
    words of the item, or where the phrase is plainly open. The lines of a heading are broken where they look well; over
    a page or a column only an open sentence goes on.
    """
    if size(row) != size(below) or begins_item(below) or _changes(row, below):
        return False
    near = gap(row, below) <= page.far * row.size
    if row.page != below.page or below.top > row.bottom + row.size / 2:
        beside = row.page == below.page and abs(row.bottom - below.bottom) < row.size / 2
        prose = len(row.text.split()) >= LEAST_WORDS or SMALL.match(below.text)
        open_ended = bool(prose) and not ends_clause(row.text) and _is_full(row, below, page.edges)
        return open_ended and not (heading or beside)
    if heading:
        return near
    full = _is_full(row, below, page.edges) and not _opens(row, below)
    aligned = abs(row.left - below.left) < 3 * row.size or _is_centred(row, below)
    return (
        (near and aligned and (full or _flows(row, below))) or _hangs(first, row, below, near) or _is_open(row, below)
    )


def _changes(row: PdfLine, below: PdfLine) -> bool:
    """Whether a heading or the text below it begins, or a text below the line of its day."""
    lighter = row.bold and not (below.bold or below.begins_bold)
    heavier = below.bold and not row.bold and ends_clause(row.text)
    dated = DATED.search(row.text) is not None and below.text.lstrip()[:1].isupper()
    return lighter or heavier or dated


def _flows(row: PdfLine, below: PdfLine) -> bool:
    """Whether a long line that no mark ends goes on in small letters: what stands beside it made it so short."""
    ended = ends_clause(row.text) or row.text.rstrip().endswith(",")
    long = len(row.text) >= LEAST_LONG and row.bold == below.bold and abs(row.left - below.left) < row.size / 2
    return long and not ended and SMALL.match(below.text) is not None


def _opens(row: PdfLine, below: PdfLine) -> bool:
    """Whether ``below`` stands in from a line that ends a sentence, as the first line of a paragraph does."""
    return row.size <= below.left - row.left and ends_clause(row.text) and not row.hang


def _is_centred(row: PdfLine, below: PdfLine) -> bool:
    return row.bold == below.bold and abs(row.left + row.right - below.left - below.right) < row.size


def _hangs(first: PdfLine, row: PdfLine, below: PdfLine, near: bool) -> bool:
    """Whether ``below`` goes on with an item, whose words stand in from its label."""
    listed = begins_item(first) and first.hang > first.left and abs(below.left - first.hang) < first.size / 2
    return near and listed and row.bold == below.bold and not ends_clause(row.text)


def _is_open(row: PdfLine, below: PdfLine) -> bool:
    """Whether a short line breaks off before or behind a small word, or in a word, and goes on right below."""
    beside = abs(row.left - below.left) < row.size / 2 or _is_centred(row, below)
    if not beside or row.bold != below.bold or gap(row, below) > CLOSE * row.size or ends_clause(row.text):
        return False
    cut = SMALL.match(below.text) and CUT.search(row.text)
    return bool(cut or COMPLEMENT.match(below.text) or ends_in_small_word(row.text))


def gap(row: PdfLine, below: PdfLine) -> float:
    """From the foot of one line to that of the next."""
    return row.bottom - below.bottom


def size(row: PdfLine) -> float:
    """The size of its type in half points."""
    return rounded(row.size)


def _is_full(row: PdfLine, below: PdfLine, edges: dict[PdfLine, float]) -> bool:
    """Whether the first word of ``below`` had no room in ``row``."""
    first = len(below.text.split(maxsplit=1)[0]) + 1
    wide = first * (below.right - below.left) / max(len(below.text.strip()), 1)
    return row.right + wide + row.size > edges[row]


def right_edges(found: Sequence[PdfLine]) -> dict[PdfLine, float]:
    """How far the lines of a row's column reach to the right, in type of its size; it may stand in from them."""
    edges: dict[PdfLine, float] = {}
    for _, group in groupby(found, key=lambda row: row.page):
        page = list(group)
        for row in page:
            edges[row] = max((other.right for other in page if in_column(other, row)), default=row.right)
        edges |= _justified(page)
    return edges


def _justified(page: Sequence[PdfLine]) -> Iterator[tuple[PdfLine, float]]:
    """How far lines reach among which enough end at one place; wider lines above or below them set no edge."""
    for block in _blocks(page):
        rights = sorted((row.right for row in block), reverse=True)
        level = (
            one
            for one, last in zip(rights, rights[LEAST_EVEN - 1 :], strict=False)
            if one - last < EVEN * block[0].size
        )
        edge = next(level, None)
        yield from ((row, edge) for row in block if edge is not None and row.right <= edge)


def _blocks(page: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """The lines of a page that stand below each other in one column, in type of one size."""
    block: list[PdfLine] = []
    for row in page:
        if block and not (in_column(block[-1], row) and 0 < gap(block[-1], row) <= FARTHEST * row.size):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def in_column(other: PdfLine, row: PdfLine) -> bool:
    """Whether ``row`` stands below or above a line of text, or in from it."""
    inward = row.left - other.left
    beside = -INDENT_OUT * row.size < inward < INDENT_IN * row.size and other.right > row.left
    return beside and other.table is None and size(other) == size(row)
