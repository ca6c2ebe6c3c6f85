"""Opening a ledger: to work with it, or to look at it without leaving a trace."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from oimpress.digest.copies import Traces, in_memory, refuse_older, sound, tables, traces, unchanging
from oimpress.digest.ledger import FAULTS, Ledger, LedgerError, trouble
from oimpress.own_files import own_file

APPLICATION = 0x4F494D44  # "OIMD"
VERSION = 4
PATIENCE = 60  # seconds that another run may take for a transaction


def open_ledger(path: Path) -> Ledger:
    """The ledger at ``path``, made when there is none.

    Raises LedgerError for a damaged one, one of a later version, one that knows less than what lies beside it, and a
    file that is something else.
    """
    return _opened(path, _connected)


def look_at_ledger(path: Path) -> Ledger:
    """What the ledger at ``path`` holds now, in memory; an empty one when there is none. Nothing is made on the disk.

    Raises LedgerError as open_ledger does.
    """
    return _opened(path, _pictured)


def _opened(path: Path, read: Callable[[Path], sqlite3.Connection]) -> Ledger:
    with _told(path):
        beside = traces(path)
        ledger = Ledger(path, read(path))
        try:
            _prepare(ledger, beside)
        except BaseException:
            ledger.db.close()
            raise
    return ledger


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in words why the ledger at ``path`` cannot be used."""
    try:
        yield
    except FAULTS as error:
        raise trouble(path, error) from error
    except OSError as error:
        raise LedgerError(
            "{path}: the ledger cannot be opened ({reason}); check the folder and its rights", path=path, reason=error
        ) from error


def _connected(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    return sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)


def _pictured(path: Path) -> sqlite3.Connection:
    return _picture(path) if path.exists() else sqlite3.connect(":memory:", isolation_level=None)


def _picture(path: Path) -> sqlite3.Connection:
    """A copy in memory of the data base at ``path``, read in such a way that SQLite makes no file beside it.

    Without a -wal nobody works with it, and it can be read as if it could not change; with -wal and -shm, or with a
    -journal, SQLite takes part in the locking. A -wal alone was left by a copy or a crash, and would be given a -shm; a
    -journal that a crash left would be rolled back: both are read elsewhere.
    """
    log, index, journal = (path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))
    if not log.exists() and not journal.exists():
        return _read(unchanging(path))
    if index.exists() or journal.exists():
        try:
            return _read(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE))
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_READONLY"):
                raise
    with TemporaryDirectory() as folder:
        for file in filter(Path.exists, (path, log, journal)):
            shutil.copy(file, folder)
        return _read(sqlite3.connect(Path(folder, path.name)))


def _read(db: sqlite3.Connection) -> sqlite3.Connection:
    with closing(db):
        db.execute("BEGIN")
        tables(db)  # waits for whoever writes, as long as patience lasts; the copying would wait for ever
        return in_memory(db)


def _prepare(ledger: Ledger, beside: Traces) -> None:
    db = ledger.db
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    known = _known(ledger)
    sound(db)
    refuse_older(ledger, beside)
    if not known:
        _use_wal(db)
    if _version(db) != VERSION:
        with ledger.transaction():
            _bring_up(ledger)


def _bring_up(ledger: Ledger) -> None:
    """Make the tables, or those that are new since the ledger's version, unless another run just did."""
    db = ledger.db
    if not _known(ledger):
        for statement in _statements():
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
    else:
        if _version(db) < 2:
            _count_the_unsure(db)
        if _version(db) < 3:  # which knew no embargoes
            db.execute("ALTER TABLE sightings ADD COLUMN until TEXT NOT NULL DEFAULT ''")
        if _version(db) < 4:  # which kept no words on what was corrected
            db.execute("ALTER TABLE members ADD COLUMN correction TEXT NOT NULL DEFAULT ''")
    db.execute(f"PRAGMA user_version = {VERSION}")


def _known(ledger: Ledger) -> bool:
    """True for a ledger of ours, False for an empty file. Raises LedgerError for anything else."""
    application = ledger.db.execute("PRAGMA application_id").fetchone()[0]
    version = _version(ledger.db)
    if application == APPLICATION:
        if version > VERSION:
            raise LedgerError(
                "{path}: a ledger of version {version}, and this program knows up to {known}; use the newer oimpress "
                "that wrote it",
                path=ledger.path,
                version=version,
                known=VERSION,
            )
        return True
    if application or tables(ledger.db):
        raise LedgerError("{path}: an SQLite file, but no ledger; name another folder for the list", path=ledger.path)
    return False


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def _use_wal(db: sqlite3.Connection) -> None:
    """Readers and one writer at a time; where the file system cannot, the rollback journal does as well."""
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA journal_mode = WAL")


def _statements() -> list[str]:
    script = own_file("oimpress.digest", "ledger.sql").read_text("utf-8")
    lines = "\n".join(line.partition("--")[0] for line in script.splitlines())
    return [statement for statement in lines.split(";") if statement.strip()]


def _count_the_unsure(db: sqlite3.Connection) -> None:
    """From version 1, which knew no deliveries whose end is not known, to 2."""
    kept = "issue, recipient, state, attempts, next_try, last_try, answer"
    db.execute("ALTER TABLE deliveries RENAME TO earlier")
    db.execute(next(each for each in _statements() if "CREATE TABLE deliveries" in each))
    db.execute(f"INSERT INTO deliveries ({kept}) SELECT {kept} FROM earlier")
    db.execute("DROP TABLE earlier")
