"""Abbreviations that stay with the name or number after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.figures import bound
from oimpress.typography.lexicons import entries
from oimpress.typography.rule import before, places, rule

CODE = "T053"


FOLLOWING = {"name": lazy(rf"{SPACES}(?=[«“‘]?[A-ZÀ-Þ])"), "number": lazy(rf"{SPACES}(?=\d|[IVXLC]+(?!\w))")}


@cache
def _forms(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The abbreviations of ``lang``, each with the space and what has to follow."""
    kinds = {f"{lang}-{kind}": following for kind, following in FOLLOWING.items()}
    return tuple(
        (form, kinds[name]) for name, *found in entries("bound-abbreviations") if name in kinds for form in found
    )


def abbreviation(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind « Mr., Dr, p. » to what follows. Source: Chicago, 6.121; New Hart's Rules, 2.5; RAE, Ortografía, V.2."""
    found: set[int] = set()
    for form, following in _forms(usage.lang[:2]):
        for at in places(run, form) if form in run else ():
            left, end = before(run, at), at + len(form)
            if not (left.isalnum() or left in ("’", "'", "-", ".", "/")) and following.match(run, end):
                found.add(end)
    for at in sorted(found):
        yield from bound(CODE, run, at, at + 1)


RULE = rule(CODE, "L", " \u202f", abbreviation, "Dr Smith, p. 12")
