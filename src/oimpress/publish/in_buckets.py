"""Outputs and results of steps in a bucket: whole objects, which nobody's work is lost under.

A write says which version it replaces, so that of two runs, or of a run and a person, none undoes what the other did.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import IO, TypeAlias

from oimpress import buckets
from oimpress.buckets import Address
from oimpress.errors import OimpressError, Unavailable, WriteError
from oimpress.publish.cache import Cache, CacheSize, opened, sealed
from oimpress.publish.outputs import OutputPlace, Outputs, shard, somebody_changed, this_is_a_source
from oimpress.spool import Content

StoragePlace: TypeAlias = Path | Address
TRIES = 3  # to write over what another run writes too


def outputs_at(place: StoragePlace, force: bool, sharded: bool = False) -> OutputPlace:
    """Where a run writes."""
    return BucketOutputs(place, force, sharded) if isinstance(place, Address) else Outputs(place, force, sharded)


def cache_at(place: StoragePlace) -> Cache | BucketCache:
    """Where a run keeps what it made."""
    return BucketCache(place) if isinstance(place, Address) else Cache(place)


class BucketOutputs:
    """Stores what a run makes below ``folder``; ``force`` lets it write over what people changed, never a source."""

    def __init__(self, folder: Address, force: bool = False, sharded: bool = False) -> None:
        self.folder = folder
        self._sharded = sharded
        self._force = force
        self._sources: set[Address] = set()

    def home(self, name: str) -> Address:
        """Where what is made of one release goes."""
        return self.folder / shard(name) if self._sharded else self.folder

    def open(self) -> None:
        """Nothing: what lies in a bucket has no folder."""

    def note_sources(self, items: Iterable[object]) -> None:
        """Remember sources of this run, where they lie where outputs go."""
        found = (item for item in items if isinstance(item, Address))
        self._sources.update(item for item in found if item.url.startswith(self.folder.url))

    def there(self, name: str) -> bytes | None:
        """The XML that stands there of a release of this name. Raises OimpressError."""
        found = buckets.read(self.home(name) / f"{name}.xml")
        return found.data if found else None

    def store(self, *files: tuple[Address, bytes | Content]) -> None:
        """Put all of ``files`` in place, the first of them last, so that where it stands the others do.

        Raises WriteError, also for one that is not to be written over.
        """
        for address, data in reversed(files):
            try:
                self._put(address, data if isinstance(data, bytes) else data.read())
            except (WriteError, Unavailable):
                raise
            except OimpressError as error:
                raise WriteError(error.message, **error.values) from None

    def close(self) -> None:
        """Nothing: objects appear whole."""

    def _put(self, address: Address, data: bytes) -> None:
        for _ in range(TRIES):
            found = buckets.read(address)
            if found is None:
                done = buckets.create(address, data)
            elif found.data == data:
                return
            elif address in self._sources:
                raise this_is_a_source(address)
            elif found.ours or self._force:
                done = buckets.replace(address, data, found.version)
            else:
                raise somebody_changed(address)
            if done:
                return
        raise WriteError("{path}: another run writes there; wait for its end, then try again", path=address)


class BucketCache:
    """The entries below ``folder``, which many machines may share; the rules of the bucket say when one goes.

    ``trouble`` is why nothing more can be read or stored; empty as long as all is well.
    """

    def __init__(self, folder: Address) -> None:
        self.folder = folder
        self.trouble = ""

    def get(self, key: str) -> bytes | None:
        """What was stored under ``key``; None where there is nothing, or nothing whole."""
        if self.trouble:
            return None
        try:
            found = buckets.read(self._at(key))
        except OimpressError as error:
            self.trouble = error.values.get("reason") or str(error)
            return None
        return opened(found.data) if found else None

    def open(self, key: str) -> IO[bytes] | None:
        """The same as a stream, though it was read at once."""
        found = self.get(key)
        return None if found is None else BytesIO(found)

    def holds(self, key: str) -> bool:
        """Whether there is an entry under ``key``."""
        return self.get(key) is not None

    def put(self, key: str, *parts: bytes | Content) -> None:
        """Store ``parts`` under ``key``, unless there is trouble; in the place of an entry that is not whole too."""
        if self.trouble:
            return
        try:
            at, whole = self._at(key), b"".join(sealed(*parts))
            if not buckets.create(at, whole) and (found := buckets.read(at)) and found.data != whole:
                buckets.replace(at, whole, found.version)
        except OimpressError as error:
            self.trouble = error.values.get("reason") or str(error)

    def close(self) -> None:
        """Nothing: what is old goes by the rules of the bucket."""

    def size(self) -> CacheSize:
        """How much there is. Raises OimpressError."""
        sizes = [size for _, size in buckets.sizes(self.folder)]
        return CacheSize(len(sizes), sum(sizes))

    def clear(self) -> CacheSize:
        """Remove every entry, and say how much that was. Raises OimpressError."""
        before = self.size()
        buckets.remove(address for address, _ in buckets.sizes(self.folder))
        return before

    def _at(self, key: str) -> Address:
        return self.folder / key[:2] / key[2:]
