"""Pictures that stand in a source itself: in the parts of a Word document, in the ``data:`` addresses of a page."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Container
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from oimpress.errors import ReadError
from oimpress.readers import sniff
from oimpress.sources import Source

MOST, ALTOGETHER = 40_000_000, 200_000_000  # bytes of one picture, and of all those of a source
SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/jpg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}
DATA = re.compile(r"data:(?P<type>image/[a-z]+)(?:;[^,;]*)*;base64,", re.IGNORECASE)


class Embedded(NamedTuple):
    """A picture and the name it goes by, which its bytes decide."""

    href: str
    data: bytes


def decoded(address: str) -> Embedded | None:
    """The picture in a ``data:`` address; None for another type, too large a one, or what is not base64.

    Source: RFC 2397.
    """
    found = DATA.match(address[:200])
    suffix = SUFFIXES.get(found["type"].lower(), "") if found else ""
    if not found or not suffix or len(address) > 2 * MOST:
        return None
    try:
        data = b64decode(re.sub(rb"\s+", b"", unquote_to_bytes(address[found.end() :])), validate=True)
    except binascii.Error:
        return None
    if not 0 < len(data) <= MOST:
        return None
    return Embedded(f"{sha256(data).hexdigest()[:16]}{suffix}", data)


def embedded(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures in ``source`` itself that go by one of ``hrefs`` in its release. Raises ReadError."""
    match sniff(source):
        case "docx":
            return _parts(source, hrefs)
        case "html":
            return _addresses(source, hrefs)
        case _:
            return {}


def _parts(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    from oimpress.readers.docx.package import Package

    package = Package(source.data, source.name)
    found: dict[str, bytes] = {}
    room = ALTOGETHER
    for name in package.names:
        if name in hrefs:
            try:
                found[name] = package.data(name, min(MOST, room))
            except ReadError:  # damaged or too large: a picture that is not there
                continue
            room -= len(found[name])
    return found


def _addresses(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    from oimpress.readers.html.figures import address
    from oimpress.readers.html.tree import decoded as page
    from oimpress.readers.html.tree import parse

    root, _ = parse(page(source.data, source.name)[0], source.name)
    images = (decoded(address(node)) for node in root.walk() if node.tag == "img")
    return {one.href: one.data for one in images if one and one.href in hrefs}
