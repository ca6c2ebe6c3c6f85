"""Elided words: l’, d’, qu’, jusqu’ …"""

from __future__ import annotations

from oimpress.typography.lexicons import words
from oimpress.typography.rule import before

LONGEST_ELISION = 8


def elision_ends(run: str, at: int) -> bool:
    """Whether an elided word (l, qu, jusqu …) ends at ``at``."""
    start = at
    while start and at - start < LONGEST_ELISION and run[start - 1].isalpha():
        start -= 1
    return run[start:at].lower() in words("elisions") and before(run, start) not in ("'", "’", "‘")
