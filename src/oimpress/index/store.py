"""The file of the index: an SQLite data base with full-text search, which can be thrown away at any time."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from oimpress.errors import MissingDependency

VERSION = 1
SCHEMA = """
CREATE TABLE sources (              -- one row a file; ``stamp`` tells whether it has changed since it was read
    path TEXT PRIMARY KEY,
    stamp TEXT NOT NULL
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


def open_index(path: Path) -> sqlite3.Connection:
    """The index at ``path``, made when there is none; one that is damaged or of another version is made anew.

    Where nothing can be written it is in memory, for this run alone. Raises MissingDependency where Python's SQLite
    has no full-text search.
    """
    with suppress(OSError, sqlite3.Error):
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
    db = sqlite3.connect(place, isolation_level=None, timeout=60)
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
