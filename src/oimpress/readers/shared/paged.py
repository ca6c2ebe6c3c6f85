"""Pages of a text, as form feeds part them: running heads and feet, page numbers, sentences that go on overleaf."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Line
from oimpress.notices import Dropped
from oimpress.patterns import lazy

RUNNING = "L011"
DEEP = 3  # lines at the head and at the foot of a page that may run
FOLIO = lazy(r"[-–—\s]*+(?:page|p\.)?\s*+\d{1,3}\s*+(?:(?:/|sur|of|de)\s*+\d{1,3})?[-–—\s]*", 2)
# « Page 1 sur 2 », « Communiqué – page 1/2 », « Communiqué        1/2 »: behind words the number stands far off.
COUNTED = lazy(
    r"(?P<words>|.*?(?:[-–—|·•]\s*(?=p)|(?<!\s)\s{3,}+|\t\s*+))[-–—\s]*+(?P<said>page|p\.)?\s*+"
    r"(?P<page>\d{1,3})\s*(?:/|sur|of|de)\s*(?P<count>\d{1,3})[-–—.\s]*",
    2,
)
SMALL = lazy(r"\s*[a-zà-öø-ÿœ]")


def without_running(lines: Sequence[Line], text: str) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines of a text in pages without what only its pages have, and that. Rule L011.

    A text without form feeds has the pages that their feet count. What goes on overleaf has no blank line before it.
    """
    feeds = [at for at, char in enumerate(text) if char == "\f"] if "\f" in text else []
    if not feeds:
        return _without_counted(lines)
    pages: list[list[Line]] = [[] for _ in range(len(feeds) + 1)]
    for line in lines:
        pages[bisect_right(feeds, max(line.text.start, 0))].append(line)
    running = set(_running([page for page in pages if page]))
    kept = [[line for line in page if line.number not in running] for page in pages]
    gone = tuple(Dropped(line.text, RUNNING) for line in lines if line.number in running)
    return tuple(_overleaf(kept)), gone


def _without_counted(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines without those that count the pages, « Page 1 sur 2 », and what stands alike beside each of these."""
    counted = set(_counting(lines))
    if not counted:
        return tuple(lines), ()
    counted |= set(_beside(lines, sorted(counted)))
    pages: list[list[Line]] = [[]]
    for at, line in enumerate(lines):
        if at not in counted:
            pages[-1].append(line)
        elif pages[-1]:
            pages.append([])
    gone = tuple(Dropped(lines[at].text, RUNNING) for at in sorted(counted))
    return tuple(_overleaf([page for page in pages if page])), gone


def _counting(lines: Sequence[Line]) -> Iterator[int]:
    """The positions of lines that say their page of how many: by that word, or one after the other from the first."""
    found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        foot = COUNTED.fullmatch(line.plain) if line.plain.rstrip(" .–—-")[-1:].isdigit() else None
        if foot and 0 < int(foot["page"]) <= int(foot["count"]):
            if foot["said"]:
                yield at
            found[" ".join(foot["words"].split()), foot["count"]].append((at, int(foot["page"])))
    for feet in found.values():
        if len(feet) > 1 and [page for _, page in feet] == list(range(1, len(feet) + 1)):
            yield from (at for at, _ in feet)


def _beside(lines: Sequence[Line], counted: Sequence[int]) -> Iterator[int]:
    """The positions of lines right above or below each of the ``counted`` ones, where they all say the same."""
    for step in (-1, 1):
        around = [at + step for at in counted if 0 <= at + step < len(lines)]
        if len(around) == len(counted) > 1 and len({_shape(lines[at]) for at in around}) == 1:
            yield from around


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
