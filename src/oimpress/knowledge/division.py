"""Words that a hyphen divides at the end of a line: the program's, which goes, or the word's own, which stays."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from oimpress.knowledge.lexicon import words
from oimpress.patterns import lazy

WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in ``texts``, compounds with their hyphens."""
    return frozenset(word.casefold() for text in texts for word in WORD.findall(text))


def is_divided(start: str, end: str, known: AbstractSet[str]) -> bool:
    """Whether the text has the word whole elsewhere, among ``known``, or its second half ends words and is none."""
    first, second = start.casefold(), end.casefold()
    if f"{first}-{second}" in known:
        return False
    return f"{first}{second}" in known or end in words("word-endings")
