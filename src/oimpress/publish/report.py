"""What a run made, what it could not make, and what editors should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from oimpress.errors import OimpressError
from oimpress.notices import Notice
from oimpress.records import record
from oimpress.sources import Unread

if TYPE_CHECKING:
    from oimpress.pipeline import Normalised
    from oimpress.publish.kept import Kept
    from oimpress.sources import Source

PARTLY = 1  # the exit code of a run that made something and failed at something


@record
class Output:
    """A file that was written whole."""

    path: Any  # a Path, or an Address where it lies in a bucket
    format: str
    size: int  # bytes


@record
class Failure:
    """What could not be read or written, and why."""

    place: str
    error: OimpressError


class ReadRelease(NamedTuple):
    """A source, the path it was named by, and a release in it.

    ``part`` is the number of the release, from 1, where there are several; 0 for the only one.
    """

    path: str
    source: Source
    done: Normalised | Kept
    part: int = 0

    @property
    def place(self) -> str:
        """The path, with the number of the release: ``kit.docx (2)``."""
        return numbered(self.path, self.part)

    @property
    def first(self) -> bool:
        """Whether no other release of the source comes before."""
        return self.part < 2


def readings(path: str, found: Iterable[tuple[Source, Normalised | Kept]]) -> Iterator[ReadRelease]:
    """The releases of one source with their numbers, one by one."""
    waiting = iter(found)
    first = list(islice(waiting, 2))
    several = len(first) > 1
    for at, (source, done) in enumerate(chain(first, waiting), 1):
        yield ReadRelease(path, source, done, at if several else 0)


def numbered(name: str, part: int) -> str:
    """``name`` with the number of one of several releases behind it."""
    return f"{name} ({part})" if part else name


class Journal(Protocol):
    """Who is told what happens in a run, as it happens."""

    def note_source(self, reading: ReadRelease) -> None:
        """A source was read and, where that was asked for, stored."""

    def note_output(self, output: Output, notices: Iterable[Notice] = ()) -> None:
        """A file was written."""

    def note_notice(self, place: str, notice: Notice) -> None:
        """Something is to be known of what stands at ``place``, which gives no release."""

    def note_failure(self, failure: Failure) -> None:
        """Something could not be read or written; the run goes on."""


@dataclass(slots=True)
class Report:
    """The account of one run, filled as it goes. ``notices`` are (path of a source or name of a format, notice)."""

    outputs: list[Output] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notices: list[tuple[str, Notice]] = field(default_factory=list)
    unread: Unread = field(default_factory=Unread)  # documents of folders
    read: int = 0  # sources

    @property
    def exit_code(self) -> int:
        """0 all done, 1 something was made and something failed, else the code of the first failure."""
        if not self.failures:
            return 0
        return PARTLY if self.outputs else self.failures[0].error.exit_code

    def note_source(self, reading: ReadRelease) -> None:
        self.read += reading.first
        self.notices += ((reading.place, notice) for notice in reading.done.notices)

    def note_output(self, output: Output, notices: Iterable[Notice] = ()) -> None:
        self.outputs.append(output)
        self.notices += ((output.format, notice) for notice in notices)

    def note_notice(self, place: str, notice: Notice) -> None:
        self.notices.append((place, notice))

    def note_failure(self, failure: Failure) -> None:
        self.failures.append(failure)
