"""A PDF as a release: running heads out, lines joined to paragraphs by where they end, headings by their size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from oimpress.errors import ReadError
from oimpress.knowledge.sentences import ends_clause
from oimpress.knowledge.tags import language_tag
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Inline, Link, Release, SourceRef, Text
from oimpress.model.traced import Traced, inserted, join, replacing
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.pdfium import opened
from oimpress.readers.pdf.items import begins_item, with_labels
from oimpress.readers.pdf.limits import EDGE, JOINED, MARGIN, TAGGED_EDGE, ReadPages, heading_levels, rounded
from oimpress.readers.pdf.overleaf import one_tree
from oimpress.readers.pdf.tagged import by_tags, is_trusted
from oimpress.readers.shared.inlines import ATTRIBUTE, attribute_text, tidy
from oimpress.readers.shared.pdfium import PdfLine, attached, language, rows, title
from oimpress.readers.shared.pdftags import tagged_pages
from oimpress.readers.shared.reader import Drafted, ReadPart, SourceText
from oimpress.readers.shared.tree import Sheet
from oimpress.sources import Source

RELEASE = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?<release\b[^>]*urn:oimpress:release:")
NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|sur|of|de)\s*\d{1,4})?\W*", re.IGNORECASE)
OF_ONE = re.compile(r"\W*(?:(?:page|p\.)\s*1(?:\s*(?:/|sur|of|de)\s*1)?|1\s*(?:/|sur|of|de)\s*1)\W*", re.IGNORECASE)
FAR = 1.75  # times the size between the feet of two lines: above it another paragraph begins
LITTLE = 20  # characters a page: less is what a scanner leaves
CUT = re.compile(r"(\w+)[-\u2010]$")
WORD = re.compile(r"\w+")


def read(source: Source) -> Iterator[ReadPart]:
    """The canonical XML that one of ours holds, as sources of their own; the text of any other as a draft.

    The text of the source is that of its pages, in the order of their tags where these name all of it, else line by
    line in the order in which they were set. Raises ReadError for a PDF that is encrypted, damaged, or without text.
    Notice L102 for a hyphen at a line's end that may be the word's. Rules: B003, R016, R048.
    """
    with opened(source.data, source.name) as document:
        ours = [file for file in attached(document) if RELEASE.match(file.data[:1000])]
        if ours:
            yield from (replace(source, name=f"{source.name}/{file.name}", data=file.data) for file in ours)
            return
        lang, named = language_tag(language(document)), title(document)
        tagged = list(tagged_pages(document, source.name, TAGGED_EDGE))
        if is_trusted(tree := one_tree(tagged), tagged):
            yield _released(by_tags(tree, tagged, lang), lang, named, source)
            return
        found, pages = list(with_labels(rows(document, source.name))), len(document)
    if sum(len(row.text.strip()) for row in found) < LITTLE * min(pages, 5):
        raise ReadError(
            "{name}: this PDF holds pictures of pages and no text; have it read by a program for scans (OCR)",
            name=source.name,
        )
    yield _released(_by_places(found), lang, named, source)


def _released(found: ReadPages, lang: str, named: str, source: Source) -> Drafted:
    """The draft of what was read; ``named`` is what the document calls itself."""
    ref = SourceRef(source.name, source.sha256, "application/pdf", "pdf", source.metadata.url, source.metadata.licence)
    release = Release("release", inserted(lang or "fr", ATTRIBUTE), source=ref)
    draft = Draft(release, found.flow, titles=(named,) if named else ())
    return Drafted(Result(draft, found.notices, found.dropped), SourceText(found.sheet.text, "utf-8", "text"), source)


def _by_places(found: Sequence[PdfLine]) -> ReadPages:
    """The text by where its lines stand."""
    sheet = Sheet()
    stretches = [sheet.add(row.text + "\n")[:-1] for row in found]
    running = _running(found)
    dropped = tuple(Dropped(stretches[at], MARGIN) for at in sorted(running))
    kept = [(row, stretches[at]) for at, row in enumerate(found) if at not in running]
    words = frozenset(WORD.findall(sheet.text))
    notices: list[Notice] = []
    flow = tuple(_lines(kept, words, sheet, notices))
    return ReadPages(flow, dropped, tuple(notices), sheet)


# -- heads and feet of pages ------------------------------------------------------------------------------


def _running(found: Sequence[PdfLine]) -> frozenset[int]:
    """The lines at the edges of pages that stand on most of them, or that only number them."""
    edges = [at for at, row in enumerate(found) if _at_edge(row)]
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


def _lines(
    kept: Sequence[tuple[PdfLine, Traced]], words: frozenset[str], sheet: Sheet, notices: list[Notice]
) -> Iterator[Line]:
    levels = _levels([row for row, _ in kept])
    edges = _right_edges([row for row, _ in kept])
    group: list[tuple[PdfLine, Traced]] = []
    for row, text in kept:
        if group and not _goes_on(group[-1][0], row, edges, _size(row) in levels):
            yield _line(group, words, sheet, levels, notices)
            group = []
        group.append((row, text))
    if group:
        yield _line(group, words, sheet, levels, notices)


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
            beside = (other.right for other in page if abs(other.left - row.left) < 2 * row.size)
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
    return Line(tidy(_with_links(text, links)), first, last, gap=1, level=levels.get(_size(group[0][0]), 0))


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
