"""The set-up on a fresh machine: what ./dev installs with the oldest pip that a Python 3.11 brings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from oimpress import __version__

ROOT = Path(__file__).parents[1]
OLDEST_PIP = "23.0.1"  # Debian 12 (bookworm), python3.11-venv 3.11.2


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the files that git knows, with an environment that has only the oldest pip."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    subprocess.run(
        ["tar", "--null", "--files-from=-", "--create", "--file", tmp_path / "all.tar"],
        cwd=ROOT,
        input=listed.stdout,
        check=True,
    )
    subprocess.run(["tar", "--extract", "--file", tmp_path / "all.tar"], cwd=folder, check=True)
    interpreter = str(getattr(sys, "_base_executable", sys.executable))
    subprocess.run([interpreter, "-m", "venv", folder / ".venv"], check=True)
    subprocess.run(
        [folder / ".venv" / "bin" / "python", "-m", "pip", "install", "-qq", f"pip=={OLDEST_PIP}"],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.mark.campaign
def test_the_first_command_sets_everything_up_with_the_oldest_pip(checkout: Path) -> None:
    environment = {name: text for name, text in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    told = subprocess.run(
        ["./dev", "oimpress", "--version"], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert __version__ in told.stdout
    pip: list[str | Path] = [checkout / ".venv" / "bin" / "python", "-m", "pip"]
    assert OLDEST_PIP in subprocess.run([*pip, "--version"], capture_output=True, text=True, check=True).stdout
    subprocess.run([*pip, "check"], check=True, capture_output=True)


def test_nothing_is_resolved_when_locked_files_are_installed() -> None:
    lines = (ROOT / "dev").read_text("utf-8").splitlines()
    locked = [line for line in lines if "pip install" in line and "-r " in line]
    assert locked
    assert all("--require-hashes" in line and "--no-deps" in line for line in locked)
