"""The straight apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Spacing
from oimpress.typography.elision import elision_ends
from oimpress.typography.rule import after, before, rule

CODE = "T009"
STRAIGHT = re.compile(r"'(?=[\w«“\"\ue000])")


def apostrophe(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Curl the straight apostrophe between letters, and after an elided word. Source: J. André, Petites leçons."""
    french = spacing.lang[:2] == "fr"
    for match in STRAIGHT.finditer(run):
        at = match.start()
        both = before(run, at).isalpha() and after(run, at + 1).isalpha()
        if both or (french and elision_ends(run, at)):
            yield Edit(CODE, at, at + 1, "'", "’")


RULE = rule(CODE, "A", "'", apostrophe, "l'eau")
