"""Identifiers of the releases of one run, no two alike: they are the names of the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from oimpress.errors import InvalidRelease
from oimpress.model.codec import from_xml
from oimpress.model.nodes import Release


class Names:
    """Identifiers handed out once each: a second release of one name gets its source's digest behind it.

    With a ``folder``, a name whose XML there was made from another source counts as handed out.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._taken: set[str] = set()
        self._folder = folder

    def own(self, release: Release) -> Release:
        """The release under a name that no other has."""
        name = next(name for name in _candidates(release) if self._is_free(name, release))
        self._taken.add(name)
        return release if name == release.id else replace(release, id=name)

    def _is_free(self, name: str, release: Release) -> bool:
        if name in self._taken:
            return False
        path = self._folder / f"{name}.xml" if self._folder else None
        return path is None or not path.is_file() or _is_of(path, replace(release, id=name))


def _candidates(release: Release) -> Iterator[str]:
    yield release.id
    if release.source:
        yield f"{release.id}-{release.source.sha256[:8]}"
    yield from (f"{release.id}-{number}" for number in count(2))


def _is_of(path: Path, release: Release) -> bool:
    """Whether the file at ``path`` is this release, or was made from the same source."""
    try:
        there = from_xml(path.read_bytes(), path.name)
    except (OSError, InvalidRelease):
        return False
    if there.source and release.source:
        return there.source.sha256 == release.source.sha256
    return there == release
