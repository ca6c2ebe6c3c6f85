"""Capitals that lost their accent, in the words of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.judge import small_words
from oimpress.passes.typography.lexicons import entries
from oimpress.passes.typography.neighbours import BLANKS
from oimpress.passes.typography.plain import unaccented
from oimpress.passes.typography.rule import before, change, rule

CODE = "T016"
CANDIDATE = re.compile(r"[AEIO][^\W\d_]+")
NEIGHBOUR = re.compile(r"[ \u00a0\u202f]([^\W\d_]+)")


@cache
def accented() -> dict[str, tuple[str, bool]]:
    """What stands without its accents -> the word, and whether English has it too."""
    known: dict[str, tuple[str, bool]] = {}
    for line in entries("accents"):
        english = "=en" in line
        for word in line:
            if word != "=en":
                first = unaccented(word[0])
                for form in (word, word.upper()):
                    for wrong in (first + form[1:], unaccented(form)):
                        known.setdefault(wrong, (form, english))
    return known


def accents(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Give back the accent of a capital in the words of the lexicon.

    Source: Imprimerie nationale; Académie française, Accentuation des majuscules.
    """
    known = accented()
    for match in CANDIDATE.finditer(run):
        start = match.start()
        if (found := known.get(match[0])) and not before(run, start).isalnum():
            word, english = found
            if not english or _is_french_here(run, start, match.end()):
                yield from change(CODE, start, match[0], word)


def _is_french_here(run: str, start: int, end: int) -> bool:
    """Whether what stands around a word that English has too is French."""
    small = small_words()
    left = run[max(start - 24, 0) : start].rstrip(BLANKS)
    if left.endswith(("’", "'")):
        return True
    words_before = re.findall(r"[^\W\d_]+", left)
    last = words_before[-1].lower() if words_before and left[-1:].isalpha() else ""
    if last in small["fr"] or last in ("de", "en", "un", "d", "l"):
        return True
    following = NEIGHBOUR.match(run, end)
    if last in small["en"] or (last and not left[-1:].islower()):
        return False
    return following is None or (following[1][0].islower() and following[1] not in small["en"])


RULE = rule(CODE, "L", "AEIO", accents, "les Etats membres")
