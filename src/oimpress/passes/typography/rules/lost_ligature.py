"""The œ that an old encoding lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.lexicons import words
from oimpress.passes.typography.rule import holds, rule, word_at

CODE = "T020"
UVRE = re.compile(r"uvr|UVR")


def lost_ligature(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Put back the œ that windows-1252 lost in « en uvre », « main-d’uvre », « uvrer »."""
    if not holds(run, ("uvr", "UVR")):
        return
    for match in UVRE.finditer(run):
        start, end = word_at(run, *match.span())
        if start == match.start() and "œ" + run[start:end].lower() in words("ligatures"):
            yield Edit(CODE, start, start, "", "Œ" if match[0].isupper() else "œ")


RULE = rule(CODE, "L", "uU", lost_ligature, "mise en uvre")
