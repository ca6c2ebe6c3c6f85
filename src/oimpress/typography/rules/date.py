"""Day and month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.figures import are_minutes, small_number
from oimpress.typography.rule import DIGITS, rule

CODE = "T032"
MONTHS = "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
SHORT = "janv. févr. fév. avr. juil. sept. oct. nov. déc."
NAMES = frozenset((MONTHS + " " + SHORT).split())
STARTS = "".join(sorted({letter for name in NAMES for letter in (name[0], name[0].upper())}))
DAY = re.compile(rf"[0-9](?:[eE][rR])?([ \u00a0\u202f])(?=[{STARTS}])([^\W\d_]+\b\.?)")


def date(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind the day to the month; the space before the year stays ordinary. Source: babel-french (frenchdate)."""
    for match in DAY.finditer(run):
        named = not NAMES.isdisjoint((match[2].lower(), match[2].lower().removesuffix(".")))
        if named and match[1] != NBSP and _is_day(run, match.start()):
            yield Edit(CODE, *match.span(1), match[1], NBSP)


def _is_day(run: str, last: int) -> bool:
    return not are_minutes(run, last + 1) and 1 <= small_number(run, last + 1) <= 31


RULE = rule(CODE, "A", DIGITS, date, "5 mars 2026")
