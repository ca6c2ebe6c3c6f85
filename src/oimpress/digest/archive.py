"""The sources of a list, read so that an odd one stops nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias, TypeVar

from oimpress.digest.selection import Candidate, candidate, clash, clashes
from oimpress.errors import OimpressError, ReadError
from oimpress.model.codec import from_xml, to_xml
from oimpress.model.house import ANY_HOUSE, PRESS, House
from oimpress.model.nodes import Release
from oimpress.pipeline import normalise_all
from oimpress.sources import Source, discover, load

T = TypeVar("T")
Tell: TypeAlias = Callable[[OimpressError], None]


class MadeRelease(Protocol):
    """A release with whatever is known of its making."""

    @property
    def value(self) -> Release: ...


Normalise: TypeAlias = Callable[[Source, str, House], Iterable[MadeRelease]]


@dataclass
class Archive:
    """What a list may send: called, it reads its sources.

    What cannot be taken, for whatever reason, is told and left for the next run; ``left`` counts it. ``names`` are
    files and folders, told from ``root``; what lies in ``made`` was made by this program and is no source.
    ``normalise`` gives the releases in a source, and may know them from before.
    """

    root: Path
    names: tuple[str, ...]
    tell: Tell
    profile: str = PRESS
    house: House = ANY_HOUSE
    made: tuple[Path, ...] = ()
    normalise: Normalise = normalise_all
    left: int = field(default=0, init=False)

    def __call__(self) -> tuple[Candidate, ...]:
        """The releases of the sources.

        Raises UsageError when there is no source at all, and ReadError when none can be taken: that is no empty week.
        """
        found = [each for path in self._paths() for each in attempted(partial(self._read, path), path, self._leave)]
        if self.left and not found:
            raise ReadError(
                "{path}: none of the sources can be taken, so that no issue is planned; mend them, then run again",
                path=self.root,
            )
        differing = clashes(found)
        for one, other in differing:
            self._leave(clash(one, other))
        doubtful = {each.key for pair in differing for each in pair}
        return tuple(each for each in found if each.key not in doubtful)

    def _paths(self) -> list[Path]:
        faults: list[OimpressError] = []
        found: list[Path] = []
        for place in (self.root / name for name in self.names):
            found += attempted(partial(discover, [place]), place, faults.append)
        if faults and not found:
            raise faults[0]
        for fault in faults:
            self._leave(fault)
        return found

    def _read(self, path: Path) -> Iterator[Candidate]:
        """The releases of one source, each such that it can be written and read again."""
        if any(path.resolve().is_relative_to(folder.resolve()) for folder in self.made):
            return
        source = load(path)
        releases = [each.value for each in self.normalise(source, self.profile, self.house)]
        for release in releases:
            from_xml(to_xml(release), str(path))
            origin = self._origin(path) + (f"#{release.id}" if releases[1:] else "")
            yield candidate(release, source.sha256, origin, source.metadata.correction)

    def _origin(self, path: Path) -> str:
        """Where the source lies, told from the root; bytes of a name that are no UTF-8 are written as such."""
        inside, root = path.resolve(), self.root.resolve()
        place = inside.relative_to(root) if inside.is_relative_to(root) else inside
        return os.fsencode(place.as_posix()).decode("utf-8", "backslashreplace")

    def _leave(self, fault: OimpressError) -> None:
        self.left += 1
        self.tell(fault)


def attempted(read: Callable[[], Iterable[T]], path: Path, leave: Tell) -> tuple[T, ...]:
    """What ``read`` gives, nothing when it fails: ``leave`` is then called with the reason, in words."""
    try:
        return tuple(read())
    except OimpressError as error:
        leave(error)
    except Exception as error:  # a fault of ours, which one source must not make everybody's
        reason = f"{type(error).__name__}: {error}"
        leave(
            ReadError("{path}: cannot be taken ({reason}); it is left for the next run", path=path, reason=reason[:300])
        )
    return ()
