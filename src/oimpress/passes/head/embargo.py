"""Until when a release must not be published: the instant that the words of an embargo name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo

from oimpress.knowledge.dates import Found, find_date
from oimpress.knowledge.gazetteer import place_country
from oimpress.model.draft import Draft
from oimpress.model.nodes import Embargo
from oimpress.model.traced import Traced, made
from oimpress.notices import Result, notice
from oimpress.passes.head.words import plainly

EMBARGO, UNTIL = "H011", "H012"
HOUR = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3]) ?(?:h(?:eures?|rs?)?(?![a-z])|:) ?(?P<minute>[0-5]\d)?(?:[: ]00(?!\d))?"
    r"(?: ?(?P<half>[ap])\.?m\b)?|(?<![\d:])(?P<twelve>1?\d)(?:\.(?P<past>[0-5]\d))? ?(?P<part>[ap])\.?m\b"
    r"|(?P<word>minuit|midi|midnight|noon|medianoche|mediod[íi]a)\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?<!\w)(?P<zone>GMT|UTC|TUC?|CES?T|HNE|HAE|HE|ES?T|EDT)(?: ?(?P<shift>[+-] ?\d{1,2})(?!\d))?(?!\w)"
    r"|heures? (?:locale )?(?:de |d')(?P<place>[A-ZÀ-Þ][\w' -]{2,30})|(?P<other>[A-ZÀ-Þ][\w'-]{2,20}) time"
)
ZONES = {"GMT": "UTC", "UTC": "UTC", "TU": "UTC", "TUC": "UTC", "CET": "Europe/Paris", "CEST": "Europe/Paris"}
EASTERN = "America/Toronto"
NIGHT = ("minuit", "midnight", "medianoche")


def embargo(draft: Draft) -> Result[Draft]:
    """Work out when the embargo ends. Rule H012; notices H106 no instant can be read, H107 several that differ."""
    said = draft.release.embargo
    if not said or not isinstance(said.text, Traced):
        return Result(draft)
    place = draft.release.dateline.place if draft.release.dateline else None
    until = instant(
        str(said.text),
        str(place.country) if place and place.country else draft.house.country,
        str(draft.release.published),
    )
    if until:
        return Result(draft.having(embargo=Embargo(said.text, made(until, UNTIL, said.text.start))))
    days = {found.when for found in _dates(plainly(str(said.text)))}
    return Result(draft, (notice("H107" if len(days) > 1 else "H106", detail=str(said.text)),))


def instant(text: str, country: str, issued: str = "") -> str:
    """When an embargo ends, ISO 8601 in UTC; empty where no day, hour or zone can be told for sure.

    A day without an hour ends the embargo as it begins, in the country's zone; two different days are no answer. A day
    without a year is the first since the release was ``issued`` (ISO 8601).
    """
    text = plainly(text)
    days = {_day(text[found.start : found.end], found.when, issued) for found in _dates(text)}
    zone, hour = _zone(text, country), _hour(_undated(text))
    day = days.pop() if len(days) == 1 else None
    if day is None or zone is None or hour is None:
        return ""
    day += datetime.timedelta(days=hour[0] // 24)
    local = datetime.datetime.combine(day, datetime.time(hour[0] % 24, hour[1]), zone)
    return local.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _dates(text: str) -> Iterator[Found]:
    at = 0
    while found := find_date(text, at):
        yield found
        at = found.end


def _undated(text: str) -> str:
    for found in _dates(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _day(text: str, when: str, issued: str) -> datetime.date | None:
    """The day, in the year in which it comes first since the release was issued where it names none."""
    if when or len(issued) != 10:
        return datetime.date.fromisoformat(when) if when else None
    years = (find_date(f"{text} {year}") for year in (int(issued[:4]), int(issued[:4]) + 1))
    found = next((one.when for one in years if one and one.when >= issued), "")
    return datetime.date.fromisoformat(found) if found else None


def _hour(text: str) -> tuple[int, int] | None:
    """The hour that ``text`` names, midnight where it names none; None for several, or for figures that are none."""
    times = {_clock(match) for match in HOUR.finditer(text)}
    if len(times) > 1 or any(map(str.isdigit, NAMED.sub("", HOUR.sub("", text)))):
        return None
    return times.pop() if times else (0, 0)


def _clock(match: re.Match[str]) -> tuple[int, int]:
    if match["word"]:
        return (24 if match["word"].lower() in NIGHT else 12), 0
    half = (match["half"] or match["part"] or "").lower()
    hour = int(match["hour"] or match["twelve"])
    return hour % 12 + 12 * (half == "p") if half else hour, int(match["minute"] or match["past"] or 0)


def _zone(text: str, country: str) -> datetime.tzinfo | None:
    named = NAMED.search(text)
    if not named:
        return zone_of(country)
    if place := named["place"] or named["other"]:
        return zone_of(place_country(place.strip()))
    if named["zone"].upper() not in ZONES:
        return ZoneInfo(EASTERN)
    zone = ZoneInfo(ZONES[named["zone"].upper()])
    if not named["shift"]:
        return zone
    return datetime.timezone(datetime.timedelta(hours=int(named["shift"].replace(" ", ""))))


@cache
def zone_of(country: str) -> datetime.tzinfo | None:
    """The time of a country that has one; None for others. Source: CLDR, by way of Babel."""
    from babel.core import get_global

    zones = get_global("territory_zones").get(country, ())
    return ZoneInfo(zones[0]) if len(zones) == 1 else None
