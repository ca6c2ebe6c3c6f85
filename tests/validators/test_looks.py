"""How the press kit looks: its pages beside pictures that somebody has looked at. ``--accept`` renews them."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from oimpress.style import load_style, styles
from oimpress.writers.pdf.kit import write
from tests.writers import samples
from tests.writers.test_html import png

ACCEPTED = Path(__file__).parents[1] / "golden" / "looks"
RESOLUTION = 26  # dots per inch: what an eye sees at arm's length
DEEP, MANY = 32, 0.006  # a pixel that differs by 32 of 255 is seen; 6 in 1000 of a page are too many


def pages(data: bytes, program: list[str], folder: Path) -> list[Image.Image]:
    file = folder / "kit.pdf"
    file.write_bytes(data)
    subprocess.run([*program, "-r", str(RESOLUTION), "-png", file, folder / "page"], check=True)
    return [Image.open(each).convert("RGB") for each in sorted(folder.glob("page-*.png"))]


def sheet(pictures: list[Image.Image]) -> Image.Image:
    made = Image.new("RGB", (sum(each.width for each in pictures), max(each.height for each in pictures)), "grey")
    left = 0
    for each in pictures:
        made.paste(each, (left, 0))
        left += each.width
    return made


def seen_difference(one: Image.Image, other: Image.Image) -> float:
    """The part of the pixels that an eye sees to differ; all of them when the pictures differ in size."""
    if one.size != other.size:
        return 1
    soft = [each.convert("RGB").filter(ImageFilter.GaussianBlur(1.5)) for each in (one, other)]
    difference = ImageChops.difference(*soft).convert("L")
    return sum(difference.histogram()[DEEP:]) / (one.width * one.height)


def test_an_eye_sees_a_moved_line_and_not_a_softer_edge() -> None:
    page = Image.new("RGB", (215, 304), "white")
    page.paste("black", (20, 100, 200, 104))
    moved = ImageChops.offset(page, 0, 12)
    assert seen_difference(page, page.filter(ImageFilter.GaussianBlur(0.6))) < MANY
    assert seen_difference(page, moved) > MANY
    assert seen_difference(page, page.resize((200, 300))) == 1


@pytest.mark.slow
@pytest.mark.parametrize("style", styles())
def test_pages_look_as_accepted(
    style: str, validator: Callable[[str], list[str]], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    edition = replace(samples.edition(), assets={"images/retour.jpg": png(400, 240)})
    leaves = pages(write(edition, load_style(style)).value, validator("pdftoppm"), tmp_path)
    made = sheet(leaves)
    accepted = ACCEPTED / f"{style}.png"
    if request.config.getoption("--accept"):
        ACCEPTED.mkdir(parents=True, exist_ok=True)
        made.quantize(64).save(accepted, optimize=True)
        return
    assert accepted.exists(), "look at the pages, then run with --accept"
    old = Image.open(io.BytesIO(accepted.read_bytes()))
    made.save(other := tmp_path / f"{style}.png")
    assert made.size == old.size, f"other pages than accepted; compare {other} with {accepted}"
    left = 0
    for number, leaf in enumerate(leaves, 1):
        found = seen_difference(leaf, old.crop((left, 0, left + leaf.width, leaf.height)))
        assert found < MANY, f"{found:.1%} of page {number} differ to the eye; compare {other} with {accepted}"
        left += leaf.width
