"""What EPUBCheck and Ace say of our books: nothing. Either takes seconds to begin, so that few books hold much."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from oimpress.model.nodes import Edition
from oimpress.publish.build import Options, build_editions
from oimpress.publish.report import Report
from oimpress.style import load_style, styles
from oimpress.writers import find
from oimpress.writers.epub import book as epub
from tests.writers import samples
from tests.writers.wordorder import any_edition, with_picture


def together() -> Edition:
    """A kit with a picture, a release under embargo, and names and texts that try to break out of their place."""
    others = (*samples.embargoed().releases, *samples.hostile().releases)
    edition = with_picture(samples.edition())
    return replace(edition, releases=(*edition.releases, *others))


def at_random() -> Edition:
    return replace(together(), releases=(*together().releases, *any_edition().releases))


BOOKS: dict[str, tuple[Callable[[], Edition], str]] = {
    "at random": (at_random, "oim"),
    "single": (samples.single, "oim"),
    "spanish": (lambda: replace(together(), lang="es"), "sobre"),
}
pytestmark = pytest.mark.slow


def made(name: str, folder: Path) -> Path:
    make, style = BOOKS[name]
    path = folder / f"{name}.epub"
    path.write_bytes(epub.write(make(), load_style(style)).value)
    return path


def test_every_style_has_a_book() -> None:
    assert {style for _, style in BOOKS.values()} == set(styles())


@pytest.mark.parametrize("name", BOOKS)
def test_epubcheck_says_nothing(validator: Callable[[str], list[str]], name: str, tmp_path: Path) -> None:
    says_nothing(validator, made(name, tmp_path))


def test_epubcheck_says_nothing_of_a_release_without_title_alone(
    validator: Callable[[str], list[str]], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "Lyon, le 5 mars 2026 – Les cars rouleront lundi.\n\na) midi ;\n\nb) minuit.\n", "utf-8"
    )
    report = Report()
    build_editions([tmp_path / "a.txt"], [find("epub")], tmp_path / "out", load_style(), Options(each=True), report)
    says_nothing(validator, report.outputs[0].path)


def says_nothing(validator: Callable[[str], list[str]], book: Path) -> None:
    asked = [*validator("epubcheck"), str(book), "--failonwarnings", "-u"]
    said = subprocess.run(asked, capture_output=True, text=True, timeout=180, check=False)
    assert "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos / 0 usages" in said.stdout + said.stderr
    assert said.returncode == 0


@pytest.mark.parametrize("name", ["single", "spanish"])
def test_ace_finds_no_violation(validator: Callable[[str], list[str]], name: str, tmp_path: Path) -> None:
    report = tmp_path / "ace"
    asked = [*validator("ace"), "--silent", "--force", "-o", str(report), str(made(name, tmp_path))]
    subprocess.run(asked, capture_output=True, timeout=180, check=False)
    said = json.loads((report / "report.json").read_text("utf-8"))
    found = [each["earl:test"]["dct:title"] for page in said["assertions"] for each in page["assertions"]]
    assert (said["earl:result"]["earl:outcome"], found) == ("pass", [])
