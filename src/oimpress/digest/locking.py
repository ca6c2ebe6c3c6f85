"""One run at a time for a list."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from oimpress.digest.ledger import LedgerError, trouble


@contextmanager
def only_runner(path: Path, patience: float) -> Iterator[bool]:
    """True while no other process holds ``path``; False when one still does after ``patience`` seconds.

    The lock is SQLite's: the system lets go of it when the holder dies, so that no stale lock ever stays.
    """
    with closing(_connected(path, patience)) as db:
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_BUSY":
                raise _no_lock(path, error) from error
            yield False
            return
        yield True
        db.execute("ROLLBACK")


def _connected(path: Path, patience: float) -> sqlite3.Connection:
    try:
        return sqlite3.connect(path, isolation_level=None, timeout=patience)
    except sqlite3.Error as error:
        raise _no_lock(path, error) from error


def _no_lock(path: Path, error: sqlite3.Error) -> LedgerError:
    if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
        return LedgerError("{path}: a damaged lock; delete the file, it holds nothing", path=path)
    return trouble(path, error)
