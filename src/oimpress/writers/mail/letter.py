"""A mail before it is HTML or text: which releases, in what order, each with its heading words and its summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace

from oimpress.model.anchors import tied
from oimpress.model.nodes import Blocks, Contact, Edition, Inlines, Para, Release
from oimpress.records import record
from oimpress.style import Style
from oimpress.writers.embargo import embargo_of, on_cover
from oimpress.writers.mail.headers import Mailbox
from oimpress.writers.mail.summary import Summary, summary
from oimpress.writers.wording import contacts_heading, heading_of, label_language, long_date, ordered, when_where

NOBODY = Mailbox("unconfigured", "oimpress.invalid")  # RFC 2606 reserves .invalid: it is nobody's and never resolves


@record
class Envelope:
    """What an edition does not say of itself: addresses, identity, and what this mailing shows.

    ``date`` is an RFC 5322 date. ``fields`` are further header fields, each ended by CRLF. ``labels`` marks releases by
    id ("Corrected") and ``corrections`` says what was; those in ``brief`` are shown by their first words alone.
    ``footer`` holds pairs of words and an address, which may be empty.
    """

    sender: Mailbox = NOBODY
    to: tuple[Mailbox, ...] = ()
    reply_to: tuple[Mailbox, ...] = ()
    subject: str = ""
    date: str = ""
    message_id: str = ""
    fields: tuple[str, ...] = ()
    issue: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    corrections: dict[str, str] = field(default_factory=dict)
    brief: frozenset[str] = frozenset()
    footer: tuple[tuple[str, str], ...] = ()


@record
class LetterEntry:
    """One release as a mail shows it; ``whole`` when ``blocks`` are its whole body, else ``more`` is where to go on.

    ``lang`` is that of the labels in it, which ``say`` gives; ``contacts_heading`` stands above its ``contacts``.
    """

    anchor: str
    release: Release
    title: Inlines
    when_where: str
    label: str
    blocks: Blocks
    more: str
    whole: bool
    lang: str
    say: Callable[[str], str]
    contacts_heading: Inlines = ()
    contacts: Sequence[Para | Contact] = ()
    embargo: str = ""
    correction: str = ""


@record
class Letter:
    """All a renderer needs. ``say`` translates fixed phrases into the edition's language.

    ``embargo`` stands at the top of a mail of several releases; where there is one, its own entry says it.
    """

    title: str
    subtitle: str
    issue: str
    organisation: str
    lang: str
    entries: tuple[LetterEntry, ...]
    about: tuple[Blocks, ...]
    footer: tuple[tuple[str, str], ...]
    say: Callable[[str], str]
    embargo: str = ""


def letter(edition: Edition, envelope: Envelope, style: Style, room: int | None = 400) -> Letter:
    """The edition with summaries of some ``room`` code points, None for every word; undated releases last."""
    say = style.phrases(edition.lang)
    entries = tuple(
        _entry(n, release, envelope, room, edition.lang, style) for n, release in enumerate(ordered(edition), 1)
    )
    about = dict.fromkeys(
        release.about for release, entry in zip(ordered(edition), entries, strict=True) if entry.whole and release.about
    )
    issue = " – ".join(filter(None, (envelope.issue, long_date(edition.date, edition.lang))))
    return Letter(
        str(edition.title),
        str(edition.subtitle),
        issue,
        str(edition.organisation),
        edition.lang,
        entries,
        tuple(_about(number, blocks) for number, blocks in enumerate(about, 1)),
        (*envelope.footer, *((line, "") for line in (*style.settings.address, *style.settings.legal))),
        say,
        on_cover(edition) if len(entries) > 1 else "",
    )


def _entry(number: int, release: Release, envelope: Envelope, room: int | None, lang: str, style: Style) -> LetterEntry:
    brief = release.id in envelope.brief
    spoken = label_language(release, lang)
    say = style.phrases(spoken)
    shown = Summary(release.body) if room is None and not brief else summary(release, 0 if brief else room or 0)
    parts = {"body": (), "contacts": ()} if brief else {"body": shown.blocks, "contacts": release.contacts}
    release = tied(replace(release, about=(), **parts), f"c{number}_".__add__).release
    heading, contacts = contacts_heading(release.contacts, say)
    return LetterEntry(
        anchor=f"c{number}",
        release=release,
        title=heading_of(release),
        when_where=when_where(release, spoken),
        label=envelope.labels.get(release.id, ""),
        blocks=release.body,
        more=shown.more,
        whole=not brief and not shown.more,
        lang=spoken,
        say=say,
        contacts_heading=heading,
        contacts=contacts,
        embargo=embargo_of(release),
        correction=envelope.corrections.get(release.id, ""),
    )


def _about(number: int, blocks: Blocks) -> Blocks:
    """``blocks``, which stand once below all releases: links within them stay, others lead to no place of theirs."""
    return tied(Release(f"about{number}", about=blocks), f"about{number}_".__add__).release.about
