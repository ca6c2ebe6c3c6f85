"""Words that a program divided at the end of a line: whole again where the form without the hyphen is the word."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from oimpress.knowledge.division import is_divided, vocabulary
from oimpress.model.draft import Line
from oimpress.passes.lines.wrapping import ends_in_cut_word
from oimpress.patterns import lazy

DIVIDED = "L010"
FIRST, SECOND = lazy(r"(?<![\w-])([^\W\d_]{2,})-\s*$"), lazy(r"\s*([^\W\d_]+)(?!-\w)")


def divided(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines whose last word goes on in the next line and has no hyphen of its own."""
    cut = [(line, below) for line, below in pairwise(lines) if ends_in_cut_word(line.plain)]
    known = vocabulary(line.plain for line in lines) if cut else frozenset[str]()
    return frozenset(line.number for line, below in cut if _is_divided(line.plain, below.plain, known))


def _is_divided(above: str, below: str, known: AbstractSet[str]) -> bool:
    first, second = FIRST.search(above), SECOND.match(below)
    return bool(first and second and second[1].islower() and is_divided(first[1], second[1], known))
