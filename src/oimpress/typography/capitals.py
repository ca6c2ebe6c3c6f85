"""Lines in capitals that have lost their accents: all are given back, or none."""

from __future__ import annotations

import re

from oimpress.typography.lexicons import words

WORD = re.compile(r"[A-Z]{4,}")


def stays_bare(run: str, at: int) -> bool:
    """Whether ``at`` is in a line of capitals with a word that lost an accent no rule can give back for sure."""
    end = run.find("\n", at)
    line = run[run.rfind("\n", 0, at) + 1 : end if end >= 0 else len(run)]
    return line.isupper() and not words("uncapped").isdisjoint(WORD.findall(line))
