"""The desk in a real browser, as a person works there: from a messy folder to a kit and a mail."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk.desks import MENU, RELEASE
from tests.desk.test_digests import SETTINGS, YESTERDAY

HOSTILE = "<script>document.title = 'taken over'</script><p>Un <b>marché</b> ouvre à Brest mardi prochain.</p>"
pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "un.txt").write_text(RELEASE)
    (tmp_path / "un.toml").write_text(f"date = {YESTERDAY}\n")
    (tmp_path / "deux.html").write_text(f"<html><body><h1>Le marché ouvre</h1>{HOSTILE * 3}</body></html>")
    (tmp_path / "trois.txt").write_text(MENU * 3 + "Le port rouvre\n\nBrest, le 3 mai 2017 - Le port rouvre mardi.\n")
    (tmp_path / "quatre.txt").write_bytes(b"\0\1\2" * 99)
    (tmp_path / "oimpress.toml").write_text(f"{SETTINGS}approve = true\n")
    return tmp_path


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The address that the command shows."""
    command = [sys.executable, "-c", "from oimpress.cli import main; main()", "desk", str(folder), "--no-browser"]
    environment = os.environ | {"OIMPRESS_LANG": "fr"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as desk:
        assert desk.stdout
        try:
            yield desk.stdout.readline().strip()
        finally:
            desk.send_signal(signal.SIGINT)
            desk.wait(30)


def test_from_a_messy_folder_to_a_kit_and_a_mail(
    validator: Callable[[str], list[str]], folder: Path, address: str
) -> None:
    done = subprocess.run([*validator("desk"), address], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr + done.stdout
    seen = json.loads(done.stdout)
    assert {name: page["violations"] for name, page in seen["pages"].items() if page["violations"]} == {}
    assert {name: page["wide"] for name, page in seen["pages"].items() if page["wide"] > 320} == {}
    assert seen["errors"] == []
    assert "token" not in seen["address"]
    assert (seen["searching"], seen["panel"], seen["closed"]) == ("words", "panel-name", "l1-no")
    assert (seen["sent"], seen["unscripted"]) == ("Remis.", "Qu’est la ligne 1 ?")
    said = tomllib.loads((folder / "un.toml").read_text("utf-8"))
    assert said["accepted"] == {"Nous somme": "Nous sommes"}
    assert set(said["lines"]) == {"heading", "title"}
    assert {Path(name).suffix for name in seen["outputs"]} == {".html", ".txt"}
    (mail,) = (folder / "outbox").glob("*.eml")
    assert b"Tapachula" in mail.read_bytes()
