"""Ledgers that are damaged, foreign, of another time, or on a full disk: refused in words, nothing half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from oimpress.digest import LedgerError, open_ledger, plan, send
from oimpress.digest.locking import only_runner
from oimpress.errors import OimpressError
from tests.digest.lists import MONDAY, listed, made, place


def used(path: Path) -> Path:
    """A ledger with an issue of forty releases in it, closed."""
    with open_ledger(path) as ledger:
        plan(ledger, listed(), lambda: [made(f"r{number}") for number in range(40)], MONDAY)
    return path


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


def test_one_runner_at_a_time(tmp_path: Path) -> None:
    with only_runner(tmp_path / "lock", 0) as first, only_runner(tmp_path / "lock", 0) as second:
        assert (first, second) == (True, False)
    with only_runner(tmp_path / "lock", 0) as again:
        assert again


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
