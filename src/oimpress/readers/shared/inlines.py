"""Text with markup as paragraphs hold it: white space as a browser shows it, no stray characters, NFC."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never
from unicodedata import is_normalized

from oimpress.knowledge.addresses import has_mail
from oimpress.knowledge.garbled import MOJIBAKE, MOST_DECODINGS, restored
from oimpress.knowledge.phones import MANY_DIGITS
from oimpress.knowledge.sentences import MARKS, last_mark
from oimpress.model.draft import Line, nested, put_by
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
    Preformatted,
    Quote,
    Section,
    Strong,
    Table,
    Text,
)
from oimpress.model.runs import apply, cut, flatten, inlines, length, strip
from oimpress.model.traced import Edit, Traced, inserted
from oimpress.patterns import lazy
from oimpress.readers.shared.characters import composed, unwanted
from oimpress.readers.shared.tree import Sheet

SPACE, MARKUP, ATTRIBUTE, READING = "R013", "R019", "R014", "R087"
# What CSS collapses (CSS Text 3, 4.1), and the line ends of Unicode, which no paragraph may hold.
BLANK = lazy("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
BREAKS, CARD_BREAK = re.compile("\n{2,}"), re.compile("\n+")
# An address or a number on a line of its own: the lines of a card, which passes read one by one.
CARD = lazy(rf"\n[^\n]{{0,40}}{MANY_DIGITS.pattern}")
LONGEST_HEADING = 260
BOLD, NONE = frozenset({"bold"}), frozenset[str]()
TAB, LINE_END = re.compile("\t"), re.compile("\r\n|[\n\r]")
SPARE = lazy("(?<= ) +| +(?=\n)|(?<=\n) +")


def tidy(parts: Iterable[Inline | str]) -> Inlines:
    """``parts`` in normal form: one space for each stretch of white space, none at the ends or at a line break."""
    children = _one_by_one(inlines(*parts), _spaced)
    garbled = not MOJIBAKE.isdisjoint(str(flatten(children)))
    for find in (*(restored,) * (MOST_DECODINGS if garbled else 0), unwanted, _composed, _spare):
        run = str(flatten(children))
        children = apply(children, list(find(run)))
    return put_by(strip(children), MARKUP)


def lines(children: Inlines, sheet: Sheet, level: int = 0) -> Iterator[Line]:
    """A paragraph as one line, or as several: two breaks in a row part paragraphs, and so does each break of a card.

    Bold from end to end is how a line without a full stop says that it is a heading; the bold itself goes.
    """
    run = str(flatten(children))
    at = 0
    for end in (*(CARD_BREAK if has_mail(run) or CARD.search(run) else BREAKS).finditer(run), None):
        part = strip(cut(children, at, end.start() if end else len(run)))
        at = end.end() if end else len(run)
        text = flatten(part)
        if isinstance(text, Traced) and text.start >= 0:
            first, last = sheet.line(text.start), sheet.line(max(text.end - 1, text.start))
            bare = _unemboldened(part)
            marks = BOLD if bare is not part else NONE
            yield Line(bare, first, max(first, last), gap=1, level=level, marks=marks)


def may_head(bold: Inlines) -> bool:
    """Whether words that are bold from end to end are as few as those of a heading, and end without a full stop."""
    return length(bold) <= LONGEST_HEADING and last_mark(str(flatten(bold))) not in MARKS


def _unemboldened(children: Inlines) -> Inlines:
    match children:
        case (Strong(inner),) if may_head(inner):
            return inner
        case _:
            return children


def attribute_text(text: str, at: int) -> Traced:
    """``text`` of an attribute that stands at source offset ``at``, in the same form."""
    children = tidy([inserted(text, ATTRIBUTE, at)])
    return inserted(str(flatten(children)), ATTRIBUTE, at)


def verbatim(parts: Iterable[Inline | str]) -> Inlines:
    """``parts`` of text whose lines and spaces are meant, in normal form: a tab is so many spaces."""
    children = inlines(*(piece for part in inlines(*parts) for piece in _lined(part)))
    for find in (_untabbed, unwanted, _composed):
        children = apply(children, list(find(str(flatten(children)))))
    while children and isinstance(children[-1], Break):
        children = children[:-1]
    return put_by(children, MARKUP)


def _lined(part: Inline) -> Iterator[Inline]:
    """A break for each line end."""
    match part:
        case Text(value):
            at = 0
            for end in LINE_END.finditer(value):
                yield from (Text(value[at : end.start()]), Break())
                at = end.end()
            yield Text(value[at:])
        case Break():
            yield part
        case _:
            yield replace(part, children=inlines(*(piece for child in part.children for piece in _lined(child))))


def _untabbed(run: str) -> list[Edit]:
    return [Edit(SPACE, at.start(), at.end(), at[0], "    ") for at in TAB.finditer(run)]


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
    return inserted(label, ATTRIBUTE) if label else ""


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
            case Para(children) | Note(children) | Preformatted(children):
                yield children
            case Section(heading, inner):
                yield from filter(None, (heading, *paragraphs(inner)))
            case List(items):
                yield from (run for item in items for run in paragraphs(item.blocks))
            case Quote(inner, attribution):
                yield from filter(None, (*paragraphs(inner), attribution))
            case Aside(inner, _, heading, attribution):
                yield from filter(None, (heading, *paragraphs(inner), attribution))
            case Table(rows, caption):
                yield from filter(None, (caption, *(cell.children for row in rows for cell in row.cells)))
            case Figure(_, _, caption, credit):
                yield from filter(None, (caption, credit))
            case _:
                assert_never(block)


def one_run(runs: Iterable[Inlines]) -> Inlines:
    """``runs`` as one, a break between each two."""
    parts = [part for run in runs for part in (Break(), *run)]
    return inlines(*parts[1:])


def differs(one: str, other: str) -> bool:
    """Whether two tags name different languages; regions do not count."""
    return one.partition("-")[0].lower() != other.partition("-")[0].lower()
