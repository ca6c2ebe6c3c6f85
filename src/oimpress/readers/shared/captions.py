"""Captions that name at their end who took the picture."""

from __future__ import annotations

import re

from oimpress.model.nodes import Inlines
from oimpress.model.runs import cut, flatten, length, strip

CREDIT = re.compile(r"(?:^|(?<=[.!?»)\s]))(?:©|\(c\)|(?:photo|crédits?|credits?|foto)(?: photo)?s?\s?:)", re.IGNORECASE)


def credited(run: Inlines) -> tuple[Inlines, Inlines]:
    """Caption and credit: parted where words stand that open a credit."""
    found = CREDIT.search(str(flatten(run)))
    if not found:
        return run, ()
    return strip(cut(run, 0, found.start())), strip(cut(run, found.start(), length(run)))
