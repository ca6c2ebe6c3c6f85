"""How civilities are abbreviated."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.knowledge.languages import is_in
from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.rule import before, rule

CODE = "T030"
LOOK = (r"M(?:[rml.]|gr\.|e\.)", r"Dr\.", r"Pr\.")
ENGLISH = lazy(r"(?:(Mr)\.?|(M(?:mes?|lles?|gr|e)|[DP]r)\.)(?=[ \u00a0\u202f]([^\W\d_]))")
#: « M.Lambert »: the space was forgotten.
GLUED = lazy(r"(?:(MM?)r?\.|(M(?:mes?|lles?|gr|e)|[DP]r)\.)(?=[A-ZÀ-Þ][^\W\d_]{2})")
FELLOW = lazy(r"[ \u00a0\u202f](?:et M|l[ea] [^\W\d_]|l[’'])")


def title(run: str, usage: Usage) -> Iterator[Edit]:
    """Write « M. » for « Mr », « Mme » and « Dr » without full stop, all spaced. Source: Imprimerie nationale; OQLF."""
    yield from sorted((*_spaced(run), *_glued(run)), key=lambda edit: edit.start)


def _glued(run: str) -> Iterator[Edit]:
    for match in GLUED.finditer(run):
        left = before(run, match.start())
        if not (left.isalnum() or (left and left in ".-'’")):
            after = (f"{match[1]}." if match[1] else match[2]) + NBSP
            yield Edit(CODE, *match.span(), match[0], after)


def _spaced(run: str) -> Iterator[Edit]:
    for match in ENGLISH.finditer(run):
        named = match[3].isupper() or (match[0][0] == "M" and FELLOW.match(run, match.end()))
        if not named or before(run, match.start()).isalnum():
            continue
        if is_in(run[max(match.start() - 60, 0) : match.end() + 60], "fr") == "no":
            continue
        after = "M." if match[1] else match[2]
        if after != match[0]:
            yield Edit(CODE, *match.span(), match[0], after)


RULE = rule(CODE, "L", "MDP", title, "Mr Diallo et Mme. Kaboré", LOOK)
