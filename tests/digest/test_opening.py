"""Opening a ledger, to work with it or to look at it, which leaves no trace; what is no ledger of ours is refused."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from oimpress.digest import Ledger, LedgerError, look_at_ledger, open_ledger, opening, plan, send
from oimpress.digest.copies import unchanging
from oimpress.digest.opening import APPLICATION, VERSION
from tests.digest.lists import MONDAY, listed, made, place


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() if path.is_file() else b"" for path in sorted(root.rglob("*"))}


def issues(path: Path) -> list[str]:
    with look_at_ledger(path) as ledger:
        return [f"{issue.name} {issue.state} {len(ledger.members(issue))}" for issue in ledger.issues("presse")]


def used(path: Path) -> Path:
    """A ledger with an issue of forty releases in it, closed."""
    with open_ledger(path) as ledger:
        plan(ledger, listed(), lambda: [made(f"r{number}") for number in range(40)], MONDAY)
    return path


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


def test_a_ledger_opens_again(tmp_path: Path) -> None:
    path = used(tmp_path / "ledger.sqlite3")
    with open_ledger(path) as ledger:
        assert len(ledger.members(ledger.issues("presse")[0])) == 40
        assert ledger.db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_damaged_ledger_is_refused(tmp_path: Path) -> None:
    path = used(tmp_path / "ledger.sqlite3")
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 6] = b"\xa5" * (4096 * 4)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"damaged.*nothing was sent.*recover"):
        open_ledger(path)
    assert path.read_bytes() == content


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    path.write_bytes(b"not a data base, though it is long enough to be one " * 100)
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(path)
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(LedgerError, match="no ledger"):
        open_ledger(path)


def test_a_ledger_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = used(tmp_path / "ledger.sqlite3")
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 9")
    with pytest.raises(LedgerError, match=r"version 9.*newer oimpress"):
        open_ledger(path)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite3").mkdir()
    with pytest.raises(LedgerError, match=r"ledger\.sqlite3"):
        open_ledger(tmp_path / "ledger.sqlite3")


def test_a_version_behind_the_one_that_is_known_is_refused_by_its_number(tmp_path: Path) -> None:
    path = used(tmp_path / "ledger.sqlite3")
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    for opened in (look_at_ledger, open_ledger):
        with pytest.raises(
            LedgerError,
            match=rf"ledger\.sqlite3: a ledger of version {VERSION + 1}, and this program knows up to {VERSION}; use",
        ):
            opened(path)


def test_a_file_of_another_program_is_refused_though_it_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA application_id = 7")
    words = f"{path}: an SQLite file, but no ledger; name another folder for the list"
    for opened in (look_at_ledger, open_ledger):
        with pytest.raises(LedgerError, match=f"^{re.escape(words)}$"):
            opened(path)


def test_a_ledger_is_of_this_version_keeps_its_references_and_waits_for_the_disk(tmp_path: Path) -> None:
    for opened in (open_ledger, look_at_ledger):
        with opened(tmp_path / "deep" / "down" / "ledger.sqlite3") as ledger:
            asked = ("application_id", "user_version", "foreign_keys", "synchronous")
            found = [ledger.db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
            assert found == [APPLICATION, VERSION, 1, 2]
            assert int.to_bytes(APPLICATION, 4) == b"OIMD"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "digest").write_text("a file", "utf-8")
    with pytest.raises(
        LedgerError, match=r"ledger\.sqlite3: the ledger cannot be opened \(.*\); check the folder and its rights$"
    ):
        open_ledger(tmp_path / "digest" / "ledger.sqlite3")


def test_a_ledger_in_the_middle_of_a_change_with_a_journal_is_looked_at(tmp_path: Path) -> None:
    """As on a file system without write-ahead logs: the journal rolls back what was not finished."""
    path = used(tmp_path / "ledger.sqlite3")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE issues SET state = 'stored'")
        assert path.with_name("ledger.sqlite3-journal").exists()
        assert issues(path) == ["presse-1-048 planned 40"]
        db.execute("ROLLBACK")


def test_a_change_that_a_killed_run_left_half_done_is_looked_at_as_undone(tmp_path: Path) -> None:
    """As on a file system without write-ahead logs; looking rolls nothing back, working does."""
    path = used(tmp_path / "ledger.sqlite3")
    (tmp_path / "left").mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;")
        db.execute("UPDATE issues SET state = 'stored'")
        db.execute("UPDATE members SET xml = xml || xml")  # more than the cache holds: it is written
        for ending in ("", "-journal"):
            shutil.copy(f"{path}{ending}", tmp_path / "left")
    left = tmp_path / "left" / path.name
    before = everything(tmp_path / "left")
    assert issues(left) == ["presse-1-048 planned 40"]
    assert everything(tmp_path / "left") == before
    with open_ledger(left) as ledger:
        assert [issue.state for issue in ledger.issues("presse")] == ["planned"]


def test_a_ledger_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0)
    path = used(tmp_path / "ledger.sqlite3")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; UPDATE issues SET state = 'stored';")
        for opened in (look_at_ledger, open_ledger):
            with pytest.raises(LedgerError, match=r"another program holds the ledger; end it, then run again$"):
                opened(path)


def test_a_ledger_that_cannot_be_used_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = used(tmp_path / "ledger.sqlite3")
    connected: list[sqlite3.Connection] = []

    def kept(where: Path) -> sqlite3.Connection:
        connected.append(unchanging(where))
        return connected[-1]

    monkeypatch.setattr(opening, "unchanging", kept)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 9")
    with pytest.raises(LedgerError):
        look_at_ledger(path)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connected[-1].execute("SELECT 1")


def test_looking_where_no_ledger_is_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with look_at_ledger(tmp_path / "digest" / "ledger.sqlite3"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_of_a_newer_program_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with open_ledger(path):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(LedgerError) as refused, open_ledger(path):
        pass
    assert str(refused.value).startswith(f"{path}: a ledger of version {VERSION + 1}, and this program knows up to")


@pytest.mark.parametrize("look", [open_ledger, look_at_ledger])
def test_our_own_tables_that_cannot_be_read_are_told(
    look: Callable[[Path], Ledger], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "own_file", lambda *_: tmp_path / "gone")
    with pytest.raises(LedgerError, match=r"ledger\.sqlite3: the ledger cannot be opened \(.*gone.*\)"):
        look(tmp_path / "ledger.sqlite3")
    monkeypatch.undo()
    assert issues(tmp_path / "ledger.sqlite3") == []
