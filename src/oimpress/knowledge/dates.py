"""Dates as people write them, to ISO 8601; a year that is not written is not guessed."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from oimpress.knowledge.languages import LANGUAGES
from oimpress.knowledge.lexicon import named
from oimpress.patterns import lazy


class FoundDate(NamedTuple):
    """A date at ``start:end`` of a text; ``when`` is ISO 8601, empty without a year or when it is not a real day."""

    start: int
    end: int
    when: str


@cache
def months() -> dict[str, int]:
    """Month name or abbreviation, lower case and without full stop -> number, in French, English and Spanish."""
    names: dict[str, int] = {"fév": 2, "fev": 2, "fevrier": 2, "juill": 7, "aout": 8, "decembre": 12, "setiembre": 9}
    for language in LANGUAGES:
        names |= {name.lower().rstrip("."): int(number) for number, name in named("month", language)}
    return names


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    year = r"(?P<year>(?:19|20)\d\d)"
    return (
        re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:er|º|st|nd|rd|th)?\s+(?:de\s+)?(?P<month>{month})\b\.?(?:,?\s+(?:de\s+)?{year}\b)?",
            re.I,
        ),
        re.compile(rf"\b(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+{year}\b)?", re.I),
        re.compile(rf"\b(?P<day>\d{{1,2}})[./-](?P<number>\d{{1,2}})[./-]{year}\b"),
        re.compile(rf"\b{year}-(?P<number>\d{{2}})-(?P<day>\d{{2}})\b"),
    )


def find_date(text: str, start: int = 0, end: int | None = None) -> FoundDate | None:
    """The first date in ``text[start:end]``, by day and month; None when there is none."""
    stop = len(text) if end is None else end
    matches = [match for pattern in _patterns() if (match := pattern.search(text, start, stop))]
    if not matches:
        return None
    match = min(matches, key=lambda found: (found.start(), -found.end()))
    return FoundDate(match.start(), match.end(), _iso(match))


def _iso(match: re.Match[str]) -> str:
    found = match.groupdict()
    month = months()[found["month"].lower()] if found.get("month") else int(found["number"])
    return _real(int(found["year"]), month, int(found["day"])) if found["year"] else ""


def _real(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


NUMBERS = lazy(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
ISO = lazy(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


def written_dates(text: str) -> tuple[str, ...]:
    """The days, months or years in ISO 8601 that ``text``, a date and nothing else, can mean.

    One for ``2026``, ``2026-11``, ``22/11/2026``, ``dimanche 22 novembre 2026`` or ``November 2026``; two for
    ``03/04/2026``, where nobody knows which number is the month; none for what is no date or no real day.
    """
    words = " ".join(text.lower().split())
    if iso := ISO.fullmatch(words):
        year, month, day = (int(part or 1) for part in iso.groups())
        return (words,) if _real(year, month, day) else ()
    if numbers := NUMBERS.fullmatch(words):
        one, other, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
        return tuple(dict.fromkeys(filter(None, (_real(year, other, one), _real(year, one, other)))))
    if month_alone := _month_pattern().fullmatch(words):
        return (f"{month_alone['year']}-{months()[month_alone['month']]:02}",)
    words = words.removeprefix("le ")
    named = words.partition(" ")[2] if words.startswith(_weekdays()) else words
    found = next((match for pattern in _patterns()[:2] if (match := pattern.fullmatch(named))), None)
    return tuple(filter(None, [_iso(found)])) if found else ()


@cache
def _month_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<month>{'|'.join(map(re.escape, months()))})\.? (?:de )?(?P<year>(?:19|20)\d\d)")


@cache
def _weekdays() -> tuple[str, ...]:
    return tuple(name for lang in LANGUAGES for _, name in named("weekday", lang))
