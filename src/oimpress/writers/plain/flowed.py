"""Lines of a text/plain part in format=flowed (RFC 3676), and tables drawn with them.

Lines break at U+0020 only, so that no-break spaces hold. A soft break leaves its blank at the line's end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from oimpress.records import record

WIDTH = 72
SIGNATURE = "-- "


@record
class FlowedLine:
    """One line as a reader sees it; ``soft`` when its paragraph goes on, ``depth`` its level of quotation."""

    words: str = ""
    soft: bool = False
    depth: int = 0

    def __str__(self) -> str:
        if self.words == SIGNATURE:
            return self.words
        words = self.words.rstrip(" ")
        stuffing = " " if words and (self.depth or words.startswith((" ", ">", "From "))) else ""
        return ">" * self.depth + stuffing + words + (" " if self.soft else "")


def flowed(paragraph: str, indent: int = 0) -> Iterator[FlowedLine]:
    """The lines of one paragraph; a line feed in it is a hard break. Only its first line is indented."""
    for part in paragraph.split("\n"):
        words = [word for word in part.split(" ") if word]
        current, width = " " * indent, indent
        for number, word in enumerate(words):
            size = columns(word)
            if number and width + 1 + size > WIDTH - 1:
                yield FlowedLine(current, soft=True)
                current, width = word, size
            else:
                current += f" {word}" if number else word
                width += size + (number > 0)
        yield FlowedLine(current)


def quoted(lines: Iterable[FlowedLine]) -> Iterator[FlowedLine]:
    """The lines one level of quotation deeper."""
    for line in lines:
        yield replace(line, depth=line.depth + 1)


def table(rows: Sequence[Sequence[str]], heads: int, figures: Sequence[bool]) -> Iterator[FlowedLine]:
    """Rows as aligned columns, ``figures`` at their right; too wide a table becomes a paragraph a row, each cell behind
    its column's name."""
    widths = [max(columns(row[at]) for row in rows) for at in range(len(figures))]
    if sum(widths) + 2 * (len(widths) - 1) > WIDTH:
        yield from _records(rows, heads)
        return
    for number, row in enumerate(rows):
        yield FlowedLine("  ".join(_padded(*each) for each in zip(row, widths, figures, strict=True)))
        if number == heads - 1:
            yield FlowedLine("  ".join("-" * width for width in widths))


def _records(rows: Sequence[Sequence[str]], heads: int) -> Iterator[FlowedLine]:
    names = [" ".join(filter(None, column)) for column in zip(*rows[:heads], strict=True)] or [""] * len(rows[0])
    for row in rows[heads:]:
        cells = (
            f"{name}\u00a0: {cell.strip(' ')}" if name else cell for name, cell in zip(names, row, strict=True) if cell
        )
        yield from flowed("- " + " ; ".join(cells))


def _padded(cell: str, width: int, right: bool) -> str:
    blanks = " " * (width - columns(cell))
    return blanks + cell if right else cell + blanks


def columns(words: str) -> int:
    """Columns ``words`` take in a fixed-width face: none for combining and format characters, two for wide ones."""
    if words.isascii():
        return len(words)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in words)
    return len(words) + wide - sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in words)
