"""Runs the command line: in this process, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from oimpress.cli import main
from oimpress.written import LIST

FRENCH = "fr_FR.UTF-8"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Command:
    """Calls ``oimpress`` in this process and the current folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._patch, self._capsys = monkeypatch, capsys

    def __call__(self, *args: str | Path, lang: str = "C.UTF-8") -> Ran:
        self._patch.setenv("LC_ALL", lang)
        self._patch.setenv("LANGUAGE", "")
        self._patch.setenv("OIMPRESS_LANG", "")
        self._patch.setattr(sys, "argv", ["oimpress", *map(str, args)])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = self._capsys.readouterr()
        return Ran(int(left.value.code or 0), out, err)


def program(
    *args: str | Path, cwd: Path, stdin: bytes = b"", env: Mapping[str, str] = {}
) -> subprocess.CompletedProcess[bytes]:
    """``oimpress`` as a process of its own."""
    command = [sys.executable, "-W", "error", "-c", "from oimpress.cli import main; main()", *map(str, args)]
    return subprocess.run(command, cwd=cwd, input=stdin, env={**os.environ, **env}, capture_output=True, check=False)


def left_over(folder: Path) -> list[str]:
    """Files that a writer left behind under another name; neither the list of what was written nor the cache's."""
    return sorted(path.name for path in folder.rglob(".*") if path.is_file() and path.name not in (LIST, ".gitignore"))
