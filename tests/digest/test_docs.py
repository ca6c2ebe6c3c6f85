"""What ``docs/digest.md`` shows works as it stands, and its units are ones that systemd takes."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from oimpress.digest import mailing_list
from oimpress.digest.lists import LINKS

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


def test_the_units_are_understood(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze: not on this machine")
    for unit in ("oimpress-digest.service", "oimpress-digest.timer"):
        words = (ROOT / "docs" / "digest" / unit).read_text("utf-8")
        (tmp_path / unit).write_text(words.replace("/usr/local/bin/oimpress", "/bin/true"), "utf-8")
    units = sorted(map(str, tmp_path.iterdir()))
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert not [line for line in done.stderr.splitlines() if str(tmp_path) in line], done.stderr
