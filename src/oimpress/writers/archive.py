"""Zip archives whose bytes depend on their members alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the zip format knows no earlier moment
FILE_MODE = 0o100644 << 16


class ZipWriter:
    """Writes members in the order they come, all of one fixed date; those in ``stored`` are not compressed."""

    def __init__(self, archive: zipfile.ZipFile, stored: frozenset[str]) -> None:
        self._archive, self._stored = archive, stored

    def add(self, name: str, blocks: Iterable[bytes]) -> None:
        """Write a member of these bytes."""
        entry = zipfile.ZipInfo(name, EARLIEST)
        entry.create_system = 3  # Unix, whatever the machine
        entry.external_attr = FILE_MODE
        entry.compress_type = zipfile.ZIP_STORED if name in self._stored else zipfile.ZIP_DEFLATED
        with self._archive.open(entry, "w") as member:
            for block in blocks:
                member.write(block)


@contextmanager
def packing(out: IO[bytes], stored: frozenset[str] = frozenset()) -> Iterator[ZipWriter]:
    """An archive that is written into ``out``."""
    with zipfile.ZipFile(out, "w") as archive:
        yield ZipWriter(archive, stored)
