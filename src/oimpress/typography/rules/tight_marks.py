"""The spaces English and Spanish do not have before or inside marks."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.guards import FOREIGN
from oimpress.typography.rule import rule

CODE = "T048"
LOOSE = lazy(
    rf"{SPACES}+(?:(?=[;!?])(?:(?<=[\w»”’)\]%€$£…\"\ue000ꀀ].)|(?<=[^\W\d_]\..))(?![;!?]+[\w(/\-)])|(?=:(?:\s|$))(?<=[\w»”’)\]%€$£…\ue000ꀀ].)|(?=[»”])(?<=[^\s{FOREIGN}].)(?![»”]\w))"
    rf"|(?<=[«“¿¡]){SPACES}+(?=[^\s{FOREIGN}])"
)
LOOK = (*(rf"\{mark}(?<={SPACES}.)" for mark in ";!?:»”"), *(f"{mark}{SPACES}" for mark in "«“¿¡"))


def tight(run: str, usage: Usage) -> Iterator[Edit]:
    """Take out the spaces before « ; : ! ? » and inside quotation marks, ¿ ? and ¡ !.

    Source: New Hart's Rules, 4.1; Chicago, 6.7; RAE, Ortografía, III.3.1.
    """
    for match in LOOSE.finditer(run):
        yield Edit(CODE, *match.span(), match[0], "")


RULE = rule(CODE, "A", " \u00a0\u202f", tight, "What ? Yes !", LOOK)
