"""Characters without width."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T002"
INVISIBLES = "\u200b\ufeff\u00ad"
INVISIBLE_RUN = lazy(f"[{INVISIBLES}]+")


def invisible(run: str, usage: Usage) -> Iterator[Edit]:
    """Take out zero-width spaces, byte order marks and soft hyphens. Source: Unicode Standard, ch. 23."""
    for match in INVISIBLE_RUN.finditer(run):
        yield Edit(CODE, *match.span(), match[0], "")


RULE = rule(CODE, "A", INVISIBLES, invisible, "mi\u00adgrants")
