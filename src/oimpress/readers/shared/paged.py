"""Pages of a text, as form feeds part them: running heads and feet, page numbers, sentences that go on overleaf."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Line
from oimpress.notices import Dropped
from oimpress.patterns import lazy

RUNNING = "L011"
DEEP = 3  # lines at the head and at the foot of a page that may run
FOLIO = lazy(r"[-–—\s]*(?:page|p\.)?\s*\d{1,3}\s*(?:(?:/|sur|of|de)\s*\d{1,3})?[-–—\s]*", 2)
SMALL = lazy(r"\s*[a-zà-öø-ÿœ]")


def without_running(lines: Sequence[Line], text: str) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines of a text in pages without what only its pages have, and that. Rule L011.

    A text without form feeds has no pages. What goes on overleaf has no blank line before it.
    """
    feeds = [at for at, char in enumerate(text) if char == "\f"] if "\f" in text else []
    if not feeds:
        return tuple(lines), ()
    pages: list[list[Line]] = [[] for _ in range(len(feeds) + 1)]
    for line in lines:
        pages[bisect_right(feeds, max(line.text.start, 0))].append(line)
    running = set(_running([page for page in pages if page]))
    kept = [[line for line in page if line.number not in running] for page in pages]
    gone = tuple(Dropped(line.text, RUNNING) for line in lines if line.number in running)
    return tuple(_overleaf(kept)), gone


def _running(pages: Sequence[Sequence[Line]]) -> Iterator[int]:
    """The numbers of the lines at the ends of pages that are page numbers, or stand on several pages alike."""
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in _ends(page)})
    for page in pages:
        for line in _ends(page):
            if FOLIO.fullmatch(line.plain) or shapes[_shape(line)] > len(pages) / 2 >= 1:
                yield line.number


def _ends(page: Sequence[Line]) -> list[Line]:
    return [*page[:DEEP], *page[max(len(page) - DEEP, DEEP) :]]


def _shape(line: Line) -> str:
    """The words of a line, any number in them the same."""
    return " ".join("".join("0" if char.isdigit() else char for char in line.plain).split())


def _overleaf(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """The lines of all pages; the first of a page goes on from the last of the one before, or is apart from it."""
    last: Line | None = None
    for page in pages:
        for at, line in enumerate(page):
            if at or last is None:
                yield line
            else:
                goes_on = not ends_clause(last.plain) and SMALL.match(line.plain)
                yield replace(line, gap=0 if goes_on else max(line.gap, 1))
            last = line
