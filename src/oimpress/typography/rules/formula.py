"""Formulae of chemistry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import longest_first, words
from oimpress.typography.rule import rule

CODE = "T063"
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
#: « ozone (O3) »: the name tells that the letters are a formula.
NAMED = lazy(
    r"(?<!\w)(?:ozone|(?:di)?oxygène|(?:di)?hydrogène|(?:di)?azote|oxygen|hydrogen|nitrogen"
    r"|ozono|oxígeno|hidrógeno|nitrógeno)[ \u00a0]\(([OHN][23])\)",
    re.IGNORECASE,
)


@cache
def _pattern() -> re.Pattern[str]:
    """One of the formulae, alone or counted: « CO2 », « ktCO2e », « gCO2/km »; no part of a reference."""
    forms = "|".join(longest_first(words("formulas")))
    begin = r"(?:(?<![\w.])(?<![A-Z\d]-)|(?<=\d)(?=[ktMg]))(?:k?g|[kMG]?t)?"
    return re.compile(rf"{begin}({forms})(?=(?:e|eq)?(?!\w|[-/.]\d|-[A-Z]\d))")


def formula(run: str, usage: Usage) -> Iterator[Edit]:
    """Set the numbers of a formula low: CO₂, CH₄. Source: IUPAC, Nomenclature of Inorganic Chemistry (2005), IR-4.2.

    Only of formulae that can be nothing else: H2 is half a year as well, O2 a firm.
    """
    found = [*_pattern().finditer(run), *NAMED.finditer(run)]
    for match in sorted(found, key=lambda match: match.start(1)):
        for at in range(*match.span(1)):
            if run[at].isdigit():
                yield Edit(CODE, at, at + 1, run[at], run[at].translate(LOWERED))


LOOK = tuple(f"{figure}(?<=[CFHKNOPSU]{figure}|(?<=C)l{figure})" for figure in "2346")
RULE = rule(CODE, "L", "2346", formula, "une tonne de CO2", LOOK)
