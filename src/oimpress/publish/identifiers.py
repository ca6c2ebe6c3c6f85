"""Identifiers of the releases of one run, no two alike: they are the names of the files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from oimpress.errors import InvalidRelease
from oimpress.model.codec import from_xml
from oimpress.publish.kept import Facts, Kept


class Names:
    """Identifiers handed out once each: a second release of one name gets its source's digest behind it.

    With a ``folder``, a name whose XML there was made from another source counts as handed out.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._taken: set[str] = set()
        self._folder = folder

    def own(self, kept: Kept) -> Kept:
        """The release under a name that no other has."""
        name = next(name for name in _candidates(kept.facts) if self._is_free(name, kept))
        self._taken.add(name)
        return kept.named(name)

    def _is_free(self, name: str, kept: Kept) -> bool:
        if name in self._taken:
            return False
        path = self._folder / f"{name}.xml" if self._folder else None
        return path is None or not path.is_file() or _is_of(path, kept.named(name))


def _candidates(facts: Facts) -> Iterator[str]:
    yield facts.id
    if facts.sha256:
        yield f"{facts.id}-{facts.sha256[:8]}"
    yield from (f"{facts.id}-{number}" for number in count(2))


def _is_of(path: Path, kept: Kept) -> bool:
    """Whether the file at ``path`` is this release, or was made from the same source."""
    try:
        data = path.read_bytes()
        if data == kept.xml:
            return True  # as wherever nothing changed
        there = from_xml(data, path.name)
    except (OSError, InvalidRelease):
        return False
    if there.source and kept.facts.sha256:
        return there.source.sha256 == kept.facts.sha256
    return there == kept.value
