"""The pictures of an edition: upright, without metadata, and no larger than a page can show."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from oimpress.model.nodes import Edition
from oimpress.model.walk import slots
from oimpress.notices import Notice, notice
from oimpress.records import record
from oimpress.writers.page.drawings import drawing, is_drawing
from oimpress.writers.page.stripped import KINDS, Stripped, stripped

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

SVG = "image/svg+xml"
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif"}
FORMATS = (*MEDIA_TYPES, "WEBP", "TIFF", "BMP")  # of those Pillow knows, none that runs another program
MOST_PIXELS = 60_000_000
MOST_HELD = 90_000_000  # pixels in memory at once, some of them several times
WIDEST = 1800  # pixels each way: 150 mm, the tallest picture of a page, in the 300 dots an inch of a print shop

Named: TypeAlias = tuple[str, str]  # a release's id, and the href by which it names the picture

TAGS = {700: "XMP", 33723: "IPTC", 34377: "IPTC", 34665: "Exif"}  # of a TIFF
ORIENTATION, POSITION = 0x0112, 0x8825  # of Exif
SPACES = {b"RGB ": ("RGB", "RGBA", "P"), b"GRAY": ("L", "LA"), b"CMYK": ("CMYK",)}  # Source: ICC.1:2022, 7.2.6
SEE_THROUGH = ("RGBA", "LA", "PA", "P")  # modes that are copied on the way to another size
REDRAWN: dict[str, dict[str, Any]] = {"TIFF": {"compression": "tiff_lzw"}, "WEBP": {"quality": 95}}
COPIES = {"JPEG": 1, "WEBP": 4}  # that a decoder holds; a JPEG is made smaller while it is decoded


class _WholeOnly:
    """Within, Pillow refuses pictures cut short; WeasyPrint, once imported, lets them pass in the whole process."""

    def __init__(self) -> None:
        self._lock = Lock()

    def __enter__(self) -> None:
        from PIL import ImageFile

        self._lock.acquire()
        self._before = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False

    def __exit__(self, *_: object) -> None:
        from PIL import ImageFile

        ImageFile.LOAD_TRUNCATED_IMAGES = self._before
        self._lock.release()


_whole_only = _WholeOnly()


@record
class Picture:
    """A picture ready to be embedded or stored; ``removed`` names the metadata that it carried."""

    data: bytes
    media_type: str
    width: int
    height: int
    removed: tuple[str, ...] = ()


def inside(picture: Picture) -> str:
    """The picture as an address that holds all of it."""
    return f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"


class TooLarge(Exception):
    """A picture has more pixels than memory is there for."""


def as_it_is(shown: Picture) -> Picture | None:
    """What a publication that shows drawings (SVG) makes of each picture."""
    return shown


def pictures(
    edition: Edition, widest: int = WIDEST, *, shown: Callable[[Picture], Picture | None] = as_it_is
) -> tuple[dict[Named, Picture], tuple[Notice, ...]]:
    """The pictures of all figures, from the edition's assets, each as the publication has it ``shown``.

    Notices: W001 for each that is not there, W007 for one too large, W008 for one that no words describe.
    """
    found: dict[Named, Picture] = {}
    missing: list[Notice] = []
    for release in edition.releases:
        said = dict(slots(release))
        for path, href in said.items():
            if not path.endswith("/@href") or not path.split("/")[-2].startswith("figure["):
                continue
            named = str(release.id), str(href)
            try:
                made = found.get(named) or _made(edition.asset(release, href), widest, shown)
            except TooLarge:
                missing.append(notice("W007", path, href))
                continue
            if made:
                found[named] = made
                if not _alternative(said, path):
                    missing.append(notice("W008", path, href))
            else:
                missing.append(notice("W001", path, href))
    return found, tuple(missing)


def _made(data: bytes, widest: int, shown: Callable[[Picture], Picture | None]) -> Picture | None:
    made = picture(data, widest)
    return shown(made) if made else None


def _alternative(said: dict[str, str], path: str) -> str:
    return said.get(path.removesuffix("@href") + "@alt", "")


def picture(data: bytes, widest: int = WIDEST) -> Picture | None:
    """``data`` as a PNG, JPEG, GIF or SVG of at most ``widest`` pixels each way; None when it is none we can show.

    A picture that fits, stands upright and has the colours of screens keeps its pixels to the byte; another one is
    drawn anew. Raises TooLarge.
    """
    if is_drawing(data):
        return _drawn(data)
    try:
        with _opened(data) as (opened, kind):
            clean = _clean(opened, data, kind)
            if clean.data and kind in MEDIA_TYPES and opened.mode != "CMYK" and max(opened.size) <= widest:
                return _whole(opened, clean, kind)
            return _scaled(opened, kind, widest, clean.removed)
    except TooLarge:
        raise
    except Exception:  # whatever a damaged file leads Pillow to
        return None


def bare(data: bytes) -> Picture | None:
    """``data`` in its own format and size, upright and without metadata; None when it is none. Raises TooLarge."""
    if is_drawing(data):
        return _drawn(data)
    try:
        with _opened(data) as (opened, kind):
            clean = _clean(opened, data, kind)
            return _whole(opened, clean, kind) if clean.data else _redrawn(opened, kind, clean.removed)
    except TooLarge:
        raise
    except Exception:
        return None


def _drawn(data: bytes) -> Picture | None:
    made = drawing(data)
    return Picture(made.data, SVG, made.width, made.height) if made else None


@contextmanager
def _opened(data: bytes) -> Iterator[tuple[ImageFile, str]]:
    """The picture, not yet decoded, and its format. Raises TooLarge."""
    import warnings

    from PIL import Image

    with _whole_only, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow finds odd and reads all the same
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            opened = Image.open(BytesIO(data), formats=FORMATS)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise TooLarge from error
        with opened:
            kind = "JPEG" if opened.format == "MPO" else opened.format or ""  # a JPEG with others behind it
            _bounded(opened, COPIES.get(kind, 1 + (opened.mode in SEE_THROUGH)))
            yield opened, kind


def _bounded(opened: Image, copies: int) -> None:
    pixels = opened.width * opened.height
    if pixels > MOST_PIXELS or pixels * copies > MOST_HELD:
        raise TooLarge


def _clean(opened: ImageFile, data: bytes, kind: str) -> Stripped:
    """The picture without metadata; no bytes where it has to be drawn anew: turned, or not to be taken apart."""
    exif = opened.getexif()
    try:
        made = stripped(data, kind) if kind in KINDS else Stripped(b"", _tags(opened))
    except (ValueError, IndexError):
        made = Stripped(b"", ("Exif",) if exif else ())
    where = ("GPS",) if exif.get_ifd(POSITION) else ()
    return Stripped(made.data if exif.get(ORIENTATION, 1) == 1 else b"", (*made.removed, *where))


def _tags(opened: ImageFile) -> tuple[str, ...]:
    held = getattr(opened, "tag_v2", {})
    return tuple(dict.fromkeys(name for tag, name in TAGS.items() if tag in held))


def _whole(opened: ImageFile, clean: Stripped, kind: str) -> Picture:
    """The picture as it came, once it is known that it can be decoded to its end."""
    opened.load()
    return Picture(clean.data, f"image/{kind.lower()}", *opened.size, clean.removed)


def _scaled(opened: ImageFile, kind: str, widest: int, removed: tuple[str, ...]) -> Picture:
    """The picture drawn anew as PNG where it can be seen through or has few colours, else as JPEG."""
    from PIL import Image, ImageOps

    see_through = "A" in opened.getbands() or "transparency" in opened.info or kind in ("PNG", "GIF")
    made: Image.Image = opened
    if opened.mode in ("1", "P", "PA"):  # which know no shades between their colours
        made = opened.convert("RGBA" if see_through else "RGB")
    made.thumbnail((widest, widest), Image.Resampling.LANCZOS)
    made = ImageOps.exif_transpose(made)
    if see_through:
        return _saved(made.convert("RGBA"), opened, "PNG", removed, optimize=True)
    made = made if made.mode == "L" else _for_screens(made, opened)
    return _saved(made, opened, "JPEG", removed, quality=85, optimize=True)


def _for_screens(made: Image, opened: ImageFile) -> Image:
    """``made`` in red, green and blue; printing inks by their own profile, where they have one that can be read."""
    from PIL import ImageCms

    profile = opened.info.get("icc_profile", b"")
    if made.mode == "CMYK" and profile[16:20] == b"CMYK":
        try:
            inks, screen = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(made, inks, screen, outputMode="RGB") or made.convert("RGB")
        except (OSError, ImageCms.PyCMSError):
            return made.convert("RGB")
    return made.convert("RGB")


def _redrawn(opened: ImageFile, kind: str, removed: tuple[str, ...]) -> Picture:
    """The picture upright, in its own size and format, no coarser than it was."""
    from PIL import ImageOps, JpegImagePlugin

    _bounded(opened, 2)
    made = ImageOps.exif_transpose(opened)
    options = REDRAWN.get(kind, {})
    if kind == "JPEG":
        whole = cast("JpegImagePlugin.JpegImageFile", opened)
        options = {"qtables": whole.quantization, "subsampling": JpegImagePlugin.get_sampling(whole)}
    return _saved(made, opened, kind, removed, **options)


def _saved(made: Image, opened: ImageFile, kind: str, removed: tuple[str, ...], **options: Any) -> Picture:
    """``made`` as a file that keeps the colour profile and nothing else of what was said about ``opened``."""
    profile = opened.info.get("icc_profile", b"")
    if made.mode in SPACES.get(profile[16:20], ()):
        options["icc_profile"] = profile
    made.info = {key: made.info[key] for key in ("transparency",) if key in made.info and made.mode == "P"}
    out = BytesIO()
    made.save(out, kind, **options)
    return Picture(out.getvalue(), f"image/{kind.lower()}", *made.size, removed)
