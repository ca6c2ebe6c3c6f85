"""The manual pages: fresh, of every command, and such that ``man`` has nothing to remark."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from oimpress.cli import COMMANDS
from tests.conftest import ROOT

SHARE = ROOT / "share"


def test_what_is_installed_is_what_the_commands_say(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "tools" / "man.py", tmp_path], check=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    stored = {path.relative_to(SHARE): path.read_bytes() for path in SHARE.rglob("*") if path.is_file()}
    assert made == stored, "run ./dev man"


@pytest.mark.parametrize("folder", ["man/man1", "man/fr/man1"])
def test_every_command_has_a_page(folder: str) -> None:
    pages = {path.stem for path in (SHARE / folder).iterdir()}
    assert pages == {"oimpress", *(f"oimpress-{name}" for name in COMMANDS)}


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not there")
def test_man_shows_them_without_a_remark() -> None:
    pages = [SHARE / "man/fr/man1/oimpress.1", SHARE / "man/man1/oimpress-digest.1"]
    done = subprocess.run(["man", "--warnings", "-l", *pages], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert "CODES DE SORTIE" in done.stdout
    assert "oimpress digest send" in done.stdout
