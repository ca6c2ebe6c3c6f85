"""The goals of two sides, in French and Spanish."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.rule import lines_with, rule
from oimpress.typography.scores import ROMANCE

CODE = "T065"
GAP = lazy(rf"-(?<=\d{SPACES}-){SPACES}\d")
PAIR = lazy(
    rf"[0-9](?<![\w.,:/–+-].)(?<!\d{SPACES}.)\d{{0,2}}({SPACES}-{SPACES})\d{{1,3}}"
    rf"(?![\w-]|[.,/:]\d|{SPACES}[-=+]|{SPACES}\d)"
)
SCORE_REACH = 90  # characters before a score that tell of the match


def score(run: str, usage: Usage) -> Iterator[Edit]:
    """Take the spaces from the hyphen of a score. Source: RAE, Ortografía, III.4.1; J. André, Petites leçons.

    Only where the words before tell of a match: a difference stays, and so do two years or two ages.
    """
    for line in lines_with(run, GAP):
        for match in PAIR.finditer(run, *line):
            if ROMANCE.search(run, max(match.start() - SCORE_REACH, 0), match.start()):
                yield Edit(CODE, *match.span(1), match[1], "-")


RULE = rule(CODE, "A", "-", score, "victoire 0 - 3", (rf"-(?<=\d{SPACES}-){SPACES}\d",))
