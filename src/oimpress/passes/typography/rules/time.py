"""Dates and hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import NBSP, Spacing
from oimpress.passes.typography.rule import DIGITS, rule

DATE, HOUR = "T032", "T033"
MONTHS = "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
DAY = re.compile(
    rf"(?<![\w.,/])(?:[0-2]?\d|3[01]|1er)([ \u00a0\u202f])(?={MONTHS.replace(' ', '|')})[^\W\d_]+", re.IGNORECASE
)
CLOCK = re.compile(
    r"(?<![\w.,:/])([01]?\d|2[0-4])([ \u00a0\u202f]?)([hH])(?:([ \u00a0\u202f]?)([0-5]\d)(?![\w\u00a0\u202f]*\d{3}))?(?![\w/’'°²])"
)


def date(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Bind the day to the month; the space before the year stays ordinary. Source: babel-french (frenchdate)."""
    for match in DAY.finditer(run):
        if match[1] != NBSP and match[0].split(match[1])[-1].lower() in MONTHS.split(" "):
            yield Edit(DATE, *match.span(1), match[1], NBSP)


def hour(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Write the hour « 14 h 30 » with no-break spaces. Source: Imprimerie nationale; J. André, § 5.1.3."""
    for match in CLOCK.finditer(run):
        start, end = match.span()
        after = f"{match[1]}{NBSP}h" + (f"{NBSP}{match[5]}" if match[5] else "")
        if run[start:end] != after:
            yield Edit(HOUR, start + len(match[1]), end, run[start + len(match[1]) : end], after[len(match[1]) :])


DATES = rule("T032", "A", DIGITS, date, "5 mars 2026")
HOURS = rule("T033", "A", "hH", hour, "à 14h30")
