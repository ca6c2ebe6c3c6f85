"""Lines of plain text: broken at U+0020 alone, so that no-break spaces keep together what they bind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from oimpress.model.nodes import Break, Emphasis, Foreign, Inlines, Link, Strong, Superscript, Text, Web
from oimpress.writers.page.markup import safe_href
from oimpress.writers.plain.flowed import columns

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


def padded(words: str, width: int) -> str:
    """``words`` filled with blanks up to ``width`` columns."""
    return words + " " * (width - columns(words))


def grid(rows: Sequence[Sequence[str]], header: bool, width: int) -> Iterator[str]:
    """Rows in aligned columns; where they are too wide for that, a list of the rows."""
    count = max((len(row) for row in rows), default=0)
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(columns(row[at]) for row in full) for at in range(count)]
    fits = sum(widths) + len(GAP) * (count - 1) <= width
    for number, row in enumerate(full):
        if fits:
            yield GAP.join(padded(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip(" ")
        else:
            yield from hanging("- ", wrapped(" | ".join(row), width - 2))
        if fits and header and number == 0:
            yield GAP.join("-" * size for size in widths)


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
                target = "" if linked else safe_href(href).removeprefix("mailto:")
                words = with_addresses(inner, linked or bool(target))
                yield f"{words} <{target}>" if target and target not in (words, f"{words}/") else words
            case Emphasis(inner) | Strong(inner) | Foreign(_, inner) | Superscript(inner):
                yield with_addresses(inner, linked)
            case _:
                assert_never(child)
