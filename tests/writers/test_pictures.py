"""Pictures: kept as they are when they fit, scaled when not, refused when they are none."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from oimpress.writers.page.pictures import picture


def saved(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 128).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_a_picture_that_fits_keeps_its_bytes(kind: str) -> None:
    data = saved(kind, mode="L")
    made = picture(data)
    assert made is not None
    assert (made.data, made.media_type, made.width, made.height) == (data, f"image/{kind.lower()}", 40, 20)


def test_a_large_picture_is_scaled_down_in_proportion() -> None:
    made = picture(saved("JPEG", (4000, 1000)), widest=800)
    assert made is not None
    assert (made.width, made.height, made.media_type) == (800, 200, "image/jpeg")


def test_transparency_is_kept() -> None:
    made = picture(saved("PNG", (900, 900), "LA"), widest=100)
    assert made is not None
    with Image.open(io.BytesIO(made.data)) as opened:
        assert (opened.format, opened.mode) == ("PNG", "RGBA")


def test_other_kinds_become_one_that_every_reader_shows() -> None:
    made = picture(saved("BMP"))
    assert made is not None
    assert made.media_type == "image/jpeg"


def test_a_turned_photograph_stands_upright_and_loses_its_metadata() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = picture(saved("JPEG", (40, 20), exif=exif))
    assert made is not None
    assert (made.width, made.height) == (20, 40)
    assert b"Exif" not in made.data


@pytest.mark.parametrize("data", [b"", b"no picture", saved("PNG")[:60], b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert picture(data) is None


def test_a_bomb_is_refused() -> None:
    assert picture(saved("PNG", (12000, 12000), "1")) is None


def test_same_picture_same_bytes() -> None:
    data = saved("PNG", (2000, 2000))
    assert picture(data) == picture(data)
