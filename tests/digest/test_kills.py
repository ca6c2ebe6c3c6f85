"""Killed at any step, by the hundred and eight at a time: every release is in one mail, and in one only.

Runs are forks, so that a thousand of them take seconds. A run kills itself with SIGKILL at its n-th call of a function
or of SQLite, for every n in turn; others are killed by their parent after a time. The campaign kills over a
thousand, every day some two hundred, at steps that chance chooses anew each time.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from oimpress.digest import Candidate, Sent, open_ledger, send
from oimpress.digest.copies import COPY
from oimpress.digest.handing import MOST_UNSURE
from tests.digest.lists import MONDAY, free_port, listed, made, place

WEEK = timedelta(days=7)
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]
at_length = pytest.mark.parametrize(
    "long", [False, pytest.param(True, marks=pytest.mark.campaign)], ids=["some", "all"]
)


def archive(week: int) -> list[Candidate]:
    """What lies in the sources in a week: three releases more each time, one of them late, one undated."""
    found = []
    for number in range(week + 1):
        day = (MONDAY + number * WEEK - timedelta(days=2)).date()
        late = (MONDAY + (number - 2) * WEEK).date()
        found += [
            made(f"r{number}", day.isoformat()),
            made(f"late{number}", late.isoformat()),
            made(f"undated{number}", ""),
        ]
    return found


def run(root: Path, week: int, patience: float = 0.0, retry: bool = False, **settings: Any) -> Sent:
    """One run of ``oimpress digest send`` at a time in ``week``."""
    now: datetime = MONDAY + week * WEEK + timedelta(minutes=random.randrange(600))
    with open_ledger(root / "digest" / "ledger.sqlite3") as ledger:
        return send(ledger, listed(**settings), lambda: archive(week), place(root, now, patience), retry=retry)


def forked(work: Callable[[], object]) -> int:
    """The process id of a child that does ``work``, exits with 0, or with 1 on an error."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        os.close(2)
        work()
        status = 0
    finally:
        os._exit(status)


def killed(child: int) -> bool:
    """True when the child died of SIGKILL, False when it ended well; anything else fails."""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def dying(work: Callable[[], object], call: int) -> Callable[[], object]:
    """``work`` that kills its process at its ``call``-th call of ours, of SQLite or of the file system."""
    left = [call]

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        ours = event == "call" and "/oimpress/digest/" in frame.f_code.co_filename
        system = event == "c_call" and "/oimpress/digest/" in frame.f_code.co_filename
        if ours or system or (event == "c_call" and "/pathlib" in frame.f_code.co_filename):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    def mortal() -> None:
        sys.setprofile(watch)
        work()

    return mortal


def check(root: Path, weeks: int) -> None:
    """Fails unless each release of ``weeks`` is in one mail exactly, in the ledger and in the maildir."""
    expected = sorted(one.release.id for one in archive(weeks - 1))
    with open_ledger(root / "digest" / "ledger.sqlite3") as ledger:
        issues = ledger.issues("presse")
        counted = [member.release.id for issue in issues for member in ledger.members(issue)]
        assert sorted(counted) == expected
        assert {issue.state for issue in issues} == {"handed-over"}
        assert len(issues) == weeks
    told: Counter[str] = Counter()
    identities = []
    for path in (root / "box" / "new").iterdir():
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        identities.append(mail["Message-ID"])
        body = mail.get_body(("plain",))
        assert body is not None
        contents = body.get_content().partition("=====")[0]
        told.update(line.split()[-1] for line in contents.splitlines() if "Titre " in line)
    assert len(set(identities)) == len(identities) == weeks
    assert told == Counter(expected)
    assert not list((root / "box" / "tmp").iterdir())
    assert not list(root.rglob("*.part"))
    with closing(sqlite3.connect(root / "digest" / COPY)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM members").fetchone() == (len(expected),)


@at_length
def test_a_kill_at_every_step(long: bool, tmp_path: Path) -> None:
    """The n-th call of the n-th run is its last, until a run gets through; then the next week begins."""
    run(tmp_path / "warm", 0)  # templates and modules are loaded before the forks
    kills = weeks = deepest = 0
    wanted = 500 if long else 100
    while kills < wanted:
        call = 1
        while killed(forked(dying(partial(run, tmp_path, weeks), call))):
            kills += 1
            deepest = max(deepest, call)
            call += 1 if long else random.randint(1, 12)
        weeks += 1
    assert deepest > 100  # a run has that many calls at which it can end
    check(tmp_path, weeks)


@at_length
def test_eight_runners_killed_at_random(long: bool, tmp_path: Path) -> None:
    """Eight at a time, of which most are killed within their first tenth of a second."""
    run(tmp_path / "warm", 0)
    kills = weeks = 0
    wanted = 450 if long else 20
    while kills < wanted:
        for _ in range(3 if long else 2):
            children = [forked(partial(run, tmp_path, weeks, patience=2.0)) for _ in range(8)]
            for child in random.sample(children, 7):
                time.sleep(random.random() * 0.012)
                os.kill(child, signal.SIGKILL)
            kills += sum(map(killed, children))
        run(tmp_path, weeks, patience=10.0)
        weeks += 1
    check(tmp_path, weeks)


def serve(port: int, folder: Path) -> None:
    """A mail server that stores what it takes, each mail in a file of its own, until it is killed."""

    class Office:
        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
            (folder / f"{time.monotonic_ns()}.eml").write_bytes(envelope.content)
            return "250 OK"

    Controller(Office(), hostname="127.0.0.1", port=port, ready_timeout=30).start()
    (folder / "ready").touch()
    time.sleep(600)


@at_length
def test_by_smtp_every_issue_arrives_under_one_identity(long: bool, tmp_path: Path) -> None:
    """A kill between a server's answer and our mark brings a mail again, three times at most; then it is told.

    None is ever lost without a word, or changed.
    """
    run(tmp_path / "warm", 0)
    taken = tmp_path / "taken"
    taken.mkdir()
    port = free_port()
    server = forked(partial(serve, port, taken))
    try:
        while not (taken / "ready").exists():
            time.sleep(0.05)
        transport = {"kind": "smtp", "host": "127.0.0.1", "port": port, "security": "none"}
        kills = weeks = 0
        while kills < (120 if long else 25):
            call = 1
            while killed(forked(dying(partial(run, tmp_path, weeks, transport=transport), call))):
                kills += 1
                call += random.randint(1, 9 if long else 18)
            run(tmp_path, weeks, transport=transport, retry=True)  # what was given up is told, and asked for
            weeks += 1
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        issues = ledger.issues("presse")
    copies = arrived(taken)
    assert sorted(copies) == sorted(f"<{issue.name}@oim.test>" for issue in issues)
    assert {len(set(contents)) for contents in copies.values()} == {1}
    assert max(map(len, copies.values())) <= MOST_UNSURE + 1
    assert {issue.state for issue in issues} == {"handed-over"}


def arrived(folder: Path) -> dict[str, list[bytes]]:
    """The mails that a server took, by their identity."""
    copies: dict[str, list[bytes]] = {}
    for path in folder.glob("*.eml"):
        content = path.read_bytes()
        copies.setdefault(message_from_bytes(content, policy=policy.default)["Message-ID"], []).append(content)
    return copies


def lose_ledger(root: Path) -> None:
    """What ``docs/digest.md`` says under « To recover »; nothing is there to be put back before the first issue."""
    for path in (root / "digest").glob("ledger.sqlite3*"):
        path.unlink()
    if (root / "digest" / COPY).exists():
        shutil.copy(root / "digest" / COPY, root / "digest" / "ledger.sqlite3")


@at_length
def test_a_ledger_lost_after_a_kill_at_every_step_sends_nothing_twice(long: bool, tmp_path: Path) -> None:
    """Put back from its copy, it sends no issue again and no release in another one; what it does not know it tells."""
    run(tmp_path / "warm", 0)
    call = told = kills = 0
    while True:
        call += 1 if long else random.randint(1, 80)
        root = tmp_path / str(call)
        (root / "taken").mkdir(parents=True)
        taking = f"cat > {root}/taken/$$-$(date +%N).eml"
        settings: dict[str, Any] = {
            "transport": {"kind": "sendmail", "command": ["sh", "-c", taking]},
            "to": ["a@oim.test", "b@oim.test"],
        }
        if not killed(forked(dying(partial(run, root, 0, **settings), call))):
            break
        kills += 1
        before = arrived(root / "taken")
        lose_ledger(root)
        left = run(root, 0, **settings).open
        assert {delivery.state for _, delivery in left} <= {"lost"}
        after = arrived(root / "taken")
        if left or before:
            assert after == before
        told += bool(left)
        run(root, 0, retry=True, **settings)
        run(root, 1, **settings)
        assert sorted(arrived(root / "taken")) == ["<presse-1-048@oim.test>", "<presse-1-049@oim.test>"]
        assert max(map(len, arrived(root / "taken").values())) <= 4
        with open_ledger(root / "digest" / "ledger.sqlite3") as ledger:
            counted = [member.release.id for issue in ledger.issues("presse") for member in ledger.members(issue)]
        assert sorted(counted) == sorted(one.release.id for one in archive(1))
    assert kills > 5
    assert told or not long
