"""Lines of plain text: broken at U+0020 alone, so that no-break spaces keep together what they bind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from oimpress.knowledge.addresses import MAILTO
from oimpress.model.nodes import (
    Anchor,
    Break,
    Call,
    Code,
    Emphasis,
    Foreign,
    Inlines,
    Link,
    Strong,
    Superscript,
    Text,
    Web,
)
from oimpress.model.runs import plain
from oimpress.writers.noted import call_mark
from oimpress.writers.page.markup import safe_href
from oimpress.writers.plain.flowed import columns
from oimpress.writers.tabular import Layout

GAP = "  "


def wrapped(paragraph: str, width: int) -> Iterator[str]:
    """The lines of one paragraph; a line feed in it is kept, a word longer than ``width`` columns stays whole."""
    for part in paragraph.split("\n"):
        line: list[str] = []
        taken = 0  # columns of the line
        for word in filter(None, part.split(" ")):
            size = columns(word)
            if line and taken + 1 + size > width:
                yield " ".join(line)
                line, taken = [], 0
            taken += size + bool(line)
            line.append(word)
        yield " ".join(line)


def hanging(label: str, body: Iterable[str], further: str | None = None) -> Iterator[str]:
    """``body`` behind ``label``; from the second line on behind ``further``, by default as many blanks."""
    behind = " " * columns(label) if further is None else further
    for number, line in enumerate(body):
        yield (behind if number else label) + line if line else (behind if number else label).rstrip(" ")


def underlined(heading: str, width: int, mark: str) -> Iterator[str]:
    """A heading with a rule of ``mark`` as long as its longest line."""
    lines = list(wrapped(heading, width))
    yield from lines
    yield mark * min(max(map(columns, lines), default=0), width)


def apart(parts: Iterable[Iterable[str]]) -> Iterator[str]:
    """The parts with an empty line between them; empty parts leave none."""
    first = True
    for part in map(list, parts):
        if part:
            yield from part if first else ("", *part)
            first = False


def padded(words: str, width: int, right: bool = False) -> str:
    """``words`` filled with blanks up to ``width`` columns, before them where they stand at the ``right``."""
    blanks = " " * (width - columns(words))
    return blanks + words if right else words + blanks


def grid(table: Layout, width: int) -> Iterator[str]:
    """Rows in aligned columns, figures at their right; where they are too wide for that, a list of the rows."""
    rows = cells(table)
    widths = [max(columns(row[at]) for row in rows) for at in range(table.grid.width)]
    fits = sum(widths) + len(GAP) * (len(widths) - 1) <= width
    for number, row in enumerate(rows):
        if fits:
            yield GAP.join(map(padded, row, widths, table.figures)).rstrip(" ")
        else:
            yield from hanging("- ", wrapped(" | ".join(filter(None, row)), width - 2))
        if fits and number == table.grid.heads - 1:
            yield GAP.join("-" * size for size in widths)


def cells(table: Layout) -> list[list[str]]:
    """The words of each row, one for each column: a cell that covers several stands in its first.

    Behind a number stand as many blanks as it has places less than others of its column.
    """
    rows = [[""] * table.grid.width for _ in table.grid.rows]
    for row, places in zip(rows, table.grid.rows, strict=True):
        for place in places:
            words = with_addresses(place.cell.children).replace("\n", " ")
            row[place.column] = words + " " * len(table.lacking(place))
    return rows


def with_addresses(children: Inlines, linked: bool = False) -> str:
    """The run of ``children``, with the address of each link behind its words; one in a link (``linked``) has none."""
    return "".join(_inline(children, linked))


def web_line(web: Web) -> str:
    """The page as shown, and its address where that is another."""
    bare = str(web.href).partition("://")[2].rstrip("/")
    shown = {bare, bare.removeprefix("www.")}
    same = str(web.text).partition("://")[2] or str(web.text)
    return str(web.text) if same.rstrip("/") in shown else with_addresses((Link(web.href, (Text(str(web.text)),)),))


def _inline(children: Inlines, linked: bool) -> Iterator[str]:
    for child in children:
        match child:
            case Text(value):
                yield str(value)
            case Break():
                yield "\n"
            case Link(href, inner):
                target = "" if linked else safe_href(href).removeprefix(MAILTO)
                words = with_addresses(inner, linked or bool(target))
                yield f"{words} <{target}>" if target and target not in (words, f"{words}/") else words
            case Call(_, inner):
                yield call_mark(plain(inner))
            case (
                Emphasis(inner)
                | Strong(inner)
                | Foreign(_, inner)
                | Superscript(inner)
                | Code(inner)
                | Anchor(_, inner)
            ):
                yield with_addresses(inner, linked)
            case _:
                assert_never(child)
