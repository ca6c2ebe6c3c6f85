"""A mailing list, as ``[lists.NAME]`` of ``oimpress.toml`` describes it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Literal, TypeAlias, get_args

from oimpress.i18n import gettext_noop
from oimpress.patterns import lazy
from oimpress.plugins import EntryGroup, entries
from oimpress.settings.kinds import ValueKind, choice, number, several, some
from oimpress.settings.tables import table
from oimpress.settings.values import Day, Flag, Language, LineValue, NameValue, WordsList, WordsValue

Period: TypeAlias = Literal["daily", "weekly", "fortnightly", "monthly", "quarterly", "count"]
Order: TypeAlias = Literal["newest", "oldest", "title"]
WhenEmpty: TypeAlias = Literal["skip", "send"]
Corrected: TypeAlias = Literal["note", "again", "ignore"]
Form: TypeAlias = Literal["alternative", "mime-digest", "rfc1153"]
Security: TypeAlias = Literal["starttls", "tls", "none"]
TRANSPORTS = ("eml", "maildir", "smtp", "sendmail")
PERIODS: tuple[Period, ...] = get_args(Period)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOCK = lazy(r"([01]?\d|2[0-3])(?::([0-5]\d)|\s?[hH]\s?([0-5]\d)?)")
LINK = lazy(r"(?:https?://|mailto:)[!#-;=?-~]{1,900}")  # printable ASCII without quotes and angle brackets
LIST_ID = lazy(r"(?:(?P<words>[^<>]*)<(?P<inner>[A-Za-z0-9.-]+)>|(?P<bare>[A-Za-z0-9.-]+))")


def _hour(value: object) -> datetime.time | None:
    """The hour and minute of ``08:00``, ``8 h 30`` or a time of TOML."""
    if isinstance(value, datetime.time):
        return value.replace(second=0, microsecond=0)
    found = CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    return datetime.time(int(found[1]), int(found[2] or found[3] or 0)) if found else None


def _zone(value: object) -> datetime.tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.UTC if value == "UTC" else ZoneInfo(value) if isinstance(value, str) else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _link(value: object) -> str | None:
    return value if isinstance(value, str) and LINK.fullmatch(value) else None


def _list_id(value: object) -> str | None:
    return value if isinstance(value, str) and value.isprintable() and LIST_ID.fullmatch(value) else None


def _transport(value: object) -> str:
    """One of ours or of another package."""
    found: str = choice(*TRANSPORTS, *(entry.name for entry in entries(EntryGroup.TRANSPORTS))).checked(value)
    return found


WEEKDAY, DAY_OF_MONTH = choice(*DAYS), number(1, 31)
DAY_OF_PERIOD = ValueKind(
    "",
    "",
    lambda value: (WEEKDAY if isinstance(value, str) else DAY_OF_MONTH).checked(value),
    {"anyOf": [WEEKDAY.schema, DAY_OF_MONTH.schema]},
)
TRANSPORT = ValueKind("", "", _transport, {"type": "string", "examples": [*TRANSPORTS]})
HOUR = ValueKind(gettext_noop("a time of the day"), '"08:00"', _hour)
ZONE = ValueKind(gettext_noop("a zone of the IANA data base"), '"Europe/Zurich"', _zone)
LINK_KIND = ValueKind(gettext_noop("an address that begins with https: or mailto:"), '"https://…"', _link)
POST_KIND = replace(LINK_KIND, read=lambda value: value if value == "NO" else _link(value))  # RFC 2369, section 3.4
ID = ValueKind(gettext_noop("a dotted name of yours, with or without words"), '"Communiqués <a.b.c>"', _list_id)

Links: TypeAlias = Annotated[tuple[str, ...], several(LINK_KIND)]


@table
class TransportTable:
    """How mails are handed over. Each kind has keys of its own; what is None is as the kind has it.

    ``options`` are for the transports of other packages.
    """

    kind: Annotated[str, TRANSPORT] = "eml"
    path: WordsValue | None = None
    host: WordsValue | None = None
    security: Annotated[Security, choice(*get_args(Security))] | None = None
    port: Annotated[int, number(1, 65535)] | None = None
    timeout: Annotated[int, number(1, 600)] | None = None
    command: WordsList | None = None
    options: Mapping[NameValue, LineValue] | None = None


@table
class ListTable:
    """What a list may say. ``limit`` is the most releases of an issue, 0 for any number; empty is as everywhere."""

    title: WordsValue
    since: Day
    from_: WordsValue
    to: WordsList = ()
    reply_to: WordsList = ()
    bounces: LineValue = ""
    period: Annotated[Period, choice(*PERIODS)] = "weekly"
    day: Annotated[str | int, DAY_OF_PERIOD] | None = None
    hour: Annotated[datetime.time, HOUR] = datetime.time(8)
    time_zone: Annotated[datetime.tzinfo, ZONE] = datetime.UTC
    language: Language = ""
    style: LineValue = ""
    sources: WordsList = ()
    folder: WordsValue = "digest"
    order: Annotated[Order, choice(*get_args(Order))] = "newest"
    limit: Annotated[int, number(0, 1000)] = 0
    at_least: Annotated[int, number(1, 1000)] = 1
    when_empty: Annotated[WhenEmpty, choice(*get_args(WhenEmpty))] = "skip"
    include_late: Flag = True
    corrected: Annotated[Corrected, choice(*get_args(Corrected))] = "note"
    form: Annotated[Form, choice(*get_args(Form))] = "alternative"
    attach: Annotated[tuple[str, ...], some("pdf", "epub", "docx")] = ()
    allow_large: Flag = False
    approve: Flag = False
    auto_submitted: Flag = False
    list_id: Annotated[str, ID] = ""
    list_help: Links = ()
    list_unsubscribe: Links = ()
    list_subscribe: Links = ()
    list_post: Annotated[tuple[str, ...], several(POST_KIND)] = ()
    list_owner: Links = ()
    list_archive: Links = ()
    transport: TransportTable = TransportTable()
