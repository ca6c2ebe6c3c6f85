"""Outside validators on the web page: the Nu checker, and axe-core in a browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from oimpress.style import load_style, styles
from oimpress.writers.web.html import write
from tests.writers import samples
from tests.writers.test_html import png

FALSE_ALARM = "image “data:image/png"  # said to be blocked by img-src data:, which lets it through in every browser
EDITIONS = {"kit": samples.edition, "one": samples.single, "hostile": samples.hostile, "embargo": samples.embargoed}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("html")
    for style in styles():
        for name, edition in EDITIONS.items():
            data = write(replace(edition(), assets={"images/retour.jpg": png()}), load_style(style)).value
            (folder / f"{style}-{name}.html").write_bytes(data)
    return sorted(folder.iterdir())


@pytest.mark.slow
def test_nu_finds_nothing_to_remark(made: list[Path], validator: Callable[[str], list[str]]) -> None:
    said = subprocess.run([*validator("vnu"), "--format", "json", *made], check=False, capture_output=True, text=True)
    messages = [(Path(each["url"]).name, each["message"]) for each in json.loads(said.stderr)["messages"]]
    assert [each for each in messages if FALSE_ALARM not in each[1]] == []


@pytest.mark.slow
def test_axe_finds_no_violation(made: list[Path], validator: Callable[[str], list[str]]) -> None:
    said = subprocess.run([*validator("axe"), *made], check=False, capture_output=True, text=True)
    assert said.returncode in (0, 1), said.stderr
    found = {Path(file).name: violations for file, violations in json.loads(said.stdout).items() if violations}
    assert found == {}


@pytest.mark.slow
def test_a_small_dark_screen_shows_all_without_scrolling_sideways(
    made: list[Path], validator: Callable[[str], list[str]]
) -> None:
    *node, script, chromium = validator("axe")
    command = [*node, str(Path(script).with_name("reflow.cjs")), chromium, *map(str, made)]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    found = {Path(file).name: look for file, look in json.loads(said.stdout).items()}
    assert {name: look for name, look in found.items() if look["wide"] > 320 or look["violations"]} == {}
