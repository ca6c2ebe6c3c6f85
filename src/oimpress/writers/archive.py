"""Zip archives whose bytes depend on their members alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the zip format knows no earlier moment
FILE_MODE = 0o100644 << 16


def pack(members: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """The members in the given order, compressed except those in ``stored``, all of one fixed date."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 3  # Unix, whatever the machine
            entry.external_attr = FILE_MODE
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, kind, compresslevel=6)
    return buffer.getvalue()
