"""Dates as people write them, to ISO 8601; a year that is not written is not guessed."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from oimpress.knowledge.languages import LANGUAGES
from oimpress.knowledge.lexicon import named
from oimpress.patterns import lazy

MONTH_FIRST = lazy(r"en(?:-(?:US|CA|PH))?")  # English where the month can stand first


class FoundDate(NamedTuple):
    """A date at ``start:end`` of a text; ``when`` is ISO 8601, empty without a year or when it is not a real day.

    ``other`` is the day that the same figures mean where people write the month first: 3 April in « 04/03/2026 ».
    """

    start: int
    end: int
    when: str
    other: str = ""

    def in_language(self, lang: str) -> str:
        """The day; none where in English the month can stand first, and nobody knows."""
        return "" if self.other and MONTH_FIRST.fullmatch(lang) else self.when


@cache
def months() -> dict[str, int]:
    """Month name or abbreviation, lower case and without full stop -> number, in French, English and Spanish.

    In German names alone: pages date their texts with them.
    """
    names: dict[str, int] = {"fév": 2, "fev": 2, "fevrier": 2, "juill": 7, "aout": 8, "decembre": 12, "setiembre": 9}
    names |= {"januar": 1, "februar": 2, "märz": 3, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12}
    for language in LANGUAGES:
        names |= {name.lower().rstrip("."): int(number) for number, name in named("month", language)}
    return names


ORDINAL = lazy(r"(?<=\d)\.(?=\s+[^\W\d_]{3})")


def undotted(text: str) -> str:
    """``text`` with days as other languages write them, « 20 Mai » for « 20. Mai »: elsewhere the dot ends a number."""
    return ORDINAL.sub("", text)


DIGIT = lazy(r"\d")
DAY_LAST = lazy(r"\s\d\d?(?!\d)")  # behind a month: a look that costs less than all their names


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    year = r"(?P<year>(?:19|20)\d\d)"
    return (
        re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:er|º|st|nd|rd|th)?\s+(?:de\s+|day\s+of\s+)?(?P<month>{month})\b\.?(?:,?\s+(?:de\s+)?{year}\b)?",
            re.I,
        ),
        re.compile(rf"\b(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+{year}\b)?", re.I),
        re.compile(rf"\b(?P<day>\d{{1,2}})[./-](?P<number>\d{{1,2}})[./-]{year}\b"),
        re.compile(rf"\b{year}-(?P<iso>\d{{2}})-(?P<day>\d{{2}})\b"),
        re.compile(r"(?<![\w./-])(?P<day>[0-3]\d)([./])(?P<number>[0-3]\d)\2(?P<short>\d\d)(?![\w/-]|\.\d)", re.ASCII),
    )


SHORT_YEAR = lazy(r" (?P<apostrophe>['’])?(?P<short>\d\d)(?!\w)(?P<last> *[.)]? *$)?")
FIRST_SHORT = 70  # the first year that two figures mean of the last century
MONTH_EDGE = lazy(r"^[\s,.:–—|/·(-]+|[\s)]+$")


def find_date(text: str, start: int = 0, end: int | None = None) -> FoundDate | None:
    """The first date in ``text[start:end]``, by day and month; None when there is none.

    A year of two figures counts where nothing else can be meant: « 12/03/24 »; at the end of a text, behind an
    apostrophe, or where the day of the week is that of the year: « mardi 12 mars 24 ».
    """
    stop = len(text) if end is None else end
    if not DIGIT.search(text, start, stop):
        return None
    day_first, month_first, *numbers = _patterns()
    patterns = (day_first, month_first, *numbers) if DAY_LAST.search(text, start, stop) else (day_first, *numbers)
    matches = [match for pattern in patterns if (match := _real_match(pattern, text, start, stop))]
    if not matches:
        return None
    match = min(matches, key=lambda found: (found.start(), -found.end()))
    when, other = _iso(match)
    if not when and match.groupdict().get("month") and not match["year"]:
        last, when = _in_short(match, text, stop)
        return FoundDate(match.start(), last, when)
    return FoundDate(match.start(), match.end(), when, other)


def month_alone(text: str, start: int = 0) -> FoundDate | None:
    """The month with its year that is all that ``text`` says from ``start`` on, « – Juin 2025 »."""
    said = MONTH_EDGE.sub("", text[start:].lower()) if text[-2:].strip(") ").isdigit() else ""
    if not (found := _month_pattern().fullmatch(said)):
        return None
    at = text.lower().index(said, start)
    return FoundDate(at, at + len(said), _year_and_month(found))


def _real_match(pattern: re.Pattern[str], text: str, start: int, stop: int) -> re.Match[str] | None:
    """The first match; with a year of two figures, of those that are real days."""
    match = pattern.search(text, start, stop)
    while match and "short" in match.groupdict() and not _iso(match)[0]:
        match = pattern.search(text, match.end(), stop)
    return match


def _in_short(match: re.Match[str], text: str, stop: int) -> tuple[int, str]:
    """Where a date without a year ends, and when it is, where a year of two figures stands behind it."""
    short = SHORT_YEAR.match(text, match.end(), stop)
    if not short:
        return match.end(), ""
    when = _real(_century(short["short"]), months()[match["month"].lower()], int(match["day"]))
    before = text[: match.start()].rstrip(" ,").rpartition(" ")[2].lower().lstrip("(")
    weekday = next((number for number, name in _days_of_the_week() if name == before), None)
    if not when or (weekday is not None and datetime.date.fromisoformat(when).weekday() != weekday):
        return match.end(), ""
    sure = weekday is not None or short["apostrophe"] or (short["last"] is not None and stop == len(text))
    return (short.end("short"), when) if sure else (match.end(), "")


def _century(short: str) -> int:
    return int(short) + (1900 if int(short) >= FIRST_SHORT else 2000)


def _iso(match: re.Match[str]) -> tuple[str, str]:
    """The day that a match says, and the other that figures alone can mean."""
    found = match.groupdict()
    if not (year := found.get("year") or found.get("short")):
        return "", ""
    written = _century(year) if len(year) == 2 else int(year)
    day = int(found["day"])
    if found.get("number"):
        number = int(found["number"])
        days = [when for when in (_real(written, number, day), _real(written, day, number)) if when]
        first, other = (*days, "", "")[:2]
        return first, other if other != first else ""
    month = months()[found["month"].lower()] if found.get("month") else int(found["iso"])
    return _real(written, month, day), ""


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
    if a_month := _month_pattern().fullmatch(words):
        return (_year_and_month(a_month),)
    words = words.removeprefix("le ")
    named = words.partition(" ")[2] if words.startswith(tuple(name for _, name in _days_of_the_week())) else words
    found = next((match for pattern in _patterns()[:2] if (match := pattern.fullmatch(named))), None)
    return tuple(filter(None, [_iso(found)[0]])) if found else ()


@cache
def _month_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<month>{'|'.join(map(re.escape, months()))})\.? (?:de )?(?P<year>(?:19|20)\d\d)")


def _year_and_month(match: re.Match[str]) -> str:
    return f"{match['year']}-{months()[match['month']]:02}"


@cache
def _days_of_the_week() -> tuple[tuple[int, str], ...]:
    """Each name of a day of the week, in lower case, with its number from Monday, 0."""
    return tuple((int(number), name.lower()) for lang in LANGUAGES for number, name in named("weekday", lang))


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week, in lower case."""
    return frozenset(name for _, name in _days_of_the_week())


@cache
def small_weekdays() -> frozenset[str]:
    """Those that a sentence writes with a small letter: French and Spanish ones."""
    return weekdays() - {name.lower() for _, name in named("weekday", "en")}
