"""Captions that name at their end who took the picture."""

from __future__ import annotations

from oimpress.knowledge.labels import labelled
from oimpress.model.nodes import Inlines
from oimpress.model.runs import cut, flatten, length, strip

CREDIT = labelled(r"(?:^|(?<=[.!?»)\s]))(?:©|\(c\)|(?&credit)(?: (?&credit))?\s?:)")


def credited(run: Inlines) -> tuple[Inlines, Inlines]:
    """Caption and credit: parted where words stand that open a credit."""
    found = CREDIT.search(str(flatten(run)))
    if not found:
        return run, ()
    return strip(cut(run, 0, found.start())), strip(cut(run, found.start(), length(run)))
