"""The archive at a glance: the index of the sources, filled in the background, what is looked at first."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path

from oimpress import index as library
from oimpress.desk.workroom import Workroom
from oimpress.errors import OimpressError
from oimpress.index import ArchiveQuestion, Listing, ReadingWay

PAGE = 50  # rows shown at once
FIRST = 1.0  # seconds that the first page waits for the names of the sources; most folders need less
PAUSE = 3.0  # seconds between two looks at the folder, while somebody looks at the desk
SHARE = 10  # of the time that a look takes, so long is the pause at least


class Index:
    """Knows the sources of ``room``. A context manager: inside of it a thread of its own reads what has changed."""

    def __init__(self, room: Workroom) -> None:
        self._room = room
        self._lock = threading.RLock()
        self._db = library.open_index(None if room.read_only else room.root / library.INDEX)
        library.ask_below(self._db, room.root)
        self._wanted: list[Path] = []
        self._looked_at, self._surveyed, self._over = threading.Event(), threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, name="index", daemon=True)

    def __enter__(self) -> Index:
        self._looked_at.set()
        self._thread.start()
        self._surveyed.wait(FIRST)
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._looked_at.set()
        self._thread.join()
        self._db.close()

    @property
    def complete(self) -> bool:
        """Whether the folder was looked through: until then rows are missing."""
        return self._surveyed.is_set()

    def look(self, question: ArchiveQuestion) -> Listing:
        """The page of rows asked for; those of its sources that are not read yet are read next."""
        self._looked_at.set()
        with self._lock:
            listing = library.listed(self._db, question, PAGE)
        self._wanted = [each.path for each in listing.rows if not each.read]
        return listing

    def find(self, question: ArchiveQuestion) -> list[Path]:
        """All that is asked for, on whatever page."""
        with self._lock:
            return library.found(self._db, question)

    def read(self, path: Path) -> None:
        """Read one source at once, as after a change of its sidecar."""
        with suppress(sqlite3.Error):
            self._read(path)

    def survey(self) -> None:
        """Note which sources there are, and which of them have changed."""
        stamps = self._way.stamps(self._room.sources())
        with self._lock:
            library.survey(self._db, stamps)
        self._surveyed.set()

    def settle(self) -> None:
        """Look at the folder and read all that has changed."""
        self.survey()
        self._read_all()

    def _read_all(self) -> None:
        while not self._over.is_set() and (path := self._next()):
            self._read(path)

    def _read(self, path: Path) -> None:
        found = library.read_source(path, self._way)
        with self._lock:
            library.keep(self._db, found)

    @property
    def _way(self) -> ReadingWay:
        return ReadingWay(self._room.config.profile, self._room.config.house, self._room.cache)

    def _next(self) -> Path | None:
        with self._lock:
            return library.next_unread(self._db, self._wanted)

    def _work(self) -> None:
        pause = PAUSE
        while not self._over.is_set():
            self._looked_at.wait()
            self._looked_at.clear()
            with suppress(OimpressError, OSError, sqlite3.Error):  # the pages tell; the next look tries again
                begun = time.monotonic()
                self.survey()
                pause = max(PAUSE, SHARE * (time.monotonic() - begun))
                self._read_all()
            self._over.wait(pause)
