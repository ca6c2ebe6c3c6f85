"""The copy of the ledger that lies beside it, and what it is good for.

Every run that hands something over leaves a copy that knows all that was planned by then, and of each delivery that was
open then says that its end is not known: whoever puts the copy back sends nothing twice. A ledger that knows less than
its copy, or than the mails that are stored beside it, is refused for the same reason.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from oimpress.digest.ledger import FAULTS, Ledger, LedgerError, issue_name, trouble
from oimpress.digest.storing import store
from oimpress.errors import WriteError
from oimpress.records import record

COPY = "ledger-copy.sqlite3"
UNKNOWN = "the ledger was put back from its copy, which does not know what became of this"
_STORED = re.compile(r"(.+)-\d+-\d{3,}")


def keep_copy(ledger: Ledger) -> None:
    """Store a copy of ``ledger`` beside it, whole or not at all. Raises WriteError; LedgerError for a damaged one."""
    path = ledger.path.with_name(COPY)
    try:
        with closing(in_memory(ledger.db)) as copy:
            sound(copy)
            copy.execute(
                "UPDATE deliveries SET state = 'lost', answer = ? WHERE state IN ('waiting', 'trying', 'deferred')",
                (UNKNOWN,),
            )
            store(path, copy.serialize())
    except FAULTS as error:
        raise trouble(ledger.path, error) from error
    except OSError as error:
        raise WriteError(
            "{path}: the copy of the ledger cannot be stored ({reason}); free some space or mend the rights, then run "
            "again",
            path=path,
            reason=error.strerror or error,
        ) from error


def in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of ``db`` in memory."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def sound(db: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError unless the data base is in order."""
    if (wrong := db.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise sqlite3.DatabaseError(str(wrong).strip().replace("\n", " "))


@record
class Traces:
    """What lies beside a ledger: mails that were stored, and how often its copy says that one was handed over."""

    stored: tuple[Path, ...]
    copy: Path
    tries: int


def traces(path: Path) -> Traces:
    """What lies beside the ledger at ``path``; to be looked for before the ledger is read, which is written first."""
    stored = tuple(sorted(filter(_is_stored, path.parent.glob("*/*.eml"))))
    copy = path.with_name(COPY)
    return Traces(stored, copy, _tries_of_copy(copy))


def refuse_older(ledger: Ledger, beside: Traces) -> None:
    """Raise LedgerError for a ledger that does not know all that was stored or handed over from its folder."""
    rows = ledger.rows("SELECT list, volume, number FROM issues", (), str, int, int) if tables(ledger.db) else []
    known = {issue_name(*row) for row in rows}
    for path in beside.stored:
        if path.stem not in known:
            raise _older(ledger.path, path)
    if (_tries(ledger.db) if rows else 0) < beside.tries:
        raise _older(ledger.path, beside.copy)


def tables(db: sqlite3.Connection) -> int:
    """How many tables and indices there are; 0 for an empty file."""
    found: int = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return found


def _is_stored(path: Path) -> bool:
    found = _STORED.fullmatch(path.stem)
    return found is not None and found[1] == path.parent.name


def _tries(db: sqlite3.Connection) -> int:
    tries: int = db.execute("SELECT coalesce(sum(attempts), 0) FROM deliveries").fetchone()[0]
    return tries


def _tries_of_copy(path: Path) -> int:
    """How often mails had been handed over by the time of the copy; 0 for none, and for one that is no good itself."""
    with suppress(OSError, *FAULTS), closing(unchanging(path)) as copy:
        return _tries(copy)
    return 0


def unchanging(path: Path) -> sqlite3.Connection:
    """The data base at ``path``, which nobody writes to: SQLite makes no file beside it."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _older(path: Path, witness: Path) -> LedgerError:
    return LedgerError(
        "{path}: the ledger is empty or older than {witness}, which lies beside it; nothing was sent. Put back its "
        "copy: docs/digest.md tells how to recover",
        path=path,
        witness=witness,
    )
