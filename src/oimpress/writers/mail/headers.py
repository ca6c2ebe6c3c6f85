"""Header fields of a message: cleaned, encoded and folded here, so that the bytes are the same on every Python.

Nothing that reaches a field can end it: control characters and line separators become one space before anything else
happens. Sources: RFC 5322 (syntax, folding), RFC 2047 (encoded words), RFC 6532 (UTF-8 addresses).
"""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterator, Sequence

from oimpress.errors import UsageError
from oimpress.records import record
from oimpress.settings.kinds import shown

LINE = 76  # columns of a line; RFC 2047, section 2 for lines with encoded words
WORD = 75  # columns of an encoded word
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_LITERAL = re.compile(r"[!*+\-/0-9A-Za-z]")  # RFC 2047, section 5 (3): safe in Q even inside a phrase
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")
_ADDRESS = re.compile(r"([^\s<>()\[\],;:\\\"@\x00-\x20\x7f]+)@([^\s<>()\[\],;:\\\"@_\x00-\x20\x7f]+)")


def clean(text: str) -> str:
    """``text`` on one line: control characters become spaces, runs of spaces one space; NFC."""
    return re.sub(" +", " ", unicodedata.normalize("NFC", _UNSAFE.sub(" ", str(text)))).strip()


@record
class Mailbox:
    """A mailbox. ``name`` may be empty; ``domain`` is ASCII, an international name in its ``xn--`` form."""

    local: str
    domain: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"


def address(text: str, place: str = "address") -> Mailbox:
    """The mailbox written as ``name@domain`` or ``Words <name@domain>``. Raises UsageError when it is neither."""
    name, bracket, rest = text.partition("<")
    inner = rest.removesuffix(">") if bracket and rest.endswith(">") else text
    found = _ADDRESS.fullmatch(inner.strip(" ")) if clean(text) == text.strip(" ") or not text else None
    if not found or len(inner) > 254 or ".." in inner or found[1].startswith(".") or found[1].endswith("."):
        raise UsageError(
            '{place}: “{found}” is no mail address; write name@domain or "Words <name@domain>"',
            place=place,
            found=shown(text),
        )
    try:
        domain = found[2].encode("idna").decode("ascii")
    except UnicodeError:
        raise UsageError(
            "{place}: “{found}” is no domain name; write name@domain", place=place, found=shown(found[2])
        ) from None
    return Mailbox(found[1], domain, clean(name).strip('"') if bracket else "")


def text_field(name: str, text: str) -> str:
    """An unstructured field such as Subject, folded, with its final CRLF."""
    words = clean(text)
    if not words:
        return f"{name}:\r\n"
    return field_on_lines(name, words.split(" ") if _plain(words) else list(encoded_words(words, len(name) + 2)))


def address_field(name: str, mailboxes: Sequence[Mailbox]) -> str:
    """A field of mailboxes, folded between and inside them."""
    tokens: list[str] = []
    for number, mailbox in enumerate(mailboxes, 1):
        tokens += phrase(mailbox.name, len(name) + 2)
        end = "," if number < len(mailboxes) else ""
        tokens.append((f"<{mailbox}>" if mailbox.name else str(mailbox)) + end)
    return field_on_lines(name, tokens)


def phrase(text: str, taken: int = 0) -> list[str]:
    """The tokens of a display name: atoms, a quoted string, or encoded words."""
    words = clean(text)
    if not words:
        return []
    if not _plain(words):
        return list(encoded_words(words, taken))
    if _ATOMS.fullmatch(words):
        return words.split(" ")
    return ('"' + re.sub(r'(["\\])', r"\\\1", words) + '"').split(" ")


def field_on_lines(name: str, tokens: Sequence[str]) -> str:
    """``name: tokens`` in lines of at most 76 columns where tokens allow, ended by CRLF."""
    lines = [f"{name}:"]
    for token in tokens:
        if len(lines[-1]) + 1 + len(token) <= LINE or lines[-1] == f"{name}:":
            lines[-1] += f" {token}"
        else:
            lines.append(f" {token}")
    return "\r\n".join(lines) + "\r\n"


def _plain(words: str) -> bool:
    """True when the words can stand as they are: printable ASCII, short words, nothing like an encoded word."""
    return words.isascii() and "=?" not in words and all(len(word) <= LINE - 1 for word in words.split(" "))


def encoded_words(text: str, taken: int) -> Iterator[str]:
    """RFC 2047 words for ``text``; the first leaves ``taken`` columns of its line free.

    Q or B, whichever is shorter over the whole text. No character is cut in two.
    """
    encode = min((_q, _b), key=lambda form: len(form(text)))
    room, chunk = LINE - taken, ""
    for character in text:
        if chunk and len(encode(chunk + character)) > min(room, WORD):
            yield encode(chunk)
            room, chunk = WORD, ""
        chunk += character
    if chunk:
        yield encode(chunk)


def _q(text: str) -> str:
    coded = (c if _LITERAL.match(c) else "_" if c == " " else "".join(f"={b:02X}" for b in c.encode()) for c in text)
    return f"=?utf-8?q?{''.join(coded)}?="


def _b(text: str) -> str:
    return f"=?utf-8?b?{base64.b64encode(text.encode()).decode('ascii')}?="
