"""The letters o and e that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.lexicons import words
from oimpress.passes.typography.rule import holds, rule, word_at

CODE = "T019"
OE = re.compile(r"oe|Oe|OE")


@cache
def _split() -> dict[str, str]:
    """Each word of the lexicon with œ in two letters -> as it should be."""
    return {word.replace("œ", "oe"): word for word in words("ligatures")}


def ligature(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Join o and e in the words of the lexicon. Source: Académie française, Dictionnaire."""
    known = _split()
    if not holds(run, ("oe", "OE", "Oe")):
        return
    for match in OE.finditer(run):
        start, end = word_at(run, *match.span())
        if (word := known.get(run[start:end].lower())) and word[
            match.start() - start : match.start() - start + 1
        ] == "œ":
            yield Edit(CODE, *match.span(), match[0], "œ" if match[0] == "oe" else "Œ")


RULE = rule(CODE, "L", "eE", ligature, "mise en oeuvre")
