"""The five seeds in every format, beside what somebody has looked at. ``--accept`` renews the goldens."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import oimpress
from tests.validators.test_looks import ACCEPTED, MANY, pages, seen_difference, sheet

Golden = Callable[[str, bytes | str], None]
NAME = "dossier-de-presse"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, seeds: list[Path]) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    report = oimpress.build(seeds, ["all"], folder)
    assert report.exit_code == 0
    return folder


@pytest.mark.parametrize("suffix", [".xml", ".txt", ".md", ".json"])
def test_a_file_per_release(made: Path, golden: Golden, suffix: str) -> None:
    found = sorted(path for path in made.glob(f"*{suffix}") if not path.name.endswith(".trail.json"))
    assert len(found) == 5
    for path in found:
        golden(f"seeds/{path.name}", path.read_bytes())


@pytest.mark.parametrize("suffix", [".html", ".eml"])
def test_a_file_for_all(made: Path, golden: Golden, suffix: str) -> None:
    golden(f"seeds/{NAME}{suffix}", (made / f"{NAME}{suffix}").read_bytes())


@pytest.mark.parametrize(("suffix", "parts"), [(".docx", ("word/document.xml",)), (".epub", (".xhtml", "content.opf"))])
def test_the_texts_inside_an_archive(made: Path, golden: Golden, suffix: str, parts: tuple[str, ...]) -> None:
    with zipfile.ZipFile(made / f"{NAME}{suffix}") as archive:
        names = sorted(name for name in archive.namelist() if any(part in name for part in parts))
        text = "\n".join(f"== {name}\n" + archive.read(name).decode().replace("><", ">\n<") for name in names)
    assert names
    golden(f"seeds/{NAME}{suffix}.txt", text)


@pytest.mark.slow
def test_the_press_kit_looks_as_accepted(
    made: Path, validator: Callable[[str], list[str]], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    leaves = pages((made / f"{NAME}.pdf").read_bytes(), validator("pdftoppm"), tmp_path)
    accepted = ACCEPTED / "seeds.png"
    if request.config.getoption("--accept"):
        sheet(leaves).quantize(64).save(accepted, optimize=True)
        return
    old, left = Image.open(io.BytesIO(accepted.read_bytes())), 0
    assert old.size == sheet(leaves).size, "other pages than accepted; look at them, then run with --accept"
    for number, leaf in enumerate(leaves, 1):
        found = seen_difference(leaf, old.crop((left, 0, left + leaf.width, leaf.height)))
        assert found < MANY, f"{found:.1%} of page {number} differ to the eye"
        left += leaf.width
