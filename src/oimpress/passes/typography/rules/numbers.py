"""Numbers and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import NBSP, Spacing
from oimpress.passes.typography.lexicons import entries, words
from oimpress.passes.typography.rule import DIGITS, rule

THOUSANDS, PERCENT, CURRENCY, MILLIONS, UNITS = "T034", "T035", "T036", "T037", "T038"
S = "[ \u00a0\u202f]"
GROUPED = re.compile(
    rf"(?<![\w.,/:+’'-])(?<!\d{S})[1-9]\d{{0,2}}(?:{S}\d{{3}})+(?![\w./:])(?!{S}\d)|"
    rf"(?<![\w.,/:+’'-])(?<!\d{S})[1-9]\d{{0,2}}(?:{S}\d{{3}})+(?=\.(?!\d)|[/:](?!\d))(?!{S}\d)"
)
RATE = re.compile(rf"(?<=\d)({S}*)[%‰](?!\w)")
MILLION = re.compile(rf"(?<=\d)({S})(?:million|milliard|billion|trillion)s?(?!\w)")
SIGNS = r"(?:US\$|\$US|\$CAN?|CA?\$|A\$|€|\$|£|¥)"
MONEY = re.compile(rf"(?:(?<=\d)|(?<=[mM]illions)|(?<=illion)|(?<=illiards)|(?<=illiard))({S}?)({SIGNS})(?![\w$])")
CODE = re.compile(rf"(?:(?<=\d)|(?<=illions)|(?<=illion)|(?<=illiards)|(?<=illiard))({S}?)([A-Z]{{3,4}})(?![\w’'/-])")


def thousands(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Part groups of three digits by the narrow space. Source: CLDR 48 (fr)."""
    for match in GROUPED.finditer(run):
        for at in range(*match.span()):
            if not run[at].isdigit() and run[at] != spacing.thousands:
                yield Edit(THOUSANDS, at, at + 1, run[at], spacing.thousands)


def percent(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set a no-break space before « % » and « ‰ ». Source: CLDR 48 (fr); J. André."""
    return _bound(PERCENT, ((*match.span(1), match[1]) for match in RATE.finditer(run)))


def currency(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set a no-break space before the sign or the ISO 4217 code of a currency. Source: CLDR 48 (fr); J. André."""
    signs = ((*match.span(1), match[1]) for match in MONEY.finditer(run) if match[1] or run[match.start() - 1].isdigit())
    codes = (
        (*match.span(1), match[1])
        for match in CODE.finditer(run)
        if match[2] in words("currencies") and (match[1] or run[match.start() - 1].isdigit())
    )
    return _bound(CURRENCY, sorted((*signs, *codes)))


def millions(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Bind a number to « million » and « milliard ». Source: J. André, § 5.1.3."""
    return _bound(MILLIONS, ((*match.span(1), match[1]) for match in MILLION.finditer(run)))


@cache
def _unit_pattern() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The pattern of a unit after a number; how each form is written; those of one letter."""
    right = {form: line[0] for line in entries("units") for form in line}
    forms = sorted(right, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<=\d)({S}?)({'|'.join(map(re.escape, forms))})(?![\w²³°’'ꀀ])(?!/\w)")
    return pattern, right, frozenset(form for form in right if len(form) == 1)


def units(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set a no-break space between a number and the symbol of its unit. Source: BIPM, SI brochure, 5.3.3."""
    pattern, right, short = _unit_pattern()
    for match in pattern.finditer(run):
        if match[2] in short and not match[1] and match[2] != "h":
            continue
        if _is_identifier(run, match.start()):
            continue
        after = NBSP + right[match[2]]
        if match[0] != after:
            same = match[2] == right[match[2]]
            yield Edit(UNITS, match.start(), match.end(1) if same else match.end(), match[1] if same else match[0], NBSP if same else after)


def _is_identifier(run: str, end: int) -> bool:
    """Whether the digits that end at ``end`` are part of a word such as H1 or A320."""
    start = end
    while start and end - start < 20 and run[start - 1].isdigit():
        start -= 1
    return start > 0 and (run[start - 1].isalpha() or run[start - 1] == "_")


def _bound(code: str, spaces: object) -> Iterator[Edit]:
    for start, end, old in spaces:  # type: ignore[attr-defined]
        if old != NBSP:
            yield Edit(code, start, end, old, NBSP)


GROUPS = rule("T034", "A", DIGITS, thousands, "1 240 personnes")
PERCENTS = rule("T035", "A", "%‰", percent, "45%")
CURRENCIES = rule("T036", "A", DIGITS, currency, "250€")
MILLION_WORDS = rule("T037", "A", DIGITS, millions, "12 millions de personnes")
UNIT_SYMBOLS = rule("T038", "L", DIGITS, units, "5 km")
