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
FIRST, SECOND = lazy(r"(?<![\w-])([^\W\d_]+)[-\u2010]\s*$"), lazy(r"\s*([^\W\d_]+)(?!-\w)")
# The sign that programs divide words by, which nobody keys; a text that has it inside of words has it for each hyphen.
SOFT, INSIDE = "\u2010", lazy(r"\w\u2010\w")


def divided(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines whose last word goes on in the next line and has no hyphen of its own."""
    cut = [(line, below) for line, below in pairwise(lines) if ends_in_cut_word(line.plain)]
    known = vocabulary(line.plain for line in lines) if cut else frozenset[str]()
    soft = not any(INSIDE.search(line.plain) for line in lines)
    return frozenset(line.number for line, below in cut if _is_divided(line.plain, below.plain, known, soft))


def is_cut_by_program(line: Line, below: Line) -> bool:
    """Whether a sign that only programs set ends the line, amid a word that goes on in the next."""
    return line.plain.rstrip().endswith(SOFT) and ends_in_cut_word(line.plain) and below.plain.lstrip()[:1].islower()


def _is_divided(above: str, below: str, known: AbstractSet[str], soft: bool) -> bool:
    first, second = FIRST.search(above), SECOND.match(below)
    if not first or not second or not second[1].islower():
        return False
    certain = soft and above.rstrip().endswith(SOFT)
    return certain or (len(first[1]) >= 2 and is_divided(first[1], second[1], known))
