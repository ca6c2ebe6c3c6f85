"""Abbreviations that stay with the name or number after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.figures import bound
from oimpress.typography.lexicons import entries, longest_first
from oimpress.typography.rule import before, rule

CODE = "T053"


@cache
def _gaps(kind: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The space after what may be an abbreviation of ``kind``, and the abbreviations, the longest first."""
    forms = longest_first(form for name, *found in entries("bound-abbreviations") if name == kind for form in found)
    following = {"name": r"(?=[«“‘]?[A-ZÀ-Þ])", "number": r"(?=\d|[IVXLC]+(?!\w))"}[kind.partition("-")[2]]
    last = "".join(sorted({re.escape(form[-1]) for form in forms}))
    return re.compile(rf"[{last}]([ \u00a0\u202f]){following}"), tuple(forms)


def abbreviation(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind « Mr., Dr, p. » to what follows. Source: Chicago, 6.121; New Hart's Rules, 2.5; RAE, Ortografía, V.2."""
    found: set[int] = set()
    for kind in ("name", "number"):
        gap, forms = _gaps(f"{usage.lang[:2]}-{kind}")
        found |= {at for match in gap.finditer(run) if _is_after(run, at := match.start(1), forms)}
    for at in sorted(found):
        yield from bound(CODE, run, at, at + 1)


def _is_after(run: str, at: int, forms: tuple[str, ...]) -> bool:
    """Whether one of ``forms`` ends at ``at`` and is no part of a longer word."""
    if not run.endswith(forms, 0, at):
        return False
    lefts = (before(run, at - len(form)) for form in forms if run.endswith(form, 0, at))
    return any(not (left.isalnum() or left in ("’", "'", "-", ".", "/")) for left in lefts)


RULE = rule(CODE, "L", " \u202f", abbreviation, "Dr Smith, p. 12")
