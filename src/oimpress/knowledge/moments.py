"""The instant until which words ask to wait, such as « 20 mars 2026 à 6 h 00 GMT ».

It is never too early: a day without an hour is waited for to its end, and midnight is that which ends the day. Two
days, two hours that no clocks make one, a figure that is neither, an hour of which nobody can say by which clock:
that is no instant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from itertools import pairwise

from oimpress.knowledge.dates import FoundDate, find_date
from oimpress.knowledge.folding import fold, unaccented
from oimpress.knowledge.gazetteer import place_country
from oimpress.patterns import lazy

WRITTEN = "%Y-%m-%dT%H:%M:%SZ"
LONGEST_INSTANT = 600  # characters of words that name an instant
DAY = timedelta(days=1)
LAST = timezone(timedelta(hours=-12))  # where a day ends last
LATE = "soir|apres.midi|tarde|noche|afternoon|evening|night"
PART = rf"(?:du|de l'|de la|in the|at) ?(?:(?P<late>{LATE})|matin|manana|morning)\b"
HALF = r" ?(?P<half>[ap])\.? ?m\b"
HOUR = lazy(
    r"(?<![\d:/.+-])(?:(?P<hour>[01]?\d|2[0-4]) ?"
    r"(?:h(?:eures?|oras?|ours?|rs?)?\.? ?(?:(?P<minute>[0-5]\d)(?!\d))?(?![a-z])"
    r"|:(?P<colon>[0-5]\d)(?!\d)"
    r"|\.(?P<point>[0-5]\d)(?= *(?:[ap]\.? ?m|h(?:eures?|oras?|ours?|rs?)?|Z|CES?T|BST|[WCE]AT)\b))"
    rf"(?:{HALF}| {PART})?|(?P<alone>1[0-2]|[1-9]) ?(?P<side>[ap])\.? ?m\b)"
    r"|\b(?P<noon>midi|noon|mediodia)\b|\b(?P<night>minuit|midnight|medianoche)\b",
    re.IGNORECASE,
)
OFFSET = lazy(r"\b(?:UTC|GMT|TUC?)\b(?: ?(?P<sign>[+\u2212-]) ?(?P<hours>\d{1,2})(?:[:h]?(?P<minutes>[0-5]\d))?\b)?")
ZULU = " Z "  # what stands for an offset that is no hour
CLOCKS = {
    **dict.fromkeys(("CET", "CEST"), "Europe/Paris"),
    **dict.fromkeys(("EDT", "HNE", "HAE"), "America/Toronto"),  # EST is a French word in capitals
    **{"BST": "Europe/London", "WAT": "Africa/Lagos", "CAT": "Africa/Maputo", "EAT": "Africa/Nairobi"},
}
NAMED = lazy(rf"\b(?:{'|'.join(CLOCKS)})\b")
CLOCK = lazy(
    r"\b(?:heures?|hora) (?:(?P<here>locale?)\b|(?:de la |de l'|des |de |du |d'|a )(?!matin|manana|" + LATE + ")"
    r"(?P<place>[^,;()|]{2,40}))"
    r"|\b(?P<before>(?:[a-z]+ )?[a-z]+) time\b",
    re.IGNORECASE,
)


def read_instant(words: str, country: str = "", issued: str = "") -> str:
    """The instant that ``words`` name, ISO 8601 in UTC; empty unless day, hour and clock are certain.

    ``country`` is the ISO 3166-1 code of where the words were written: its clock counts when they name none. A day
    without a year is the first since the day ``issued`` (ISO 8601).
    """
    text = _even(words[:LONGEST_INSTANT])
    found = list(_dates(text))
    days = {_day(text[each.start : each.end], each.when, issued) for each in found}
    rest = _without(text, found)
    hours, zones = _hours(rest), _zones(rest, country)
    day = days.pop() if len(days) == 1 else None
    if day is None or any(map(str.isdigit, HOUR.sub("", OFFSET.sub(ZULU, rest)))):
        return ""
    if not hours:
        return end_of(day, zones)
    at = [(hours[0], zones)] if len(hours) == 1 else list(_hours_by_clocks(rest))
    instants = {_instant(day, hour, zone) for hour, of_hour in at for zone in of_hour}
    return instants.pop() if len(instants) == 1 and all(of_hour for _, of_hour in at) else ""


def _instant(day: date, hour: timedelta, zone: tzinfo) -> str:
    return written((datetime.combine(day, time()) + hour).replace(tzinfo=zone))


def _hours_by_clocks(text: str) -> Iterator[tuple[timedelta, list[tzinfo]]]:
    """Each of several hours with the clocks named behind it: « 14:00 CEST (12:00 GMT) »."""
    starts = [match.start() for match in HOUR.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        yield from ((hour, _zones(text[start:end], "")) for hour in _hours(text[start:end]))


def contradicts(words: str) -> bool:
    """Whether ``words`` name several days."""
    return len({found.when for found in _dates(_even(words[:LONGEST_INSTANT]))}) > 1


def end_of(day: date, zones: list[tzinfo]) -> str:
    """When ``day`` is over by the last of these clocks; without any, when it is over everywhere on Earth."""
    return max(written(datetime.combine(day + DAY, time(), zone)) for zone in zones or [LAST])


def written(moment: datetime) -> str:
    """``moment``, which knows its zone, as the canonical XML has it."""
    return moment.astimezone(UTC).strftime(WRITTEN)


def _even(words: str) -> str:
    """``words`` without accents and odd spaces."""
    return re.sub(r"\s+", " ", unaccented(words.replace("’", "'")))


def _dates(text: str) -> Iterator[FoundDate]:
    at = 0
    while found := find_date(text, at):
        yield found
        at = found.end


def _without(text: str, found: list[FoundDate]) -> str:
    for each in reversed(found):
        text = f"{text[: each.start]}|{text[each.end :]}"
    return text


def _day(text: str, when: str, issued: str) -> date | None:
    if when or len(issued) != 10:
        return date.fromisoformat(when) if when else None
    years = (find_date(f"{text} {int(issued[:4]) + later}") for later in (0, 1))
    following = next((each.when for each in years if each and each.when >= issued), "")
    return date.fromisoformat(following) if following else None


def _hours(text: str) -> list[timedelta]:
    """The times of day that ``text`` names, each once."""
    return list(dict.fromkeys(_hour(match) for match in HOUR.finditer(OFFSET.sub(ZULU, text))))


def _hour(match: re.Match[str]) -> timedelta:
    if match["noon"] or match["night"]:
        return timedelta(hours=12 if match["noon"] else 24)
    hours, half = int(match["hour"] or match["alone"]), (match["half"] or match["side"] or "").lower()
    half = "p" if match["late"] else half
    if half and hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    return timedelta(hours=hours, minutes=int(match["minute"] or match["colon"] or match["point"] or 0))


def _zones(text: str, country: str) -> list[tzinfo]:
    """The clocks that ``text`` can mean: those it names, else those of ``country``."""
    named = [*map(_shifted, OFFSET.finditer(text)), *_known(*(CLOCKS[match[0]] for match in NAMED.finditer(text)))]
    if named:
        return named
    if not (said := CLOCK.search(text)) or said["here"] or (said["before"] or "").lower() == "local":
        return clocks(country)
    place = (said["place"] or said["before"]).strip()
    names = (place, place.rpartition(" ")[2] if said["before"] else "")
    return next((found for name in names if name and (found := _clocks_at(name))), [])


def _shifted(match: re.Match[str]) -> tzinfo:
    size = timedelta(hours=int(match["hours"] or 0) % 24, minutes=int(match["minutes"] or 0))
    return timezone(size if match["sign"] == "+" else -size)


def clocks(country: str) -> list[tzinfo]:
    """The clocks of a country; none on a machine that does not know them. Source: CLDR, by way of Babel."""
    from babel.core import get_global

    return _known(*map(str, get_global("territory_zones").get(country, ())))


def _clocks_at(place: str) -> list[tzinfo]:
    city = _cities().get(fold(place))
    return _known(city) if city else clocks(place_country(place))


@cache
def _cities() -> dict[str, str]:
    """Folded name of a city -> the zone that is called after it."""
    from babel.core import get_global

    zones = (str(zone) for several in get_global("territory_zones").values() for zone in several)
    return {fold(zone.rpartition("/")[2].replace("_", " ")): zone for zone in zones}


def _known(*names: str) -> list[tzinfo]:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return [ZoneInfo(name) for name in names]
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return []
