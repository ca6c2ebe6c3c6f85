"""An issue as a mail: its edition, its envelope and its attachments, from the ledger and the list alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from email.utils import format_datetime
from functools import partial

from oimpress.digest.ledger import Issue, Member
from oimpress.digest.lists import MailingList
from oimpress.i18n import phrases
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition
from oimpress.notices import Result
from oimpress.publisher import publisher
from oimpress.style import Style
from oimpress.writers import find
from oimpress.writers.mail.letter import Envelope
from oimpress.writers.mail.message import Attachment, compose


def render(issue: Issue, members: Sequence[Member], wanted: MailingList, style: Style) -> Result[bytes]:
    """The bytes of the issue's mail; the same for the same issue, list and style.

    Raises WriteError when it is too large for mail services and the list does not allow that.
    """
    made = edition(members, wanted, issue.day, style)
    files = attachments(made, wanted, style, issue.name)
    return compose(
        made, style, envelope(issue, members, wanted), files, form=wanted.form, allow_large=wanted.allow_large
    )


def edition(members: Sequence[Member], wanted: MailingList, day: date, style: Style) -> Edition:
    """The releases of an issue as an edition of its day. Their embargoes are over, and no longer shown."""
    issued = ((str(one.release.issuer), partial(to_xml, one.release)) for one in members)
    return Edition(
        tuple(replace(member.release, embargo=None) for member in members),
        wanted.title,
        "digest",
        wanted.language,
        day.isoformat(),
        organisation=publisher(wanted.office, style.settings, issued),
    )


def envelope(issue: Issue, members: Sequence[Member], wanted: MailingList) -> Envelope:
    """Addresses, identity, masthead and footer of an issue's mail."""
    numbered = masthead(issue.volume, issue.number, wanted.language)
    _ = phrases(wanted.language)
    corrected = [member.release.id for member in members if member.role == "corrected"]
    return Envelope(
        sender=wanted.sender,
        to=wanted.to,
        reply_to=wanted.reply_to,
        subject=f"{wanted.title} – {numbered}",
        date=format_datetime(local(issue.planned, wanted)),
        message_id=f"<{issue.name}@{wanted.sender.domain}>",
        fields=wanted.fields(),
        issue=numbered,
        labels=dict.fromkeys(corrected, _("Corrected")),
        corrections={member.release.id: member.correction for member in members if member.correction},
        brief=frozenset(corrected if wanted.corrected == "note" else ()),
        footer=tuple(_footer(wanted)),
    )


def masthead(volume: int, number: int, lang: str) -> str:
    """« Volume 1, n° 47 »."""
    _ = phrases(lang)
    return _("Volume %(volume)s, no. %(number)s") % {"volume": volume, "number": number}


def local(moment: datetime, wanted: MailingList) -> datetime:
    """``moment`` as the clocks of the list show it."""
    return moment.astimezone(wanted.calendar.zone)


def _footer(wanted: MailingList) -> Iterator[tuple[str, str]]:
    _ = phrases(wanted.language)
    if link := wanted.link("list-unsubscribe"):
        yield _("Unsubscribe"), link
    if link := wanted.link("list-archive"):
        yield _("Archive of the list"), link


def attachments(made: Edition, wanted: MailingList, style: Style, name: str) -> Iterator[Attachment]:
    """The files that the list sends along: the same edition in other formats."""
    for format_name in wanted.attach:
        found = find(format_name)
        yield Attachment(f"{name}{found.extension}", found.media_type, found.write(made, style).value)
