"""Abbreviations that stay with the name or number after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NNBSP, SPACE, SPACES, Usage
from oimpress.typography.figures import bound
from oimpress.typography.lexicons import entries, longest_first
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


@cache
def _glued(lang: str) -> re.Pattern[str]:
    """An abbreviation whose space was forgotten: « Mr.Smith », « Sr.López », « No.10 »."""
    stopped = [form for form in longest_first(_forms(lang)) if form.endswith(".")]
    named, numbered = (
        "|".join(re.escape(form) for form in stopped if _forms(lang)[form] is kind) for kind in FOLLOWING.values()
    )
    return re.compile(
        rf"(?<![\w’'./-])(?:(?:{named})(?=[A-ZÀ-Þ][a-zß-ÿ]{{2}})|(?:{numbered})(?=\d{{1,4}}(?!\w|-\D|[./]\w)))"
    )


def abbreviation(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind « Mr., Dr, p. » to what follows. Source: Chicago, 6.121; New Hart's Rules, 2.5; RAE, Ortografía, V.2."""
    forms = _forms(usage.lang[:2])
    ends = tuple(forms)
    gaps = [
        (at, at + 1)
        for at in begins(run, _gaps(usage.lang[:2]))
        if run.endswith(ends, 0, at) and any(_ends(run, at, *form) for form in forms.items())
    ]
    gaps += ((match.end(), match.end()) for match in _glued(usage.lang[:2]).finditer(run))
    for start, end in sorted(gaps):
        yield from bound(CODE, run, start, end)


def _ends(run: str, at: int, form: str, following: re.Pattern[str]) -> bool:
    """Whether ``form`` ends at ``at``, is no part of a longer word, and has behind it what it asks for."""
    if not run.endswith(form, 0, at) or not following.match(run, at):
        return False
    left = before(run, at - len(form))
    return not (left.isalnum() or left in ("’", "'", "-", ".", "/"))


RULE = rule(CODE, "L", " \u202f.", abbreviation, "Dr Smith, p. 12")
