"""Results of steps by the names of all they depend on, so that nothing is done twice.

An entry is a file named by its key. It begins with a digest of what follows, so that one that is torn, changed or of
another make is taken for absent and made anew. Entries appear whole, by a rename. They are data only: whoever writes
into the folder can change outputs, never run anything. A cache that cannot be read or written stops no run.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple, Protocol

from oimpress.spool import BLOCK, Content
from oimpress.written import whole

CACHE = Path(".oimpress") / "cache"  # in the folder of oimpress.toml
FORM = b"oimpress 1\n"
HEAD = len(FORM) + hashlib.sha256().digest_size
TAG = "CACHEDIR.TAG"  # backup programs leave out what holds it. Source: https://bford.info/cachedir/
SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by oimpress; it may be deleted at any time.\n"
MOST = 2_000_000_000  # bytes of all entries
ROOM = 0.8  # what is left of them where they had become more
NEW = "new-"  # how files begin that are not yet entries


def sealed(*parts: bytes | Content) -> Iterator[bytes]:
    """The bytes of an entry that holds ``parts``."""
    yield FORM
    digest = hashlib.sha256()
    for block in _blocks(parts):
        digest.update(block)
    yield digest.digest()
    yield from _blocks(parts)


def _blocks(parts: Iterable[bytes | Content]) -> Iterator[bytes]:
    for part in parts:
        yield from (part,) if isinstance(part, bytes) else part.blocks()


def opened(entry: bytes) -> bytes | None:
    """What an entry holds; None for one that is not whole, or of another make."""
    data = entry[HEAD:]
    return data if entry[:HEAD] == FORM + hashlib.sha256(data).digest() else None


def _is_whole(entry: IO[bytes]) -> bool:
    """Whether an entry is whole, and of this make; it stands at its contents then."""
    head, digest = entry.read(HEAD), hashlib.sha256()
    while block := entry.read(BLOCK):
        digest.update(block)
    entry.seek(HEAD)
    return head == FORM + digest.digest()


class StepCache(Protocol):
    """Where results are kept, in a folder or a bucket; ``trouble`` says why nothing more can be."""

    trouble: str

    def get(self, key: str) -> bytes | None: ...
    def open(self, key: str) -> IO[bytes] | None: ...
    def holds(self, key: str) -> bool: ...
    def put(self, key: str, *parts: bytes | Content) -> None: ...
    def close(self) -> None: ...


class CacheSize(NamedTuple):
    """How many entries a cache holds, and their bytes."""

    entries: int
    bytes: int


@dataclass(slots=True)
class Cache:
    """The entries in ``folder``, which is made with the first of them; ``most`` bytes at most after each run.

    ``trouble`` is why nothing more can be stored; empty as long as all is well.
    """

    folder: Path
    most: int = MOST
    trouble: str = ""
    _stored: bool = field(default=False, init=False)

    def get(self, key: str) -> bytes | None:
        """What was stored under ``key``; None where there is nothing, or nothing whole."""
        try:
            data = whole(self._place(key))
        except OSError:
            return None
        found = opened(data)
        if found is None:
            with suppress(OSError):
                self._path(key).unlink()
        return found

    def open(self, key: str) -> IO[bytes] | None:
        """The same, to be read piece by piece."""
        try:
            entry = self._path(key).open("rb")
        except OSError:
            return None
        if _is_whole(entry):
            return entry
        entry.close()
        with suppress(OSError):
            self._path(key).unlink()
        return None

    def holds(self, key: str) -> bool:
        """Whether there is an entry under ``key``, whole or not."""
        return self._path(key).is_file()

    def put(self, key: str, *parts: bytes | Content) -> None:
        """Store ``parts``, one behind the other, under ``key``, unless there is trouble."""
        if self.trouble:
            return
        path = self._path(key)
        try:
            if not path.parent.is_dir():
                self._begin(path.parent)
            _appear(path, sealed(*parts))
        except OSError as error:
            self.trouble = error.strerror or str(error)
        self._stored = True

    def close(self) -> None:
        """Remove what was stored longest ago, where a run left more than there may be."""
        if self._stored:
            self.shrink(self.most)

    def shrink(self, most: int) -> None:
        """Leave entries of ``most`` bytes at most; the oldest go first."""
        found = sorted(self._entries(), key=lambda entry: entry[0])
        left = sum(size for _, size, _ in found)
        if left <= most:
            return
        for _, size, path in found:
            if left <= most * ROOM:
                break
            with suppress(OSError):
                path.unlink()
            left -= size

    def size(self) -> CacheSize:
        """How much there is."""
        sizes = [size for _, size, _ in self._entries()]
        return CacheSize(len(sizes), sum(sizes))

    def clear(self) -> CacheSize:
        """Remove every entry, and say how much that was."""
        before = self.size()
        self.shrink(0)
        return before

    def _path(self, key: str) -> Path:
        return Path(self._place(key))

    def _place(self, key: str) -> str:
        """The name of the file of an entry."""
        return os.path.join(self.folder, key[:2], key[2:])

    def _begin(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        tag = self.folder / TAG
        if not tag.exists():
            tag.write_text(SIGNATURE)
            (self.folder / ".gitignore").write_text("*\n")

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each was stored, its bytes and its path; what killed runs left half written too."""
        for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
            with suppress(OSError):
                found = path.stat()
                yield found.st_mtime, found.st_size, path


def _appear(path: Path, blocks: Iterable[bytes]) -> None:
    """Put a file in place in one step. Raises OSError."""
    from tempfile import mkstemp

    handle, name = mkstemp(prefix=NEW, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(blocks)
        os.replace(name, path)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise
