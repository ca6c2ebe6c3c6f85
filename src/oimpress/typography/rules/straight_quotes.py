"""Straight double quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import LEVELS, Usage
from oimpress.typography.nesting import Depth
from oimpress.typography.pairing import paired_stretches
from oimpress.typography.rule import rule

CODE = "T006"


def straight(run: str, usage: Usage) -> Iterator[Edit]:
    """Make straight double quotes those of the language and level; leave a paragraph where they do not pair.

    Source: babel-french (Ramat: level 2 “ ”); New Hart's Rules, 9.2; Chicago, 13.30; RAE, Ortografía, III.3.4.8.
    """
    depth = Depth(run, usage)
    levels = LEVELS["double"] if usage.lang[:2] == "en" else usage.levels  # T047 gives English marks those of the house
    for _, marks in paired_stretches(run):
        level = 0
        for mark, opens in marks:
            level -= not opens
            pair = levels[min(depth.at(mark) + level, 2)]
            yield Edit(CODE, mark, mark + 1, '"', pair[not opens])
            level += opens


RULE = rule(CODE, "A", '"', straight, 'le programme "Villes ouvertes"')
