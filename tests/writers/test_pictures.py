"""Pictures: kept as they are when they fit, scaled when not, refused when they are none."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfImage

from oimpress.model.nodes import Edition, Figure, Release, Text
from oimpress.pdfium import opened
from oimpress.style import load_style, styles
from oimpress.writers import find
from oimpress.writers.page import pictures
from oimpress.writers.page.pictures import Picture, TooLarge, bare, picture


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


def test_printing_inks_become_the_colours_of_screens() -> None:
    made = picture(saved("JPEG", mode="CMYK"))
    assert made is not None
    with Image.open(io.BytesIO(made.data)) as opened:
        assert (opened.format, opened.mode, opened.size) == ("JPEG", "RGB", (40, 20))


def test_a_damaged_profile_of_inks_costs_itself() -> None:
    profile = b"\0" * 16 + b"CMYK" + b"\0" * 200
    made = picture(saved("JPEG", mode="CMYK", icc_profile=profile))
    assert made is not None
    assert profile not in made.data


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


@pytest.mark.parametrize("make", [picture, bare])
@pytest.mark.parametrize(
    ("kind", "mode", "copies"),
    [("JPEG", "RGB", 1), ("PNG", "RGB", 1), ("PNG", "RGBA", 2), ("PNG", "P", 2), ("GIF", "P", 2), ("WEBP", "RGB", 4)],
)
def test_more_pixels_than_memory_is_there_for_are_refused(
    make: Callable[[bytes], Picture | None], kind: str, mode: str, copies: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved(kind, (40, 20), mode)
    for name, most in (("MOST_PIXELS", 40 * 20), ("MOST_HELD", 40 * 20 * copies)):
        with monkeypatch.context() as bounds:
            bounds.setattr(pictures, name, most)
            assert make(data)
            bounds.setattr(pictures, name, most - 1)
            with pytest.raises(TooLarge):
                make(data)


def test_a_bomb_is_refused() -> None:
    with pytest.raises(TooLarge):
        picture(saved("PNG", (12000, 12000), "1"))


def test_a_large_photograph_that_lies_on_its_side_is_shown_but_not_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved("JPEG", (400, 200), exif=exif)
    monkeypatch.setattr(pictures, "MOST_HELD", 2 * 400 * 200 - 1)
    assert picture(data, widest=100)
    with pytest.raises(TooLarge):
        bare(data)


@pytest.mark.slow
@pytest.mark.parametrize("what", ["picture PNG RGB", "bare PNG RGB", "picture JPEG RGB", "bare PNG L"])
def test_a_picture_of_59_million_pixels_takes_less_than_500_megabytes(what: str, tmp_path: Path) -> None:
    how, kind, mode = what.split()
    (tmp_path / "large").write_bytes(saved(kind, (7680, 7680), mode))
    script = f"""
import sys
from pathlib import Path
from oimpress.writers.page.pictures import bare, picture
assert {how}(Path(sys.argv[1]).read_bytes())
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "large"], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 500_000  # kilobytes


def test_same_picture_same_bytes() -> None:
    data = saved("PNG", (2000, 2000))
    assert picture(data) == picture(data)


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000)])
def test_a_print_shop_gets_300_dots_an_inch(size: tuple[int, int]) -> None:
    figure = Figure("a.jpg", "Une place", (Text("La place"),))
    release = Release("r", title=(Text("Un titre"),), body=(figure,))
    edition = Edition((release,), "Un titre", "single", assets={"a.jpg": saved("JPEG", size)})
    data = find("pdf").write(edition, load_style().with_settings(print_shop=True)).value
    with opened(data, "a.pdf") as file:
        (shown,) = (each for each in file[0].get_objects() if isinstance(each, PdfImage))
        left, bottom, right, top = shown.get_bounds()
        across, down = shown.get_px_size()
    assert across / (right - left) * 72 >= 300
    assert down / (top - bottom) * 72 >= 300


@pytest.mark.parametrize("sheet", ["screen.css", "epub.css", "mail.css"])
@pytest.mark.parametrize("name", styles())
def test_what_is_seen_through_a_picture_is_white_on_any_screen(name: str, sheet: str) -> None:
    """Black letters on nothing would be lost on a dark one."""
    said = load_style(name).text(sheet)
    assert re.search(r"^\.?figure img \{[^}]*background(-color)?: #fff(fff)?\b", said, re.MULTILINE)
