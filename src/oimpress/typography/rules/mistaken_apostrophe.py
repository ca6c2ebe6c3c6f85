"""Marks that were typed for an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.elision import elision_ends
from oimpress.typography.rule import after, rule

CODE = "T010"
MARK = re.compile(r"[´`‘ʼ′][´`‘ʼ′’']*|[’'][´`ʼ′’']+")
LOOK = (*"´`‘ʼ′", "’['’]", "'['’]")


def mistaken(run: str, usage: Usage) -> Iterator[Edit]:
    """Make an acute, grave, prime, opening quote or doubled mark after an elided word an apostrophe.

    Source: J. André, Petites leçons.
    """
    for match in MARK.finditer(run):
        if elision_ends(run, match.start()) and after(run, match.end()).isalpha():
            yield Edit(CODE, *match.span(), match[0], "’")


RULE = rule(CODE, "A", "´`‘ʼ′’'", mistaken, "d´eau", LOOK)
