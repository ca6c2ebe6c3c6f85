"""Pictures that stand in a source itself: in the parts of a Word document, in the ``data:`` addresses of a page."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from oimpress.patterns import lazy

MOST, ALTOGETHER = 40_000_000, 200_000_000  # bytes of one picture, and of all those of a source
SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/jpg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}
SUFFIXES |= {"image/svg+xml": ".svg"}
DATA = lazy(r"data:(?P<type>image/[a-z+]+)(?:;[^,;]*)*;base64,", re.IGNORECASE)


class Embedded(NamedTuple):
    """A picture and the name it goes by, which its bytes decide."""

    href: str
    data: bytes


def decoded(address: str) -> Embedded | None:
    """The picture in a ``data:`` address; None for another type, too large a one, or what is not base64.

    Source: RFC 2397.
    """
    found = DATA.match(address[:200])
    if not found or len(address) > 2 * MOST:
        return None
    try:
        data = b64decode(re.sub(rb"\s+", b"", unquote_to_bytes(address[found.end() :])), validate=True)
    except binascii.Error:
        return None
    return named(data, found["type"])


def named(data: bytes, media_type: str) -> Embedded | None:
    """The picture in ``data`` by the name that its bytes decide; None for another type, or too large a one."""
    suffix = SUFFIXES.get(media_type.lower(), "")
    return Embedded(f"{sha256(data).hexdigest()[:16]}{suffix}", data) if suffix and 0 < len(data) <= MOST else None
