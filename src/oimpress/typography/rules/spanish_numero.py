"""« n.º » and Spanish ordinals."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, SPACES, Usage
from oimpress.typography.rule import change, rule

CODE = "T054"
NUMERO = lazy(rf"(?<![\w.])([nN])(?:\.?{SPACES}?[º°]|\.º|[º°]\.)({SPACES}*)(?=\d)")


def numero(run: str, usage: Usage) -> Iterator[Edit]:
    """Write « n.º » with its full stop and superior letter, and bind the number. Source: RAE, Ortografía, V.2.3.3.1."""
    for match in NUMERO.finditer(run):
        yield from change(CODE, match.start(), match[0], f"{match[1]}.º{NBSP}")


RULE = rule(CODE, "A", "º°", numero, "el nº 5")
