"""No picture tells where it was taken: metadata leave, pixels and colour profile stay."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin, TiffImagePlugin

from oimpress.writers.page.pictures import Picture, TooLarge, bare, picture
from oimpress.writers.page.stripped import stripped

SECRET = "Camp de Tenosique 17.4759 N"
POSITION = {1: "N", 2: (17.0, 28.0, 33.0), 3: "W", 4: (91.0, 25.0, 22.0)}
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>{SECRET}</rdf:RDF></x:xmpmeta>'.encode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
WORDS = "Exif EXIF eXIf xmpmeta Photoshop 8BIM FPXR MPF\0 tEXt iTXt zTXt tIME"
MARKS = (SECRET.encode(), *WORDS.encode().split(b" "))


def exif(turned: int = 1) -> Image.Exif:
    """Exif with a place, a name and how the picture is turned."""
    made = Image.Exif()
    made[0x0112] = turned
    made[0x013B] = SECRET
    made.get_ifd(0x8825).update(POSITION)
    return made


def drawn(mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A picture whose corners differ."""
    made = Image.radial_gradient("L").resize(size).convert("RGB")
    made.paste((200, 30, 40), (0, 0, size[0] // 4, size[1] // 4))
    return made.convert(mode)


def saved(kind: str, image: Image.Image | None = None, **options: Any) -> bytes:
    out = io.BytesIO()
    (image or drawn()).save(out, kind, **options)
    return out.getvalue()


def jpeg(turned: int = 1, **options: Any) -> bytes:
    """A photograph with all that cameras and programs write into one, and a second picture behind it."""
    data = saved("JPEG", exif=exif(turned), xmp=XMP, comment=SECRET, icc_profile=PROFILE, dpi=(300, 300), **options)
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20" + SECRET.encode()
    segments = b"".join(
        b"\xff" + bytes((marker,)) + (len(said) + 2).to_bytes(2, "big") + said
        for marker, said in ((0xED, iptc), (0xE2, b"FPXR\0" + SECRET.encode()), (0xEC, b"Ducky" + SECRET.encode()))
    )
    return data[:2] + segments + data[2:] + saved("JPEG", exif=exif())


def png(turned: int = 1, **options: Any) -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET)
    words.add_text("Comment", SECRET, zip=True)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    words.add(b"tIME", b"\x07\xe3\5\x0e\x0c\0\0", after_idat=True)
    return saved("PNG", exif=exif(turned), pnginfo=words, icc_profile=PROFILE, **options) + SECRET.encode()


def gif(**options: Any) -> bytes:
    data = saved("GIF", drawn("P"), comment=SECRET.encode(), **options)
    note = b"\x21\xff\x0bXMP DataXMP" + XMP + b"\1" + bytes(range(255, -1, -1)) + b"\0"
    at = data.index(b"\x21\xfe")
    return data[:at] + note + data[at:]


def webp(turned: int = 1, **options: Any) -> bytes:
    return saved("WEBP", exif=exif(turned), xmp=XMP, icc_profile=PROFILE, **options)


def tiff(turned: int = 1) -> bytes:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[274], tags[315], tags[700], tags[33723] = turned, SECRET, XMP, SECRET.encode()
    return saved("TIFF", tiffinfo=tags, icc_profile=PROFILE)


KINDS: dict[str, Callable[[], bytes]] = {"JPEG": jpeg, "PNG": png, "GIF": gif, "WEBP": webp, "TIFF": tiff}
TURNED: dict[str, Callable[[int], bytes]] = {"JPEG": jpeg, "PNG": png, "WEBP": webp, "TIFF": tiff}


def told(data: bytes) -> list[bytes]:
    """What a picture still tells, looked for in its bytes and by a reader of metadata."""
    with Image.open(io.BytesIO(data)) as opened:
        opened.load()
        words = {str(value).encode() for key, value in opened.info.items() if key != "icc_profile"}
        tags = [f"tag {tag}".encode() for tag in opened.getexif() if tag in (0x0112, 0x013B, 0x8825, 700, 33723)]
    found = [mark for mark in MARKS if mark in data or any(mark in word for word in words)]
    return found + (tags if opened.format != "TIFF" else [tag for tag in tags if tag != b"tag 274"])


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as opened:
        return opened.convert("RGBA").tobytes()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [picture, bare])
def test_a_picture_tells_nothing(kind: str, make: Callable[[bytes], Picture | None]) -> None:
    data = KINDS[kind]()
    assert told(data)
    made = make(data)
    assert made is not None
    assert told(made.data) == []
    assert made.removed


@pytest.mark.parametrize("kind", KINDS)
def test_a_stored_picture_keeps_format_pixels_and_profile(kind: str) -> None:
    data = KINDS[kind]()
    made = bare(data)
    assert made is not None
    with Image.open(io.BytesIO(made.data)) as opened:
        assert (opened.format, opened.size) == (kind, (64, 48))
        assert kind == "GIF" or opened.info["icc_profile"] == PROFILE
    assert pixels(made.data) == pixels(data)


@pytest.mark.parametrize(("kind", "start"), [("JPEG", b"\xff\xda"), ("PNG", b"IDAT"), ("GIF", b"\x2c\0\0\0\0")])
def test_pixels_of_a_picture_that_stands_upright_are_not_coded_anew(kind: str, start: bytes) -> None:
    data, made = KINDS[kind](), picture(KINDS[kind]())
    assert made is not None
    coded = data[data.index(start) :][:200]
    assert coded in made.data


def test_the_first_of_several_photographs_in_one_file_is_kept() -> None:
    second = drawn().rotate(180)
    data = saved("MPO", exif=exif(), save_all=True, append_images=[second])
    with Image.open(io.BytesIO(data)) as opened:
        assert opened.format == "MPO"
    made = picture(data)
    assert made is not None
    assert (made.media_type, told(made.data)) == ("image/jpeg", [])
    assert made.data.count(b"\xff\xd8") == 1


def test_a_film_repeats_as_before() -> None:
    frames = [drawn("P"), drawn("P").rotate(90)]
    data = saved("GIF", frames[0], save_all=True, append_images=frames[1:], loop=3, duration=40, comment=SECRET)
    made = picture(data)
    assert made is not None
    with Image.open(io.BytesIO(made.data)) as opened:
        assert (getattr(opened, "n_frames", 1), opened.info["loop"]) == (2, 3)
    assert told(made.data) == []


def test_the_small_picture_of_a_jfif_head_is_gone() -> None:
    data = saved("JPEG")
    head = b"\xff\xe0\0\x13JFIF\0\1\1\0\0\1\0\1\1\1ABC"
    made = stripped(data[:2] + head + data[20:], "JPEG")
    assert made.data == data


@pytest.mark.parametrize("kind", TURNED)
@pytest.mark.parametrize("make", [picture, bare])
@pytest.mark.parametrize("turned", [3, 6, 8])
def test_a_turned_picture_stands_upright(kind: str, make: Callable[[bytes], Picture | None], turned: int) -> None:
    made = make(TURNED[kind](turned))
    assert made is not None
    assert (made.width, made.height) == ((64, 48) if turned == 3 else (48, 64))
    with Image.open(io.BytesIO(made.data)) as opened:
        assert opened.size == (made.width, made.height)
        assert opened.info["icc_profile"] == PROFILE
        red = [at for at in ((2, 2), (-3, 2), (2, -3), (-3, -3)) if _is_red(opened, *at)]
    assert red == [{3: (-3, -3), 6: (-3, 2), 8: (2, -3)}[turned]]
    assert told(made.data) == []


def _is_red(image: Image.Image, x: int, y: int) -> bool:
    pixel = image.convert("RGB").getpixel((x % image.width, y % image.height))
    assert isinstance(pixel, tuple)
    return pixel[0] > 120 and pixel[1] < 100


def test_a_picture_that_is_scaled_keeps_its_profile() -> None:
    for data in (saved("JPEG", drawn(size=(400, 300)), exif=exif(), icc_profile=PROFILE), png()):
        made = picture(data, widest=40)
        assert made is not None
        with Image.open(io.BytesIO(made.data)) as opened:
            assert opened.info["icc_profile"] == PROFILE
        assert told(made.data) == []


def test_a_picture_without_metadata_keeps_all_its_bytes() -> None:
    for kind in ("JPEG", "PNG", "GIF", "WEBP"):
        data = saved(kind, drawn("P") if kind == "GIF" else None)
        assert stripped(data, kind) == (data, ())


def test_several_scans_are_copied_whole() -> None:
    data = saved("JPEG", progressive=True, restart_marker_rows=1)
    assert stripped(data, "JPEG").data == data


def test_what_libjpeg_forgives_is_drawn_anew() -> None:
    data = jpeg()
    at = data.index(b"\xff\xdb")
    made = picture(data[:at] + b"\0\0\0" + data[at:])
    assert made is None or told(made.data) == []


@given(st.data())
def test_a_damaged_picture_is_refused_or_tells_nothing(choice: st.DataObject) -> None:
    kind = choice.draw(st.sampled_from(sorted(KINDS)))
    data = bytearray(KINDS[kind]())
    for _ in range(choice.draw(st.integers(1, 3))):
        at = choice.draw(st.integers(0, len(data) - 1))
        data[at:] = choice.draw(st.sampled_from([b"", bytes((data[at] ^ 0x41,)) + data[at + 1 :], data[at + 1 :]]))
        data = data or bytearray(b"x")
    for make in (picture, bare):
        try:
            made = make(bytes(data))
        except TooLarge:
            continue
        assert made is None or SECRET.encode() not in made.data
