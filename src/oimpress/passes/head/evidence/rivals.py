"""What other lines of the head say against a line."""

from __future__ import annotations

from collections.abc import Sequence

from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.limits import BRIEF, MIDDLE, NEXT_LINES
from oimpress.passes.head.sight import Sight
from oimpress.patterns import lazy

TOLD_OF = lazy(r"[^:]* ?: +(?:[^\s:]+ +){3}[^\s:]")  # « Renouvellement des forêts : 85 millions d'euros pour … »


@evidence(MIDDLE)
def says_less_than_below(line: Sight, page: Page) -> object:
    """A line without a verb closely above one that says what happened, as titles do."""
    if line.verb or line.label or TOLD_OF.search(line.text) or line.says("concerns"):
        return False
    below = line.others[line.at + 1 : line.at + 1 + NEXT_LINES]
    return any(_says_what_happened(one) for one in below[: _first_prose(below)])


def _first_prose(lines: Sequence[Sight]) -> int:
    return next((at for at, one in enumerate(lines) if one.prose or one.opening), len(lines))


def _says_what_happened(line: Sight) -> bool:
    if not line.verb or not BRIEF < line.size <= MIDDLE or line.ends or line.label or line.date:
        return False
    return line.text[-1] not in ":;," and line.text[0] not in "-–•*" and not line.text[0].islower()
