"""Ledgers that are damaged, foreign, of another time, or on a full disk: refused in words, nothing half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from oimpress.digest import Delivery, Issue, Ledger, LedgerError, look_at_ledger, open_ledger, plan, send
from oimpress.digest.ledger import DeliveryState, damaged, moment, stamp, trouble
from oimpress.digest.locking import only_runner
from oimpress.digest.selection import SentWording
from oimpress.errors import OimpressError
from tests.digest.lists import MONDAY, listed, made, place


def test_a_busy_list_is_left_alone(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        with only_runner(tmp_path / "digest" / ".presse.lock", 0):
            assert send(ledger, listed(), lambda: [made("a")], place(tmp_path)).busy
        assert not send(ledger, listed(), lambda: [made("a")], place(tmp_path)).busy


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own, of a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    call = [str(mount), "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if (
        not mount
        or os.name != "posix"
        or os.geteuid()
        or subprocess.run(call, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small disk needs root and mount")
    yield folder
    subprocess.run(["umount", str(folder)], check=False)


def test_a_full_disk_at_every_write(small_disk: Path) -> None:
    """With every amount of space left, a run stops in words or ends well; with space again, all is sent once."""
    stopped = 0
    reasons: list[str] = []
    for left in range(0, 400, 8):
        for entry in small_disk.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        filler = small_disk / "filler"
        with suppress(OSError), filler.open("wb", buffering=0) as stream:
            while stream.write(b"x" * 4096):
                pass
        os.truncate(filler, max(0, filler.stat().st_size - left * 1024))
        try:
            with open_ledger(small_disk / "digest" / "ledger.sqlite3") as ledger:
                done = send(ledger, listed(), lambda: [made(f"r{number}") for number in range(30)], place(small_disk))
                stopped += bool(done.open)
        except OimpressError as error:
            stopped += 1
            reasons.append(str(error))
        assert not [path for path in small_disk.rglob("*.eml") if not path.read_bytes().endswith(b"--\r\n")]
        filler.unlink()
        with open_ledger(small_disk / "digest" / "ledger.sqlite3") as ledger:
            send(
                ledger,
                listed(),
                lambda: [made(f"r{number}") for number in range(30)],
                place(small_disk, MONDAY.replace(hour=12)),
            )
            (issue,) = ledger.issues("presse")
            assert (issue.state, len(ledger.members(issue))) == ("handed-over", 30)
        (mail,) = (small_disk / "box" / "new").iterdir()
        assert mail.read_bytes().endswith(b"--\n")
    assert stopped > 10
    assert all("disk" in reason or "space" in reason or "cannot be" in reason for reason in reasons), reasons


WEEK = timedelta(days=7)


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in memory, with an issue of two releases for two recipients; one release waits."""
    with look_at_ledger(tmp_path / "ledger.sqlite3") as ledger:
        wanted = listed(transport={"kind": "sendmail"}, to=["b@oim.test", "a@oim.test"])
        plan(ledger, wanted, lambda: [made("a"), made("b", "2026-11-22"), made("next", "2026-11-25")], MONDAY)
        yield ledger


def test_issues_come_by_cut_off_and_are_those_of_the_list(planned: Ledger) -> None:
    plan(planned, listed(since="2026-11-02"), list, MONDAY + 2 * WEEK)
    planned.db.execute(
        "INSERT INTO issues (list, volume, number, day, cut_off, planned, state)"
        " VALUES ('presse', 1, 47, '2026-11-16', '2026-11-16T07:00:00Z', '2026-11-16T07:00:05Z', 'handed-over'),"
        " ('autre', 1, 47, '2026-11-16', '2026-11-16T07:00:00Z', '2026-11-16T07:00:05Z', 'stored')"
    )
    assert [(each.name, each.state) for each in planned.issues("presse")] == [
        ("presse-1-047", "handed-over"),
        ("presse-1-048", "planned"),
        ("presse-1-050", "empty"),
    ]
    first = planned.issues("presse")[0]
    assert (first.day, first.cut_off) == (date(2026, 11, 16), datetime(2026, 11, 16, 7, tzinfo=UTC))
    assert first.planned == datetime(2026, 11, 16, 7, 0, 5, tzinfo=UTC)
    assert [each.name for each in planned.issues("autre")] == ["autre-1-047"]
    assert planned.issues("nobody") == ()


def test_members_come_in_their_order_and_as_they_were(planned: Ledger) -> None:
    (issue,) = planned.issues("presse")
    assert [(each.place, each.release) for each in planned.members(issue)] == [
        (1, made("b", "2026-11-22").release),
        (2, made("a").release),
    ]
    planned.db.execute("UPDATE members SET place = 3 - place, role = 'corrected', correction = 'Le jour.'")
    assert [(each.place, each.release.id, each.role, each.correction) for each in planned.members(issue)] == [
        (1, "a", "corrected", "Le jour."),
        (2, "b", "corrected", "Le jour."),
    ]


def test_deliveries_come_by_recipient(planned: Ledger) -> None:
    (issue,) = planned.issues("presse")
    planned.db.execute(
        "UPDATE deliveries SET state = 'deferred', attempts = 4, unsure = 1, next_try = '2026-11-23T08:00:00Z',"
        " answer = '451 later' WHERE recipient = 'a@oim.test'"
    )
    assert planned.deliveries(issue) == (
        Delivery("a@oim.test", "deferred", 4, 1, "2026-11-23T08:00:00Z", "451 later"),
        Delivery("b@oim.test", "waiting", 0, 0, "", ""),
    )


@pytest.mark.parametrize(
    ("state", "over"),
    [("waiting", False), ("trying", False), ("deferred", False), ("done", True), ("refused", True), ("lost", True)],
)
def test_what_is_tried_no_more(state: DeliveryState, over: bool) -> None:
    assert Delivery("a@oim.test", state, 1, 0, "", "").is_over == over


def test_the_history_of_a_list_is_all_that_the_next_selection_must_know(planned: Ledger) -> None:
    found = [made("a"), made("b", "2026-11-22"), made("next", "2026-11-25")]
    held, sealed = made("held", until="2027-01-01T00:00:00Z"), made("sealed", until="")
    wanted = listed(include_late=False, order="oldest")
    late = made("late", "2026-11-02")
    plan(planned, wanted, lambda: [*found, late, held, sealed], MONDAY + WEEK)
    history = planned.history("presse")
    assert set(history.sent) == {SentWording(each.release.id, each.hash, each.stamp, each.origin) for each in found}
    assert set(history.met) == {each.key for each in (*found, late, held, sealed)}
    assert history.missed == {late.key}
    assert history.held == {"held", "sealed"}
    assert history.last_day == "2026-11-30"
    nothing = planned.history("autre")
    assert (nothing.sent, nothing.met, nothing.missed, nothing.last_day, nothing.held) == ((), {}, set(), "", set())


@pytest.mark.parametrize(
    "change",
    [
        "issues SET day = '2026-13-45'",
        "issues SET cut_off = 'yesterday'",
        "issues SET planned = '2026-11-23 07:00:00'",
        "issues SET volume = 'one'",
        "issues SET number = 0.5",
        "issues SET state = 'sent'",
        "issues SET sha256 = x'00'",
        "members SET xml = x'3c78'",
        "members SET xml = 'words'",
        "members SET place = 'first'",
        "members SET hash = x'00'",
        "members SET correction = x'00'",
        "deliveries SET state = 'gone'",
        "deliveries SET attempts = 'many'",
        "deliveries SET unsure = 1.5",
        "deliveries SET next_try = 'soon'",
        "deliveries SET answer = x'00'",
        "sightings SET verdict = x'00'",
    ],
)
def test_a_value_that_cannot_be_is_damage(planned: Ledger, change: str) -> None:
    planned.db.execute("PRAGMA ignore_check_constraints = ON")
    planned.db.execute(f"UPDATE {change}")
    with pytest.raises(LedgerError, match=r"ledger\.sqlite3: the ledger is damaged \(.+\); nothing was sent after"):
        read_whole(planned)


def read_whole(ledger: Ledger) -> None:
    for issue in ledger.issues("presse"):
        ledger.members(issue)
        ledger.deliveries(issue)
    ledger.history("presse")


def test_what_is_damaged_is_quoted_in_few_words(planned: Ledger) -> None:
    with pytest.raises(LedgerError) as told:
        planned.rows("SELECT ?", ("x" * 50,), int)
    assert f"({'x' * 40!r} where it cannot be)" in str(told.value)


def test_a_transaction_is_done_whole_or_not_at_all(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.sqlite3") as ledger, open_ledger(tmp_path / "ledger.sqlite3") as other:
        with suppress(KeyboardInterrupt), ledger.transaction() as db:
            db.execute(f"INSERT INTO issues {ISSUE}")
            raise KeyboardInterrupt
        assert other.issues("presse") == ()
        with ledger.transaction() as db:
            other.db.execute("PRAGMA busy_timeout = 1")
            with pytest.raises(sqlite3.OperationalError, match="locked"), other.transaction():
                pass  # a writer waits from the beginning, not from its first change
            db.execute(f"INSERT INTO issues {ISSUE}")
        assert [each.name for each in other.issues("presse")] == ["presse-1-048"]


ISSUE = """(list, volume, number, day, cut_off, planned, state) VALUES
    ('presse', 1, 48, '2026-11-23', '2026-11-23T07:00:00Z', '2026-11-23T07:00:00Z', 'planned')"""


def test_leaving_closes_the_ledger_and_tells_the_troubles_of_sqlite_in_words(tmp_path: Path) -> None:
    ledger = look_at_ledger(tmp_path / "ledger.sqlite3")
    with pytest.raises(LedgerError, match="damaged"), ledger:
        ledger.db.execute("SELECT nothing FROM nowhere")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        ledger.db.execute("SELECT 1")
    with pytest.raises(ValueError, match="of ours"), look_at_ledger(tmp_path / "ledger.sqlite3"):
        raise ValueError("of ours")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "the disk is full or failing (why); free some space, then run again"),
        ("SQLITE_IOERR_WRITE", "the disk is full or failing (why); free some space, then run again"),
        ("SQLITE_BUSY", "another program holds the ledger; end it, then run again"),
        ("SQLITE_LOCKED_SHAREDCACHE", "another program holds the ledger; end it, then run again"),
        ("SQLITE_READONLY", "the ledger cannot be written (why); check the rights of file and folder"),
        ("SQLITE_CANTOPEN", "the ledger cannot be written (why); check the rights of file and folder"),
        ("SQLITE_PERM", "the ledger cannot be written (why); check the rights of file and folder"),
        ("SQLITE_CORRUPT", DAMAGED := "the ledger is damaged (why); nothing was sent after that was seen. Put back its "
         "copy: docs/digest.md tells how to recover"),
        ("", DAMAGED),
    ],
)  # fmt: skip
def test_the_troubles_of_sqlite_in_words(name: str, words: str) -> None:
    error = sqlite3.OperationalError("why")
    if name:
        error.sqlite_errorname = name
    told = trouble(Path("ledger"), error)
    assert (str(told), told.exit_code) == (f"ledger: {words}", 7)
    assert str(damaged(Path("ledger"), "why")) == f"ledger: {DAMAGED}"


def test_moments_are_written_in_utc_to_the_second() -> None:
    there = datetime(2026, 11, 23, 8, 0, 59, 999, timezone(timedelta(hours=1)))
    assert stamp(there) == "2026-11-23T07:00:59Z"
    assert moment("2026-11-23T07:00:59Z") == datetime(2026, 11, 23, 7, 0, 59, tzinfo=UTC)
    with pytest.raises(ValueError, match="does not match"):
        moment("2026-11-23T07:00:59")


def test_the_names_of_issues() -> None:
    named = [
        Issue(1, "presse", 1, number, MONDAY.date(), MONDAY, "planned", "", MONDAY).name for number in (7, 48, 1000)
    ]
    assert named == ["presse-1-007", "presse-1-048", "presse-1-1000"]
