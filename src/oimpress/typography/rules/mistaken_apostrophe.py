"""Marks that were typed for an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.elision import elision_ends
from oimpress.typography.rule import after, before, rule

CODE = "T010"
MARK = lazy(r"[´`‘ʼ′][´`‘ʼ′’']*|[’'][´`ʼ′’']+")
#: « Rock ‘n' Roll », as a program curled the first mark; « the letter ‘n’ » has two of one kind.
AND = lazy(r"(?<=[ \u00a0])‘n'(?=[ \u00a0])")
LOOK = (*"´`‘ʼ′", "’['’]", "'['’]")


def mistaken(run: str, usage: Usage) -> Iterator[Edit]:
    """Make an acute, grave, prime, opening quote or doubled mark an apostrophe after an elided word, or in one.

    Source: J. André, Petites leçons.
    """
    for match in MARK.finditer(run):
        known = elision_ends(run, match.start()) if usage.lang[:2] == "fr" else _is_inside(run, match)
        if known and after(run, match.end()).isalpha():
            yield Edit(CODE, *match.span(), match[0], "’")
    for match in AND.finditer(run):
        yield Edit(CODE, *match.span(), match[0], "’n’")


def _is_inside(run: str, match: re.Match[str]) -> bool:
    return before(run, match.start()).isalpha() and match[0][0] not in "'’‘"


RULE = rule(CODE, "A", "´`‘ʼ′’'", mistaken, "d´eau", LOOK)
