"""The space before « : »."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.marks import spaced
from oimpress.typography.rule import rule

CODE = "T041"
MARK = lazy(r":")
FOLLOWING = frozenset(' \u00a0\u202f\n\t«»“”)]’"')


def colon(run: str, usage: Usage) -> Iterator[Edit]:
    """Set the no-break space before « : ». Source: babel-french, frenchb.lua (FBsp.colon); Imprimerie nationale."""
    return spaced(CODE, MARK, FOLLOWING, run, usage.colon)


RULE = rule(CODE, "A", ":", colon, "Contexte:")
