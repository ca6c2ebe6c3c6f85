"""What ``docs/digest.md`` shows works as it stands, and its units are ones that systemd takes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from oimpress.cli.digest import UNFINISHED
from oimpress.digest import mailing_list, open_ledger, send
from oimpress.digest.lists import LINKS
from tests.digest.lists import MONDAY, listed, made, place

LEDGER = "ledger.sqlite3"
ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "digest.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    assert found
    return found[1]


def test_the_configuration_is_one() -> None:
    table = tomllib.loads(block("toml"))["lists"]["presse"]
    assert mailing_list("presse", table).recipients == ("liste@oim.example",)


def test_every_key_is_explained() -> None:
    known = {"at-least", "when-empty", "include-late", "corrected", "form", "attach", "allow-large", "folder", *LINKS}
    assert [key for key in sorted(known) if f"`{key}`" not in GUIDE] == []


def test_the_python_lines_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seeds: list[Path]) -> None:
    (tmp_path / "archive").mkdir()
    shutil.copy(seeds[0], tmp_path / "archive")
    monkeypatch.chdir(tmp_path)
    exec(compile(block("python"), "digest.md", "exec"), {})
    assert len(list((tmp_path / "outbox").glob("presse-*.eml"))) == 1


def shell(line: str, folder: Path) -> None:
    programs = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    call = ["sh", "-c", line]
    done = subprocess.run(
        call, cwd=folder, env=os.environ | {"PATH": programs}, capture_output=True, text=True, check=False
    )
    told = UNFINISHED if line.endswith("status") else 0  # the list of the page was due long ago
    assert done.returncode in (0, told), f"{line}: {done.stdout}{done.stderr}"


def overwritten(digest: Path) -> None:
    content = bytearray((digest / LEDGER).read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    (digest / LEDGER).write_bytes(content)


def emptied(digest: Path) -> None:
    (digest / LEDGER).write_bytes(b"")


@pytest.mark.parametrize("damage", [overwritten, emptied])
def test_the_recovery_sends_nothing_twice(
    damage: Callable[[Path], None], tmp_path: Path, validator: Callable[[str], list[str]]
) -> None:
    """Line by line, with the sqlite3 of the system and the files that a killed run leaves beside the ledger."""
    validator("sqlite3")
    settings = tomllib.loads(block("toml"))["lists"]["presse"] | {"transport": {"kind": "maildir", "path": "box"}}
    wanted = mailing_list("presse", settings)
    found = [made("a", "2026-11-20")]
    with open_ledger(tmp_path / "digest" / LEDGER) as ledger:
        send(ledger, wanted, lambda: found, place(tmp_path))
        for ending in ("-wal", "-shm"):
            shutil.copy(tmp_path / "digest" / f"{LEDGER}{ending}", tmp_path)
    for ending in ("-wal", "-shm"):
        shutil.copy(tmp_path / f"{LEDGER}{ending}", tmp_path / "digest")
    damage(tmp_path / "digest")
    (tmp_path / "oimpress.toml").write_text(block("toml"), "utf-8")
    before = [path.read_bytes() for path in (tmp_path / "box" / "new").iterdir()]
    for line in (line.removeprefix("$ ") for line in recovery().splitlines()):
        shell(line, tmp_path)
    found.append(made("b", "2026-11-27"))
    for week in (0, 1):
        with open_ledger(tmp_path / "digest" / LEDGER) as ledger:
            done = send(ledger, wanted, lambda: found, place(tmp_path, MONDAY + week * timedelta(days=7)))
    assert [issue.name for issue in done.issues] == ["presse-1-049"]
    mails = {path.name: path.read_bytes() for path in (tmp_path / "box" / "new").iterdir()}
    assert sorted(mails) == ["presse-1-048", "presse-1-049"]
    assert [mails["presse-1-048"]] == before
    assert b"Titre a" not in mails["presse-1-049"]


def recovery() -> str:
    found = re.search(r"To recover,.*?```console\n(.*?)```", GUIDE, re.DOTALL)
    assert found
    return found[1]


def test_a_copy_made_with_sqlite3_serves_while_nothing_was_sent_since(
    tmp_path: Path, validator: Callable[[str], list[str]]
) -> None:
    validator("sqlite3")
    command = re.search(r"`(sqlite3 digest/ledger\.sqlite3 \"\.backup )/elsewhere", GUIDE)
    assert command
    with open_ledger(tmp_path / "digest" / LEDGER) as ledger:
        send(ledger, listed(), lambda: [made("a")], place(tmp_path))
        shell(f'{command[1]}{tmp_path}/copy.sqlite3"', tmp_path)
    (tmp_path / "copy.sqlite3").replace(tmp_path / "digest" / LEDGER)
    with open_ledger(tmp_path / "digest" / LEDGER) as ledger:
        assert send(ledger, listed(), lambda: [made("a")], place(tmp_path)).issues == ()


def test_the_units_are_understood(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze: not on this machine")
    for unit in ("oimpress-digest.service", "oimpress-digest.timer"):
        words = (ROOT / "docs" / "digest" / unit).read_text("utf-8")
        (tmp_path / unit).write_text(words.replace("/usr/local/bin/oimpress", "/bin/true"), "utf-8")
    units = sorted(map(str, tmp_path.iterdir()))
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert not [line for line in done.stderr.splitlines() if str(tmp_path) in line], done.stderr
