"""The outside validators start, and say yes and no at the right moment."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = '<!DOCTYPE html><html lang="fr"><head><title>OIM</title></head><body><main><h1>Bonjour</h1></main></body></html>'
BAD = '<!DOCTYPE html><html><head></head><body><p style="color:#bbb">pâle</p><img src="x.png"></body></html>'


@pytest.mark.parametrize(
    ("tool", "question"),
    [
        ("epubcheck", "--version"),
        ("vnu", "--version"),
        ("ace", "--version"),
        ("qpdf", "--version"),
        ("pdftoppm", "-v"),
        ("pdftotext", "-v"),
        ("pdfinfo", "-v"),
        ("tidy", "--version"),
        ("libreoffice", "--version"),
        ("chromium", "--version"),
    ],
)
def test_it_starts(validator: Callable[[str], list[str]], tool: str, question: str) -> None:
    asked = subprocess.run([*validator(tool), question], capture_output=True, text=True, timeout=120, check=False)
    assert asked.returncode == 0, asked.stderr
    assert any(character.isdigit() for character in asked.stdout + asked.stderr)


def test_axe_tells_an_accessible_page_from_another(validator: Callable[[str], list[str]], tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(GOOD, "utf-8")
    bad.write_text(BAD, "utf-8")
    checked = subprocess.run([*validator("axe"), good, bad], capture_output=True, timeout=120, check=False)
    found = json.loads(checked.stdout)
    assert checked.returncode == 1
    assert found[str(good)] == []
    assert {"color-contrast", "html-has-lang", "image-alt"} <= {violation["id"] for violation in found[str(bad)]}


def test_vnu_tells_valid_html_from_another(validator: Callable[[str], list[str]], tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(GOOD, "utf-8")
    bad.write_text(BAD, "utf-8")
    asked = [*validator("vnu"), "--format", "json", str(good), str(bad)]
    checked = subprocess.run(asked, capture_output=True, timeout=120, check=False)
    assert checked.returncode == 1
    assert {Path(each["url"]).name for each in json.loads(checked.stderr)["messages"]} == {"bad.html"}


def test_an_unknown_program_is_a_skip_here_and_a_failure_in_ci(
    validator: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises((pytest.skip.Exception, pytest.fail.Exception), match="not installed"):
        validator("qpdf")
    with pytest.raises(pytest.skip.Exception):
        validator("verapdf")
