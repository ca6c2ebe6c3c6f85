"""Releases that come twice: a file copied under another name, the same page saved again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from oimpress.publish.kept import Kept, words_of
from oimpress.publish.report import ReadRelease

if TYPE_CHECKING:
    from sqlite3 import Connection

Digest = bytes
HELD = 20_000  # digests that are held in memory; those before them wait in a file that nobody sees


class Repeats:
    """Remembers the releases of a run by two digests each: that of their bytes, and that of what they say.

    A mailbox may hold a hundred thousand: what is kept in memory has the same size whatever comes.
    """

    def __init__(self) -> None:
        self._places: dict[Digest, str] = {}
        self._file: Connection | None = None

    def earlier(self, reading: ReadRelease) -> str:
        """Where the same release came from before, in this run; empty for one that is new and remembered from now on.

        The same bytes are the same release, and so are the same title, date and text, however they were saved.
        """
        done = reading.done
        words = done.facts.words if isinstance(done, Kept) else words_of(done.value)
        keys = _of_bytes(reading), bytes.fromhex(words)
        found = next(filter(None, map(self._place, keys)), "")
        if not found:
            self._places |= dict.fromkeys(keys, reading.place)
            if len(self._places) > HELD:
                self._file = _stored(self._places, self._file)
                self._places = {}
        return found

    def close(self) -> None:
        """Let go of the file, if there is one."""
        if self._file:
            self._file.close()

    def _place(self, key: Digest) -> str:
        """Where the release of this digest came from; empty for none."""
        if (found := self._places.get(key)) or self._file is None:
            return found or ""
        row = self._file.execute("select place from places where digest = ?", (key,)).fetchone()
        return str(row[0]) if row else ""


def _stored(places: Mapping[Digest, str], file: Connection | None) -> Connection:
    """The file with ``places`` in it too, of which SQLite keeps little in memory."""
    if file is None:
        import sqlite3

        file = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        file.execute("create table places (digest blob primary key, place text) without rowid")
    file.execute("begin")
    file.executemany("insert or ignore into places values (?, ?)", sorted(places.items()))
    file.execute("commit")
    return file


def _of_bytes(reading: ReadRelease) -> Digest:
    return hashlib.sha256(reading.source.data + b"%d" % reading.part).digest()[:16]
