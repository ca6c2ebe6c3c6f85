"""Mails, one in a file (``.eml``) or many (``.mbox``)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from oimpress.readers.shared.reader import Reader, ReadPart, head, is_named
from oimpress.sources import Source

# Where a message of a mailbox begins; its first field follows. Source: RFC 4155.
SEPARATOR = re.compile(rb"From [^\r\n]*\r?\n(?=[!-9;-~]+:)")
FIELDS = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+")
# What only programs write: a memo has « From: », « Date: » and « Subject: » too.
MACHINE = re.compile(
    rb"^(?:message-id:\s*<|mime-version:\s*1|received:\s|return-path:\s*<|delivered-to:"
    rb"|date:\s*(?:[a-z]{3},\s)?\d{1,2}\s[a-z]{3}\s\d{4}\s\d\d:\d\d)",
    re.IGNORECASE | re.MULTILINE,
)
SENDER = re.compile(rb"^(?:from|subject):", re.IGNORECASE | re.MULTILINE)
# « De : » as programs print it, and below it a subject; what stands between is looked at once it is text.
PRINTED = re.compile(
    rb"(?:[_=-]{5,}[^\r\n]*\r?\n\s*)?(?:de|from|von)[ \t\xc2\xa0]*:[^\r\n]*\r?\n(?:[^\r\n]+\r?\n){0,9}?"
    rb"(?:objet|sujet|subject|asunto|betreff)[ \t\xc2\xa0]*:",
    re.IGNORECASE,
)
ARCHIVE = b"From: <Saved by "  # a web page in MHTML


def sniff(source: Source) -> bool:
    """Whether fields of a mail begin here, or those that a mail program prints above a copy."""
    start = head(source)
    return _is_mail(source, start) or _is_copied(source, start)


def _is_mail(source: Source, start: bytes) -> bool:
    """Whether it is the mail itself; a name that ends in ``.eml`` makes up for what only programs write."""
    if separated := SEPARATOR.match(start):
        start = start[separated.end() :]
    fields = FIELDS.match(start)
    if not fields or start.startswith(ARCHIVE) or not SENDER.search(fields[0]):
        return False
    return bool(MACHINE.search(fields[0])) or is_named(source, ".eml", ".mbox")


def _is_copied(source: Source, start: bytes) -> bool:
    if not PRINTED.match(start):
        return False
    from oimpress.readers.mail import copied

    return copied.is_copied(source)


def read(source: Source) -> Iterator[ReadPart]:
    """The release in a mail, its attached documents, or each mail of a mailbox. Raises ReadError."""
    from oimpress.readers.mail import copied, mailbox, message

    if SEPARATOR.match(head(source)):
        return mailbox.messages(source)
    if not _is_mail(source, start := head(source)) and _is_copied(source, start):
        return iter((copied.read(source),))
    return message.read(source)


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures among the parts of a mail. Raises ReadError."""
    from oimpress.readers.mail import parts

    return parts.pictures(source, hrefs)


READER = Reader("mail", sniff, read, pictures)
