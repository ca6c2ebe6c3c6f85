"""Bytes to characters, with nothing lost: every decoding encodes back to the same bytes."""

from __future__ import annotations

import codecs
import contextlib
from typing import NamedTuple

from oimpress.errors import ReadError
from oimpress.i18n import gettext_noop
from oimpress.notices import Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.shared.codepages import code_page

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = {
    b"PK\x03\x04": gettext_noop(
        "{name}: this is a zip archive or an office file that is no Word document; save it as .docx"
    ),
    b"\xd0\xcf\x11\xe0": gettext_noop(
        "{name}: this is an old or encrypted Word document; save it as .docx without a password, or run:"
        " soffice --headless --convert-to docx {name}"
    ),
    b"\x89PNG": gettext_noop("{name}: this is a picture; a press release is text"),
    b"\xff\xd8\xff": gettext_noop("{name}: this is a picture; a press release is text"),
    b"GIF8": gettext_noop("{name}: this is a picture; a press release is text"),
    b"\x1f\x8b": gettext_noop("{name}: this is a compressed file; unpack it first"),
    b"{\\rtf": gettext_noop(
        "{name}: this is a Rich Text file; save it as .docx, or run: soffice --headless --convert-to docx {name}"
    ),
    b"From: <Saved by ": gettext_noop("{name}: this is a web archive (MHTML); save the page as HTML"),
}
# What a zip archive of LibreOffice begins with. Source: ODF 1.3, part 2, 3.3.
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\x0b\x0c\r\x1b"})
BAD_SHARE = 0.02  # of the bytes: above it damaged UTF-8 must show itself by many more sequences than stray bytes
MANY = 2  # times the stray bytes: so many sequences then
FEW = 3  # letters of another script, which bytes may be by chance
ZEROS = 0.7  # of every other byte: it is UTF-16
ONE_IN = 10  # bytes, of which one is a control code: more are no text
INSIDE = lazy("(?<=[A-Za-z])[\u0250-\u02af\u0370-\u1cff]")  # letters of other scripts behind ours


class Decoded(NamedTuple):
    """Text with the codec that gives its bytes back (errors="surrogateescape")."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The characters of ``data``. A byte order mark stays the first character; stray bytes become surrogates.

    Raises ReadError when there is nothing to read or it is not text. Notices: R001 guessed encoding, R002 stray bytes.
    """
    if not data.strip():
        raise ReadError("{name}: the file is empty; nothing was read", name=name)
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _with(data, encoding, name)
    _refuse_known(data, name)
    if wide := _without_mark(data):
        return Decoded(data.decode(wide), wide, (notice("R001", detail=wide),))
    _refuse_controls(data, name)
    damaged = data.decode("utf-8", "surrogateescape")
    stray = _stray(damaged)
    if not stray and not _is_chance(damaged):
        return Decoded(damaged, "utf-8")
    if stray and _looks_utf8(damaged, 1 if stray <= BAD_SHARE * len(data) else MANY):
        return Decoded(damaged, "utf-8", (notice("R002", detail=str(stray)),))
    encoding, is_text = code_page(data)
    if not is_text:
        raise ReadError(
            "{name}: no known encoding gives words of these bytes; save the file as UTF-8 in the program it comes from",
            name=name,
        )
    return Decoded(data.decode(encoding), encoding, (notice("R001", detail=encoding),))


def _with(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise ReadError(
                "{name}: the byte order mark says {encoding}, the bytes from {at} do not fit; save the file as UTF-8",
                name=name,
                encoding=encoding,
                at=error.start,
            ) from None
        text = data.decode(encoding, "surrogateescape")
        return Decoded(text, encoding, (notice("R002", detail=str(_stray(text))),))
    return Decoded(text, encoding)


def _without_mark(data: bytes) -> str:
    """The UTF-16 that ``data`` is in without saying so: every other byte of western text is zero."""
    for encoding, zeros in (("utf-16-le", data[1:4000:2]), ("utf-16-be", data[0:4000:2])):
        if len(data) % 2 == 0 and zeros.count(0) > ZEROS * len(zeros):
            with contextlib.suppress(UnicodeDecodeError):
                data.decode(encoding)
                return encoding
    return ""


def _refuse_known(data: bytes, name: str) -> None:
    """Refuse what says in its first bytes that it is something else; pictures and PDFs may be full of zeros."""
    if OPEN_DOCUMENT in data[:200]:
        raise ReadError(
            "{name}: this is an OpenDocument file; save it as .docx, or run:"
            " soffice --headless --convert-to docx {name}",
            name=name,
        )
    for magic, message in MAGIC.items():
        if data.startswith(magic):
            raise ReadError(message, name=name)


def _refuse_controls(data: bytes, name: str) -> None:
    head = data[:65536]
    if len(head) - len(head.translate(None, CONTROLS)) > len(head) // ONE_IN:
        raise ReadError("{name}: this is not text (one byte in ten is a control code); give a text file", name=name)


def _stray(text: str) -> int:
    """How many bytes that are no UTF-8 stand in ``text``."""
    return len(text) - len(text.encode("utf-8", "ignore").decode("utf-8"))


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_chance(text: str) -> bool:
    """Whether bytes are UTF-8 by chance: the few letters that it gives are of another script, and stand inside words.

    « ’à » and « ’é » of Mac Roman are letters of Armenia.
    """
    found = _beyond_ascii(text)
    return 0 < found <= FEW and len(INSIDE.findall(text)) == found


def _looks_utf8(damaged: str, times: int) -> bool:
    """Whether true UTF-8 sequences are more than so many ``times`` the stray bytes."""
    stray = _stray(damaged)
    good = _beyond_ascii(damaged) - stray
    return good > times * stray
