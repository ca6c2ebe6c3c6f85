"""The letters o and e that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from oimpress.knowledge.folding import unaccented
from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.ligatures import joined
from oimpress.typography.rule import rule, word_at

CODE = "T019"
OE = lazy(r"oe|Oe|OE")


@cache
def _split() -> dict[str, int]:
    """Each word of the lexicon with œ in two letters, all its accents or not -> where it has œ."""
    apart = {word.replace("œ", "oe"): word.index("œ") for word in joined()}
    first = {unaccented(word[0]) + word[1:]: at for word, at in apart.items()}
    return {unaccented(word): at for word, at in apart.items()} | first | apart


def ligature(run: str, usage: Usage) -> Iterator[Edit]:
    """Join o and e in the words of the lexicon. Source: Académie française, Dictionnaire."""
    known = _split()
    for match in OE.finditer(run):
        start, end = word_at(run, *match.span())
        if known.get(run[start:end].lower()) == match.start() - start:
            yield Edit(CODE, *match.span(), match[0], "œ" if match[0] == "oe" else "Œ")


RULE = rule(CODE, "L", "eE", ligature, "mise en oeuvre", ("oe", "O[eE]"))
