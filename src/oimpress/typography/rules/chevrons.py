"""Guillemets made of less-than and greater-than signs."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T005"
CHEVRONS = lazy(r"<<([^<>\n]*[^<>\s][^<>\n]*)>>")


def doubled_signs(run: str, usage: Usage) -> Iterator[Edit]:
    """Make << >> guillemets when they stand in a pair. Source: Imprimerie nationale, by way of babel-french."""
    for match in CHEVRONS.finditer(run):
        yield Edit(CODE, match.start(), match.start() + 2, "<<", "«")
        yield Edit(CODE, match.end() - 2, match.end(), ">>", "»")


RULE = rule(CODE, "A", "<", doubled_signs, "le projet << Retour >>")
