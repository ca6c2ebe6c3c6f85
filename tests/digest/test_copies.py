"""A ledger that is lost comes back from its copy and sends nothing twice; one that knows too little is refused."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from oimpress.digest import LedgerError, discard, look_at_ledger, open_ledger, plan, send
from oimpress.digest.copies import COPY, UNKNOWN, Traces, in_memory, keep_copy, refuse_older, sound, tables, traces
from oimpress.digest.parcels import Outcome, Parcel
from oimpress.digest.transports import Sendmail
from oimpress.errors import WriteError
from tests.digest.lists import MONDAY, listed, made, place

WEEK = timedelta(days=7)
RECIPIENTS = ["a@oim.test", "b@oim.test", "c@oim.test"]
MAILED: dict[str, Any] = {"to": RECIPIENTS, "transport": {"kind": "sendmail", "command": ["sendmail"]}}


class Killed(BaseException):
    """A kill, as far as one process can show it."""


class Post:
    """Stands for the sendmail program; it is killed instead of taking its mail number ``last``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.taken: list[tuple[str, str]] = []
        self.last = 99
        monkeypatch.setattr(Sendmail, "deliver", self.deliver)

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        if len(self.taken) == self.last:
            raise Killed
        self.taken.append((parcel.name, parcel.recipient))
        return Outcome("done")


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return Post(monkeypatch)


def run(root: Path, weeks: int = 0, retry: bool = False, **settings: Any) -> Any:
    found = [
        made(f"r{week}", (MONDAY + week * WEEK - timedelta(days=2)).date().isoformat()) for week in range(weeks + 1)
    ]
    with open_ledger(root / "digest" / "ledger.sqlite3") as ledger:
        return send(ledger, listed(**settings), lambda: found, place(root, MONDAY + weeks * WEEK), retry=retry)


def restore(root: Path) -> None:
    for path in (root / "digest").glob("ledger.sqlite3*"):
        path.unlink()
    shutil.copy(root / "digest" / COPY, root / "digest" / "ledger.sqlite3")


def test_the_copy_knows_what_was_handed_over(tmp_path: Path, post: Post) -> None:
    for week in range(3):
        run(tmp_path, week, **MAILED)
    restore(tmp_path)
    assert run(tmp_path, 2, **MAILED).open == ()
    assert len(post.taken) == len(set(post.taken)) == 9
    with look_at_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        assert [len(ledger.members(issue)) for issue in ledger.issues("presse")] == [1, 1, 1]


@pytest.mark.parametrize("handed", range(4))
def test_what_was_in_hand_when_the_ledger_was_lost_is_given_up_and_told(
    tmp_path: Path, post: Post, handed: int
) -> None:
    post.last = handed
    with suppress(Killed):
        run(tmp_path, **MAILED)
    post.last = 99
    restore(tmp_path)
    before = list(post.taken)
    told = run(tmp_path, **MAILED).open
    assert post.taken == before
    assert [(delivery.recipient, delivery.state) for _, delivery in told] == [
        (recipient, "lost") for recipient in (RECIPIENTS if handed < 3 else [])
    ]
    assert run(tmp_path, **MAILED).open == ()
    assert post.taken == before
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        assert discard(ledger, listed(**MAILED)) == ()
    run(tmp_path, retry=True, **MAILED)
    assert {name for name, _ in post.taken} == {"presse-1-048"}


def test_the_next_issue_after_a_recovery_holds_nothing_that_was_sent(tmp_path: Path, post: Post) -> None:
    run(tmp_path, **MAILED)
    restore(tmp_path)
    run(tmp_path, 1, **MAILED)
    with look_at_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        assert [[each.release.id for each in ledger.members(issue)] for issue in ledger.issues("presse")] == [
            ["r0"],
            ["r1"],
        ]


def emptied(folder: Path) -> None:
    for path in folder.glob("ledger.sqlite3-*"):
        path.unlink()
    (folder / "ledger.sqlite3").write_bytes(b"")


def gone(folder: Path) -> None:
    for path in folder.glob("ledger.sqlite3*"):
        path.unlink()


def begun_anew(folder: Path) -> None:
    gone(folder)
    with open_ledger(folder / "new" / "ledger.sqlite3"):
        pass
    shutil.copy(folder / "new" / "ledger.sqlite3", folder)


def put_back_old(folder: Path) -> None:
    gone(folder)
    shutil.copy(folder.parent / "old.sqlite3", folder / "ledger.sqlite3")


@pytest.mark.parametrize("damage", [emptied, gone, begun_anew, put_back_old])
@pytest.mark.parametrize("without", ["", COPY, "presse"])
def test_a_ledger_that_knows_less_than_what_lies_beside_it_is_refused(
    tmp_path: Path, damage: Callable[[Path], None], without: str
) -> None:
    """The copy, or the stored mails, or both tell; the maildir keeps what it has."""
    run(tmp_path)
    shutil.copy(tmp_path / "digest" / "ledger.sqlite3", tmp_path / "old.sqlite3")
    run(tmp_path, 1)
    damage(tmp_path / "digest")
    if without == "presse":
        shutil.rmtree(tmp_path / "digest" / "presse")
    elif without:
        (tmp_path / "digest" / without).unlink()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for opened in (look_at_ledger, open_ledger):
        with pytest.raises(LedgerError, match=r"empty or older than .*nothing was sent.*recover"):
            opened(tmp_path / "digest" / "ledger.sqlite3")
    with pytest.raises(LedgerError):
        run(tmp_path, 2)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert before.items() <= after.items()
    assert len(list((tmp_path / "box" / "new").iterdir())) == 2


def test_an_old_ledger_of_the_same_issues_is_refused_by_the_attempts_that_its_copy_knows(
    tmp_path: Path, post: Post
) -> None:
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        plan(ledger, listed(**MAILED), lambda: [made("r0")], MONDAY)
    shutil.copy(tmp_path / "digest" / "ledger.sqlite3", tmp_path / "old.sqlite3")
    run(tmp_path, **MAILED)
    put_back_old(tmp_path / "digest")
    with pytest.raises(LedgerError, match="older than"):
        run(tmp_path, **MAILED)
    assert len(post.taken) == 3


def test_other_files_beside_a_ledger_say_nothing(tmp_path: Path) -> None:
    for name in ("presse/preview.eml", "autre/presse-1-001.eml", "presse-1-001.eml", "presse/presse-1-001.txt"):
        (tmp_path / "digest" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "digest" / name).write_bytes(b"")
    assert run(tmp_path).issues


def test_a_copy_that_is_no_good_is_renewed(tmp_path: Path) -> None:
    run(tmp_path)
    (tmp_path / "digest" / COPY).write_bytes(b"x" * 5000)
    run(tmp_path, 1)
    with closing(sqlite3.connect(tmp_path / "digest" / COPY)) as copy:
        assert copy.execute("SELECT count(*) FROM issues").fetchone() == (2,)


def test_a_plan_made_again_leaves_no_mail_that_the_ledger_does_not_know(tmp_path: Path) -> None:
    """Its number may never come back, and the mail would tell that the ledger is an old one."""
    from oimpress.digest import build

    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        plan(ledger, listed(), lambda: [made("r0")], MONDAY)
        (stored,) = build(ledger, listed(), place(tmp_path))
        discard(ledger, listed())
        assert not stored.path.exists()
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        assert ledger.issues("presse") == ()


def test_a_copy_that_cannot_be_stored_keeps_the_issue_back(tmp_path: Path) -> None:
    (tmp_path / "digest" / COPY).mkdir(parents=True)
    from oimpress.errors import WriteError

    with pytest.raises(WriteError, match="copy of the ledger cannot be stored"):
        run(tmp_path)
    assert not (tmp_path / "box").exists()
    (tmp_path / "digest" / COPY).rmdir()
    assert run(tmp_path).issues


def test_the_copy_says_of_each_open_delivery_that_its_end_is_not_known(tmp_path: Path) -> None:
    states = ("waiting", "trying", "deferred", "done", "refused", "lost")
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        plan(ledger, listed(**{**MAILED, "to": [f"{state}@oim.test" for state in states]}), lambda: [made("a")], MONDAY)
        for state in states:
            ledger.db.execute(
                "UPDATE deliveries SET state = ?, answer = 'x' WHERE recipient LIKE ?", (state, f"{state}@%")
            )
        keep_copy(ledger)
        (issue,) = ledger.issues("presse")
        assert {each.state for each in ledger.deliveries(issue)} == set(states)
    with look_at_ledger(tmp_path / "digest" / COPY) as copy:
        kept = {each.recipient.partition("@")[0]: (each.state, each.answer) for each in copy.deliveries(issue)}
    lost = dict.fromkeys(("waiting", "trying", "deferred"), ("lost", UNKNOWN))
    assert kept == {**lost, "done": ("done", "x"), "refused": ("refused", "x"), "lost": ("lost", "x")}


def test_what_lies_beside_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "digest" / "ledger.sqlite3"
    with open_ledger(path) as ledger:
        plan(ledger, listed(**MAILED), lambda: [made("a")], MONDAY)
        ledger.db.execute("UPDATE deliveries SET attempts = 2 WHERE recipient != 'c@oim.test'")
        keep_copy(ledger)
    for name in ("presse-1-048.eml", "presse-1-1000.eml", "presse-1-48.eml", "autre-1-048.eml", "presse-1-049.txt"):
        (path.parent / "presse").mkdir(exist_ok=True)
        (path.parent / "presse" / name).write_bytes(b"")
    found = traces(path)
    assert [one.name for one in found.stored] == ["presse-1-048.eml", "presse-1-1000.eml"]
    assert (found.copy, found.tries) == (path.with_name(COPY), 4)
    assert traces(tmp_path / "elsewhere" / "ledger.sqlite3").tries == 0


def test_a_data_base_in_order_is_sound() -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        sound(db)
        db.executescript("CREATE TABLE a (b INTEGER CHECK (b > 0)); PRAGMA ignore_check_constraints = ON;")
        db.execute("INSERT INTO a VALUES (-1)")
        db.execute("PRAGMA ignore_check_constraints = OFF")
        with pytest.raises(sqlite3.DatabaseError, match="CHECK constraint failed in a"):
            sound(db)


def test_a_fault_that_is_told_in_several_lines_is_told_in_one() -> None:
    words = r"^\*\*\* in database main \*\*\* Page 3: never used$"
    with closing(sqlite3.connect(":memory:", factory=Faulty)) as db, pytest.raises(sqlite3.DatabaseError, match=words):
        sound(db)


class Faulty(sqlite3.Connection):
    """A data base that says of itself what SQLite says of some that are damaged."""

    def execute(self, *_call: Any) -> sqlite3.Cursor:
        return super().execute("SELECT '*** in database main ***' || char(10) || 'Page 3: never used' || char(10)")


def test_a_copy_in_memory_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE a (b)")
        with closing(in_memory(db)) as copy:
            assert tables(copy) == tables(db) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_empty_ledger_is_older_than_a_copy_that_says_that_one_mail_went_out(tmp_path: Path) -> None:
    copy = tmp_path / COPY
    with look_at_ledger(tmp_path / "ledger.sqlite3") as ledger:
        refuse_older(ledger, Traces((), copy, 0))
        words = f"the ledger is empty or older than {copy}, which lies beside it; nothing was sent"
        with pytest.raises(LedgerError, match=re.escape(words)):
            refuse_older(ledger, Traces((), copy, 1))


def test_a_copy_that_cannot_be_stored_is_told_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / COPY).mkdir()
    with open_ledger(tmp_path / "ledger.sqlite3") as ledger, pytest.raises(WriteError) as told:
        keep_copy(ledger)
    words = (
        "the copy of the ledger cannot be stored (Is a directory); free some space or mend the rights, then run again"
    )
    assert str(told.value) == f"{tmp_path / COPY}: {words}"
