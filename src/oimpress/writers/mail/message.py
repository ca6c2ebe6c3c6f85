"""The digest: an edition as one mail, HTML and text, in a file of type message/rfc822.

The bytes hang on the edition, the style and the envelope alone. Without an envelope the mail is addressed to nobody
from nobody (``undisclosed-recipients:;``, a sender under ``.invalid``): a file to look at or to send on, not one that
claims an address.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.utils import format_datetime
from itertools import chain
from typing import IO

from oimpress.carried import AGREES, agreement, all_seen
from oimpress.errors import WriteError
from oimpress.i18n import phrases
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition
from oimpress.model.runs import plain
from oimpress.notices import Notice, Result, notice
from oimpress.records import record
from oimpress.settings.lists import Form
from oimpress.style import Style
from oimpress.writers import FindWhole
from oimpress.writers.mail.forms import mime_digest, rfc1153
from oimpress.writers.mail.headers import address_field, clean, field_on_lines, text_field
from oimpress.writers.mail.html import html_part
from oimpress.writers.mail.letter import NOBODY, Envelope, letter
from oimpress.writers.mail.mime import Entity, Leaf, Multi, blocks, message
from oimpress.writers.mail.pictures import content_address, mail_pictures, picture_leaves
from oimpress.writers.mail.text import text_part
from oimpress.writers.page.article import dropped_links
from oimpress.writers.page.pictures import inside
from oimpress.writers.page.placing import FindShown, shown_at
from oimpress.writers.wording import modified
from oimpress.written import MAKER

WARN, REFUSE = 90_000, 100_000  # bytes of HTML; Gmail cuts a message near 102 kB
ROOMS = (400, 250, 140, 0)  # code points of a summary: shortened in this order when the HTML is too large


@record
class Attachment:
    """A file that travels with the mail."""

    name: str
    media_type: str
    content: bytes


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as one mail, addressed to nobody."""
    return compose(edition, style, Envelope())


def stream(edition: Edition, whole: FindWhole, style: Style, out: IO[bytes]) -> tuple[Notice, ...]:
    """Write the same part by part. Its texts are whole in memory, since the style sheet is put into them as wholes."""
    opened = replace(edition, releases=tuple(map(whole, edition.releases)))
    fields, entity, notices = _composed(opened, style, Envelope())
    out.writelines(blocks(fields, entity))
    return notices


def compose(
    edition: Edition,
    style: Style,
    envelope: Envelope,
    attachments: Iterable[Attachment] = (),
    *,
    form: Form = "alternative",
    allow_large: bool = True,
) -> Result[bytes]:
    """The edition as the bytes of a message, lines ended by CRLF.

    Notices: D001 when the HTML is larger than mail services show, D002 when summaries were shortened for that,
    D003 when an undated edition leaves the mail without a date of its own, W004 for a link left out. Raises WriteError
    for HTML that is too large, unless ``allow_large``.
    """
    fields, entity, notices = _composed(edition, style, envelope, form, allow_large)
    if files := tuple(map(_file_leaf, attachments)):
        entity = Multi("mixed", (entity, *files))
    return Result(message(fields, entity), notices)


def _composed(
    edition: Edition, style: Style, envelope: Envelope, form: Form = "alternative", allow_large: bool = True
) -> tuple[tuple[str, ...], Entity, tuple[Notice, ...]]:
    """The header fields, what comes behind them, and what there is to say."""
    dated = _dated(edition, style, envelope)
    notices = () if envelope.date or edition.date else (notice("D003"),)
    if form == "alternative":
        entity, remarks = _alternative(edition, style, dated, allow_large)
        notices = (*remarks, *notices)
    else:
        make = mime_digest if form == "mime-digest" else rfc1153
        entity = make(letter(edition, dated, style, None), dated)
    return tuple(_fields(edition, dated)), entity, (*notices, *dropped_links(edition))


def _alternative(
    edition: Edition, style: Style, envelope: Envelope, allow_large: bool
) -> tuple[Entity, tuple[Notice, ...]]:
    carried, remarks = mail_pictures(edition, style)
    html, text, notices = _parts(edition, style, envelope, shown_at(carried, content_address))
    if not allow_large and (size := len(html.encode())) > REFUSE:
        raise WriteError(
            "{title}: {size} kB of HTML, and mail services cut a message near 102 kB; give the releases' addresses in "
            "their sidecars or set a lower limit, then plan again, or set allow-large = true",
            title=edition.title,
            size=size // 1000,
        )
    shown = picture_leaves(carried, html)
    page = Multi('related; type="text/html"', (_html_leaf(html), *shown)) if shown else _html_leaf(html)
    forms = chain((_text_leaf(text),), _carried(edition, envelope, (text, html)), (page,))
    return Multi("alternative", forms), (*notices, *remarks)


def _carried(edition: Edition, envelope: Envelope, forms: tuple[str, str]) -> Iterator[Leaf]:
    """The canonical XML of the releases beside text and HTML, in a mail that is a file; readers of a list get none.

    It stands between the texts, where programs for mail pass over a form that they do not know (RFC 2046, 5.1.4).
    """
    if envelope.sender == NOBODY:
        text, html = forms
        words = chain((text,), all_seen(html.splitlines(keepends=True)))
        kind = f'application/xml; {AGREES}="{agreement(words, map(to_xml, edition.releases))}"'
        yield from (Leaf(kind, to_xml(release), coding="base64") for release in edition.releases)


def html_of(edition: Edition, style: Style, envelope: Envelope | None = None) -> str:
    """The HTML part alone, its pictures in it, to look at in a browser."""
    carried, _ = mail_pictures(edition, style)
    return _parts(edition, style, envelope or Envelope(), shown_at(carried, inside))[0]


def _parts(
    edition: Edition, style: Style, envelope: Envelope, picture: FindShown
) -> tuple[str, str, tuple[Notice, ...]]:
    """HTML and text with the longest summaries whose HTML is small enough; the shortest when none is."""
    for room in ROOMS:
        content = letter(edition, envelope, style, room)
        html = html_part(content, style, picture)
        size = len(html.encode())
        if size <= REFUSE or all(entry.whole for entry in content.entries):
            break
    notices = [notice("D002", detail=str(room))] if room != ROOMS[0] else []
    if size > WARN:
        notices.append(notice("D001", detail=f"{size // 1000} kB"))
    return html, text_part(content), tuple(notices)


def _text_leaf(text: str) -> Leaf:
    return Leaf("text/plain; charset=utf-8; format=flowed", text.encode())


def _html_leaf(html: str) -> Leaf:
    return Leaf("text/html; charset=utf-8", html.encode())


def _file_leaf(attachment: Attachment) -> Leaf:
    name = "".join(char if char.isascii() and (char.isalnum() or char in "-._") else "-" for char in attachment.name)
    disposition = field_on_lines("Content-Disposition", ["attachment;", f'filename="{name}"'])
    return Leaf(attachment.media_type, attachment.content, (disposition,), "base64")


def _dated(edition: Edition, style: Style, envelope: Envelope) -> Envelope:
    """The envelope with the date and the identity that it lacks, taken from the edition alone."""
    words = text_part(letter(edition, envelope, style, None))
    identity = f"<{hashlib.sha256(words.encode()).hexdigest()[:32]}@{envelope.sender.domain}>"
    return replace(
        envelope,
        date=envelope.date or format_datetime(modified(edition)),
        message_id=envelope.message_id or identity,
    )


def _fields(edition: Edition, envelope: Envelope) -> Iterator[str]:
    sender = envelope.sender
    if sender == NOBODY:
        sender = replace(NOBODY, name=clean(edition.organisation))
    yield address_field("From", (sender,))
    if envelope.to:
        yield address_field("To", envelope.to)
    else:
        yield field_on_lines("To", ["undisclosed-recipients:;"])
    if envelope.reply_to:
        yield address_field("Reply-To", envelope.reply_to)
    yield text_field("Subject", envelope.subject or subject(edition))
    yield f"Date: {envelope.date}\r\n"
    yield f"Message-ID: {envelope.message_id}\r\n"
    yield from envelope.fields
    yield text_field("Content-Language", edition.lang)
    yield text_field("X-Mailer", MAKER)


def subject(edition: Edition) -> str:
    """The edition's title; for a single release, the release's. An embargo of any is told before it."""
    single = edition.kind == "single" and len(edition.releases) == 1 and edition.releases[0].title
    title = plain(edition.releases[0].title) if single else edition.title
    warning = phrases(edition.lang)("Embargo") if any(release.embargo for release in edition.releases) else ""
    return f"[{warning}] {title}" if warning else title
