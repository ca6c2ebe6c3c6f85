"""What oimpress wrote into a folder, so that what people changed since is never written over, nor taken for a source.

Each folder of outputs holds a hidden list in the format of ``sha256sum`` (GNU coreutils): a digest and a name on each
line. A line is added before its file is put in place, so that whatever kills a run, the file there is one of those
listed; several lines of one name are all its versions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

LIST = ".oimpress-written"


class Written:
    """The files that oimpress wrote into ``folder`` and below."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def _digests(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        with suppress(OSError):
            for line in (self.folder / LIST).read_text("utf-8", "surrogateescape").splitlines():
                digest, _, name = line.partition("  ")
                found.setdefault(name, set()).add(digest)
        return found

    def holds(self, path: Path) -> bool:
        """Whether ``path`` is a file of the list and still what oimpress wrote."""
        known = self._digests.get(self._name(path), ())
        return bool(known) and hashlib.sha256(path.read_bytes()).hexdigest() in known

    def note(self, files: Iterable[tuple[Path, bytes]]) -> None:
        """Add what is about to be written. Raises OSError."""
        rows = [(hashlib.sha256(data).hexdigest(), self._name(path)) for path, data in files]
        new = [(digest, name) for digest, name in rows if digest not in self._digests.get(name, ())]
        if not new:
            return
        lines = "".join(f"{digest}  {name}\n" for digest, name in new)
        with (self.folder / LIST).open("ab") as stream:
            stream.write(lines.encode("utf-8", "surrogateescape"))
        for digest, name in new:
            self._digests.setdefault(name, set()).add(digest)

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def made_here(path: Path, within: Path, known: dict[Path, Written]) -> bool:
    """Whether a list in one of the folders from ``within`` down to ``path`` says that oimpress wrote that file.

    ``known`` are the lists met so far.
    """
    for folder in path.parents:
        if folder not in known:
            known[folder] = Written(folder)
        if known[folder].holds(path):
            return True
        if folder == within:
            return False
    return False
