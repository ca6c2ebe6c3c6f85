"""A mailing list: what ``[lists.NAME]`` of the configuration says, as planning, rendering and delivery use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeAlias

from oimpress.digest.periods import Calendar
from oimpress.digest.transports import EmlFolder, Maildir, Sendmail, Smtp, Transport, transport_of
from oimpress.errors import UsageError
from oimpress.plugins import EntryGroup, entries
from oimpress.records import record
from oimpress.settings.lists import (
    DAY_OF_MONTH,
    DAYS,
    LIST_ID,
    WEEKDAY,
    Corrected,
    Form,
    ListTable,
    Order,
    Security,
    TransportTable,
    WhenEmpty,
)
from oimpress.settings.mistakes import MISSING, key_of, unknown_key
from oimpress.settings.tables import checked, in_file
from oimpress.settings.values import SMALL_NAME
from oimpress.writers.mail.headers import Mailbox, address, clean, field_on_lines, phrase

ListPlace: TypeAlias = Callable[..., str]  # the place of a key of the list, as people call it
LINKS = ("list-help", "list-unsubscribe", "list-subscribe", "list-post", "list-owner", "list-archive")
PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
KEYS: Mapping[str, tuple[str, ...]] = {
    "eml": ("path",),
    "maildir": ("path",),
    "smtp": ("host", "security", "port", "timeout"),
    "sendmail": ("command",),
}


@record
class MailingList:
    """One list.

    ``limit`` is the most releases of an issue, 0 for any number; ``at_least`` what a count waits for; ``office`` the
    name of who sends it, where ``oimpress.toml`` says so.
    """

    name: str
    title: str
    calendar: Calendar
    sender: Mailbox
    transport: Transport
    to: tuple[Mailbox, ...] = ()
    reply_to: tuple[Mailbox, ...] = ()
    bounces: Mailbox | None = None
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
    approve: bool = False
    auto_submitted: bool = False
    list_id: str = ""
    links: tuple[tuple[str, tuple[str, ...]], ...] = ()
    office: str = ""

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who gets a delivery of its own: each address by SMTP and sendmail, one nameless by a folder."""
        return tuple(map(str, self.to)) if self.transport.by_recipient else ("",)

    def fields(self) -> tuple[str, ...]:
        """The header fields of RFC 2919, 2369 and 3834."""
        made = [_list_id_field(self.list_id)] if self.list_id else []
        for key, links in self.links:
            name = "-".join(part.capitalize() for part in key.split("-"))
            commas = [f"<{link}>," for link in links[:-1]]
            made.append(field_on_lines(name, [*commas, "NO" if links[-1] == "NO" else f"<{links[-1]}>"]))
        return (*made, *(("Auto-Submitted: auto-generated\r\n",) if self.auto_submitted else ()))

    def link(self, key: str) -> str:
        """The first address of a List-* setting, empty when there is none."""
        return dict(self.links).get(key, ("",))[0]


def mailing_list(name: str, said: ListTable | Mapping[str, Any], place: str = "oimpress.toml") -> MailingList:
    """The list that ``[lists.name]`` describes. Raises UsageError with the place and the remedy."""

    def where(*keys: str) -> str:
        return in_file(place)(("lists", name, *keys))

    SMALL_NAME.at(where(), name)
    told = said if isinstance(said, ListTable) else checked(ListTable, said, lambda keys: where(*keys))
    made = MailingList(
        name=name,
        title=clean(told.title),
        calendar=_calendar(told, where),
        sender=address(told.from_, where("from")),
        to=_addresses(told.to, where("to")),
        reply_to=_addresses(told.reply_to, where("reply-to")),
        bounces=address(told.bounces, where("bounces")) if told.bounces else None,
        language=told.language or "fr",
        style=told.style or "oim",
        sources=told.sources,
        folder=told.folder,
        order=told.order,
        limit=told.limit,
        at_least=told.at_least,
        when_empty=told.when_empty,
        include_late=told.include_late,
        corrected=told.corrected,
        form=told.form,
        attach=told.attach,
        allow_large=told.allow_large,
        approve=told.approve,
        auto_submitted=told.auto_submitted,
        list_id=clean(told.list_id),
        links=tuple((key, links) for key in LINKS if (links := getattr(told, key.replace("-", "_")))),
        transport=_transport(told.transport, where),
    )
    if made.recipients == ():
        raise UsageError('{place}: nobody to send to; write to = ["liste@…"], or take a maildir', place=where("to"))
    return made


def _calendar(told: ListTable, where: ListPlace) -> Calendar:
    return Calendar(told.period, told.since, _day(told, where("day")), told.hour, told.time_zone)


def _day(told: ListTable, place: str) -> int:
    """The day of the cut-off as a calendar counts it; the first where none is given."""
    match told.period:
        case "weekly" | "fortnightly":
            return DAYS.index(WEEKDAY.at(place, told.day or DAYS[0])) + 1
        case "monthly" | "quarterly":
            return int(DAY_OF_MONTH.at(place, told.day or 1))
        case "daily" | "count":
            if told.day is not None:
                raise UsageError("{place}: a period that has no day; take this line out", place=place)
            return 1


def _addresses(texts: tuple[str, ...], place: str) -> tuple[Mailbox, ...]:
    return tuple(address(text, place) for text in texts)


def _list_id_field(list_id: str) -> str:
    found = LIST_ID.fullmatch(list_id)
    words, inner = (found["words"] or "", found["inner"] or found["bare"]) if found else ("", "")
    return field_on_lines("List-Id", [*phrase(words, len("List-Id: ")), f"<{inner}>"])


def _transport(told: TransportTable, where: ListPlace) -> Transport:
    given = {key_of(each.name) for each in fields(told) if getattr(told, each.name) is not None} - {"kind"}
    known = KEYS.get(told.kind, ("options",))
    for key in sorted(given - {*known}):
        raise unknown_key(where("transport", key), key, known)
    match told.kind:
        case "eml":
            return EmlFolder(told.path or "outbox")
        case "maildir":
            return Maildir(told.path or _missing(where("transport", "path")))
        case "sendmail":
            return Sendmail(told.command or ("/usr/sbin/sendmail", "-i"))
        case "smtp":
            security = told.security or "starttls"
            host = told.host or _missing(where("transport", "host"))
            return Smtp(host, told.port or PORTS[security], security, told.timeout or 30)
        case theirs:
            entry = next(entry for entry in entries(EntryGroup.TRANSPORTS) if entry.name == theirs)
            return transport_of(entry, told.options or {})


def _missing(place: str) -> str:
    raise UsageError(MISSING, place=place, wanted='"…"')
