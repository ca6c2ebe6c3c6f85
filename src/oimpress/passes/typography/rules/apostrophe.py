"""The apostrophe, and the space some put after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.lexicons import words
from oimpress.passes.typography.rule import after, before, holds, rule

APOSTROPHE, MISTAKEN, GAP = "T009", "T010", "T011"
MARK = re.compile(r"[´`‘ʼ′][´`‘ʼ′’']*|[’'][´`‘ʼ′’']+")
STRAIGHT = re.compile(r"'(?=[\w«“\"\ue000])")
HINTS = (*"´`‘ʼ′", "''", "’'", "'’", "’’")
SPACED = re.compile(r"['’][ \u00a0\u202f]+(?=[aâàeéèêiîïoôuhyœAÂÀEÉÈÊIÎÏOÔUHYŒ])")


def elision_ends(run: str, at: int) -> bool:
    """Whether an elided word (l, qu, jusqu …) ends at ``at``."""
    start = at
    while start and at - start < 8 and run[start - 1].isalpha():
        start -= 1
    return run[start:at].lower() in words("elisions") and before(run, start) not in ("'", "’", "‘")


def apostrophe(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Curl the straight apostrophe between letters, and after an elided word. Source: J. André, Petites leçons."""
    french = spacing.lang[:2] == "fr"
    for match in STRAIGHT.finditer(run):
        at = match.start()
        both = before(run, at).isalpha() and after(run, at + 1).isalpha()
        if both or (french and elision_ends(run, at)):
            yield Edit(APOSTROPHE, at, at + 1, "'", "’")


def mistaken(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make an acute, grave, prime, opening quote or doubled mark after an elided word an apostrophe."""
    if not holds(run, HINTS):
        return
    for match in MARK.finditer(run):
        if elision_ends(run, match.start()) and after(run, match.end()).isalpha():
            yield Edit(MISTAKEN, *match.span(), match[0], "’")


def gap(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Take out the space between an elided word and the vowel after it."""
    for match in SPACED.finditer(run):
        if elision_ends(run, match.start()):
            yield Edit(GAP, match.start(), match.end(), match[0], "’")


MISTAKEN_MARK = rule("T010", "A", "´`‘ʼ′’'", mistaken, "d´eau")
STRAIGHT_MARK = rule("T009", "A", "'", apostrophe, "l'eau")
SPACE_AFTER = rule("T011", "L", "'’", gap, "l' Organisation")
