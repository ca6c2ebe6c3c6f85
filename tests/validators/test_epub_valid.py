"""What EPUBCheck and Ace say of our books: nothing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from oimpress.style import load_style, styles
from oimpress.writers.epub import book as epub
from tests.writers import samples
from tests.writers.wordorder import any_edition, with_picture

EDITIONS = {
    "kit": with_picture(samples.edition()),
    "single": samples.single(),
    "embargo": samples.embargoed(),
    "hostile": samples.hostile(),
    "spanish": replace(samples.edition(), lang="es"),
}
pytestmark = pytest.mark.slow


@pytest.fixture(params=EDITIONS)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.epub"
    path.write_bytes(epub.write(EDITIONS[request.param], load_style("oim")).value)
    return path


def test_epubcheck_says_nothing(validator: Callable[[str], list[str]], book: Path) -> None:
    asked = [*validator("epubcheck"), str(book), "--failonwarnings", "-u"]
    said = subprocess.run(asked, capture_output=True, text=True, timeout=180, check=False)
    assert "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos / 0 usages" in said.stdout + said.stderr
    assert said.returncode == 0


def test_ace_finds_no_violation(validator: Callable[[str], list[str]], book: Path) -> None:
    report = book.parent / "ace"
    asked = [*validator("ace"), "--silent", "--force", "-o", str(report), str(book)]
    subprocess.run(asked, capture_output=True, timeout=180, check=False)
    said = json.loads((report / "report.json").read_text("utf-8"))
    found = [each["earl:test"]["dct:title"] for page in said["assertions"] for each in page["assertions"]]
    assert (said["earl:result"]["earl:outcome"], found) == ("pass", [])


@pytest.mark.parametrize("name", styles())
def test_the_books_of_every_style_are_valid(validator: Callable[[str], list[str]], name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.epub"
    path.write_bytes(epub.write(EDITIONS["kit"], load_style(name)).value)
    asked = [*validator("epubcheck"), str(path), "--failonwarnings", "-u"]
    assert subprocess.run(asked, capture_output=True, timeout=180, check=False).returncode == 0


def test_any_releases_make_a_valid_book(validator: Callable[[str], list[str]], tmp_path: Path) -> None:
    path = tmp_path / "any.epub"
    path.write_bytes(epub.write(any_edition(), load_style("oim")).value)
    asked = [*validator("epubcheck"), str(path), "--failonwarnings", "-u"]
    said = subprocess.run(asked, capture_output=True, text=True, timeout=180, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
