"""à and ù under the wrong accent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import entries
from oimpress.typography.rule import change, rule, word_at

CODE = "T021"
WRONG = re.compile(r"[áÁúÚ]|é(?<=[cr]é)(?=s(?!\w))|É(?<=[CR]É)(?=S(?!\w))")
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
    for match in WRONG.finditer(run):
        start, end = word_at(run, *match.span())
        if right := known.get(run[start:end].lower()):
            letter = right[match.start() - start]
            yield from change(CODE, match.start(), match[0], letter.upper() if match[0].isupper() else letter)


RULE = rule(CODE, "A", "áÁúÚéÉ", miskeyed, "jusqu’á la frontière", LOOK)
