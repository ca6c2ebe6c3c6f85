"""The dash between two parts of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import SPACES, Spacing
from oimpress.typography.rule import rule

CODE = "T014"
HYPHEN = re.compile(rf"-(?<={SPACES}-)-?(?={SPACES})")
WORDLIKE = "»”’)].,;:!?…%€$°\"'"


def dash(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make a hyphen between spaces an en dash, as in datelines. Source: usage of iom.int/fr; J. André on its drift."""
    for match in HYPHEN.finditer(run):
        left, right = run[match.start() - 2 : match.start() - 1], run[match.end() + 1 : match.end() + 2]
        joins = (left.isalnum() or left in WORDLIKE) and (right.isalnum() or right in "«“\"('‘[")
        if left and right and joins and not (left.isdigit() and right.isdigit()):
            yield Edit(CODE, *match.span(), match[0], "–")


RULE = rule(CODE, "A", "-", dash, "Genève - L’Organisation")
