"""From sources to their releases: out of the cache, or by normalising them, here or in other processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from oimpress.buckets import Address
from oimpress.errors import OimpressError, Unavailable, defects_told
from oimpress.model.house import ANY_HOUSE, House
from oimpress.notices import notice
from oimpress.publish import keys
from oimpress.publish.cache import StepCache
from oimpress.publish.fetching import BuildInput, Fetched, fetched
from oimpress.publish.handfuls import Handful, size_of
from oimpress.publish.kept import Kept, keep, packed, unpacked
from oimpress.publish.means import MANY_SOURCES, Means, ahead
from oimpress.publish.repeats import Repeats
from oimpress.publish.report import Failure, Journal, ReadRelease, readings
from oimpress.publish.workers import Pending, WorkerDied, Workers
from oimpress.records import record
from oimpress.sources import Source
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.pipeline import Normalised
    from oimpress.publish.normalising import ReadElsewhere

Tick: TypeAlias = Callable[[str], None]
Found: TypeAlias = "tuple[Source, Normalised | Kept] | OimpressError"
SourceHandful: TypeAlias = "Handful[Source, ReadElsewhere]"
Begun: TypeAlias = tuple[BuildInput, Callable[[], Iterator[Found]]]
MOST_PARTS = 100  # releases of one source that are kept; a mailbox of more is read as a stream


@contextmanager
def failing_alone(place: str, journal: Journal) -> Iterator[None]:
    """Whatever goes wrong with what stands at ``place``, the journal is told and the run goes on, if it can at all."""
    try:
        with defects_told(place):
            yield
    except Unavailable:
        raise
    except OimpressError as error:
        journal.note_failure(Failure(place, error))


def read_all(
    items: Iterable[BuildInput],
    profile: str,
    journal: Journal,
    tick: Tick = lambda _: None,
    house: House = ANY_HOUSE,
    means: Means | None = None,
) -> Iterator[ReadRelease]:
    """Every release of the sources that can be read, in their order; the journal is told of the others.

    A release that comes twice is given once. Notice M102.
    """
    means = means or Means()
    pool = means.pool_for(items, MANY_SOURCES)
    read = _Read(profile, house, means.cache, pool, keys.of_reading(profile, house) if means.cache else "")
    together = size_of(len(items), pool) if pool and isinstance(items, Sized) else 1
    with closing(Repeats()) as repeats:
        for item, found in chain.from_iterable(ahead(read.batches(fetched(items), together), pool)):
            if isinstance(item, Failure):
                journal.note_failure(item)
                continue
            place = _place(item)
            tick(place)
            with failing_alone(place, journal):
                for reading in readings(place, _taken(found(), place, journal)):
                    if earlier := repeats.earlier(reading):
                        journal.note_notice(reading.place, notice("M102", detail=earlier))
                    else:
                        yield reading


def _place(item: Path | Address | Source) -> str:
    return visible(item.name if isinstance(item, Source) else str(item))


def _taken(found: Iterator[Found], place: str, journal: Journal) -> Iterator[tuple[Source, Normalised | Kept]]:
    """The releases in ``found``; the journal is told of the parts that cannot be read."""
    for each in found:
        if isinstance(each, OimpressError):
            journal.note_failure(Failure(place, each.at(place)))
        else:
            yield each


@record
class _Read:
    """How sources are read in this run, and the name of that."""

    profile: str
    house: House
    cache: StepCache | None
    pool: Workers | None
    name: str

    def batches(self, items: Iterable[Fetched], together: int) -> Iterator[list[Begun]]:
        """Begin to read the sources, so many ``together`` at most, and give what waits for the releases of each."""
        batch, handful = list[Begun](), self._handful()
        for item, given in items:
            batch.append((item, self.begun(item, given, handful)))
            if len(batch) == together or (handful and handful.is_heavy):
                yield _handed_over(batch, handful)
                batch, handful = [], self._handful()
        yield _handed_over(batch, handful)

    def _handful(self) -> SourceHandful | None:
        return Handful(partial(_handed, self.pool, self.profile, self.house)) if self.pool else None

    def begun(
        self, item: BuildInput, given: Callable[[], Source], handful: SourceHandful | None = None
    ) -> Callable[[], Iterator[Found]]:
        """Give what waits for the releases of a source, which is ``given``; with a ``handful`` others read it."""
        if isinstance(item, Failure):
            return lambda: iter(())
        try:
            source = given()
        except OimpressError as error:
            refused = error
            return lambda: _raise(refused)
        key = keys.of_source(source, self.name)
        if kept := remembered(key, self.cache):
            return lambda: ((source, each) for each in kept)
        if handful:
            made = handful.add(source, len(source.data))
            return lambda: self._stored(key, source, _with_sources(made(), source))
        return lambda: self._stored(key, source, _normalised(source, self.profile, self.house))

    def _stored(self, key: str, source: Source, found: Iterator[Found]) -> Iterator[Found]:
        """``found``, kept in the cache when it is at its end, all of it read and few enough."""
        if not (self.cache and key):
            yield from found
            return
        whole: list[Kept] | None = []
        for each in found:
            if whole is not None and isinstance(each, tuple) and each[0] is source and len(whole) < MOST_PARTS:
                each = source, keep(each[1])  # noqa: PLW2901 - the same, in bytes
                whole.append(each[1])
            else:
                whole = None
            yield each
        if whole:
            self.cache.put(key, packed(whole))


def releases_in(source: Source, profile: str, house: House, cache: StepCache | None) -> list[Normalised | Kept]:
    """The releases in a source, out of the cache where it has them. Raises what ``normalise_all`` raises."""
    read = _Read(profile, house, cache, None, keys.of_reading(profile, house) if cache else "")
    found = list(read.begun(source, lambda: source)())
    done = [each[1] for each in found if isinstance(each, tuple)]
    if not done:
        raise next(each for each in found if isinstance(each, OimpressError))
    return done


def remembered(key: str, cache: StepCache | None) -> tuple[Kept, ...]:
    """The releases under ``key`` in the cache; none where it has none."""
    entry = cache.get(key) if cache and key else None
    try:
        return unpacked(entry) if entry else ()
    except ValueError:
        return ()  # of another make


def _handed_over(batch: list[Begun], handful: SourceHandful | None) -> list[Begun]:
    if handful:
        handful.hand_over()
    return batch


def _handed(pool: Workers, profile: str, house: House, sources: Sequence[Source]) -> Pending[list[ReadElsewhere]]:
    from oimpress.publish.normalising import elsewhere  # before processes are forked

    return pool.submit(elsewhere, sources, profile, house)


def _normalised(source: Source, profile: str, house: House) -> Iterator[Found]:
    from oimpress.publish.normalising import normalised

    return normalised(source, profile, house)


def _raise(error: OimpressError) -> Iterator[Found]:
    raise error
    yield  # makes it an iterator


def _with_sources(found: ReadElsewhere | WorkerDied, source: Source) -> Iterator[Found]:
    if isinstance(found, Exception):
        raise found
    for each in found:
        yield each if isinstance(each, OimpressError) else (each[0] or source, each[1])
