"""The folder a run writes into: nothing there that people made or changed is written over."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from oimpress.errors import WriteError
from oimpress.publish.fetching import SourceList
from oimpress.publish.files import Stage, make_folder, store
from oimpress.sources import Folders
from oimpress.spool import Content
from oimpress.written import Written, is_marked, whole

logger = logging.getLogger(__name__)


class OutputPlace(Protocol):
    """Where a run writes, a folder or a bucket: what is stored there is told by its path or its address."""

    folder: Any

    def home(self, name: str) -> Any: ...
    def open(self) -> None: ...
    def note_sources(self, items: Iterable[object]) -> None: ...
    def there(self, name: str) -> bytes | None: ...
    def store(self, *files: tuple[Any, bytes | Content]) -> None: ...
    def close(self) -> None: ...


class Outputs:
    """Stores what a run makes in ``folder``; ``force`` lets it write over what people changed, never over a source.

    ``sharded``: what is made of one release goes to one of 256 folders in it, by its name.
    """

    def __init__(self, folder: Path, force: bool = False, sharded: bool = False) -> None:
        self.folder, self._place = folder, os.path.dirname(folder / "name")  # as paths in it begin
        self._sharded = sharded
        self._force = force
        self._written = Written(folder)
        self._stage = Stage(folder)
        self._noted = SourceList()
        self._sources: set[str] = set()
        self._folders = Folders()
        self._seen = "", b""  # what stood where the last was looked for

    def home(self, name: str) -> Path:
        """The folder that what is made of one release goes to."""
        return self.folder / shard(name) if self._sharded else self.folder

    def open(self) -> None:
        """Make the folder. Raises WriteError."""
        make_folder(self.folder)

    def note_sources(self, items: Iterable[object]) -> None:
        """Remember sources of this run; a whole list of them is looked at when one may be written over."""
        if isinstance(items, SourceList):
            self._noted = items
        else:
            self._remember(str(item) for item in items if isinstance(item, Path))

    def _remember(self, files: Iterable[str]) -> None:
        """Remember those of ``files`` that lie where outputs go."""
        home = os.path.join(os.path.realpath(self.folder), "")
        self._sources.update(real for real in map(self._folders.real, files) if real.startswith(home))

    def _is_source(self, path: Path) -> bool:
        """Whether the file at ``path`` is a source of this run."""
        noted, self._noted = self._noted, SourceList()
        self._remember(noted.files)
        return os.path.realpath(path) in self._sources

    def there(self, name: str) -> bytes | None:
        """The XML of a release of this name that stands there, empty if it cannot be read; None where no file does."""
        place = os.path.join(self.home(name), f"{name}.xml")
        try:
            self._seen = place, whole(place)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError:
            return b""
        return self._seen[1]

    def store(self, *given: tuple[Path, bytes | Content]) -> None:
        """Put all that is ``given`` in place, or none; files that stand there already are left alone.

        Raises WriteError, also for one that is not to be written over.
        """
        files = [(path, Content.of(data) if isinstance(data, bytes) else data) for path, data in given]
        for folder in {os.path.dirname(path) for path, _ in files} - {self._place}:
            make_folder(Path(folder))
        standing = [self._stands(path, data) for path, data in files]
        try:
            self._written.note((path, data.digest) for path, data in files)
        except OSError as error:
            raise WriteError(
                "{path}: cannot be written ({reason}); make room there, or choose another folder with --output",
                path=self.folder,
                reason=error.strerror,
            ) from None
        if all(standing):
            return
        self._stage.store(*files)
        for path, data in files:
            logger.info("%s: %d bytes written", path, data.size)

    def close(self) -> None:
        """End the writing: nothing of ours stays but what was stored."""
        self._stage.close()

    def _stands(self, path: Path, data: Content) -> bool:
        """Whether ``data`` stands at ``path``. Raises WriteError for other bytes of a source or of somebody's."""
        try:
            (seen, found), self._seen = self._seen, ("", b"")
            same = data.read() == found if seen == str(path) else data.equals(path)
            ours = same or self._written.holds(path)
        except OSError:
            return False  # not there, or no file: storing tells
        if same:
            return True
        if self._is_source(path):
            raise this_is_a_source(path)
        if not (ours or self._force):
            raise somebody_changed(path)
        return False


def shard(name: str) -> str:
    """Which of 256 folders is for ``name``, so that none holds two million files."""
    return hashlib.sha256(name.encode()).hexdigest()[:2]


def this_is_a_source(path: object) -> WriteError:
    return WriteError("{path}: this is a source; choose another folder with --output", path=path)


def somebody_changed(path: object) -> WriteError:
    return WriteError(
        "{path}: somebody changed this file since oimpress wrote it, or wrote it; move it away, choose another "
        "folder with --output, or write over it with --force",
        path=path,
    )


def store_page(path: Path, data: bytes) -> None:
    """Put a page to look at in its place, unless a file stands there that is no page of ours. Raises WriteError."""
    if path.exists() and not is_marked(path):
        raise WriteError("{path}: another file stands there; move it away, or name another for the page", path=path)
    make_folder(path.parent)
    store(path, data)
