"""Drawings as pixels, for Word and mail: the right ones, from the drawing alone, and never a failure."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from oimpress.model.nodes import Edition, Figure, Release, Text
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.page.painted import SHARPEST, Painter
from oimpress.writers.page.pictures import Picture, picture
from tests.writers.test_drawings import svg
from tests.writers.test_house import TOML, house, png

STYLE = load_style("oim")
HALVES = '<rect width="15" height="20" fill="#0000ff"/><rect x="15" width="15" height="20" fill="#ff0000"/>'


def painted(data: bytes, widest: int = 1000) -> Image.Image:
    drawn = picture(data)
    assert drawn
    made = Painter(STYLE, widest)(drawn)
    assert made
    assert (made.media_type, made.width, made.height) == ("image/png", drawn.width, drawn.height)
    return Image.open(io.BytesIO(made.data)).convert("RGB")


def test_all_of_a_drawing_is_painted_to_its_corners() -> None:
    shown = painted(svg(HALVES))
    assert shown.size == (30 * SHARPEST, 20 * SHARPEST)
    corners = [shown.getpixel((x, y)) for x in (1, shown.width - 2) for y in (1, shown.height - 2)]
    assert corners == [(0, 0, 255)] * 2 + [(255, 0, 0)] * 2


def test_no_side_is_longer_than_asked() -> None:
    assert painted(svg(HALVES), widest=60).size == (60, 40)


def test_the_ground_is_white() -> None:
    assert painted(svg('<rect width="1" height="1"/>')).getpixel((110, 70)) == (255, 255, 255)


def test_words_are_set_in_the_fonts_of_the_style_alone() -> None:
    words = '<text y="18" font-size="16" font-family="Courier">été</text>'
    assert painted(svg(words)).tobytes() == painted(svg(words.replace("Courier", "Nobody has it"))).tobytes()
    assert painted(svg(words)).getextrema() != ((255, 255),) * 3


def test_other_pictures_stay_as_they_are() -> None:
    shown = picture(png(30, 20))
    assert shown
    assert Painter(STYLE, 10)(shown) is shown


def test_nothing_is_fetched_or_read(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png(30, 20))
    leading = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{(tmp_path / "secret.png").as_uri()}"/></svg>'
    made = Painter(STYLE, 100)(Picture(leading.encode(), "image/svg+xml", 30, 20))
    assert made is None or Image.open(io.BytesIO(made.data)).convert("L").getextrema() == (255, 255)


@pytest.mark.parametrize("form", ["docx", "digest"])
def test_word_and_mail_show_drawings_and_a_drawn_logo(form: str, tmp_path: Path) -> None:
    style = house(tmp_path, TOML.replace("logo.png", "logo.svg"))
    (style.path / "logo.svg").write_bytes(svg(HALVES))
    release = Release("a", title=(Text("Un titre"),), body=(Figure("p.svg", "Des visites", (Text("Visites"),)),))
    edition = Edition((release,), "Un titre", "single", assets={"p.svg": svg(HALVES + '<circle r="3"/>')})
    made = find(form).write(edition, style)
    assert not [each for each in made.notices if each.code.startswith("W")]
    if form == "docx":
        archive = zipfile.ZipFile(io.BytesIO(made.value))
        header = next(name for name in archive.namelist() if b"<a:blip" in archive.read(name) and "header" in name)
        assert b"media/image" in archive.read(f"word/_rels/{Path(header).name}.rels")
        assert b"<a:blip" in archive.read("word/document.xml")
    else:
        assert made.value.count(b"Content-ID: <") == 2


def test_a_blank_drawing_is_none() -> None:
    assert picture(svg("<g/>")) is None
    assert picture(svg('<clipPath id="a"/><text>a</text>'))
