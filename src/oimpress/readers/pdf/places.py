"""The text of a PDF by where its lines stand: running heads out, lines joined to paragraphs, headings by their size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Inline, Link, Text
from oimpress.model.runs import inlines
from oimpress.model.traced import Traced, inserted, join, replacing
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.pdf.items import begins_item
from oimpress.readers.pdf.limits import EDGE, JOINED, MARGIN, ReadPages, heading_levels, rounded
from oimpress.readers.pdf.tables import one_over_pages, ruled_table, with_tables
from oimpress.readers.shared.inlines import attribute_text, tidy
from oimpress.readers.shared.pdfium import PdfLine
from oimpress.readers.shared.tree import Sheet

NUMBER = lazy(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|sur|of|de)\s*\d{1,4})?\W*", re.IGNORECASE)
OF_ONE = lazy(r"\W*(?:(?:page|p\.)\s*1(?:\s*(?:/|sur|of|de)\s*1)?|1\s*(?:/|sur|of|de)\s*1)\W*", re.IGNORECASE)
FAR = 1.75  # times the size between the feet of two lines: above it another paragraph begins
CUT = lazy(r"(\w+)[-\u2010]$")
WORD = lazy(r"\w+")


def by_places(found: Sequence[PdfLine]) -> ReadPages:
    """The text by where its lines stand."""
    found, sheet = with_tables(found), Sheet()
    stretches = [sheet.add(row.text + "\n")[:-1] for row in found]
    running = _running(found)
    dropped = tuple(Dropped(stretches[at], MARGIN) for at in sorted(running))
    kept = [(row, stretches[at]) for at, row in enumerate(found) if at not in running]
    words = frozenset(WORD.findall(sheet.text))
    notices: list[Notice] = []
    flow, repeated = one_over_pages(_flow(kept, words, sheet, notices))
    return ReadPages(flow, (*dropped, *repeated), tuple(notices), sheet)


# -- heads and feet of pages ------------------------------------------------------------------------------


def _running(found: Sequence[PdfLine]) -> frozenset[int]:
    """The lines at the edges of pages that stand on most of them, or that only number them."""
    edges = [at for at, row in enumerate(found) if _at_edge(row) and row.cell is None]
    pages = len({row.page for row in found})
    told = Counter(_pattern(found[at]) for at in edges)
    numbers = NUMBER if pages > 1 else OF_ONE
    return frozenset(
        at
        for at in edges
        if (pages > 1 and told[_pattern(found[at])] > pages / 2) or numbers.fullmatch(found[at].text.strip())
    )


def _at_edge(row: PdfLine) -> bool:
    return row.bottom > (1 - EDGE) * row.height or row.top < EDGE * row.height


def _pattern(row: PdfLine) -> tuple[str, bool]:
    return re.sub(r"\d+", "0", row.text.strip()), row.bottom > row.height / 2


# -- paragraphs and headings ------------------------------------------------------------------------------


def _flow(
    kept: Sequence[tuple[PdfLine, Traced]], words: frozenset[str], sheet: Sheet, notices: list[Notice]
) -> Iterator[Line | Block]:
    """Paragraphs, headings and tables, in their order."""
    levels = _levels([row for row, _ in kept])
    edges = _right_edges([row for row, _ in kept])
    for (_, table), items in groupby(kept, key=lambda each: (each[0].page, each[0].table)):
        if table is None:
            for group in _paragraphs(list(items), edges, levels):
                yield _line(group, words, sheet, levels, notices)
            continue
        cells = {cell: list(group) for cell, group in groupby(items, key=lambda each: each[0].cell)}
        yield ruled_table(
            table, {cell: _line(group, words, sheet, {}, notices).children for cell, group in cells.items() if cell}
        )


def _paragraphs(
    kept: Sequence[tuple[PdfLine, Traced]], edges: dict[PdfLine, float], levels: dict[float, int]
) -> Iterator[list[tuple[PdfLine, Traced]]]:
    """The lines of each paragraph."""
    group: list[tuple[PdfLine, Traced]] = []
    for row, text in kept:
        if group and not _goes_on(group[-1][0], row, edges, _size(row) in levels):
            yield group
            group = []
        group.append((row, text))
    if group:
        yield group


def _levels(found: Sequence[PdfLine]) -> dict[float, int]:
    """The level of headings by their size: the largest three sizes above that of most of the text."""
    letters: Counter[float] = Counter()
    for row in found:
        letters[_size(row)] += len(row.text)
    return heading_levels(letters)


def _size(row: PdfLine) -> float:
    return rounded(row.size)


def _right_edges(found: Sequence[PdfLine]) -> dict[PdfLine, float]:
    """How far the lines of a row's column reach to the right."""
    edges: dict[PdfLine, float] = {}
    for _, group in groupby(found, key=lambda row: row.page):
        page = list(group)
        for row in page:
            beside = (
                other.right for other in page if other.table is None and abs(other.left - row.left) < 2 * row.size
            )
            edges[row] = max(beside, default=row.right)
    return edges


def _goes_on(row: PdfLine, below: PdfLine, edges: dict[PdfLine, float], heading: bool) -> bool:
    """Whether the paragraph of ``row`` goes on in ``below``: of one size, right below it, no room for its first word.

    The lines of a heading are broken where they look well; over a page or a column only an open sentence goes on.
    """
    if _size(row) != _size(below) or begins_item(below):
        return False
    turned = row.page != below.page or below.top > row.bottom + row.size / 2
    if turned or heading:
        near = not turned and _gap(row, below) <= FAR * row.size
        return near if heading else not ends_clause(row.text) and _is_full(row, below, edges)
    aligned = abs(row.left - below.left) < 3 * row.size
    return aligned and _gap(row, below) <= FAR * row.size and _is_full(row, below, edges)


def _gap(row: PdfLine, below: PdfLine) -> float:
    """From the foot of one line to that of the next."""
    return row.bottom - below.bottom


def _is_full(row: PdfLine, below: PdfLine, edges: dict[PdfLine, float]) -> bool:
    """Whether the first word of ``below`` had no room in ``row``."""
    first = len(below.text.split(maxsplit=1)[0]) + 1
    wide = first * (below.right - below.left) / max(len(below.text.strip()), 1)
    return row.right + wide + row.size > edges[row]


def _line(
    group: Sequence[tuple[PdfLine, Traced]],
    words: frozenset[str],
    sheet: Sheet,
    levels: dict[float, int],
    notices: list[Notice],
) -> Line:
    """The lines of a paragraph as one."""
    row, text = group[0]
    links = [(link.start, link.end, link.href) for link in row.links]
    for row, below in group[1:]:
        text = _joined(text, below, words, notices)
        shift = len(text) - len(below)
        links += [(shift + link.start, shift + link.end, link.href) for link in row.links]
    first, last = (sheet.line(part.start) for part in (group[0][1], group[-1][1]))
    indent = Text(inserted(" " * group[0][0].indent, JOINED))
    children = inlines(indent, *tidy(_with_links(text, links)))
    return Line(children, first, last, gap=1, level=levels.get(_size(group[0][0]), 0))


def _with_links(text: Traced, links: Sequence[tuple[int, int, str]]) -> Iterator[Inline]:
    """``text`` with its links; one that goes on in the next line is one."""
    done = 0
    for at, (start, end, href) in enumerate(links):
        goes_on = at + 1 < len(links) and links[at + 1][2] == href and links[at + 1][0] <= end + 1
        begun = at > 0 and links[at - 1][2] == href and start <= links[at - 1][1] + 1
        if not begun:
            yield Text(text[done:start])
            done = start
        if not goes_on:
            yield Link(attribute_text(href, text[done:end].start), (Text(text[done:end]),))
            done = end
    yield Text(text[done:])


def _joined(text: Traced, below: Traced, words: frozenset[str], notices: list[Notice]) -> Traced:
    """Two lines as one: a blank between them, or the two halves of a word that stands elsewhere in the text."""
    head, tail = text.rstrip(), below.lstrip()
    cut, rest = CUT.search(head), WORD.match(tail)
    if cut is None or rest is None:
        return join((head, replacing(" ", JOINED, head.end, tail.start), tail))
    if head.endswith("\u2010") or cut[1] + rest[0] in words:
        return join((head[:-1], replacing("", JOINED, head.end - 1, tail.start), tail))
    notices.append(notice("L102", detail=f"{cut[0]}{rest[0]}"))
    return join((head, replacing("", JOINED, head.end, tail.start), tail))
