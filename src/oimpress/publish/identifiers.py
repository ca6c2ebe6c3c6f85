"""Identifiers of the releases of one run, no two alike: they are the names of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from oimpress.errors import InvalidRelease
from oimpress.model.codec import from_xml
from oimpress.publish.kept import Facts, Kept


class Names:
    """Identifiers handed out once each: a second release of one name gets its source's digest behind it.

    A name counts as handed out where an XML made from another source is ``there``, among what was stored before.
    """

    def __init__(self, there: Callable[[str], bytes | None] = lambda _name: None) -> None:
        self._taken: set[str] = set()
        self._there = there

    def own(self, kept: Kept) -> Kept:
        """The release under a name that no other has."""
        name = next(name for name in _candidates(kept.facts) if self._is_free(name, kept))
        self._taken.add(name)
        return kept.named(name)

    def _is_free(self, name: str, kept: Kept) -> bool:
        if name in self._taken:
            return False
        stored = self._there(name)
        return stored is None or _is_of(stored, kept.named(name))


def _candidates(facts: Facts) -> Iterator[str]:
    yield facts.id
    if facts.sha256:
        yield f"{facts.id}-{facts.sha256[:8]}"
    yield from (f"{facts.id}-{number}" for number in count(2))


def _is_of(data: bytes, kept: Kept) -> bool:
    """Whether the XML that was stored is this release, or was made from the same source."""
    if data == kept.xml:
        return True  # as wherever nothing changed
    try:
        there = from_xml(data, kept.facts.id)
    except InvalidRelease:
        return False
    if there.source and kept.facts.sha256:
        return there.source.sha256 == kept.facts.sha256
    return there == kept.value
