"""The gallery: every picture that the command draws is there, is shown, and is small enough to look at."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "docs" / "gallery"


def drawn() -> set[str]:
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "tools" / "gallery.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {f"{name}.png" for name in module.PICTURES}


def test_every_picture_is_there_and_shown() -> None:
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (GALLERY / "README.md").read_text("utf-8"))
    assert drawn() == {path.name for path in GALLERY.glob("*.png")} == set(shown)


@pytest.mark.parametrize("page", ["styles/README.md", "docs/gallery/README.md", "README.md"])
def test_pages_show_pictures_that_exist(page: str) -> None:
    for target in re.findall(r"!\[[^]]*\]\((?!http)([^)]+)\)", (ROOT / page).read_text("utf-8")):
        assert (ROOT / page).parent.joinpath(target).is_file(), target


def test_pictures_are_small() -> None:
    for path in GALLERY.glob("*.png"):
        assert path.stat().st_size < 400_000, path.name
        with Image.open(path) as picture:
            assert picture.width <= 2400, path.name
