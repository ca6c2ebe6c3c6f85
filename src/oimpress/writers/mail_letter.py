"""A mail before it is HTML or text: which releases, in what order, each with its heading words and its summary."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from oimpress.i18n import phrases
from oimpress.model.nodes import Blocks, Edition, Inlines, Release, Text
from oimpress.model.runs import flatten
from oimpress.writers.mail_headers import Address
from oimpress.writers.mail_summary import summary

NOBODY = Address("unconfigured", "oimpress.invalid")  # RFC 2606 reserves .invalid: it is nobody's and never resolves


@dataclass(frozen=True, slots=True)
class Envelope:
    """What an edition does not say of itself: addresses, identity, and what this mailing shows.

    ``date`` is an RFC 5322 date. ``fields`` are further header fields, each ended by CRLF. ``labels`` marks releases by
    id ("Corrected"); those in ``brief`` are shown by their first words alone. ``footer`` holds pairs of words and an
    address, which may be empty.
    """

    sender: Address = NOBODY
    to: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str = ""
    date: str = ""
    message_id: str = ""
    fields: tuple[str, ...] = ()
    issue: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    brief: frozenset[str] = frozenset()
    footer: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One release as a mail shows it. ``anchor`` is safe in HTML and in a URL fragment."""

    anchor: str
    release: Release
    title: Inlines
    when_where: str
    label: str
    blocks: Blocks
    more: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """All a renderer needs. ``say`` translates fixed phrases into the edition's language."""

    title: str
    subtitle: str
    issue: str
    organisation: str
    lang: str
    entries: tuple[Entry, ...]
    about: tuple[Blocks, ...]
    footer: tuple[tuple[str, str], ...]
    say: Callable[[str], str]


def letter(edition: Edition, envelope: Envelope, room: int = 400) -> Letter:
    """The edition with summaries of some ``room`` code points; undated releases last, otherwise in the given order."""
    say = phrases(edition.lang)
    ordered = sorted(edition.releases, key=lambda release: not day_of(release))
    entries = tuple(_entry(number, release, envelope, room, say) for number, release in enumerate(ordered, 1))
    about = dict.fromkeys(entry.release.about for entry in entries if entry.whole and entry.release.about)
    issue = " – ".join(filter(None, (envelope.issue, long_date(edition.date, edition.lang))))
    return Letter(
        str(edition.title),
        str(edition.subtitle),
        issue,
        str(edition.organisation),
        edition.lang,
        entries,
        tuple(about),
        envelope.footer,
        say,
    )


def _entry(number: int, release: Release, envelope: Envelope, room: int, say: Callable[[str], str]) -> Entry:
    brief = release.id in envelope.brief
    shown = summary(release, 0 if brief else room)
    return Entry(
        anchor=f"c{number}",
        release=release,
        title=release.title or (Text(f"[{say('untitled')}]"),),
        when_where=when_where(release, say),
        label=envelope.labels.get(release.id, ""),
        blocks=() if brief else shown.blocks,
        more=shown.more,
        whole=not brief and not shown.more,
    )


def day_of(release: Release) -> str:
    """The release's date as ISO 8601: as published, else as its dateline says; empty when it is undated."""
    said = release.dateline.date.when if release.dateline and release.dateline.date else ""
    return str(release.published or said)


def when_where(release: Release, say: Callable[[str], str]) -> str:
    """Place and date in words, as printed where printed; an undated release says so."""
    line = release.dateline
    place = str(line.place.text) if line and line.place else ""
    printed = str(line.date.text) if line and line.date and line.date.when else ""
    when = printed or long_date(str(release.published), release.lang) or say("undated")
    return " – ".join(filter(None, (place, when)))


def long_date(when: str, lang: str) -> str:
    """``2019-05-14`` as « 14 mai 2019 », its blanks no-break; a year or a month is said as far as it is known."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date, format_skeleton

    try:
        locale = Locale.parse(lang, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    if not (found := re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", when)):
        return ""
    if not found[2]:
        return found[1]
    day = date(int(found[1]), int(found[2]), int(found[3] or 1))
    words = format_date(day, "long", locale) if found[3] else format_skeleton("yMMMM", day, locale=locale)
    return re.sub(r"^1\b", "1er", words, count=1).replace(" ", "\u00a0", 1) if locale.language == "fr" else words


def plain(children: Inlines) -> str:
    """The run of ``children`` on one line."""
    return str(flatten(children)).replace("\n", " ")
