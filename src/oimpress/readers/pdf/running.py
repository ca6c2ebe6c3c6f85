"""Heads and feet that the pages of a PDF repeat, and their numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from oimpress.patterns import lazy
from oimpress.readers.pdf.limits import EDGE, TAGGED_EDGE
from oimpress.readers.shared.pdfium import PdfLine

PAGE = r"(?:page|p\.|página|pág\.|seite|pagina)"
NUMBER = lazy(rf"\W*{PAGE}?\s*\d{{1,4}}(?:\s*(?:/|sur|of|de|von)\s*\d{{1,4}})?\W*", re.IGNORECASE)
FIRST = lazy(r"[-–—\s]*1[-–—\s]*")
OF_ONE = lazy(rf"\W*(?:{PAGE}\s*1(?:\s*(?:/|sur|of|de|von)\s*1)?|1\s*(?:/|sur|of|de|von)\s*1)\W*", re.IGNORECASE)

NUMBERED = lazy(rf"\S.{{0,120}}\W{PAGE}\s*1\s*(?:/|sur|of|de|von)\s*1\W*", re.IGNORECASE)  # behind a name, an address

# What browsers print around a page: its address and number below, day and hour with its title above.
PRINTED_BELOW = lazy(r"(?:https?|file)://\S+\s+\d{1,4}/\d{1,4}")
PRINTED_ABOVE = lazy(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}\b.*")


def running_lines(found: Sequence[PdfLine]) -> frozenset[int]:
    """The lines at the edges of pages that stand on most of them, or that only number them.

    A number alone at the very top or foot of its page may stand farther from the edge.
    """
    free = [at for at, row in enumerate(found) if row.cell is None]
    pages = len({row.page for row in found})
    told = Counter(_pattern(found[at]) for at in free if _at_edge(found[at], EDGE))
    outer = _outermost(found)
    printed = _printed(found, outer)
    heads = _repeated(found, outer)
    return frozenset(
        at
        for at in free
        if at in printed
        or at in heads
        or (_at_edge(found[at], EDGE) and pages > 1 and told[_pattern(found[at])] > pages / 2)
        or (_at_edge(found[at], TAGGED_EDGE if at in outer else EDGE) and _numbers(found[at], pages, at in outer))
    )


def _repeated(found: Sequence[PdfLine], outer: frozenset[int]) -> frozenset[int]:
    """The lines as high as the first of their pages that most pages have there, near the head, word for word."""
    pages = len({row.page for row in found})
    heads = (found[at] for at in outer if found[at].bottom > (1 - TAGGED_EDGE) * found[at].height)
    level = {(row.page, round(row.bottom)) for row in heads}
    near = [at for at, row in enumerate(found) if row.cell is None and (row.page, round(row.bottom)) in level]
    told = Counter((found[at].text.strip(), round(found[at].bottom)) for at in near)
    often = (at for at in near if told[found[at].text.strip(), round(found[at].bottom)] > pages / 2)
    return frozenset(often if pages > 1 else ())


def _printed(found: Sequence[PdfLine], outer: frozenset[int]) -> frozenset[int]:
    """The outermost lines that a browser printed: those below, and on their pages those above."""
    below = {at for at in outer if PRINTED_BELOW.fullmatch(found[at].text.strip())}
    pages = {found[at].page for at in below}
    above = (at for at in outer if found[at].page in pages and PRINTED_ABOVE.fullmatch(found[at].text.strip()))
    return frozenset((*below, *above))


def _numbers(row: PdfLine, pages: int, outer: bool) -> bool:
    """Whether a line numbers its page; a number alone is no page's where there is one page, unless it is its first."""
    text = row.text.strip()
    if pages > 1:
        return NUMBER.fullmatch(text) is not None
    return bool(OF_ONE.fullmatch(text) or (outer and (FIRST.fullmatch(text) or NUMBERED.fullmatch(text))))


def _outermost(found: Sequence[PdfLine]) -> frozenset[int]:
    """The highest and the lowest line of each page."""
    highest: dict[int, int] = {}
    lowest: dict[int, int] = {}
    for at, row in enumerate(found):
        if row.top > found[highest.setdefault(row.page, at)].top:
            highest[row.page] = at
        if row.bottom < found[lowest.setdefault(row.page, at)].bottom:
            lowest[row.page] = at
    return frozenset((*highest.values(), *lowest.values()))


def _at_edge(row: PdfLine, edge: float) -> bool:
    return row.bottom > (1 - edge) * row.height or row.top < edge * row.height


def _pattern(row: PdfLine) -> tuple[str, bool]:
    return re.sub(r"\d+", "0", row.text.strip()), row.bottom > row.height / 2
