"""The ledger: what each list has met, planned and handed over. One SQLite file, one transaction a step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Literal, TypeAlias

from oimpress.digest.selection import History, Told
from oimpress.errors import OimpressError
from oimpress.model.codec import from_xml
from oimpress.model.nodes import Release

APPLICATION = 0x4F494D44  # "OIMD"
VERSION = 1
IssueState: TypeAlias = Literal["planned", "stored", "handed-over", "empty"]


class LedgerError(OimpressError):
    """The ledger cannot be used as it is; nothing was changed or sent."""

    exit_code = 7


@dataclass(frozen=True, slots=True)
class Issue:
    """One planned issue. ``day`` is that of the cut-off where the list lives, ``cut_off`` the moment."""

    id: int
    list: str
    volume: int
    number: int
    day: date
    cut_off: datetime
    state: IssueState
    sha256: str

    @property
    def name(self) -> str:
        """A name for files and identities, unique in the ledger: ``press-1-047``."""
        return f"{self.list}-{self.volume}-{self.number:03}"


@dataclass(frozen=True, slots=True)
class Member:
    """A release in an issue."""

    release: Release
    role: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """One recipient of an issue and how far the mail has come."""

    recipient: str
    state: str
    attempts: int
    next_try: str
    answer: str


class Ledger:
    """An open ledger; a context manager. Safe to have open in many processes at once."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.db = connection

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()
        if isinstance(error, sqlite3.Error):
            raise trouble(self.path, error) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; other writers wait."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            with suppress(sqlite3.Error):
                self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def issues(self, name: str, state: str = "") -> tuple[Issue, ...]:
        """The issues of the list ``name`` by cut-off; only those in one ``state`` when it is given."""
        rows = self.db.execute(
            "SELECT id, list, volume, number, day, cut_off, state, sha256 FROM issues"
            " WHERE list = ? AND ? IN ('', state) ORDER BY cut_off, id",
            (name, state),
        )
        return tuple(
            Issue(row[0], row[1], row[2], row[3], date.fromisoformat(row[4]), moment(row[5]), row[6], row[7])
            for row in rows
        )

    def members(self, issue: Issue) -> tuple[Member, ...]:
        """The releases of ``issue`` in their order, as they read when it was planned."""
        rows = self.db.execute("SELECT xml, role, release FROM members WHERE issue = ? ORDER BY place", (issue.id,))
        return tuple(Member(from_xml(xml, f"{self.path}: {release}"), role) for xml, role, release in rows)

    def deliveries(self, issue: Issue) -> tuple[Delivery, ...]:
        """The deliveries of ``issue``, by recipient."""
        rows = self.db.execute(
            "SELECT recipient, state, attempts, next_try, answer FROM deliveries WHERE issue = ? ORDER BY recipient",
            (issue.id,),
        )
        return tuple(Delivery(*row) for row in rows)

    def history(self, name: str) -> History:
        """What the next selection of the list must know."""
        rows = self.db.execute("SELECT release, hash, stamp, origin FROM members WHERE list = ?", (name,))
        sent = tuple(Told(*row) for row in rows)
        met = {
            (release, content): verdict
            for release, content, verdict in self.db.execute(
                "SELECT release, hash, verdict FROM sightings WHERE list = ?", (name,)
            )
        }
        last = self.db.execute("SELECT max(day) FROM issues WHERE list = ?", (name,)).fetchone()[0] or ""
        return History(sent, met, {key for key, verdict in met.items() if verdict == "missed"}, last)


def open_ledger(path: Path) -> Ledger:
    """The ledger at ``path``, made when there is none.

    Raises LedgerError for a damaged one, one of a later version, and a file that is something else.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=60)
    except (OSError, sqlite3.Error) as error:
        raise LedgerError(
            "{path}: the ledger cannot be opened ({reason}); check the folder and its rights", path=path, reason=error
        ) from error
    ledger = Ledger(path, connection)
    try:
        _prepare(ledger)
    except sqlite3.Error as error:
        connection.close()
        raise trouble(path, error) from error
    except BaseException:
        connection.close()
        raise
    return ledger


def _prepare(ledger: Ledger) -> None:
    db = ledger.db
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    if not _known(ledger):
        _use_wal(db)
        with ledger.transaction():
            if not _known(ledger):
                _create(db)
    if (wrong := db.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise sqlite3.DatabaseError(str(wrong).strip().replace("\n", " "))


def _known(ledger: Ledger) -> bool:
    """True for a ledger of ours, False for an empty file. Raises LedgerError for anything else."""
    application = ledger.db.execute("PRAGMA application_id").fetchone()[0]
    version = ledger.db.execute("PRAGMA user_version").fetchone()[0]
    tables = ledger.db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
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
    if application or tables:
        raise LedgerError("{path}: an SQLite file, but no ledger; name another folder for the list", path=ledger.path)
    return False


def _use_wal(db: sqlite3.Connection) -> None:
    """Readers and one writer at a time; where the file system cannot, the rollback journal does as well."""
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA journal_mode = WAL")


def _create(db: sqlite3.Connection) -> None:
    script = files("oimpress.digest").joinpath("ledger.sql").read_text("utf-8")
    statements = "\n".join(line.partition("--")[0] for line in script.splitlines()).split(";")
    for statement in filter(str.strip, statements):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def trouble(path: Path, error: sqlite3.Error) -> LedgerError:
    """The error of SQLite in words that say what to do."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return LedgerError(
            "{path}: the disk is full or failing ({reason}); free some space, then run again", path=path, reason=error
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LedgerError("{path}: another program holds the ledger; end it, then run again", path=path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return LedgerError(
            "{path}: the ledger cannot be written ({reason}); check the rights of file and folder",
            path=path,
            reason=error,
        )
    return LedgerError(
        "{path}: the ledger is damaged ({reason}); nothing was sent. Put back a copy of it, or move it away and run "
        "sqlite3 DAMAGED .recover | sqlite3 {path}, then compare oimpress digest log with what was sent",
        path=path,
        reason=error,
    )


@contextmanager
def only_runner(path: Path, patience: float) -> Iterator[bool]:
    """True while no other process holds ``path``; False when one still does after ``patience`` seconds.

    The lock is SQLite's: the system lets go of it when the holder dies, so that no stale lock ever stays.
    """
    with closing(sqlite3.connect(path, isolation_level=None, timeout=patience)) as db:
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_BUSY":
                raise trouble(path, error) from error
            yield False
            return
        yield True
        db.execute("ROLLBACK")


def stamp(when: datetime) -> str:
    """A moment as the ledger writes it."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(written: str) -> datetime:
    """The moment that the ledger wrote."""
    return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
