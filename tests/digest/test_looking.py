"""Looking at a ledger leaves no trace, and shows it as it is, whoever works with it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from oimpress.digest import LedgerError, look_at_ledger, open_ledger, plan, send
from oimpress.digest.opening import VERSION
from tests.digest.lists import MONDAY, listed, made, place


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() if path.is_file() else b"" for path in sorted(root.rglob("*"))}


def issues(path: Path) -> list[str]:
    with look_at_ledger(path) as ledger:
        return [f"{issue.name} {issue.state} {len(ledger.members(issue))}" for issue in ledger.issues("presse")]


def test_nothing_is_made_where_there_is_nothing(tmp_path: Path) -> None:
    assert issues(tmp_path / "digest" / "ledger.sqlite3") == []
    assert everything(tmp_path) == {}


def test_an_empty_file_is_an_empty_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite3").touch()
    assert issues(tmp_path / "ledger.sqlite3") == []
    assert everything(tmp_path) == {str(tmp_path / "ledger.sqlite3"): b""}


def test_a_ledger_that_nobody_works_with(tmp_path: Path) -> None:
    path = tmp_path / "digest" / "ledger.sqlite3"
    with open_ledger(path) as ledger:
        send(ledger, listed(), lambda: [made("a")], place(tmp_path))
    before = everything(tmp_path)
    assert issues(path) == ["presse-1-048 handed-over 1"]
    assert everything(tmp_path) == before


def test_a_ledger_that_somebody_works_with(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with open_ledger(path) as ledger:
        plan(ledger, listed(), lambda: [made("a")], MONDAY)
        before = sorted(everything(tmp_path))
        with ledger.transaction():
            ledger.db.execute("UPDATE issues SET state = 'stored'")
            assert issues(path) == ["presse-1-048 planned 1"]
        assert issues(path) == ["presse-1-048 stored 1"]
        assert sorted(everything(tmp_path)) == before


@pytest.mark.parametrize("endings", [("", "-wal"), ("", "-wal", "-shm")])
def test_a_ledger_that_a_killed_run_left(tmp_path: Path, endings: tuple[str, ...]) -> None:
    path = tmp_path / "ledger.sqlite3"
    (tmp_path / "left").mkdir()
    with open_ledger(path) as ledger:
        plan(ledger, listed(), lambda: [made("a")], MONDAY)
        for ending in endings:
            shutil.copy(f"{path}{ending}", tmp_path / "left")
    before = sorted(everything(tmp_path / "left"))
    assert issues(tmp_path / "left" / path.name) == ["presse-1-048 planned 1"]
    assert sorted(everything(tmp_path / "left")) == before


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    for content in (b"x" * 5000, b"SQLite format 3\0" + b"\xa5" * 5000):
        path.write_bytes(content)
        with pytest.raises(LedgerError, match="damaged"):
            look_at_ledger(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(LedgerError, match=r"ledger\.sqlite3"):
        look_at_ledger(path)


def test_damage_that_sqlite_quotes_in_bytes_that_are_no_text_is_told(tmp_path: Path) -> None:
    """Its message is then more than Python's sqlite3 can read."""
    path = tmp_path / "ledger.sqlite3"
    with open_ledger(path) as ledger:
        plan(ledger, listed(), lambda: [made("a")], MONDAY)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"xml BLOB NOT NULL,", b"xml BLOB NOT NULL\x80"))
    for opened in (look_at_ledger, open_ledger):
        with pytest.raises(LedgerError, match="damaged"):
            opened(path)


def older(path: Path, version: int) -> None:
    """Make the ledger at ``path`` one of version 1, 2 or 3."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript("ALTER TABLE members DROP COLUMN correction; PRAGMA user_version = 3;")
        if version == 3:
            return
        db.executescript("ALTER TABLE sightings DROP COLUMN until; PRAGMA user_version = 2;")
        if version == 2:
            return
        db.executescript(
            "CREATE TABLE old (issue INTEGER NOT NULL REFERENCES issues ON DELETE CASCADE, recipient TEXT NOT NULL,"
            " state TEXT NOT NULL CHECK (state IN ('waiting', 'trying', 'deferred', 'done', 'refused')),"
            " attempts INTEGER NOT NULL DEFAULT 0, next_try TEXT NOT NULL DEFAULT '',"
            " last_try TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '', PRIMARY KEY (issue, recipient));"
            "INSERT INTO old SELECT issue, recipient, state, attempts, next_try, last_try, answer FROM deliveries;"
            "DROP TABLE deliveries; ALTER TABLE old RENAME TO deliveries; PRAGMA user_version = 1;"
        )


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_ledger_of_a_version_before_is_read_as_it_is_and_brought_up_when_it_is_worked_with(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "digest" / "ledger.sqlite3"
    with open_ledger(path) as ledger:
        plan(ledger, listed(), lambda: [made("a")], MONDAY)
    older(path, version)
    before = everything(tmp_path)
    assert issues(path) == ["presse-1-048 planned 1"]
    assert everything(tmp_path) == before
    with open_ledger(path) as ledger:
        assert ledger.db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert ledger.db.execute("PRAGMA foreign_key_check").fetchall() == []
        (issue,) = send(ledger, listed(), lambda: [made("a")], place(tmp_path)).issues
        assert [(each.state, each.attempts, each.unsure) for each in ledger.deliveries(issue)] == [("done", 1, 0)]
