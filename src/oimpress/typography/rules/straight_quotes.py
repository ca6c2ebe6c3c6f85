"""Straight double quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import Spacing
from oimpress.typography.pairing import paired_stretches
from oimpress.typography.rule import rule

CODE = "T006"


def straight(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make straight double quotes « », inside « » “ ”; where they do not pair leave the paragraph alone.

    Source: babel-french (Ramat: level 2 “ ”).
    """
    for start, marks in paired_stretches(run):
        outer = ("“", "”") if spacing.lang in ("en", "es") else ("«", "»")
        depth, at, level = 0, start, 0
        for mark, opens in marks:
            depth += run.count("«", at, mark) - run.count("»", at, mark)
            at = mark
            level -= not opens
            nested = depth > 0 or level > 0
            yield Edit(CODE, mark, mark + 1, '"', ("“", "”")[not opens] if nested else outer[not opens])
            level += opens


RULE = rule(CODE, "A", '"', straight, 'le programme "Villes ouvertes"')
