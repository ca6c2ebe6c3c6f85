"""Tables that are drawn with signs: by columns under dashes, and as grids. Source: pandoc's manual, « Tables »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from oimpress.patterns import lazy

DASHES = lazy(r" {0,3}-{2,}(?: +-{2,})+ *$")  # one stretch over each column
LINE = lazy(r" {0,3}-{10,} *$")
BORDER = lazy(r" {0,3}\+(?:[-=:]{2,}\+)+ *$")
STRETCH = lazy(r"-+")
FARTHEST = 12  # lines of a head
LONGEST = 500  # lines of a table

DrawnRow: TypeAlias = list[str]


class DrawnTable(NamedTuple):
    """A table in a text: its head where it has one, its rows, how its columns are set, and where it ends."""

    head: DrawnRow
    rows: list[DrawnRow]
    aligned: list[str]
    end: int


def with_tables(lines: list[str]) -> Iterator[str]:
    """``lines`` with drawn tables as HTML, in which cells are Markdown still."""
    at, above = 0, list[str]()  # lines that may be a head
    while at < len(lines):
        found = _grid(lines, at) or _columns(lines, at, above)
        if found is None:
            above = [lines[at]] if lines[at].strip() else []
            if not _is_head(lines, at):
                yield lines[at]
            at += 1
        else:
            yield from _html(found)
            at, above = found.end, []


def _is_head(lines: Sequence[str], at: int) -> bool:
    """Whether the next line draws the columns of which this one, with an empty one above it, is the head."""
    alone = bool(lines[at].strip()) and not (at and lines[at - 1].strip())
    return alone and at + 2 < len(lines) and bool(DASHES.match(lines[at + 1])) and bool(lines[at + 2].strip())


def _columns(lines: Sequence[str], at: int, above: list[str]) -> DrawnTable | None:
    """A table whose columns stand under dashes; between lines of dashes each row may have several lines."""
    if LINE.match(lines[at]):
        begin = next((n for n in range(at + 1, min(at + FARTHEST, len(lines))) if DASHES.match(lines[n])), 0)
        below = range(begin + 1, min(begin + LONGEST, len(lines))) if begin else ()
        end = next((row for row in below if LINE.match(lines[row])), 0)
        if not end:
            return None
        return _drawing(lines[begin], lines[at + 1 : begin], _parted(lines[begin + 1 : end]), end + 1)
    if not DASHES.match(lines[at]) or at + 1 >= len(lines) or not lines[at + 1].strip():
        return None
    if above and _is_head(lines, at - 1):
        end = next((n for n in range(at + 1, len(lines)) if not lines[n].strip() or DASHES.match(lines[n])), len(lines))
        closed = end < len(lines) and bool(DASHES.match(lines[end]))
        return _drawing(lines[at], above, [[line] for line in lines[at + 1 : end]], end + closed)
    end = 0 if above else _same_below(lines, at)
    rows = lines[at + 1 : end]
    parted = _parted(rows) if "" in map(str.strip, rows) else [[row] for row in rows]
    return _drawing(lines[at], [], parted, end + 1) if end else None


def _same_below(lines: Sequence[str], at: int) -> int:
    """Where a table without a head ends: at the same dashes again; 0 where there are none."""
    return next((row for row in range(at + 1, min(at + LONGEST, len(lines))) if lines[row] == lines[at]), 0)


def _parted(lines: Sequence[str]) -> list[list[str]]:
    """Rows that empty lines part."""
    rows: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            rows[-1].append(line)
        elif rows[-1]:
            rows.append([])
    return [row for row in rows if row]


def _drawing(dashes: str, head: Sequence[str], rows: Sequence[Sequence[str]], end: int) -> DrawnTable:
    spans = [found.span() for found in STRETCH.finditer(dashes)]
    aligned = [_aligned(head, span) for span in spans]
    starts = [start for start, _ in spans]
    return DrawnTable(_cells(head, starts) if head else [], [_cells(row, starts) for row in rows], aligned, end)


def _cells(lines: Sequence[str], starts: Sequence[int]) -> DrawnRow:
    """What ``lines`` have under each stretch; a word that a column cuts stands where it begins."""
    edges = [0, *starts[1:], None]
    return [" ".join(line[begin:end].strip() for line in lines).strip() for begin, end in pairwise(edges)]


def _aligned(head: Sequence[str], span: tuple[int, int]) -> str:
    """How a column is set: its head stands at the left end of the dashes, at the right one, or at neither."""
    words = head[0][slice(*span)] if head else ""
    if not words.strip():
        return ""
    left, right = words[0] != " ", len(words) == span[1] - span[0] and words[-1] != " "
    return "" if left else "right" if right else "center"


def _grid(lines: Sequence[str], at: int) -> DrawnTable | None:
    """A table with borders around each cell; None where cells span others, which stays as it is."""
    border = lines[at]
    if not BORDER.match(border):
        return None
    end = at + 1
    while end < len(lines) and lines[end].lstrip().startswith(("+", "|")):
        end += 1
    posts = [place for place, sign in enumerate(border) if sign == "+"]
    parts: list[tuple[str, list[list[str]]]] = []
    for line in lines[at:end]:
        if BORDER.match(line):
            parts.append((line, []))
        elif len(line) > posts[-1] and all(line[post] == "|" for post in posts):
            parts[-1][1].append([line[left + 1 : right].strip() for left, right in pairwise(posts)])
        else:
            return None
    rows = [[" ".join(filter(None, cell)) for cell in zip(*rows, strict=True)] for _, rows in parts if rows]
    headed = any("=" in line for line, _ in parts[1:2])
    return DrawnTable(rows[0] if headed else [], rows[headed:], [""] * (len(posts) - 1), end) if rows else None


def _html(found: DrawnTable) -> Iterator[str]:
    yield "\n<table>"
    for tag, row in (*(("th", found.head),) * bool(found.head), *(("td", row) for row in found.rows)):
        yield "<tr>"
        for cell, aligned in zip(row, found.aligned, strict=True):
            yield f'<{tag} align="{aligned}">' if aligned else f"<{tag}>"
            yield f"\n{cell}\n\n</{tag}>"
        yield "</tr>"
    yield "</table>\n"
