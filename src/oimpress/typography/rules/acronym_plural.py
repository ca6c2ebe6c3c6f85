"""Acronyms with a plural s."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import words
from oimpress.typography.rule import before, rule

CODE = "T022"
MANY = re.compile(r"[A-Z][A-Z]{1,5}s(?!\w)")


def plural(run: str, usage: Usage) -> Iterator[Edit]:
    """Take the s off the acronyms of the lexicon. Source: Imprimerie nationale (a sigle is invariable)."""
    for match in MANY.finditer(run):
        if match[0][:-1] in words("acronyms") and not before(run, match.start()).isalnum():
            yield Edit(CODE, match.end() - 1, match.end(), "s", "")


RULE = rule(CODE, "L", "s", plural, "les ONGs", (r"s(?<=[A-Z]s)(?!\w)",))
