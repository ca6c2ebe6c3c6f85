"""The older forms of a digest: MIME's multipart/digest and the plain text of RFC 1153.

Both hold a preamble with the contents and then one message for each release, whole. Readers that know them can open,
answer and forward each message alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oimpress.model.runs import plain
from oimpress.writers.mail.headers import Mailbox, address_field, text_field
from oimpress.writers.mail.letter import Envelope, Letter, LetterEntry
from oimpress.writers.mail.mime import Entity, Leaf, Multi, message
from oimpress.writers.mail.text import contents, entry_lines, footer_lines, joined, masthead
from oimpress.writers.plain.flowed import WIDTH, FlowedLine, flowed

PREAMBLE_END, SEPARATOR = FlowedLine("-" * 70), FlowedLine("-" * 30)  # RFC 1153, section 2


def mime_digest(letter: Letter, envelope: Envelope) -> Entity:
    """A masthead and a multipart/digest (RFC 2046, 5.1.5) with a message for each release."""
    messages = tuple(Leaf("message/rfc822", _message(entry, letter, envelope), (), "7bit") for entry in letter.entries)
    parts: tuple[Entity, ...] = (_text(_preamble(letter)),)
    if messages:
        parts += (Multi("digest", messages),)
    if letter.footer:
        parts += (_text(joined(footer_lines(letter))),)
    return Multi("mixed", parts)


def rfc1153(letter: Letter, envelope: Envelope) -> Entity:
    """The whole digest as one text in the form of RFC 1153."""
    lines = [*_preamble_lines(letter), FlowedLine(), PREAMBLE_END, FlowedLine()]
    for entry in letter.entries:
        head = (f"From: {envelope.sender}", f"Date: {envelope.date}", f"Subject: {plain(entry.title)}")
        lines += [line for words in head for line in flowed(words)]
        lines += [FlowedLine(), *entry_lines(letter, entry), FlowedLine(), SEPARATOR, FlowedLine()]
    end = f"End of {letter.title} {letter.issue}".rstrip()
    if letter.footer:
        lines += [*footer_lines(letter), FlowedLine()]
    lines += [*flowed(end), FlowedLine("*" * min(len(end), WIDTH))]
    return _text(joined(lines))


def _preamble(letter: Letter) -> str:
    return joined(_preamble_lines(letter))


def _preamble_lines(letter: Letter) -> Iterator[FlowedLine]:
    yield from masthead(letter)
    if letter.entries:
        yield from contents(letter)


def _message(entry: LetterEntry, letter: Letter, envelope: Envelope) -> bytes:
    body = joined(entry_lines(letter, entry))
    return message(tuple(_fields(entry, letter, envelope)), _text(body))


def _fields(entry: LetterEntry, letter: Letter, envelope: Envelope) -> Iterator[str]:
    """From, Subject, Date and Message-ID of one message, all from the issue."""
    sender: Mailbox = replace(envelope.sender, name=envelope.sender.name or letter.organisation)
    identity = envelope.message_id.strip("<>").replace("@", f".{entry.anchor}@", 1)
    yield address_field("From", (sender,))
    yield text_field("Subject", plain(entry.title))
    yield f"Date: {envelope.date}\r\n"
    yield f"Message-ID: <{identity}>\r\n"


def _text(text: str) -> Leaf:
    return Leaf("text/plain; charset=utf-8; format=flowed", text.encode())
