"""The same sources give the same bytes: elsewhere, in another time zone, language, order of files, with other fonts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.machines import bare, rich

HERE = {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "4242", "LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr"}


def built(folder: Path, seeds: list[Path], env: dict[str, str]) -> dict[str, bytes]:
    (folder / "seeds").mkdir(parents=True)
    for seed in seeds if env["TZ"] == "UTC" else reversed(seeds):
        (folder / "seeds" / seed.name).write_bytes(seed.read_bytes())
    for args in (["build", "-f", "all", "--date", "2026-01-02"], ["normalise", "-o", "norm"]):
        command = [sys.executable, "-c", "from oimpress.cli import main; main()", *args]
        subprocess.run(command, cwd=folder, env=os.environ | env, capture_output=True, check=True)
    made = [*(folder / "build").iterdir(), *(folder / "norm").iterdir()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in made}


@pytest.mark.slow
def test_two_builds_are_the_same_to_the_byte(tmp_path: Path, seeds: list[Path]) -> None:
    one = built(tmp_path / "one", seeds, HERE | bare(tmp_path / "bare"))
    two = built(tmp_path / "two" / "further down", seeds, ELSEWHERE | rich(tmp_path / "rich"))
    assert one.keys() == two.keys()
    assert {Path(name).suffix for name in one} >= {".pdf", ".docx", ".epub", ".eml", ".html", ".xml", ".json", ".txt"}
    assert [name for name in one if one[name] != two[name]] == []
