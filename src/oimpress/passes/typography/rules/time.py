"""Dates and hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import NBSP, Spacing
from oimpress.passes.typography.rule import DIGITS, before, rule

S = "[ \u00a0\u202f]"
DATE, HOUR = "T032", "T033"
MONTHS = "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
NAMES = frozenset(MONTHS.split())
DAY = re.compile(rf"[0-9](?:er)?([ \u00a0\u202f])(?={MONTHS.replace(' ', '|')})([^\W\d_]+)", re.IGNORECASE)
CLOCK = re.compile(
    rf"[0-9]({S}?)([hH])(?:({S}?)([0-5]\d)(?!\w|{S}?[hH](?!\w)|{S}\d{{3}}))?(?![\w/’'°²])",
)


def date(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Bind the day to the month; the space before the year stays ordinary. Source: babel-french (frenchdate)."""
    for match in DAY.finditer(run):
        if match[1] != NBSP and _is_day(run, match.start()) and match[2].lower() in NAMES:
            yield Edit(DATE, *match.span(1), match[1], NBSP)


def hour(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Write the hour « 14 h 30 » with no-break spaces. Source: Imprimerie nationale; J. André, § 5.1.3."""
    for match in CLOCK.finditer(run):
        start, end = match.start() + 1, match.end()
        after = f"{NBSP}h{NBSP}{match[4]}" if match[4] else f"{NBSP}h"
        if run[start:end] != after and _number(run, start) <= 24:
            yield Edit(HOUR, start, end, run[start:end], after)


def _number(run: str, end: int) -> int:
    """The number of one or two digits that ends at ``end``; 99 when it is more than that, or part of something."""
    start = end - 2 if run[max(end - 2, 0) : end].isdigit() and end > 1 else end - 1
    left = before(run, start)
    return 99 if left.isalnum() or (left and left in ".,:/") else int(run[start:end])


def _is_day(run: str, last: int) -> bool:
    minutes = run[max(last - 3, 0) : last - 1].endswith(("h\u00a0", "h ", "h\u202f"))
    return not minutes and 1 <= _number(run, last + 1) <= 31


DATES = rule("T032", "A", DIGITS, date, "5 mars 2026")
HOURS = rule("T033", "A", "hH", hour, "à 14h30")
