"""Groups of three digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import SPACES, Spacing
from oimpress.typography.rule import DIGITS, rule

CODE = "T034"
GROUPED = re.compile(
    rf"[1-9](?<![\w.,/:+’'-].)(?<![\dhH]{SPACES}.)"
    rf"\d{{0,2}}(?:{SPACES}\d{{3}})+(?!\w)(?!{SPACES}\d)(?![./:]\d)"
)


def thousands(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Part groups of three digits by the narrow space. Source: CLDR 48 (fr)."""
    for match in GROUPED.finditer(run):
        for at in range(*match.span()):
            if not run[at].isdigit() and run[at] != spacing.thousands:
                yield Edit(CODE, at, at + 1, run[at], spacing.thousands)


RULE = rule(CODE, "A", DIGITS, thousands, "1 240 personnes")
