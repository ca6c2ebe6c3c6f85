"""à and ù under the wrong accent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import entries
from oimpress.typography.rule import begins, change, rule, word_at

CODE = "T021"
LOOK = (*"áÁúÚ", r"és(?!\w)(?<=[cr]és)", r"ÉS(?!\w)(?<=[CR]ÉS)")


@cache
def _miskeyed() -> dict[str, str]:
    """Each word of the lexicon with the wrong accent -> as it should be."""
    wrong = str.maketrans("àèù", "áéú")
    return {line[0].translate(wrong): line[0] for line in entries("miskeyed")}


def miskeyed(run: str, usage: Usage) -> Iterator[Edit]:
    """Turn the acute accent of « á, és » the right way, alone and in the words of the lexicon.

    Source: Académie française, Dictionnaire.
    """
    known = _miskeyed()
    for at in begins(run, RULE.look):
        start, end = word_at(run, at, at + 1)
        if right := known.get(run[start:end].lower()):
            letter = right[at - start]
            yield from change(CODE, at, run[at], letter.upper() if run[at].isupper() else letter)


RULE = rule(CODE, "A", "áÁúÚéÉ", miskeyed, "jusqu’á la frontière", LOOK)
