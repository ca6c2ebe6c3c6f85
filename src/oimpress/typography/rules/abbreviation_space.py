"""Abbreviations of two parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.lexicons import entries
from oimpress.typography.rule import before, change, holds, rule

CODE = "T045"


def _entries() -> tuple[tuple[str, ...], ...]:
    return entries("spaced-abbreviations")


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """Any of the abbreviations of ``lang``, its parts with or without the space between them."""
    forms = [form for name, *found in _entries() if name == lang for form in found]
    return re.compile("|".join(re.escape(form).replace(r"\ ", "[ \u00a0\u202f]?") for form in forms) or r"(?!)")


@cache
def _hints(lang: str) -> tuple[str, ...]:
    """The last part of each abbreviation: a look that costs less than a search."""
    return tuple({form.split()[-1] for name, *found in _entries() if name == lang for form in found})


def abbreviation(run: str, usage: Usage) -> Iterator[Edit]:
    """Part and bind the parts of « p. ex. », « av. J.-C. ». Source: J. André, § 5.1.3; RAE, Ortografía, V.2.5.2."""
    if not holds(run, _hints(usage.lang[:2])):
        return
    for match in _pattern(usage.lang[:2]).finditer(run):
        if not before(run, match.start()).isalnum() and not run[match.end() : match.end() + 1].isalnum():
            for at in range(match.start(), match.end() - 1):
                yield from _gap(run, at, match)


def _gap(run: str, at: int, match: re.Match[str]) -> Iterator[Edit]:
    """The space after the full stop at ``at``, if a part follows."""
    if run[at] == "." and run[at + 1] not in "-":
        end = at + 1 + (run[at + 1] in " \u00a0\u202f")
        yield from change(CODE, at + 1, run[at + 1 : end], NBSP)


RULE = rule(CODE, "L", ".", abbreviation, "p. ex. ceci")
