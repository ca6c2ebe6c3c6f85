"""Captions: that name at their end who took the picture, that say they are of a table."""

from __future__ import annotations

import re

from oimpress.knowledge.labels import labelled
from oimpress.model.nodes import Inlines
from oimpress.model.runs import cut, flatten, length, strip
from oimpress.patterns import lazy

OF_TABLE = lazy(r"(?:tableau|table|tab\.|cuadro|tabla|tabelle)[ \u00a0]*(?:\d|[:.–-])", re.IGNORECASE)
CREDIT = labelled(r"(?:^|(?<=[.!?»)\s]))(?:©|\(c\)|(?&credit)(?: (?&credit))?\s?:)")


def credited(run: Inlines) -> tuple[Inlines, Inlines]:
    """Caption and credit: parted where words stand that open a credit."""
    found = CREDIT.search(str(flatten(run)))
    if not found:
        return run, ()
    return strip(cut(run, 0, found.start())), strip(cut(run, found.start(), length(run)))


def is_of_table(words: str) -> bool:
    """Whether a caption says by its first word that it is one of a table."""
    return OF_TABLE.match(words) is not None
