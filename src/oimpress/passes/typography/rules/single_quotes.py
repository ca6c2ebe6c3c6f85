"""Single quotation marks inside « »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.nesting import with_depth
from oimpress.passes.typography.rule import holds, rule

CODE = "T008"
HINTS = (" '", "\u00a0'", "\u202f'", "«'", "('", "‘")
SINGLES = re.compile(r"(?<![\w'’])(['‘])(?=\w)([^'‘«»“”\n]{1,300})(?<=[\w.!?…])(['’])(?!\w)")


def single(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make single quotes inside « » “ ”. Source: babel-french (level 2)."""
    if not holds(run, HINTS):
        return
    for match, depth in with_depth(SINGLES, run):
        if depth > 0 and (match[1] == "‘" or match[3] == "'"):
            yield Edit(CODE, match.start(), match.start() + 1, match[1], "“")
            yield Edit(CODE, match.end() - 1, match.end(), match[3], "”")


RULE = rule(CODE, "L", "'‘", single, "« Le mot 'refuge' compte »")
