"""Pictures without what devices and programs wrote into them: where, when, by whom and with what they were made.

Pixels and colour profiles stay as they are, to the byte: only what a picture is drawn with is copied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

PicturePart: TypeAlias = tuple[
    bytes, str
]  # what a file consists of, and the name of what is metadata; "" for what is kept

JFIF, ADOBE, PROFILE = b"JFIF\0", b"Adobe", b"ICC_PROFILE\0"
SCAN_END = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
DRAWN = frozenset(b"IHDR PLTE IDAT IEND tRNS bKGD cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI pHYs acTL fcTL fdAT".split())
DRAWN_WEBP = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"))
METADATA_WEBP = 0b1100  # the flags of Exif and XMP
PLAYED = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")  # how a GIF repeats, and its colours


class Stripped(NamedTuple):
    """A picture, and the names of what was taken out of it."""

    data: bytes
    removed: tuple[str, ...]


def stripped(data: bytes, kind: str) -> Stripped:
    """``data``, a JPEG, PNG, GIF or WEBP, without metadata. Raises ValueError or IndexError when it is damaged."""
    parts = list(KINDS[kind](data))
    made = b"".join(part for part, name in parts if not name)
    if kind == "WEBP":
        made = made[:4] + (len(made) - 8).to_bytes(4, "little") + made[8:]
    return Stripped(made, tuple(dict.fromkeys(name for _, name in parts if name)))


def _rest(data: bytes, at: int) -> Iterator[PicturePart]:
    """What stands behind the picture's end: a film, a second picture, or nothing."""
    if data[at:].strip(b"\0"):
        yield data[at:], "trailer"


def _jpeg(data: bytes) -> Iterator[PicturePart]:
    """Source: ITU-T T.81, B.1.1; JFIF 1.02; Exif 2.32, 4.5.4; ICC.1:2022, B.4."""
    yield data[:2], ""
    at = 2
    while (marker := data[(at := _marker(data, at)) + 1]) != 0xD9:
        size = int.from_bytes(data[at + 2 : at + 4])
        segment = data[at : at + 2 + size]
        if size < 2 or len(segment) < 2 + size:
            raise ValueError("a segment is cut short")
        at += len(segment)
        yield _kept(marker, segment), _foreign(marker, segment)
        if marker == 0xDA:
            found = SCAN_END.search(data, at)
            end = found.start() if found else len(data)
            yield data[at:end] + (b"" if found else b"\xff\xd9"), ""
            at = end
            if not found:
                return
    yield data[at : at + 2], ""
    yield from _rest(data, at + 2)


def _marker(data: bytes, at: int) -> int:
    """Where the marker at ``at`` begins, its fill bytes passed over."""
    if data[at] != 0xFF:
        raise ValueError("no marker where one must be")
    while data[at + 1] == 0xFF:
        at += 1
    return at


def _kept(marker: int, segment: bytes) -> bytes:
    """The segment; a JFIF head without its small picture, which may show what was cut away."""
    if marker == 0xE0 and segment[4:9] == JFIF:
        return segment[:2] + b"\0\x10" + segment[4:16] + b"\0\0"
    return segment


def _foreign(marker: int, segment: bytes) -> str:
    said = segment[4:]
    match marker:
        case 0xE0 if said.startswith(JFIF):
            return ""
        case 0xE1:
            return "Exif" if said.startswith(b"Exif\0") else "XMP"
        case 0xE2 if said.startswith(PROFILE):
            return ""
        case 0xED:
            return "IPTC"
        case 0xEE if said.startswith(ADOBE):
            return ""
        case 0xFE:
            return "comment"
        case _:
            return f"APP{marker - 0xE0}" if 0xE0 <= marker <= 0xEF else ""


def _png(data: bytes) -> Iterator[PicturePart]:
    """Source: PNG, third edition (W3C, 2025), 5.3 and 11.3."""
    yield data[:8], ""
    at, name = 8, b""
    while name != b"IEND":
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        chunk = data[at : at + 12 + size]
        if len(chunk) < 12 + size:
            raise ValueError("a chunk is cut short")
        at += len(chunk)
        yield chunk, "" if name in DRAWN else _chunk(name, chunk)
    yield from _rest(data, at)


def _chunk(name: bytes, chunk: bytes) -> str:
    if name == b"eXIf":
        return "Exif"
    return "XMP" if chunk[8:].startswith(b"XML:com.adobe.xmp") else name.decode("latin-1")


def _gif(data: bytes) -> Iterator[PicturePart]:
    """Source: GIF89a (CompuServe, 1990)."""
    at = 13 + _table(data[10])
    yield data[:at], ""
    while (sort := data[at]) != 0x3B:
        if sort not in (0x21, 0x2C):
            raise ValueError("no block where one must be")
        end = _blocks(data, at + 2 if sort == 0x21 else at + 11 + _table(data[at + 9]))
        yield data[at:end], _extension(data[at + 1], data[at + 3 : at + 14]) if sort == 0x21 else ""
        at = end
    yield data[at : at + 1], ""
    yield from _rest(data, at + 1)


def _table(flags: int) -> int:
    """The size in bytes of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes, at: int) -> int:
    """Where the sub-blocks at ``at`` end."""
    while size := data[at]:
        at += 1 + size
    return at + 1


def _extension(label: int, name: bytes) -> str:
    match label:
        case 0xF9:
            return ""
        case 0xFF if name in PLAYED:
            return ""
        case 0xFE:
            return "comment"
        case _:
            return "XMP" if name.startswith(b"XMP") else "GIF"


def _webp(data: bytes) -> Iterator[PicturePart]:
    """Source: RFC 9649, 2.3 to 2.7."""
    yield data[:12], ""
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    while at < min(end, len(data)):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        chunk = data[at : at + 8 + size + size % 2]
        if len(chunk) < 8 + size:
            raise ValueError("a chunk is cut short")
        at += len(chunk)
        if name == b"VP8X":
            chunk = chunk[:8] + bytes((chunk[8] & ~METADATA_WEBP,)) + chunk[9:]
        yield chunk, "" if name in DRAWN_WEBP else {b"EXIF": "Exif"}.get(name, name.decode("latin-1").strip())
    yield from _rest(data, at)


KINDS: dict[str, Callable[[bytes], Iterator[PicturePart]]] = {"JPEG": _jpeg, "PNG": _png, "GIF": _gif, "WEBP": _webp}
