"""A mailing list as ``[lists.NAME]`` of the configuration describes it, checked key by key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, time, tzinfo
from typing import Any, Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from oimpress.digest.periods import DAYS, PERIODS, Calendar
from oimpress.digest.settings import Settings
from oimpress.digest.transports import EmlFolder, Maildir, Security, Sendmail, Smtp, Transport
from oimpress.errors import UsageError
from oimpress.writers.mail.headers import Address, address, clean, fold, phrase
from oimpress.writers.mail.message import Form

Order: TypeAlias = Literal["newest", "oldest", "title"]
WhenEmpty: TypeAlias = Literal["skip", "send"]
Corrected: TypeAlias = Literal["note", "again", "ignore"]
LINKS = ("list-help", "list-unsubscribe", "list-subscribe", "list-post", "list-owner", "list-archive")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\Z")
_LINK = re.compile(r"(?:https?://|mailto:)[!#-;=?-~]{1,900}\Z")  # printable ASCII without quotes and angle brackets
_LIST_ID = re.compile(r"(?:(?P<words>[^<>]*)<(?P<inner>[A-Za-z0-9.-]+)>|(?P<bare>[A-Za-z0-9.-]+))\Z")


@dataclass(frozen=True, slots=True)
class MailingList:
    """One list. ``limit`` is the most releases of an issue, 0 for any number; ``at_least`` what a count waits for."""

    name: str
    title: str
    calendar: Calendar
    sender: Address
    transport: Transport
    to: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    bounces: Address | None = None
    language: str = "fr"
    style: str = "oim"
    sources: tuple[str, ...] = ()
    folder: str = "digest"
    order: Order = "newest"
    limit: int = 0
    at_least: int = 1
    when_empty: WhenEmpty = "skip"
    include_late: bool = True
    corrected: Corrected = "note"
    form: Form = "alternative"
    attach: tuple[str, ...] = ()
    allow_large: bool = False
    list_id: str = ""
    links: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who gets a delivery of its own: each address by SMTP and sendmail, one nameless by a folder."""
        if isinstance(self.transport, Smtp | Sendmail):
            return tuple(map(str, self.to))
        return ("",)

    def fields(self) -> tuple[str, ...]:
        """The header fields of RFC 2919, 2369 and 3834."""
        made = [_list_id_field(self.list_id)] if self.list_id else []
        for key, links in self.links:
            name = "-".join(part.capitalize() for part in key.split("-"))
            commas = [f"<{link}>," for link in links[:-1]]
            made.append(fold(name, [*commas, "NO" if links[-1] == "NO" else f"<{links[-1]}>"]))
        return (*made, "Auto-Submitted: auto-generated\r\n")

    def link(self, key: str) -> str:
        """The first address of a List-* setting, empty when there is none."""
        return dict(self.links).get(key, ("",))[0]


def mailing_list(name: str, table: Mapping[str, Any], place: str = "oimpress.toml") -> MailingList:
    """The list that ``[lists.name]`` describes. Raises UsageError with the place and the remedy."""
    where = f"{place}: [lists.{name}]"
    if not _NAME.match(name):
        raise UsageError(
            "{place}: “{name}” is no name for a list; use small letters, digits and hyphens, at most 40",
            place=where,
            name=name,
        )
    settings = Settings(where, table)
    made = MailingList(
        name=name,
        title=clean(settings.text("title")),
        calendar=_calendar(settings),
        sender=address(settings.text("from"), f"{where} from"),
        to=_addresses(settings, "to"),
        reply_to=_addresses(settings, "reply-to"),
        bounces=next(iter(_addresses(settings, "bounces")), None),
        language=settings.text("language", "fr"),
        style=settings.text("style", "oim"),
        sources=settings.texts("sources"),
        folder=settings.text("folder", "digest"),
        order=settings.choice("order", get_args(Order), "newest"),
        limit=settings.number("limit", 0, 0, 1000),
        at_least=settings.number("at-least", 1, 1, 1000),
        when_empty=settings.choice("when-empty", get_args(WhenEmpty), "skip"),
        include_late=settings.flag("include-late", True),
        corrected=settings.choice("corrected", get_args(Corrected), "note"),
        form=settings.choice("form", get_args(Form), "alternative"),
        attach=tuple(settings.choices("attach", ("pdf", "epub", "docx"))),
        allow_large=settings.flag("allow-large", False),
        list_id=_list_id(settings),
        links=tuple((key, links) for key in LINKS if (links := _links(settings, key))),
        transport=_transport(settings),
    )
    settings.finish()
    if made.recipients == ():
        raise UsageError('{place} to: nobody to send to; write to = ["liste@…"], or take a maildir', place=where)
    return made


def _calendar(settings: Settings) -> Calendar:
    period = settings.choice("period", PERIODS, "weekly")
    return Calendar(period, _since(settings), _day(settings, period), _hour(settings), _zone(settings))


def _since(settings: Settings) -> date:
    given = settings.take("since")
    if isinstance(given, date):
        return date(given.year, given.month, given.day)
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        wanted = "the day the list begins, such as 2026-11-22: older releases stay out"
        raise settings.wrong("since", given, wanted) from None


def _day(settings: Settings, period: str) -> int:
    if period in ("weekly", "fortnightly"):
        return DAYS.index(settings.choice("day", DAYS, "monday")) + 1
    if period in ("monthly", "quarterly"):
        return settings.number("day", 1, 1, 31)
    if (given := settings.take("day")) is not None:
        raise settings.wrong("day", given, "no day, for this period has none:", period)
    return 1


def _hour(settings: Settings) -> time:
    given = settings.take("hour")
    if given is None:
        return time(8)
    if isinstance(given, time):
        return given.replace(second=0, microsecond=0)
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", given) if isinstance(given, str) else None
    if not found:
        raise settings.wrong("hour", given, 'a time such as "08:00"')
    return time(int(found[1]), int(found[2]))


def _zone(settings: Settings) -> tzinfo:
    name = settings.text("time-zone", "UTC")
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise settings.wrong("time-zone", name, 'a zone of the IANA data base, such as "Europe/Zurich"') from None


def _addresses(settings: Settings, key: str) -> tuple[Address, ...]:
    return tuple(address(text, f"{settings.place} {key}") for text in settings.texts(key))


def _links(settings: Settings, key: str) -> tuple[str, ...]:
    links = settings.texts(key)
    for link in links:
        if not _LINK.match(link) and (key, link) != ("list-post", "NO"):
            raise settings.wrong(key, link, "an address that begins with https: or mailto:")
    return links


def _list_id(settings: Settings) -> str:
    given = settings.text("list-id", "")
    if given and not _LIST_ID.match(clean(given)):
        raise settings.wrong("list-id", given, "a dotted name of yours, with or without words: Communiqués <a.b.c>")
    return clean(given)


def _list_id_field(list_id: str) -> str:
    found = _LIST_ID.match(list_id)
    words, inner = (found["words"] or "", found["inner"] or found["bare"]) if found else ("", "")
    return fold("List-Id", [*phrase(words, len("List-Id: ")), f"<{inner}>"])


def _transport(settings: Settings) -> Transport:
    inner = settings.table("transport")
    match inner.choice("kind", ("eml", "maildir", "smtp", "sendmail"), "eml"):
        case "maildir":
            made: Transport = Maildir(inner.text("path"))
        case "smtp":
            made = _smtp(inner)
        case "sendmail":
            made = Sendmail(inner.texts("command") or ("/usr/sbin/sendmail", "-i"))
        case _:
            made = EmlFolder(inner.text("path", "outbox"))
    inner.finish()
    return made


def _smtp(settings: Settings) -> Smtp:
    security = settings.choice("security", get_args(Security), "starttls")
    port = {"starttls": 587, "tls": 465, "none": 25}[security]
    return Smtp(
        settings.text("host"), settings.number("port", port, 1, 65535), security, settings.number("timeout", 30, 1, 600)
    )
