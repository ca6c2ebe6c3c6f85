"""Numbers and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import NBSP, Spacing
from oimpress.passes.typography.lexicons import entries, words
from oimpress.passes.typography.rule import DIGITS, before, holds, rule

THOUSANDS, PERCENT, CURRENCY, MILLIONS, UNITS = "T034", "T035", "T036", "T037", "T038"
S = "[ \u00a0\u202f]"
BLANK = frozenset(" \u00a0\u202f")
SIGNS = tuple("€$£¥")
GROUPED = re.compile(rf"[1-9](?<![\w.,/:+’'-].)(?<![\dhH]{S}.)\d{{0,2}}(?:{S}\d{{3}})+(?!\w)(?!{S}\d)(?![./:]\d)")
RATE = re.compile(r"[%‰](?!\w)")
MILLION = re.compile(rf"[0-9]({S})(?:m|b|tr)ill(?:ion|iard)s?(?!\w)")
SIGN = re.compile(r"(?:US\$|\$US|\$CAN?|CA?\$|A\$|€|\$|£|¥)(?![\w$])")
CODE = re.compile(r"[A-Z]{3,4}(?![\w’'/-])")
COUNTED = ("million", "millions", "milliard", "milliards", "billion", "billions")


def thousands(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Part groups of three digits by the narrow space. Source: CLDR 48 (fr)."""
    for match in GROUPED.finditer(run):
        for at in range(*match.span()):
            if not run[at].isdigit() and run[at] != spacing.thousands:
                yield Edit(THOUSANDS, at, at + 1, run[at], spacing.thousands)


def percent(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set a no-break space before « % » and « ‰ ». Source: CLDR 48 (fr); J. André."""
    for match in RATE.finditer(run):
        start = end = match.start()
        while start and run[start - 1] in BLANK:
            start -= 1
        if before(run, start).isdigit():
            yield from _bound(PERCENT, run, start, end)


def currency(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set a no-break space before the sign or the ISO 4217 code of a currency. Source: CLDR 48 (fr); J. André."""
    found = [match.start() for match in SIGN.finditer(run)] if holds(run, SIGNS) else []
    known = words("currencies")
    found += (match.start() for match in CODE.finditer(run) if match[0] in known)
    for end in sorted(found):
        start = end - (before(run, end) in BLANK)
        if (before(run, start).isdigit() and not _is_identifier(run, start)) or (
            start < end and run.endswith(COUNTED, 0, start)
        ):
            yield from _bound(CURRENCY, run, start, end)


def millions(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Bind a number to « million » and « milliard ». Source: J. André, § 5.1.3."""
    for match in MILLION.finditer(run):
        yield from _bound(MILLIONS, run, *match.span(1))


@cache
def _unit_pattern() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The pattern of a unit after a number; how each form is written; those of one letter."""
    right = {form: line[0] for line in entries("units") for form in line}
    forms = sorted(right, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"[0-9]({S}?)({'|'.join(map(re.escape, forms))})(?![\w²³°’'ꀀ])(?!/\w)")
    return pattern, right, frozenset(form for form in right if len(form) == 1)


def units(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set a no-break space between a number and the symbol of its unit. Source: BIPM, SI brochure, 5.3.3."""
    pattern, right, short = _unit_pattern()
    for match in pattern.finditer(run):
        start, form = match.start() + 1, match[2]
        if (form in short and not match[1] and form != "h") or _is_identifier(run, start):
            continue
        yield from _bound(UNITS, run, *match.span(1))
        if right[form] != form:
            yield Edit(UNITS, *match.span(2), form, right[form])


def _is_identifier(run: str, end: int) -> bool:
    """Whether the digits that end at ``end`` are part of a word such as H1 or A320."""
    start = end
    while start and end - start < 20 and run[start - 1].isdigit():
        start -= 1
    return start > 0 and (run[start - 1].isalpha() or run[start - 1] == "_")


def _bound(code: str, run: str, start: int, end: int) -> Iterator[Edit]:
    """A no-break space instead of ``run[start:end]``."""
    if run[start:end] != NBSP:
        yield Edit(code, start, end, run[start:end], NBSP)


GROUPS = rule("T034", "A", DIGITS, thousands, "1 240 personnes")
PERCENTS = rule("T035", "A", "%‰", percent, "45%")
CURRENCIES = rule("T036", "A", DIGITS, currency, "250€")
MILLION_WORDS = rule("T037", "A", DIGITS, millions, "12 millions de personnes")
UNIT_SYMBOLS = rule("T038", "L", DIGITS, units, "5 km")
