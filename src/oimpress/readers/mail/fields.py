"""The fields of a mail that say what it is: subject, people, date."""

from __future__ import annotations

import contextlib
import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import NamedTuple

from oimpress.errors import ReadError
from oimpress.model.traced import Traced
from oimpress.notices import Dropped
from oimpress.patterns import lazy
from oimpress.readers.shared.encoding import decode
from oimpress.readers.shared.stated import stated_day
from oimpress.readers.shared.tree import Sheet

HEADER = "R040"
SHOWN = ("From", "To", "Cc", "Date")
FORWARDED = r"tr|fwd?|rv|wg|i"
MARKS = lazy(rf"(?:(?:re|sv|aw|{FORWARDED})\s*(?:\[\d+\])?\s*:\s*|\[[^\]]{{1,40}}\]\s*)+", re.IGNORECASE)
SENT_ON = lazy(rf"(?:{FORWARDED})\s*(?:\[\d+\])?\s*:", re.IGNORECASE)


class Fields(NamedTuple):
    """``date`` is an ISO 8601 day, as the sender's clock had it; empty when it cannot be read."""

    subject: Traced
    forwarded: bool
    date: str
    dropped: tuple[Dropped, ...]
    sender: str = ""


def fields(message: Message, sheet: Sheet) -> Fields:
    """The fields, after their text was put on ``sheet``; all but the words of the subject are left out."""
    subject = sheet.add(value(message, "Subject"))
    sheet.end_line()
    dropped = []
    for name in SHOWN:
        dropped.append(Dropped(sheet.add(value(message, name)), HEADER))
        sheet.end_line()
    marks = MARKS.match(subject)
    end = marks.end() if marks else 0
    if marks:
        dropped.append(Dropped(subject[:end], HEADER))
    forwarded = bool(marks and SENT_ON.search(marks[0]))
    sender = parseaddr(value(message, "From"))[0]
    return Fields(subject[end:], forwarded, stated_day(value(message, "Date")), tuple(dropped), sender)


def value(message: Message, name: str) -> str:
    """The words of a field on one line; encoded words that cannot be decoded stand as they are."""
    raw = _octets(message, name)
    with contextlib.suppress(LookupError, ValueError, MessageError):
        raw = str(make_header(decode_header(raw)))
    return " ".join(raw.split())


def _octets(message: Message, name: str) -> str:
    """The field as it stands; letters outside ASCII are UTF-8 (RFC 6532), or what old programs wrote."""
    raw = next((str(said) for field, said in message.raw_items() if field.lower() == name.lower()), "")
    if not raw.isascii():
        with contextlib.suppress(ReadError):
            return decode(raw.encode("utf-8", "surrogateescape"), name).text
    return raw
