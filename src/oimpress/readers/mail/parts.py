"""The parts of a mail: what is shown, what is shown instead elsewhere, what is attached."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from html import unescape
from pathlib import PurePosixPath

from oimpress.carried import AGREES, agree, seen
from oimpress.errors import ReadError
from oimpress.notices import Notice
from oimpress.patterns import lazy
from oimpress.readers.shared import embedded
from oimpress.readers.shared.encoding import decode
from oimpress.records import record
from oimpress.sources import SUFFIXES, UNREAD, Source

MOST_PARTS = 1000
LARGEST_PART = 64_000_000  # bytes of an attachment, decoded
DEEPEST_PART = 50
LETTER = lazy(r"\w")
HIDDEN = r"<(?:style|script|head)\b.*?</(?:style|script|head)>"
TAGS = lazy(rf"{HIDDEN}|<[^>]*>", re.IGNORECASE | re.DOTALL)
TAG = lazy(rf"{HIDDEN}|<([a-z][a-z0-9]*)", re.IGNORECASE | re.DOTALL)
BARE = frozenset({"html", "body", "p", "br", "div", "pre", "meta", "span"})  # tags that say no more than lines do
RICH = 0.6  # of the plain text's letters, which the HTML must have to be the whole text


@record
class TextPart:
    """A text part, decoded. ``flowed`` holds the words of its Content-Type that say how its lines are to be joined."""

    characters: str
    html: bool
    flowed: frozenset[str] = frozenset()
    notices: tuple[Notice, ...] = ()


@dataclass(slots=True)
class Parts:
    """What a mail consists of: texts to be read, other forms of them, documents, messages, pictures."""

    shown: list[TextPart] = field(default_factory=list)
    other_forms: list[TextPart] = field(default_factory=list)
    documents: list[Message] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    pictures: dict[str, Message] = field(default_factory=dict)  # by Content-ID
    left_alone: list[str] = field(default_factory=list)  # names


def parsed(source: Source) -> Message:
    """The message in ``source``. Raises ReadError for one whose parts nest too deep."""
    try:
        return message_from_bytes(source.data, policy=policy.compat32)
    except RecursionError:
        raise ReadError(
            "{name}: the parts of this mail stand too deep inside each other; open it, and save what it shows",
            name=source.name,
        ) from None


def is_cut(message: Message) -> bool:
    """Whether the mail ends before the mark that ends its parts."""
    return any(isinstance(fault, CloseBoundaryNotFoundDefect) for part in message.walk() for fault in part.defects)


def taken_apart(message: Message, name: str) -> Parts:
    """The parts of ``message``, those of an attached message left in it. Raises ReadError where there are too many."""
    found = Parts()
    waiting = [(message, 0, True)]
    for count in range(MOST_PARTS + 1):
        if not waiting:
            return found
        part, depth, shown = waiting.pop()
        if count == MOST_PARTS or depth > DEEPEST_PART:
            break
        if part.get_content_maintype() == "multipart":
            waiting += reversed([(each, depth + 1, seen and shown) for each, seen in _inner(part, name)])
        else:
            _sort(part, shown, found, name)
    raise ReadError(
        "{name}: over {most} parts, or parts too deep inside each other; no mail of a press office has as many",
        name=name,
        most=MOST_PARTS,
    )


def _inner(part: Message, name: str) -> Iterator[tuple[Message, bool]]:
    """The parts inside ``part``, each with whether it is to be read or is another form of one that is."""
    inner = part.get_payload()
    children = [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []
    if part.get_content_subtype() != "alternative":
        yield from ((each, True) for each in children)
        return
    best = _richest(children, name)
    yield from ((each, each is best or not _holds_text(each)) for each in children)


def _richest(forms: list[Message], name: str) -> Message | None:
    """The last form, as the richest comes last, unless a plain one has far more words. Source: RFC 2046, 5.1.4."""
    texts = [each for each in forms if _holds_text(each)]
    if typed := _typed(texts, name):
        return typed
    letters = {id(each): _letters(each, name) for each in texts}
    most = max(letters.values(), default=0)
    return next((each for each in reversed(texts) if letters[id(each)] >= RICH * most), None)


def _typed(texts: list[Message], name: str) -> Message | None:
    """The plain form, where the HTML says its words alone and breaks its lines as they were typed."""
    plain = next((each for each in texts if each.get_content_type() == "text/plain"), None)
    html = next((each for each in texts if each.get_content_type() == "text/html"), None)
    if plain is None or html is None:
        return None
    characters = _text(html, name).characters
    tags = [tag[1].lower() for tag in TAG.finditer(characters) if tag[1]]
    bare = BARE.issuperset(tags) and 2 * tags.count("br") > tags.count("p") + tags.count("div")
    said = (_words(_text(plain, name).characters), _words(unescape(TAGS.sub(" ", characters)))) if bare else ("", " ")
    return plain if said[0] == said[1] else None


def _words(text: str) -> str:
    return "".join(LETTER.findall(text))


def _holds_text(part: Message) -> bool:
    return any(each.get_content_type() in ("text/plain", "text/html") for each in part.walk())


def _letters(part: Message, name: str) -> int:
    leaves = (each for each in part.walk() if each.get_content_type() in ("text/plain", "text/html"))
    texts = [_text(each, name) for each in leaves if not _is_attached(each)]
    return sum(len(LETTER.findall(TAGS.sub("", one.characters) if one.html else one.characters)) for one in texts)


def _sort(part: Message, shown: bool, found: Parts, name: str) -> None:
    """Put one leaf where it belongs."""
    kind = part.get_content_type()
    if kind in SEALED:
        raise ReadError(
            "{name}: this mail is encrypted or sealed; open it in your mail program, and save what it shows", name=name
        )
    if kind in ("message/rfc822", "message/global"):
        inner = part.get_payload()
        found.messages += [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []
    elif kind in ("text/plain", "text/html") and not _is_attached(part):
        (found.shown if shown else found.other_forms).append(_text(part, name))
    elif part.get_content_maintype() == "image" and part.get("Content-ID"):
        found.pictures[str(part["Content-ID"]).strip(" <>")] = part
    elif part.get_content_maintype() in ("image", "audio", "video", "font") or kind in LEFT_ALONE or _is_carried(part):
        found.left_alone.append(file_name(part) or kind)
    else:
        found.documents.append(part)


SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
# What no reader takes and nobody would publish: signatures, appointments, cards, reports on deliveries.
LEFT_ALONE = frozenset({
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar",
    "application/ics", "text/vcard", "text/x-vcard", "text/directory", "application/ms-tnef", "text/rfc822-headers",
    "message/delivery-status", "message/disposition-notification", "text/x-amp-html",
})  # fmt: skip


DOCUMENTS = frozenset({
    "application/pdf", "application/msword", "application/rtf", "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
})  # fmt: skip


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(file_name(part))


def file_name(part: Message) -> str:
    """The name an attachment goes by, without any folder; empty when it has none."""
    try:
        said = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):  # a name that cannot be decoded
        return ""
    bare = PurePosixPath(str(said).replace("\\", "/")).name
    return "".join(char for char in bare if char.isprintable())[:120].strip(". ")


def is_document(part: Message) -> bool:
    """Whether an attachment goes by a name, or is of a kind, that holds a text."""
    return file_name(part).lower().endswith((*SUFFIXES, *UNREAD)) or part.get_content_type() in DOCUMENTS


def content(part: Message) -> bytes:
    """The bytes of a leaf, its transfer encoding undone."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Message, name: str) -> TextPart:
    """The text of a leaf: as its charset says, else as its bytes do. Notices: R001, R002."""
    data, html = content(part), part.get_content_subtype() == "html"
    said = {str(part.get_param(key) or "").lower() for key in ("format", "delsp")} & {"flowed", "yes"}
    try:
        return TextPart(data.decode(str(part.get_content_charset("ascii"))), html, frozenset(said))
    except (LookupError, ValueError):
        found = decode(data, name)
        return TextPart(found.text.removeprefix("\ufeff"), html, frozenset(said), found.notices)


def _is_carried(part: Message) -> bool:
    return part.get_content_type() == "application/xml" and bool(part.get_param(AGREES))


def carried(message: Message, name: str) -> list[bytes]:
    """The canonical XML of releases in a mail of ours; none where somebody changed its texts."""
    leaves = [part for part in message.walk() if not part.is_multipart()]
    releases = [part for part in leaves if _is_carried(part)]
    if not releases:
        return []
    texts = [_text(part, name) for part in leaves if part.get_content_maintype() == "text"]
    words = "".join(seen(text.characters) if text.html else text.characters for text in texts)
    made = [content(part) for part in releases]
    return made if agree(words, made, str(releases[0].get_param(AGREES))) else []


def picture(part: Message) -> embedded.Embedded | None:
    """A picture that stands among the parts, by the name that its bytes decide; None for one too large or odd."""
    data, kind = content(part), f"image/{part.get_content_subtype()}"
    return embedded.named(data, kind)


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """Those pictures that go by one of ``hrefs``."""
    messages = [parsed(source)]
    found: dict[str, bytes] = {}
    for message in messages:
        parts = taken_apart(message, source.name)
        messages += parts.messages
        images = map(picture, parts.pictures.values())
        found |= {one.href: one.data for one in images if one and one.href in hrefs}
    return found
