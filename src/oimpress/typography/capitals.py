"""Lines in capitals that have lost their accents: all are given back, or none."""

from __future__ import annotations

import re

from oimpress.typography.lexicons import words

LABEL = re.compile(r"COMMUNIQUE(?=S? DE PRESSE(?!\w))")  # elsewhere it may be a verb
UNIT = re.compile(r"[0-9][ \u00a0\u202f]?[a-zµ]{1,3}[²³]?(?!\w)")
WORD = re.compile(r"[A-Z]{4,}")


def stays_bare(run: str, at: int) -> bool:
    """Whether ``at`` is in a line of capitals with a word that lost an accent no rule can give back for sure."""
    line = line_at(run, at)
    return are_capitals(line) and not words("uncapped").isdisjoint(WORD.findall(LABEL.sub("", line)))


def are_capitals(line: str) -> bool:
    """Whether all letters are capitals, but for the symbols of units."""
    return line.isupper() or UNIT.sub("", line).isupper()


def line_at(run: str, at: int) -> str:
    """The line that holds ``at``."""
    end = run.find("\n", at)
    return run[run.rfind("\n", 0, at) + 1 : end if end >= 0 else len(run)]
