"""The space some put after an apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.elision import elision_ends
from oimpress.typography.rule import rule

CODE = "T011"
SPACED = lazy(r"['’][ \u00a0\u202f]+(?=[aâàeéèêiîïoôuhyœAÂÀEÉÈÊIÎÏOÔUHYŒ«“])")


def gap(run: str, usage: Usage) -> Iterator[Edit]:
    """Take out the space between an elided word and the vowel after it. Source: Imprimerie nationale."""
    for match in SPACED.finditer(run):
        if elision_ends(run, match.start()):
            yield Edit(CODE, match.start(), match.end(), match[0], "’")


RULE = rule(CODE, "L", "'’", gap, "l' Organisation", ("’[ \u00a0\u202f]", "'[ \u00a0\u202f]"))
