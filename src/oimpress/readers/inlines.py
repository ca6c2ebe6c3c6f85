"""Text with markup as paragraphs hold it: white space as a browser shows it, no stray characters, NFC."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never
from unicodedata import is_normalized

from oimpress.model.draft import Line, nested, placed
from oimpress.model.nodes import (
    Aside,
    Block,
    Blocks,
    Break,
    Figure,
    Inline,
    Inlines,
    List,
    Note,
    Para,
    Quote,
    Section,
    Table,
    Text,
)
from oimpress.model.runs import apply, flatten, inlines, strip
from oimpress.model.traced import Edit, Traced, made
from oimpress.readers.text import NAMES, UNWANTED, composed

SPACE, MARKUP, ATTRIBUTE = "R013", "R019", "R014"
# What CSS collapses (CSS Text 3, 4.1), and the line ends of Unicode, which no paragraph may hold.
BLANK = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
SPARE = re.compile("(?<= ) +| +(?=\n)|(?<=\n) +")


def tidy(parts: Iterable[Inline | str]) -> Inlines:
    """``parts`` in normal form: one space for each stretch of white space, none at the ends or at a line break."""
    children = _one_by_one(inlines(*parts), _spaced)
    for find in (_unwanted, _composed, _spare):
        run = str(flatten(children))
        children = apply(children, find(run))
    return placed(strip(children), MARKUP)


def plain(text: str, at: int) -> Traced:
    """``text`` of an attribute that stands at source offset ``at``, in the same form."""
    children = tidy([made(text, ATTRIBUTE, at)])
    return made(str(flatten(children)), ATTRIBUTE, at)


def _spaced(text: str) -> str:
    edits = [
        Edit(SPACE, blank.start(), blank.end(), blank[0], " ") for blank in BLANK.finditer(text) if blank[0] != " "
    ]
    return text.edited(edits) if edits and isinstance(text, Traced) else text


def _one_by_one(children: Inlines, change: Callable[[str], str]) -> Inlines:
    """``children`` with every stretch of text changed; a line feed is then always a Break's."""
    return tuple(
        Text(change(child.value))
        if isinstance(child, Text)
        else child
        if isinstance(child, Break)
        else replace(child, children=_one_by_one(child.children, change))
        for child in children
    )


def _unwanted(run: str) -> list[Edit]:
    return [Edit(NAMES.get(bad[0][0], "R004"), bad.start(), bad.end(), bad[0], "") for bad in UNWANTED.finditer(run)]


def _composed(run: str) -> list[Edit]:
    """Edits to NFC, line by line, so that none of them swallows a break."""
    if is_normalized("NFC", run):
        return []
    found: list[Edit] = []
    at = 0
    for line in run.split("\n"):
        found += (Edit(e.rule, e.start + at, e.end + at, e.before, e.after) for e in composed(line))
        at += len(line) + 1
    return found


def _spare(run: str) -> list[Edit]:
    return [Edit(SPACE, spare.start(), spare.end(), spare[0], "") for spare in SPARE.finditer(run)]


def marker(label: str) -> str:
    """The label of a list's first item, as an attribute says it."""
    return made(label, ATTRIBUTE) if label else ""


def gathered(flow: Iterable[Line | Block]) -> Blocks:
    """The flow as settled blocks: lines are paragraphs, headings hold what follows them."""
    return nested(
        (item.level, Section(item.children, ()) if item.level else Para(item.children))
        if isinstance(item, Line)
        else (0, item)
        for item in flow
    )


def paragraphs(blocks: Blocks) -> Iterator[Inlines]:
    """The runs of ``blocks`` in the order of reading."""
    for block in blocks:
        match block:
            case Para(children) | Note(children):
                yield children
            case Section(heading, inner):
                yield from filter(None, (heading, *paragraphs(inner)))
            case List(items):
                yield from (run for item in items for run in paragraphs(item.blocks))
            case Quote(inner, attribution):
                yield from filter(None, (*paragraphs(inner), attribution))
            case Aside(inner, _, heading, attribution):
                yield from filter(None, (heading, *paragraphs(inner), attribution))
            case Table(rows):
                yield from (cell.children for row in rows for cell in row.cells if cell.children)
            case Figure(_, _, caption, credit):
                yield from filter(None, (caption, credit))
            case _:
                assert_never(block)


def one_run(runs: Iterable[Inlines]) -> Inlines:
    """``runs`` as one, a break between each two."""
    parts = [part for run in runs for part in (Break(), *run)]
    return inlines(*parts[1:])
