"""How a document's lines were wrapped, worked out from the lines themselves.

Releases of 2004-2012 were pretty-printed by HTML Tidy at its default of 68 columns, counted on the entity-encoded
source (``é`` is ``&eacute;``, eight columns); their visible width varies. Other wrappers count visible columns. A
wrapper breaks a line only when the next word does not fit: where it would have fitted, somebody ended a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from html.entities import codepoint2name
from itertools import pairwise

from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Line
from oimpress.passes.lines.labels import DETAILS_ALONE, OPENER
from oimpress.passes.lines.limits import (
    BROKEN_SHARE,
    LEAST_BROKEN,
    LEAST_EXPLAINED,
    LINE_TAIL,
    LONGEST_WRAPPED,
    OVERLONG,
    SHORTEST_WRAPPED,
    TIDY_WIDTH,
)
from oimpress.patterns import lazy
from oimpress.records import record

HALF_STOP = lazy(r"[:;]\s*$")
CONTINUES = lazy(r"\s*(?:[a-zà-öø-ÿœ]|\d(?!\d?[.)][\s\u00a0])|[»;:!?,)%€])")  # "2. " is a list's label
ENCODED = lazy(r"[^\x00-\x25\x27-\x7f]")  # what HTML writes as an entity: "&" and all beyond ASCII
CUT_WORD = lazy(r"[^\W\d_][-\u2010]\s*$")


def ends_in(pattern: re.Pattern[str], text: str) -> bool:
    """Whether ``text`` ends in what ``pattern``, which is bound to the end, wants."""
    return pattern.search(text, max(len(text.rstrip()) - LINE_TAIL, 0)) is not None


def ends_in_cut_word(text: str) -> bool:
    """Whether ``text`` ends with a hyphen behind a letter."""
    return text.rstrip().endswith(("-", "\u2010")) and ends_in(CUT_WORD, text)


@lru_cache(maxsize=256)
def encoded(text: str) -> int:
    """Columns of ``text`` in HTML with named entities, as Tidy writes it."""
    return len(text) + sum(map(_extra, ENCODED.findall(text)))


@cache
def _extra(char: str) -> int:
    """How many columns more than one a character takes as an entity: ``&eacute;``, ``&#339;``."""
    return len(codepoint2name.get(ord(char), f"#{ord(char)}")) + 1


@record
class Wrapper:
    """A way of counting columns, the most that a line got, and the columns of the tags around a paragraph.

    ``at_hyphens`` says that it also broke lines after a hyphen, ``ragged`` that lines end wherever somebody ended them.
    """

    measure: Callable[[str], int]
    width: int
    opening: int = 0
    closing: int = 0
    at_hyphens: bool = False
    ragged: bool = False

    def columns(self, line: Line) -> int:
        """Columns of ``line``, with what a broken tag took of them."""
        return line.tag + self.measure(line.plain.strip())

    def overlong(self, line: Line) -> bool:
        """Whether ``line`` is far longer than this wrapper lets a line become."""
        return self.measure(line.plain.strip()) > OVERLONG * self.width

    def room(self, line: Line, below: Line, opening: bool) -> bool:
        """Whether the first word of ``below`` had room after ``line``, which may have begun with an opening tag."""
        word, _, more = below.plain.strip().partition(" ")  # no wrapper breaks at a no-break space
        if self.at_hyphens and "-" in word[1:-1]:
            word = word[: word.index("-", 1) + 1]
        used = self.columns(line) + (self.opening if opening else 0) + (0 if more else self.closing)
        return used + 1 + below.tag + self.measure(word) <= self.width

    def can_end(self, line: Line, opening: bool) -> bool:
        """Whether the tag that closes a paragraph had room after ``line``."""
        return self.columns(line) + self.closing + (self.opening if opening else 0) <= self.width

    def must_begin(self, line: Line, below: Line) -> bool:
        """Whether ``line``, whose sentence goes on in ``below``, is too short but for an opening tag before it."""
        return continues(line, below) and self.room(line, below, False) and not self.room(line, below, True)

    def can_begin(self, line: Line) -> bool:
        """Whether an opening tag had room before ``line``."""
        return self.columns(line) + self.opening <= self.width

    def misfits(self, lines: Sequence[Line]) -> int:
        """How many lines of a paragraph would come out otherwise, were it wrapped again: 0 proves the joining right.

        A greedy wrapper gives these lines if, and only if, none is too long and no next word had room.
        """
        early = sum(self.room(line, below, at == 0) for at, (line, below) in enumerate(pairwise(lines)))
        ends = [self.opening, *([0] * (len(lines) - 2)), self.closing]
        return early + sum(self.columns(line) + end > self.width for line, end in zip(lines, ends, strict=False))


def continues(line: Line, below: Line) -> bool:
    """Whether the sentence of ``line`` goes on in ``below``, by their characters alone."""
    goes_on = CONTINUES.match(below.plain) and not (OPENER.match(below.plain) or DETAILS_ALONE.match(below.plain))
    return not below.gap and not ends_clause(line.plain) and bool(goes_on)


def detect(lines: Sequence[Line]) -> Wrapper | None:
    """The wrapper that made these lines, or None when they were not wrapped. Items and hours say nothing of it."""
    pairs = [
        (a, b)
        for a, b in pairwise(lines)
        if SHORTEST_WRAPPED < len(a.text) <= LONGEST_WRAPPED and not OPENER.match(b.plain)
    ]
    broken = [(a, b) for a, b in pairs if continues(a, b) and not (a.tag or b.tag)]
    if len(broken) < LEAST_BROKEN or len(broken) < len(pairs) * BROKEN_SHARE:
        return None
    tidy = Wrapper(encoded, TIDY_WIDTH, len("<p>"), len("</p>"))
    sizes = [len(line.plain.strip()) for line, _ in broken]
    visible = Wrapper(len, max(sizes), at_hyphens=any(ends_in_cut_word(line.plain) for line, _ in broken))
    best = max((tidy, visible), key=lambda wrapper: _explained(wrapper, broken))
    return replace(best, ragged=_explained(best, broken) < LEAST_EXPLAINED)


def _explained(wrapper: Wrapper, broken: Sequence[tuple[Line, Line]]) -> float:
    """The share of the breaks in mid-sentence that the wrapper had to make."""
    made = sum(wrapper.columns(a) <= wrapper.width and not wrapper.room(a, b, False) for a, b in broken)
    return made / len(broken)
