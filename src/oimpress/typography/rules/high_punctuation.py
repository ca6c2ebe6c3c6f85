"""The space before « ; ! ? »."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.marks import spaced
from oimpress.typography.rule import rule

CODE = "T040"
MARK = lazy(r"[;!?]")
FOLLOWING = frozenset(' \u00a0\u202f\n\t»”)]’".,;:!?…')


def high(run: str, usage: Usage) -> Iterator[Edit]:
    """Set the space before « ; ! ? »: narrow and no-break. Source: babel-french, frenchb.lua (FBsp.thin)."""
    return spaced(CODE, MARK, FOLLOWING, run, usage.high)


RULE = rule(CODE, "A", ";!?", high, "Bravo!")
