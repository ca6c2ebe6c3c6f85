"""Words that a program divided at the end of a line: whole again where the form without the hyphen is the word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from oimpress.knowledge.lexicon import words
from oimpress.model.draft import Line
from oimpress.passes.lines.wrapping import CUT_WORD, ends_in
from oimpress.patterns import lazy

DIVIDED = "L010"
FIRST, SECOND = lazy(r"(?<![\w-])([^\W\d_]{2,})-\s*$"), lazy(r"\s*([^\W\d_]+)(?!-\w)")
WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def divided(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines whose last word goes on in the next line and has no hyphen of its own."""
    cut = [(line, below) for line, below in pairwise(lines) if ends_in(CUT_WORD, line.plain)]
    known = _vocabulary(lines) if cut else frozenset()
    return frozenset(line.number for line, below in cut if _is_divided(line.plain, below.plain, known))


def _vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """The words that stand whole in ``lines``, compounds with their hyphens."""
    return frozenset(word.casefold() for line in lines for word in WORD.findall(line.plain))


def _is_divided(above: str, below: str, known: AbstractSet[str]) -> bool:
    """Whether the text has the word whole elsewhere, or its second half is the end of words and no word."""
    first, second = FIRST.search(above), SECOND.match(below)
    if not first or not second or not second[1].islower():
        return False
    start, end = first[1].casefold(), second[1]
    if f"{start}-{end}" in known:
        return False
    return f"{start}{end}" in known or end in words("word-endings")
