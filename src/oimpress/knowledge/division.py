"""Words that a hyphen divides at the end of a line: the program's, which goes, or the word's own, which stays."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from oimpress.knowledge.lexicon import words
from oimpress.patterns import lazy

WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CUTS = lazy(r"(?<![\w-])[\w-]+[-\u2010\x02\u00ad][^\S\n]*\n[^\S\n]*\w+")


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in ``texts``, compounds with their hyphens."""
    return frozenset(word.casefold() for text in texts for word in WORD.findall(text))


def undivided(text: str) -> frozenset[str]:
    """The words of ``text``, as :func:`vocabulary` finds them, without those that the ends of its lines cut."""
    return vocabulary([CUTS.sub(" ", text)])


def is_divided(start: str, end: str, known: AbstractSet[str]) -> bool:
    """Whether the text has the word whole elsewhere, among ``known``, or its second half ends words and is none."""
    first, second = start.casefold(), end.casefold()
    if f"{first}-{second}" in known:
        return False
    return f"{first}{second}" in known or end in words("word-endings")


def may_be_compound(start: str, end: str, alone: AbstractSet[str]) -> bool:
    """Whether the halves may be two words that a hyphen of their own joins.

    They may where each stands ``alone`` in the text, where compounds are known to begin or end so, and where the second
    is no word in small letters.
    """
    first, second = start.casefold(), end.casefold()
    parts = words("compound-parts")
    halves = min(len(first), len(second)) > 1 and end.islower() and start.isalpha()
    return not halves or first in parts or f"-{second}" in parts or {first, second} <= alone
