"""The file of the index: an SQLite data base with full-text search, which can be thrown away at any time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from oimpress.errors import MissingDependency

VERSION = 2
INDEX = Path(".oimpress") / "index.sqlite3"  # in the folder of oimpress.toml
SEALED = "?"  # an embargo that nobody can tell the end of
SCHEMA = """
CREATE TABLE sources (
    path TEXT PRIMARY KEY,          -- quoted as in an address: names of files need not be text
    name TEXT NOT NULL,             -- of the file, without accents and capitals
    stamp TEXT NOT NULL,            -- tells whether it has changed since it was read; empty until it is
    fault TEXT NOT NULL DEFAULT '', -- why it cannot be read: a sentence of the catalogues and its values, in JSON
    parts INT NOT NULL DEFAULT 0,   -- releases in it
    doubts INT NOT NULL DEFAULT 0,
    embargo TEXT NOT NULL DEFAULT ''
);
CREATE TABLE releases (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL REFERENCES sources ON DELETE CASCADE,
    part INTEGER NOT NULL,          -- of several in one source, from 1; 0 for the only one
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT NOT NULL,        -- ISO 8601, empty when undated
    kind TEXT NOT NULL,
    lang TEXT NOT NULL,
    issuer TEXT NOT NULL
);
CREATE INDEX releases_of_source ON releases (source);
CREATE TABLE named (                -- a country by its ISO 3166-1 alpha-2 code, a person by the name as printed
    release INTEGER NOT NULL REFERENCES releases ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('country', 'person')),
    value TEXT NOT NULL,
    folded TEXT NOT NULL,           -- without accents and capitals
    PRIMARY KEY (release, field, value)
);
CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2");
CREATE TRIGGER words_go AFTER DELETE ON releases BEGIN DELETE FROM words WHERE rowid = old.number; END;
"""


def open_index(path: Path | None) -> sqlite3.Connection:
    """The index at ``path``, made when there is none; one that is damaged or of another version is made anew.

    Where nothing can or may be written it is in memory, for this run alone. Its connection may be used from several
    threads that take turns. Raises MissingDependency where Python's SQLite has no full-text search.
    """
    with suppress(OSError, sqlite3.Error):
        if path is None:
            return _prepared(":memory:")
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(sqlite3.DatabaseError):
            return _prepared(str(path))
        path.unlink()
        return _prepared(str(path))
    try:
        return _prepared(":memory:")
    except sqlite3.OperationalError as error:
        raise MissingDependency(
            "the index needs SQLite with full-text search (FTS5), and this Python's has none ({reason})", reason=error
        ) from None


def _prepared(place: str) -> sqlite3.Connection:
    db = sqlite3.connect(place, isolation_level=None, timeout=60, check_same_thread=False)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            if version:
                raise sqlite3.DatabaseError(f"of version {version}")
            db.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        db.execute("SELECT 1 FROM words LIMIT 1")
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is done inside, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def key_of(path: Path) -> str:
    """What the index calls the file at ``path``, which names no link."""
    return quote(os.fsencode(path))


def path_of(key: str) -> Path:
    """The file that the index calls ``key``."""
    return Path(os.fsdecode(unquote_to_bytes(key)))
