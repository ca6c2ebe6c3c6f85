"""The archive at a glance: an index of the sources that is filled in the background, what is looked at first."""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import oimpress
from oimpress.desk.entries import SEALED, Entry, entry, now, stamp_of
from oimpress.desk.workroom import OWN, Workroom
from oimpress.errors import OimpressError
from oimpress.knowledge.folding import fold

PAGE = 50  # rows shown at once
PAUSE = 3.0  # seconds between two looks at the folder, while somebody looks at the desk
COLUMNS = ", ".join(Entry._fields)
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, place TEXT, stamp TEXT, title TEXT, date TEXT,"
    " kind TEXT, lang TEXT, doubts INT, embargo TEXT, fault TEXT, more INT, words TEXT, read INT, origin TEXT)"
)
INSERT = f"INSERT OR REPLACE INTO entries ({COLUMNS}) VALUES ({', '.join('?' * len(Entry._fields))})"
STATE = (
    "CASE WHEN NOT read THEN 'waiting' WHEN fault <> '' THEN 'refused'"
    " WHEN embargo > :now OR embargo = :sealed THEN 'embargo'"
    " WHEN origin IN (SELECT value FROM json_each(:sent)) THEN 'sent' WHEN doubts THEN 'doubts' ELSE 'clean' END"
)


@dataclass(frozen=True, slots=True)
class ArchiveQuestion:
    """What of the archive is asked for; empty is everything. ``page`` counts from 1."""

    words: str = ""
    kind: str = ""
    lang: str = ""
    state: str = ""
    order: str = "newest"
    page: int = 1


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the answer. ``found`` are all rows, ``waiting`` those of the folder that are not read yet."""

    rows: tuple[tuple[Entry, str], ...]
    found: int
    total: int
    waiting: int
    states: dict[str, int]
    kinds: tuple[str, ...]
    langs: tuple[str, ...]


ORDERS = {
    "newest": "read AND date <> '' DESC, date DESC, place",
    "oldest": "read AND date <> '' DESC, date, place",
    "title": "title = '', title COLLATE NOCASE, place",
    "name": "place COLLATE NOCASE",
}


class Index:
    """Knows the sources of ``room``. A context manager: inside of it a thread of its own reads what has changed."""

    def __init__(self, room: Workroom) -> None:
        self._room = room
        self._lock = threading.RLock()
        self._db = self._opened()
        self._wanted: list[str] = []
        self._looked_at, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, name="index", daemon=True)

    def __enter__(self) -> Index:
        self._looked_at.set()
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._looked_at.set()
        self._thread.join()
        self._db.close()

    def look(self, question: ArchiveQuestion, sent: str = "[]") -> Listing:
        """The rows asked for; ``sent`` names, in JSON, the sources that a mail has taken."""
        self._looked_at.set()
        where, values = _where(question)
        values |= {"now": now(), "sealed": SEALED, "sent": sent}
        with self._lock:
            states = dict(self._rows(f"SELECT {STATE}, count(*) FROM entries GROUP BY 1", values))
            ((found,),) = self._rows(f"SELECT count(*) FROM entries WHERE {where}", values)
            rows = self._rows(
                f"SELECT {COLUMNS}, {STATE} FROM entries WHERE {where} ORDER BY {ORDERS[question.order]}"
                " LIMIT :most OFFSET :start",
                values | {"most": PAGE, "start": PAGE * (question.page - 1)},
            )
            kinds, langs = (self._known(column) for column in ("kind", "lang"))
        shown = tuple((Entry(*row[:-1]), str(row[-1])) for row in rows)
        self._wanted = [each.key for each, _ in shown if not each.read]
        waiting = states.get("waiting", 0)
        return Listing(shown, found, sum(states.values()), waiting, states, kinds, langs)

    def find(self, question: ArchiveQuestion, sent: str = "[]") -> list[str]:
        """The keys of all that is asked for, on whatever page."""
        where, values = _where(question)
        values |= {"now": now(), "sealed": SEALED, "sent": sent}
        with self._lock:
            rows = self._rows(f"SELECT key FROM entries WHERE {where} ORDER BY {ORDERS[question.order]}", values)
        return [str(row[0]) for row in rows]

    def read(self, path: Path) -> None:
        """Read one source at once, as after a change of its sidecar."""
        with suppress(sqlite3.Error):
            self._put([entry(self._room, path, stamp_of(path, self._generation()))])

    def settle(self) -> None:
        """Look at the folder and read all that has changed: what the thread does, at once."""
        self._survey()
        while not self._over.is_set() and (key := self._next()):
            self._read(key)

    def _work(self) -> None:
        while not self._over.is_set():
            self._looked_at.wait()
            self._looked_at.clear()
            with suppress(OimpressError, OSError, sqlite3.Error):  # the pages tell; the next look tries again
                self.settle()
            self._over.wait(PAUSE)

    def _survey(self) -> None:
        """Note which sources there are, and which of them have changed."""
        generation = self._generation()
        there = {self._room.key(path): path for path in self._room.sources()}
        with self._lock:
            known = dict(self._rows("SELECT key, stamp FROM entries", {}))
            self._db.executemany("DELETE FROM entries WHERE key = ?", [(key,) for key in known.keys() - there.keys()])
            stale = [key for key, path in there.items() if key in known and known[key] != stamp_of(path, generation)]
            self._db.executemany("UPDATE entries SET read = 0 WHERE key = ?", [(key,) for key in stale])
            self._put(self._unread(key, path) for key, path in there.items() if key not in known)
            self._db.commit()

    def _unread(self, key: str, path: Path) -> Entry:
        place = self._room.place(path)
        return Entry(key, place, "", words=fold(place))

    def _next(self) -> str:
        """The source to be read next: one that somebody sees, else any."""
        with self._lock:
            for key in self._wanted:
                if self._rows("SELECT 1 FROM entries WHERE key = :key AND NOT read", {"key": key}):
                    return key
            found = self._rows("SELECT key FROM entries WHERE NOT read ORDER BY place DESC LIMIT 1", {})
        return str(found[0][0]) if found else ""

    def _read(self, key: str) -> None:
        try:
            path = self._room.path(key)
            self._put([entry(self._room, path, stamp_of(path, self._generation()))])
        except OimpressError as error:  # it went meanwhile
            self._put([Entry(key, key, "", fault=str(error), read=1)])

    def _put(self, rows: Iterable[Entry]) -> None:
        with self._lock:
            self._db.executemany(INSERT, list(rows))
            self._db.commit()

    def _rows(self, query: str, values: dict[str, Any]) -> list[Any]:
        return self._db.execute(query, values).fetchall()

    def _known(self, column: str) -> tuple[str, ...]:
        return tuple(
            row[0] for row in self._rows(f"SELECT DISTINCT {column} FROM entries WHERE {column} <> '' ORDER BY 1", {})
        )

    def _generation(self) -> str:
        """What every row hangs on beside its source: the program and the settings."""
        return f"{oimpress.__version__}-{zlib.crc32(self._room.settings_text)}"

    def _opened(self) -> sqlite3.Connection:
        """The index on the disk, so that the next desk finds it; in memory where nothing may be written."""
        with suppress(OSError, sqlite3.Error):
            if not self._room.read_only:
                (self._room.root / OWN).mkdir(exist_ok=True)
                return _connected(str(self._room.root / OWN / "index.sqlite3"))
        return _connected(":memory:")


def _connected(place: str) -> sqlite3.Connection:
    db = sqlite3.connect(place, check_same_thread=False)
    try:
        db.execute(SCHEMA)
        db.execute(f"SELECT {COLUMNS} FROM entries LIMIT 1")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _where(question: ArchiveQuestion) -> tuple[str, dict[str, Any]]:
    """The condition of a question, and its values."""
    parts, values = ["1"], dict[str, Any]()
    for at, word in enumerate(fold(question.words).split()):
        parts.append(f"instr(words, :word{at})")
        values[f"word{at}"] = word
    for column in ("kind", "lang"):
        if asked := getattr(question, column):
            parts.append(f"{column} = :{column}")
            values[column] = asked
    if question.state:
        parts.append(f"{STATE} = :state")
        values["state"] = question.state
    return " AND ".join(parts), values
