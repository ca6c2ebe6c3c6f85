"""Abbreviations that stay with the name or number after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NNBSP, SPACE, SPACES, Usage
from oimpress.typography.figures import bound
from oimpress.typography.lexicons import entries
from oimpress.typography.rule import Look, before, begins, begun, rule

CODE = "T053"


FOLLOWING = {"name": lazy(rf"{SPACES}(?=[«“‘]?[A-ZÀ-Þ])"), "number": lazy(rf"{SPACES}(?=\d|[IVXLC]+(?!\w))")}


@cache
def _forms(lang: str) -> dict[str, re.Pattern[str]]:
    """The abbreviations of ``lang``, each with the space and what has to follow."""
    kinds = {f"{lang}-{kind}": following for kind, following in FOLLOWING.items()}
    return {form: kinds[name] for name, *found in entries("bound-abbreviations") if name in kinds for form in found}


@cache
def _gaps(lang: str) -> Look:
    """The spaces before a capital or a figure, after a character that one of the abbreviations ends with."""
    ends = "".join(sorted({re.escape(form[-1]) for form in _forms(lang)}))
    return begun([rf"{space}(?<=[{ends}].)(?=[«“‘\dA-ZÀ-Þ])" for space in (SPACE, NNBSP)])


def abbreviation(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind « Mr., Dr, p. » to what follows. Source: Chicago, 6.121; New Hart's Rules, 2.5; RAE, Ortografía, V.2."""
    forms = _forms(usage.lang[:2])
    ends = tuple(forms)
    for at in begins(run, _gaps(usage.lang[:2])):
        if run.endswith(ends, 0, at) and any(_ends(run, at, *form) for form in forms.items()):
            yield from bound(CODE, run, at, at + 1)


def _ends(run: str, at: int, form: str, following: re.Pattern[str]) -> bool:
    """Whether ``form`` ends at ``at``, is no part of a longer word, and has behind it what it asks for."""
    if not run.endswith(form, 0, at) or not following.match(run, at):
        return False
    left = before(run, at - len(form))
    return not (left.isalnum() or left in ("’", "'", "-", ".", "/"))


RULE = rule(CODE, "L", " \u202f", abbreviation, "Dr Smith, p. 12")
