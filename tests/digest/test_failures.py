"""A disk that fails at any call, a ledger damaged in any way: told in words, nothing sent twice, nothing left behind.

The campaign takes every call and hundreds of damages, every day some of them.
"""

from __future__ import annotations

import errno
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from click.testing import CliRunner

from oimpress.cli.digest import digest
from oimpress.digest import open_ledger
from oimpress.errors import OimpressError
from tests.digest.press import CONFIG, TEXT
from tests.digest.test_kills import at_length, check, run

pytestmark = pytest.mark.slow

OF_THE_DISK = {
    "open", "write", "flush", "fsync", "replace", "rename", "mkdir", "stat", "lstat", "scandir", "listdir", "unlink",
    "read", "readall",
}  # fmt: skip
OF_SQLITE = {"connect", "execute", "executemany", "fetchall", "fetchone", "backup", "serialize"}


@contextmanager
def failing(call: int, codes: tuple[int, ...]) -> Iterator[list[str]]:
    """Have the ``call``-th call of the file system or of SQLite fail; the list names it once it has."""
    left, done = [call], list[str]()

    def watch(frame: FrameType, event: str, function: Any) -> None:
        place = frame.f_code.co_filename
        if event != "c_call" or not ("/oimpress/digest/" in place or "/pathlib" in place):
            return
        name = function.__name__
        if name in OF_THE_DISK | OF_SQLITE and not isinstance(function.__self__, str | bytes | date) and not done:
            left[0] -= 1
            if not left[0]:
                done.append(name)
                raise fault(name, random.choice(codes))

    sys.setprofile(watch)
    try:
        yield done
    finally:
        sys.setprofile(None)


def fault(name: str, code: int) -> Exception:
    if name in OF_THE_DISK:
        return OSError(code, errno.errorcode[code])
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = random.choice(["SQLITE_IOERR_WRITE", "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_CORRUPT"])
    return error


@at_length
def test_a_disk_that_fails_at_every_call(long: bool, tmp_path: Path) -> None:
    """The n-th call of the n-th run fails, until a run meets no more; then the next week begins."""
    run(tmp_path / "warm", 0)
    weeks = call = 0
    told: list[str] = []
    while weeks < (6 if long else 2):
        call += 1 if long else random.randint(1, 3)
        try:
            with failing(call, (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS)) as met:
                run(tmp_path, weeks)
        except OimpressError as error:
            told.append(str(error))
        mails = [path.read_bytes() for path in (tmp_path / "digest" / "presse").glob("[!.]*")]
        assert all(mail.endswith(b"--\r\n") for mail in mails)
        if not met:
            run(tmp_path, weeks)
            weeks, call = weeks + 1, 0
    assert len(told) > 12
    assert min(map(len, told)) > 30
    check(tmp_path, weeks)


PAGE = 4096


def damage(path: Path) -> None:
    """Change the file at ``path`` in one of the ways in which files are."""
    content = bytearray(path.read_bytes())
    place = random.randrange(len(content))
    match random.randrange(4):
        case 0:
            content[place] ^= 1 << random.randrange(8)
        case 1:
            first = place - place % PAGE
            content[first : first + PAGE] = random.choice([b"\0", b"\xa5"]) * PAGE
        case 2:
            del content[place:]
        case _:
            content[place : place + 64] = random.randbytes(64)
    path.write_bytes(content)


def deface(path: Path) -> None:
    """Put a value into the ledger at ``path`` that does not belong there."""
    columns = {
        "issues": ("list", "volume", "number", "day", "cut_off", "state", "sha256"),
        "members": ("release", "hash", "issue", "place", "role", "xml", "origin"),
        "deliveries": ("recipient", "state", "attempts", "unsure", "next_try", "answer"),
        "sightings": ("release", "hash", "verdict", "title", "first_seen"),
    }
    table = random.choice(list(columns))
    column = random.choice(columns[table])
    value = random.choice([-1, 10**18, 0.5, "", "x", "2026-13-45", b"\xff\xfe", b"<release/>", "é" * 50])
    with closing(sqlite3.connect(path)) as db, suppress(sqlite3.Error):
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(f"UPDATE {table} SET {column} = ?", (value,))
        db.commit()


COMMANDS = [["status"], ["log"], ["plan", "--dry-run"], ["plan", "--again"], ["build"], ["send"], ["send", "--retry"]]


@at_length
@pytest.mark.parametrize("spoil", [damage, deface])
def test_a_damaged_ledger_never_gives_a_traceback(
    long: bool, spoil: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In any command; and the mails that were handed over stay as they are."""
    office = tmp_path / "office"
    (office / "archive").mkdir(parents=True)
    (office / "oimpress.toml").write_text(CONFIG, "utf-8")
    for day in (20, 27):
        (office / "archive" / f"{day}.txt").write_text(TEXT.replace("Motozintla", f"Motozintla {day}"), "utf-8")
        (office / "archive" / f"{day}.toml").write_text(f"date = 2026-11-{day}\n", "utf-8")
    monkeypatch.chdir(office)
    sent = CliRunner().invoke(digest, ["send", "--now", "2026-11-23T08:00"])
    assert sent.output == "presse-1-048: handed over\n", sent.output
    CliRunner().invoke(digest, ["plan", "--now", "2026-11-30T08:00"])
    mail = (office / "box" / "new" / "presse-1-048").read_bytes()
    refused = 0
    for number in range(300 if long else 30):
        root = tmp_path / str(number)
        shutil.copytree(office, root)
        spoil(root / "digest" / "ledger.sqlite3")
        monkeypatch.chdir(root)
        for command in random.sample(COMMANDS, len(COMMANDS)) if long else random.sample(COMMANDS, 3):
            now = [] if command[0] == "log" else ["--now", "2026-11-30T08:01"]
            done = CliRunner().invoke(digest, command + now)
            error = done.exception
            assert error is None or isinstance(error, OimpressError | SystemExit), (number, command, error)
            refused += isinstance(error, OimpressError) or done.exit_code == 7
            assert (root / "box" / "new" / "presse-1-048").read_bytes() == mail
    assert refused


def test_a_damaged_lock_is_told(tmp_path: Path) -> None:
    run(tmp_path, 0)
    (tmp_path / "digest" / ".presse.lock").write_bytes(b"x" * 5000)
    with pytest.raises(OimpressError, match=r"\.presse\.lock: a damaged lock; delete the file"):
        run(tmp_path, 1)
    (tmp_path / "digest" / ".presse.lock").unlink()
    assert run(tmp_path, 1).issues
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        assert len(ledger.issues("presse")) == 2
