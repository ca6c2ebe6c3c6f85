"""Bytes that are needed once more later: in a file that nobody sees, not in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from tempfile import TemporaryFile
from typing import BinaryIO


class Spool:
    """What was appended, by its place."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._ends = [0]

    def append(self, data: bytes) -> None:
        """Keep ``data`` behind all else."""
        self._file.seek(self._ends[-1])
        self._ends.append(self._ends[-1] + self._file.write(data))

    def __iter__(self) -> Iterator[bytes]:
        """Everything, in its order."""
        for start, end in pairwise(self._ends):
            self._file.seek(start)
            yield self._file.read(end - start)


@contextmanager
def spool() -> Iterator[Spool]:
    """A new one, for the time being."""
    with TemporaryFile() as file:
        yield Spool(file)
