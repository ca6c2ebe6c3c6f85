"""Day and month."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, Usage
from oimpress.typography.figures import are_minutes, small_number
from oimpress.typography.rule import DIGITS, at_numbers, rule

CODE = "T032"
MONTHS = "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
SHORT = "janv. févr. fév. avr. juil. sept. oct. nov. déc."
NAMES = frozenset((MONTHS + " " + SHORT).split())
STARTS = "".join(sorted({letter for name in NAMES for letter in (name[0], name[0].upper())}))
DAY = lazy(rf"([0-9]++)(?:[eE][rR])?([ \u00a0\u202f])(?=[{STARTS}])([^\W\d_]+\b\.?)")


def date(run: str, usage: Usage) -> Iterator[Edit]:
    """Bind the day to the month; the space before the year stays ordinary. Source: babel-french (frenchdate)."""
    for match in at_numbers(DAY, run):
        named = not NAMES.isdisjoint((match[3].lower(), match[3].lower().removesuffix(".")))
        if named and match[2] != NBSP and _is_day(run, match.end(1)):
            yield Edit(CODE, *match.span(2), match[2], NBSP)


def _is_day(run: str, end: int) -> bool:
    return not are_minutes(run, end) and 1 <= small_number(run, end) <= 31


RULE = rule(CODE, "A", DIGITS, date, "5 mars 2026")
