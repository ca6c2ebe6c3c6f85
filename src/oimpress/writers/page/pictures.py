"""The pictures of an edition: what they are, and no larger than a page can show."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TypeAlias

from oimpress.model.nodes import Edition
from oimpress.model.walk import slots
from oimpress.notices import Notice, notice

MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif"}
FORMATS = (*MEDIA_TYPES, "WEBP", "TIFF", "BMP")  # of those Pillow knows, none that runs another program
MOST_PIXELS = 60_000_000
WIDEST = 1600  # pixels each way

Named: TypeAlias = tuple[str, str]  # a release's id, and the href by which it names the picture


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


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be embedded."""

    data: bytes
    media_type: str
    width: int
    height: int


def pictures(edition: Edition, widest: int = WIDEST) -> tuple[dict[Named, Picture], tuple[Notice, ...]]:
    """The pictures of all figures, from the edition's assets; W001 for each that is not there."""
    found: dict[Named, Picture] = {}
    missing: list[Notice] = []
    for release in edition.releases:
        for path, href in slots(release):
            if not path.endswith("/@href") or not path.split("/")[-2].startswith("figure["):
                continue
            named = str(release.id), str(href)
            made = found.get(named) or picture(edition.asset(release, href), widest)
            if made:
                found[named] = made
            else:
                missing.append(notice("W001", path, href))
    return found, tuple(missing)


def picture(data: bytes, widest: int = WIDEST) -> Picture | None:
    """``data`` as a PNG, JPEG or GIF of at most ``widest`` pixels each way; None when it is no picture we can show.

    A picture that fits keeps its bytes; a larger one is scaled down and loses its metadata.
    """
    import warnings

    from PIL import Image, ImageOps

    try:
        with _whole_only, warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as opened:
                kind = opened.format or ""
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                opened.load()
                turned = opened.getexif().get(0x0112, 1) != 1
                if kind in MEDIA_TYPES and not turned and max(opened.size) <= widest:
                    return Picture(data, MEDIA_TYPES[kind], *opened.size)
                made = ImageOps.exif_transpose(opened)
    except Exception:  # whatever a damaged file leads Pillow to
        return None
    made.thumbnail((widest, widest), Image.Resampling.LANCZOS)
    see_through = "A" in made.getbands() or "transparency" in made.info or kind in ("PNG", "GIF")
    out = BytesIO()
    if see_through:
        made.convert("RGBA").save(out, "PNG", optimize=True)
    else:
        made.convert("RGB").save(out, "JPEG", quality=85, optimize=True)
    return Picture(out.getvalue(), "image/png" if see_through else "image/jpeg", *made.size)
