"""How civilities are abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.knowledge.languages import is_in
from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.rule import before, begins, change, rule

CODE = "T030"
LOOK = (r"M(?:[rmlM.]|gr\.|e\.)", r"Dr\.", r"Pr\.")
ENGLISH = lazy(r"(?:(Mr)\.?|(M(?:mes?|lles?|gr|e)|[DP]r)\.)(?=[ \u00a0\u202f]([^\W\d_]))")
#: « M.Lambert »: the space was forgotten.
GLUED = lazy(r"(?:(MM?)r?\.|(M(?:mes?|lles?|gr|e)|[DP]r)\.)(?=[A-ZÀ-Þ][^\W\d_]{2})")
FELLOW = lazy(r"[ \u00a0\u202f](?:et M|l[ea] [^\W\d_]|l[’'])")


def title(run: str, usage: Usage) -> Iterator[Edit]:
    """Write « M. » for « Mr », « Mme » and « Dr » without full stop, all spaced. Source: Imprimerie nationale; OQLF."""
    for start in begins(run, RULE.look):
        if before(run, start).isalnum():
            continue
        if spaced := ENGLISH.match(run, start):
            yield from change(CODE, start, spaced[0], _spaced(run, spaced))
        elif (glued := GLUED.match(run, start)) and not run.endswith((".", "-", "'", "’"), 0, start):
            yield Edit(CODE, *glued.span(), glued[0], (f"{glued[1]}." if glued[1] else glued[2]) + NBSP)


def _spaced(run: str, match: re.Match[str]) -> str:
    """The civility as French writes it; as it is written where no name follows or the words around are foreign."""
    named = match[3].isupper() or (match[0][0] == "M" and FELLOW.match(run, match.end()))
    if not named or is_in(run[max(match.start() - 60, 0) : match.end() + 60], "fr") == "no":
        return match[0]
    return "M." if match[1] else match[2]


RULE = rule(CODE, "L", "MDP", title, "Mr Diallo et Mme. Kaboré", LOOK)
