"""What oimpress wrote into a folder, so that what people changed since is never written over, nor taken for a source.

Each folder of outputs holds a hidden list in the format of ``sha256sum`` (GNU coreutils): a digest and a name on each
line. A line is added before its file is put in place, so that whatever kills a run, the file there is one of those
listed; several lines of one name are all its versions. What was copied elsewhere is known by a mark in it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

LIST = ".oimpress-written"
MAKER = "oimpress"  # how pages, mails and PDFs of ours name their maker
TRAIL = ".trail.json"
PAGE = b'<meta name="generator" content="%s">' % MAKER.encode(), 4000  # and how many bytes it stands within
MAIL = b"\nX-Mailer: %s\r\n" % MAKER.encode(), 20_000
PDF = b"<xmp:CreatorTool>%s</xmp:CreatorTool>" % MAKER.encode(), -1
MARKS = {".html": PAGE, ".htm": PAGE, ".eml": MAIL, ".pdf": PDF}


def whole(path: str | Path) -> bytes:
    """All that stands at ``path``, with half as many calls to the system as Path.read_bytes takes. Raises OSError."""
    with open(path, "rb", buffering=0) as stream:
        return stream.read()


class Written:
    """The files that oimpress wrote into ``folder`` and below.

    What a run adds to the list is read again when it is asked for: an archive of any length is written in the same
    memory.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self._place = folder, os.path.dirname(folder / LIST)  # as paths in it begin
        self._read = 0  # bytes of the list

    @cached_property
    def _digests(self) -> dict[str, str]:
        """The digests of each name, one behind the other, as they stood there when this was first asked for."""
        return self._grown({})

    def _grown(self, known: dict[str, str]) -> dict[str, str]:
        """``known`` with what was added to the list since it was read last."""
        with suppress(OSError), (self.folder / LIST).open("rb") as stream:
            stream.seek(self._read)
            for line in stream:
                self._read += len(line)
                digest, _, name = line.decode("utf-8", "surrogateescape").rstrip("\r\n").partition("  ")
                known[name] = known.get(name, "") + digest + " "
        return known

    def knows(self, path: str | Path) -> bool:
        """Whether ``path`` is a file of the list, whatever it holds now."""
        return bool(self._digests) and self._name(path) in self._digests

    def holds(self, path: str | Path) -> bool:
        """Whether ``path`` is a file of the list and still what oimpress wrote."""
        known = self._grown(self._digests).get(self._name(path), "")
        if not known:
            return False
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() in known

    def note(self, files: Iterable[tuple[Path, str]]) -> None:
        """Add what is about to be written, with the digest of each. Raises OSError."""
        rows = [(digest, self._name(path)) for path, digest in files]
        new = [(digest, name) for digest, name in rows if digest not in self._digests.get(name, "")]
        if not new:
            return
        lines = "".join(f"{digest}  {name}\n" for digest, name in new)
        with (self.folder / LIST).open("ab") as stream:
            stream.write(lines.encode("utf-8", "surrogateescape"))

    def _name(self, path: str | Path) -> str:
        folder, name = os.path.split(path)
        return name if folder == self._place else Path(path).relative_to(self.folder).as_posix()


ListsAbove: TypeAlias = dict[str, tuple[Written, ...]]  # those in a folder and above it, by its path


def made_here(path: str, within: Path, known: ListsAbove) -> bool:
    """Whether oimpress wrote the file at ``path``, and nobody changed it as far as can be told.

    A list in one of the folders from ``within`` down to it says so; where no list has it, such as in a copy, the mark
    that the file bears. ``known`` are the lists met so far.
    """
    written = _list_of(path, within, known)
    return written.holds(path) if written else is_marked(path)


def is_listed(path: str, within: Path, known: ListsAbove) -> bool:
    """Whether a list in one of the folders from ``within`` down to ``path`` names it."""
    return _list_of(path, within, known) is not None


def _list_of(path: str, within: Path, known: ListsAbove) -> Written | None:
    return next((each for each in _lists_above(os.path.dirname(path), within, known) if each.knows(path)), None)


def _lists_above(folder: str, within: Path, known: ListsAbove) -> tuple[Written, ...]:
    """What oimpress wrote into ``folder`` and into those above it up to ``within``, as far as it did."""
    if folder not in known:
        place = Path(folder)
        above = () if place in (within, place.parent) else _lists_above(str(place.parent), within, known)
        known[folder] = (Written(place), *above)
    return known[folder]


def is_marked(path: str | Path) -> bool:
    """Whether the file says itself that oimpress made it; canonical XML does by the trail beside it."""
    stem, suffix = os.path.splitext(path)
    if suffix == ".xml":
        return os.path.isfile(stem + TRAIL)
    mark, within = MARKS.get(suffix.lower(), (b"", 0))
    if not mark:
        return False
    try:
        with open(path, "rb") as stream:
            return mark in stream.read(within)
    except OSError:
        return False  # reading tells
