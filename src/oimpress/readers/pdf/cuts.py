"""Hyphens at the ends of a PDF's lines: those of a program that divides words go, those of words stay."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from oimpress.knowledge.division import is_divided, may_be_compound, undivided, vocabulary
from oimpress.patterns import lazy

LEAST_CUTS = 3  # lines that end with a hyphen, and
CUT_SHARE = 0.04  # of all lines: a program divides words
CUT_LINE = lazy(r"[^\W\d_][-\u2010\x02\u00ad][^\S\n]*\n[^\S\n]*[a-zà-öø-ÿœ]")


class Divisions(NamedTuple):
    """What tells of hyphens at line ends: the words of a text, those that no line end cuts, whether many are cut."""

    known: AbstractSet[str]
    alone: AbstractSet[str]
    often: bool

    def cut(self, start: str, end: str) -> bool:
        """Whether a program put the hyphen between the two halves of a word."""
        if is_divided(start, end, self.known):
            return True
        compound = f"{start}-{end}".casefold() in self.known
        return self.often and not compound and not may_be_compound(start, end, self.alone)


def divisions(text: str) -> Divisions:
    """What the lines of ``text`` tell of the hyphens at their ends."""
    cuts = sum(1 for _ in CUT_LINE.finditer(text))
    often = cuts >= LEAST_CUTS and cuts >= CUT_SHARE * text.count("\n")
    return Divisions(vocabulary([text]), undivided(text) if often else frozenset(), often)
