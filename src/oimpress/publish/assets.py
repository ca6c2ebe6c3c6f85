"""The pictures that the figures of a release name: in the source itself, or in files beside it, never elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from oimpress import buckets
from oimpress.buckets import Address
from oimpress.errors import ReadError
from oimpress.model.nodes import Release
from oimpress.model.walk import slots
from oimpress.notices import Notice, Result, notice
from oimpress.sources import Source

if TYPE_CHECKING:
    from oimpress.writers.page.pictures import Picture

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".svg"})
LONGEST = 200  # bytes of a file's name, folders included


def media_folder(stem: str) -> str:
    """The folder in which the pictures of ``<stem>.xml`` lie beside it, under the names its figures give them."""
    return f"{stem}-media"


def found_pictures(release: Release, source: Source) -> dict[str, bytes]:
    """The bytes of the pictures of ``release`` by their ``href``; those missing or refused are left out.

    A picture is taken from the source itself, else from its media folder, else from a file beside it.
    """
    from oimpress.readers import pictures
    from oimpress.readers.shared.embedded import ALTOGETHER

    hrefs = {href: None for href in figures(release) if local(href)}
    try:
        inside = pictures(source, hrefs) if hrefs else {}
    except ReadError:
        inside = {}
    found: dict[str, bytes] = {}
    room = ALTOGETHER
    for href in hrefs:
        data = inside.get(href) or _beside(source, href)
        if 0 < len(data) <= room:
            found[href] = data
            room -= len(data)
    return found


def shown_pictures(release: Release, source: Source) -> Result[dict[str, bytes]]:
    """The same, without metadata, each no larger than a page can show; those that are no pictures are left out.

    Notices: W006 metadata that were taken out, W007 a picture with too many pixels.
    """
    from oimpress.writers.page.pictures import picture

    return _made(found_pictures(release, source), picture)


def stored_pictures(release: Release, source: Source) -> Result[dict[str, bytes]]:
    """The same in their own size and format, without metadata. Notices: W001 no picture, W006, W007."""
    from oimpress.writers.page.pictures import bare

    return _made(found_pictures(release, source), bare, absent="W001")


def _made(
    found: dict[str, bytes], make: Callable[[bytes], Picture | None], absent: str = ""
) -> Result[dict[str, bytes]]:
    """What ``make`` makes of each picture; ``absent`` is the notice of what is none, where nobody else tells it."""
    from oimpress.writers.page.pictures import TooLarge

    made: dict[str, bytes] = {}
    notices: list[Notice] = []
    for href, data in found.items():
        try:
            one = make(data)
        except TooLarge:
            notices.append(notice("W007", "", href))
            continue
        if one:
            made[href] = one.data
            notices += [notice("W006", "", f"{href}: {', '.join(one.removed)}")] if one.removed else []
        elif absent:
            notices.append(notice(absent, "", href))
    return Result(made, tuple(notices))


def figures(release: Release) -> Iterator[str]:
    """The ``href`` of each figure, in the order of the release."""
    for path, text in slots(release):
        element, _, attribute = path.rpartition("/")
        if attribute == "@href" and element.rpartition("/")[2].startswith("figure["):
            yield str(text)


def local(href: str) -> PurePosixPath | None:
    """``href`` as a path below a folder; None for an address, a way out, a hidden file, what is long or no picture."""
    path = PurePosixPath(href)
    odd = len(href.encode(errors="replace")) > LONGEST or any(char in "\\:" or ord(char) < 32 for char in href)
    hidden = any(part.startswith(".") for part in path.parts)
    return None if odd or hidden or path.is_absolute() or path.suffix.lower() not in SUFFIXES else path


def _beside(source: Source, href: str) -> bytes:
    """The bytes of the file that ``href`` means, as it stands or with its percent signs resolved."""
    if source.folder is None:
        return b""
    media = source.folder / media_folder(PurePosixPath(source.name).stem)
    names = [path for path in map(local, dict.fromkeys((href, unquote(href)))) if path]
    return next(filter(None, (_inside(folder, name) for folder in (media, source.folder) for name in names)), b"")


def _inside(folder: Path | Address, name: PurePosixPath) -> bytes:
    """The file called ``name`` if it lies in ``folder`` wherever its links lead; no bytes otherwise.

    Raises Unavailable where a bucket does not answer.
    """
    from oimpress.readers.shared.embedded import MOST

    if isinstance(folder, Address):
        found = buckets.read(folder / name.as_posix(), MOST)
        return found.data if found else b""
    try:
        root = folder.resolve(strict=True)
        real = (root / name).resolve(strict=True)
        if not real.is_relative_to(root) or local(real.relative_to(root).as_posix()) is None or not real.is_file():
            return b""
        with real.open("rb") as stream:
            data = stream.read(MOST + 1)
    except (OSError, RuntimeError, ValueError):  # not there, not ours to read, or links that go round
        return b""
    return data if len(data) <= MOST else b""
