"""Abbreviations that stay with the name or number after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.typography.convention import Usage
from oimpress.typography.figures import bound
from oimpress.typography.lexicons import entries
from oimpress.typography.rule import before, rule

CODE = "T053"


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    forms = sorted((form for name, *found in entries("bound-abbreviations") if name == kind for form in found), key=len)
    following = {"name": r"(?=[«“‘]?[A-ZÀ-Þ])", "number": r"(?=\d|[IVXLC]+(?!\w))"}[kind.partition("-")[2]]
    return re.compile(rf"(?:{'|'.join(map(re.escape, reversed(forms)))})([ \u00a0\u202f]){following}")


def abbreviation(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind « Mr., Dr, p. » to what follows. Source: Chicago, 6.121; New Hart's Rules, 2.5; RAE, Ortografía, V.2."""
    gaps: set[tuple[int, int]] = set()
    for kind in ("name", "number"):
        for match in _pattern(f"{usage.lang[:2]}-{kind}").finditer(run):
            left = before(run, match.start())
            if not (left.isalnum() or left in ("’", "'", "-", ".", "/")):
                gaps.add(match.span(1))
    for start, end in sorted(gaps):
        yield from bound(CODE, run, start, end)


RULE = rule(CODE, "L", " \u202f", abbreviation, "Dr Smith, p. 12")
