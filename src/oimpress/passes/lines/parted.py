"""Texts that part all their paragraphs by blank lines: no other line end in them is the end of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from oimpress.knowledge.languages import ends_in_small_word
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Line
from oimpress.passes.lines.columns import in_columns
from oimpress.passes.lines.labels import OPENER, label_of
from oimpress.passes.lines.limits import (
    FEWEST_FILLED,
    FEWEST_STRETCHES,
    FULL_SHARE,
    LEAST_ROOM,
    LEAST_WIDTH,
    LONGEST_WRAPPED,
    MOST_ENDED,
    SHORT_SHARE,
)
from oimpress.patterns import lazy

START = lazy(r"\s*[A-ZÀ-ÞŒ«“\"]")


def inner_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that go on from the one above; none where blank lines do not part all paragraphs."""
    stretches = list(_stretches(lines))
    prose = [each for each in stretches if _is_prose(each)]
    breaks = [(line, below, max(map(_size, each))) for each in prose for line, below in pairwise(each)]
    ended = sum(ends_clause(line.plain) and _size(line) < SHORT_SHARE * widest for line, _, widest in breaks)
    unwrapped = any(_size(line) > LONGEST_WRAPPED for line in lines)
    if len(stretches) < FEWEST_STRETCHES or unwrapped or ended > MOST_ENDED * len(breaks) or _are_filled(breaks):
        return frozenset()
    return frozenset(below.number for line, below, widest in breaks if not _heads(line, below, widest))


def _are_filled(breaks: Sequence[tuple[Line, Line, int]]) -> bool:
    """Whether a program filled the lines, and one ends a sentence where the next word had room: paragraphs end there.

    The widths of letters, which a text does not show, leave a little room anywhere.
    """
    roomy = [
        ends_clause(line.plain)
        for line, below, widest in breaks
        if not _heads(line, below, widest)
        and _size(line) + 1 + len(below.plain.split(maxsplit=1)[0]) + LEAST_ROOM <= widest
    ]
    return any(roomy) and all(roomy) and len(breaks) >= FEWEST_FILLED


def _stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between blank lines."""
    stretch: list[Line] = []
    for line in lines:
        if stretch and line.gap:
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _size(line: Line) -> int:
    return len(line.plain.strip())


def _is_prose(stretch: Sequence[Line]) -> bool:
    """Whether a stretch of lines is one text, not a list, a table, an address or lines too long to be wrapped."""
    if len(stretch) < 2 or not ends_clause(stretch[-1].plain):
        return False
    widest = max(map(_size, stretch))
    full = sum(_size(line) >= widest / 2 for line in stretch[:-1])
    odd = any(map(_is_its_own, stretch))
    return LEAST_WIDTH <= widest <= LONGEST_WRAPPED and full >= FULL_SHARE * (len(stretch) - 1) and not odd


def _is_its_own(line: Line) -> bool:
    begins = OPENER.match(line.plain) or label_of(line)
    return bool(begins or line.marks or line.tag or line.level) or in_columns(line)


def _heads(line: Line, below: Line, widest: int) -> bool:
    """Whether a line stands above its text like a heading, with room behind it, or leads to it by a colon."""
    text = line.plain.rstrip()
    word = below.plain.split(maxsplit=1)[0]
    open_ended = ends_clause(text) or text.endswith(",") or ends_in_small_word(text)
    room = _size(line) + 1 + len(word) <= widest
    return bool(START.match(below.plain)) and (text.endswith(":") or (room and not open_ended))
