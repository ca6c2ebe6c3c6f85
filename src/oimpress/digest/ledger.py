"""The ledger: what each list has met, planned and handed over. One SQLite file, one transaction a step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TypeAlias, get_args

from oimpress.digest.selection import HELD, History, SentWording
from oimpress.errors import InvalidRelease, OimpressError
from oimpress.model.codec import from_xml
from oimpress.model.nodes import Release
from oimpress.records import record

IssueState: TypeAlias = Literal["planned", "stored", "handed-over", "empty"]
DeliveryState: TypeAlias = Literal["waiting", "trying", "deferred", "done", "refused", "lost"]
FAULTS = (sqlite3.Error, UnicodeDecodeError)  # of a data base; the second, where SQLite quotes what is damaged
ValueType: TypeAlias = type | tuple[str, ...]  # of a value in the ledger, or the words it may be


class LedgerError(OimpressError):
    """The ledger cannot be used as it is; nothing was changed or sent."""

    exit_code = 7


@record
class Issue:
    """One issue. ``day`` is that of the cut-off where the list lives; ``cut_off`` and ``planned`` are moments."""

    id: int
    list: str
    volume: int
    number: int
    day: date
    cut_off: datetime
    state: IssueState
    sha256: str
    planned: datetime

    @property
    def name(self) -> str:
        """A name for files and identities, unique in the ledger: ``press-1-047``."""
        return issue_name(self.list, self.volume, self.number)


def issue_name(of: str, volume: int, number: int) -> str:
    """How the issue of a list is called in files and identities."""
    return f"{of}-{volume}-{number:03}"


@record
class Member:
    """A release in an issue; ``place`` is its number in the order of the plan, ``correction`` what was corrected."""

    release: Release
    role: str
    place: int = 0
    correction: str = ""


@record
class Delivery:
    """One recipient of an issue and how far the mail has come.

    ``unsure`` counts the attempts whose end is not known: an answer or a run was lost. ``lost`` is what had too many.
    """

    recipient: str
    state: DeliveryState
    attempts: int
    unsure: int
    next_try: str
    answer: str

    @property
    def is_over(self) -> bool:
        """Whether nothing more is tried unasked."""
        return self.state in ("done", "refused", "lost")


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
        if isinstance(error, FAULTS):
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

    def rows(self, query: str, parameters: tuple[object, ...], *kinds: ValueType) -> list[Any]:
        """What ``query`` finds, one kind a column. Raises LedgerError for a value of another: the file is damaged."""
        found = self.db.execute(query, parameters).fetchall()
        for row in found:
            for value, kind in zip(row, kinds, strict=True):
                if not (value in kind if isinstance(kind, tuple) else isinstance(value, kind)):
                    raise damaged(self.path, f"{str(value)[:40]!r} where it cannot be")
        return found

    def issues(self, name: str) -> tuple[Issue, ...]:
        """The issues of the list ``name`` by cut-off."""
        rows = self.rows(
            "SELECT id, list, volume, number, day, cut_off, state, sha256, planned FROM issues WHERE list = ?"
            " ORDER BY cut_off, id",
            (name,),
            *(int, str, int, int, str, str, get_args(IssueState), str, str),
        )
        try:
            return tuple(
                Issue(each, of, volume, number, date.fromisoformat(day), moment(cut_off), state, sha, moment(planned))
                for each, of, volume, number, day, cut_off, state, sha, planned in rows
            )
        except ValueError as error:
            raise damaged(self.path, error) from error

    def members(self, issue: Issue) -> tuple[Member, ...]:
        """The releases of ``issue`` in their order, as they read when it was planned."""
        query = "SELECT xml, release, role, place, correction FROM members WHERE issue = ? ORDER BY place"
        rows = self.rows(query, (issue.id,), bytes, str, str, int, str)
        try:
            return tuple(Member(from_xml(xml, release), *rest) for xml, release, *rest in rows)
        except InvalidRelease as error:
            raise damaged(self.path, error) from error

    def deliveries(self, issue: Issue) -> tuple[Delivery, ...]:
        """The deliveries of ``issue``, by recipient."""
        rows = self.rows(
            "SELECT recipient, state, attempts, unsure, next_try, answer FROM deliveries WHERE issue = ?"
            " ORDER BY recipient",
            (issue.id,),
            *(str, get_args(DeliveryState), int, int, str, str),
        )
        found = tuple(Delivery(*row) for row in rows)
        try:
            for each in found:
                moment(each.next_try or "2000-01-01T00:00:00Z")
        except ValueError as error:
            raise damaged(self.path, error) from error
        return found

    def history(self, name: str) -> History:
        """What the next selection of the list must know."""
        told = self.rows("SELECT release, hash, stamp, origin FROM members WHERE list = ?", (name,), *[str] * 4)
        rows = self.rows("SELECT release, hash, verdict FROM sightings WHERE list = ?", (name,), *[str] * 3)
        met = {(release, content): verdict for release, content, verdict in rows}
        ((last,),) = self.rows("SELECT coalesce(max(day), '') FROM issues WHERE list = ?", (name,), str)
        missed = {key for key, verdict in met.items() if verdict == "missed"}
        held = {release for (release, _), verdict in met.items() if verdict in HELD}
        return History(tuple(SentWording(*row) for row in told), met, missed, last, held)


def trouble(path: Path, error: Exception) -> LedgerError:
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
    return damaged(path, error)


def damaged(path: Path, reason: object) -> LedgerError:
    """The error for a ledger that does not hold what it should."""
    return LedgerError(
        "{path}: the ledger is damaged ({reason}); nothing was sent after that was seen. Put back its copy: "
        "docs/digest.md tells how to recover",
        path=path,
        reason=reason,
    )


def stamp(when: datetime) -> str:
    """A moment as the ledger writes it."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(written: str) -> datetime:
    """The moment that the ledger wrote."""
    return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
