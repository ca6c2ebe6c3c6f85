"""Pictures in DOCX."""

from __future__ import annotations

from io import BytesIO

import pytest

from oimpress.model.nodes import (
    Edition,
    Figure,
    Release,
    Text,
)
from oimpress.writers.docx import document as docx
from tests.writers.word_parts import STYLE, Opened, of, picture


def test_a_picture_has_its_words_and_fits_the_page() -> None:
    figure = Figure("p.png", "Un pont", (Text("Légende"),))
    opened = of(figure, assets={"p.png": picture(4000, 1000)})
    assert opened.values("//wp:docPr/@descr") == ["Un pont"]
    width, height = (int(opened.values(f"//wp:extent/@{side}")[0]) for side in ("cx", "cy"))
    assert width <= 16 * 360_000
    assert abs(width / height - 4) < 0.01
    assert len([name for name in opened.archive.namelist() if name.startswith("word/media/")]) == 1


def test_a_picture_shown_twice_is_stored_once_and_may_be_a_bare_jpeg() -> None:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (40, 30), "#336699").save(out, "JPEG")
    jpeg = out.getvalue()
    bare = jpeg[:2] + jpeg[4 + int.from_bytes(jpeg[4:6]) :]  # without the JFIF header
    assert b"JFIF" not in bare
    opened = of(Figure("p.jpg", "Un"), Figure("p.jpg", "Deux"), assets={"p.jpg": bare})
    assert opened.values("//wp:docPr/@descr") == ["Un", "Deux"]
    assert [name for name in opened.archive.namelist() if "media" in name] == ["word/media/image1.jpeg"]
    assert opened.archive.read("word/media/image1.jpeg") == bare


@pytest.mark.parametrize("data", [b"", b"not a picture", b"<svg/>"])
def test_a_missing_picture_leaves_its_caption_and_a_notice(data: bytes) -> None:
    release = Release(id="r", title=(Text("T"),), body=(Figure("p.png", "Un pont", (Text("Légende"),)),))
    result = docx.write(Edition((release,), "T", kind="single", assets={"p.png": data}), STYLE)
    assert [each.code for each in result.notices] == ["W001"]
    assert "Légende" in Opened(result.value).text()
