"""Bytes that are needed once more later: in memory while they are few, then in a file that nobody sees."""

from __future__ import annotations

import hashlib
import mmap
import os
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import IO, cast
from weakref import finalize

HELD = 1 << 20  # bytes that are held in memory
BLOCK = 1 << 16  # bytes that are copied at once


class Spool:
    """What was appended, by its place."""

    def __init__(self, file: IO[bytes], ends: Iterable[int] = (0,)) -> None:
        self._file = file
        self._ends = array("Q", ends)

    def __reduce__(self) -> tuple[object, tuple[str | bytes, array[int]]]:
        """How another process of this machine gets it: where it is, to be read as long as this process has it."""
        self._file.flush()
        place = f"/proc/{os.getpid()}/fd/{self._file.fileno()}"
        return _lent, (place if os.path.exists(place) else b"".join(self), self._ends)

    def append(self, data: bytes) -> int:
        """Keep ``data`` behind all else, and tell its place."""
        self._file.seek(self._ends[-1])
        self._ends.append(self._ends[-1] + self._file.write(data))
        return len(self) - 1

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> bytes:
        self._file.seek(self._ends[at])
        return self._file.read(self._ends[at + 1] - self._ends[at])

    def __iter__(self) -> Iterator[bytes]:
        """Everything, in its order."""
        return (self[at] for at in range(len(self)))


def _lent(place: str | bytes, ends: Iterable[int]) -> Spool:
    """What another process has, to be read."""
    file = BytesIO(place) if isinstance(place, bytes) else open(place, "rb")  # noqa: SIM115 - until nobody reads it
    made = Spool(file, ends)
    finalize(made, file.close)
    return made


@contextmanager
def spool() -> Iterator[Spool]:
    """A new one, for the time being."""
    with _file() as file:
        yield Spool(file)


def _file() -> IO[bytes]:
    from tempfile import SpooledTemporaryFile

    return SpooledTemporaryFile(HELD)


class Content:
    """The bytes of an output: what stands in ``file`` from ``start`` on. Whoever uses it up closes it."""

    def __init__(self, file: IO[bytes], start: int = 0) -> None:
        self._file, self._start = file, start

    @classmethod
    def of(cls, data: bytes) -> Content:
        """These bytes."""
        return cls(BytesIO(data))

    def __reduce__(self) -> tuple[object, tuple[bytes]]:
        """How another process gets it: whole, and here it is used up."""
        data = self.read()
        self.close()
        return Content.of, (data,)

    @cached_property
    def size(self) -> int:
        return self._file.seek(0, SEEK_END) - self._start

    @cached_property
    def digest(self) -> str:
        """Its SHA-256."""
        made = hashlib.sha256()
        for block in self.blocks():
            made.update(block)
        return made.hexdigest()

    def blocks(self) -> Iterator[bytes]:
        """Everything, piece by piece."""
        at = self._start
        while True:
            self._file.seek(at)
            block = self._file.read(BLOCK)
            if not block:
                return
            at += len(block)
            yield block

    def read(self) -> bytes:
        """Everything at once."""
        self._file.seek(self._start)
        return self._file.read()

    def equals(self, path: Path) -> bool:
        """Whether the file at ``path`` holds the same. Raises OSError."""
        with open(path, "rb", buffering=0) as other:  # with fewer calls to the system than Path.open takes
            return all(other.read(len(block)) == block for block in self.blocks()) and not other.read(1)

    def close(self) -> None:
        self._file.close()


class MappedFile(mmap.mmap):
    """The bytes of a file that stay on the disk, but for the stretch that is asked for; sent away, they go whole."""

    @classmethod
    def of(cls, file: IO[bytes]) -> bytes:
        """What stands in ``file``, which may be closed then."""
        return cast("bytes", cls(file.fileno(), 0, access=mmap.ACCESS_READ))

    def startswith(self, begin: bytes) -> bool:
        """As bytes have it, which readers of other packages ask."""
        return self[: len(begin)] == begin

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        return bytes, (self[:],)


@contextmanager
def room() -> Iterator[IO[bytes]]:
    """A new file to write a content into, which stays open unless that fails."""
    file = _file()
    try:
        yield file
    except BaseException:
        file.close()
        raise
