"""The values that settings have: texts, days, languages, colours …, each as its kind and as the type of a field."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, TypeAlias

from oimpress.i18n import gettext_noop
from oimpress.knowledge.addresses import ON_THE_WEB
from oimpress.knowledge.dates import written_dates
from oimpress.knowledge.gazetteer import country_code
from oimpress.knowledge.tags import language_tag
from oimpress.patterns import lazy
from oimpress.settings.kinds import CONTROL, Unfit, ValueKind, several, shown

CLOCK = lazy(r"\d{4}-\d\d-\d\d[T ]\d")
NAME = lazy("[a-z0-9][a-z0-9-]{0,39}")
HEX = "#[0-9a-fA-F]{6}"
TWO_DAYS = gettext_noop("{place}: “{found}” may be two days; write {one} or {other}")


def _line(value: object) -> str | None:
    return value if isinstance(value, str) and not CONTROL.search(value) else None


def _words(value: object) -> str | None:
    return line if (line := _line(value)) and line.strip() else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _date(value: object) -> str | None:
    """ISO 8601, a year or a month alone too; empty where an empty text says that there is none."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if not isinstance(value, str) or not value:
        return value if value == "" else None
    match written_dates(value):
        case [one]:
            return one
        case [one, other]:
            raise Unfit(TWO_DAYS, found=shown(value), one=one, other=other)
        case _:
            return None


def _day(value: object) -> datetime.date | None:
    day = _date(value)
    return datetime.date.fromisoformat(day) if day and len(day) == 10 else None


def _moment(value: object) -> str | None:
    """ISO 8601 for a day or a moment, which must say its zone; another text as it stands, an empty one too."""
    if isinstance(value, str) and CLOCK.match(value):
        try:
            value = datetime.datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime.datetime):
        return value.isoformat() if value.tzinfo else None
    return value.isoformat() if isinstance(value, datetime.date) else _line(value)


def _url(value: object) -> str | None:
    line = _line(value)
    return line if line and line.startswith(ON_THE_WEB) else None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) and NAME.fullmatch(value) else None


def _named(find: Callable[[str], str]) -> Callable[[object], str | None]:
    """Reads a text by what ``find`` gives for it; none where that is empty."""
    return lambda value: (find(line) or None) if (line := _words(value)) else None


LINE = ValueKind(gettext_noop("a text on one line"), '"…"', _line)
WORDS = ValueKind(gettext_noop("a text on one line"), '"…"', _words, {"type": "string", "minLength": 1})
SMALL_NAME = ValueKind(
    gettext_noop("a name that may stand here"),
    gettext_noop("small letters, digits and hyphens, at most 40"),
    _name,
    {"type": "string", "pattern": f"^{NAME.pattern}$"},
)
FLAG = ValueKind(
    gettext_noop("true or false"), gettext_noop("one of the two, without quotes"), _flag, {"type": "boolean"}
)
DATE = ValueKind(gettext_noop("a day that exists"), gettext_noop("2026-11-22, 22/11/2026 or 22 November 2026"), _date)
DAY = replace(DATE, read=_day)
MOMENT = ValueKind(
    gettext_noop("a moment with its time zone, a day, or a text on one line"),
    gettext_noop("2026-11-22T08:00:00+01:00"),
    _moment,
)
LANGUAGE = ValueKind(gettext_noop("a language"), gettext_noop("fr, fr-CA, Spanish"), _named(language_tag))
COUNTRY = ValueKind(gettext_noop("a country"), gettext_noop("FR, CH or a country’s name"), _named(country_code))
URL = ValueKind(gettext_noop("a web address"), "https://…", _url, {"type": "string", "pattern": "^https?://"})
COLOUR = ValueKind(
    gettext_noop("a colour"),
    "#1a2b3c",
    lambda value: value.lower() if isinstance(value, str) and re.fullmatch(HEX, value) else None,
    {"type": "string", "pattern": f"^{HEX}$"},
)

LineValue: TypeAlias = Annotated[str, LINE]
WordsValue: TypeAlias = Annotated[str, WORDS]
WordsList: TypeAlias = Annotated[tuple[str, ...], several(WORDS)]
NameValue: TypeAlias = Annotated[str, SMALL_NAME]
Flag: TypeAlias = Annotated[bool, FLAG]
DateValue: TypeAlias = Annotated[str, DATE]
Day: TypeAlias = Annotated[datetime.date, DAY]
MomentValue: TypeAlias = Annotated[str, MOMENT]
Language: TypeAlias = Annotated[str, LANGUAGE]
Country: TypeAlias = Annotated[str, COUNTRY]
Url: TypeAlias = Annotated[str, URL]
Colour: TypeAlias = Annotated[str, COLOUR]
