"""What a run works with: the cache of what was done before, and the processes that do the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, field
from typing import TypeVar

from oimpress.publish.cache import Cache
from oimpress.publish.pool import Pool

T = TypeVar("T")
MANY_SOURCES = 24  # from here on processes are worth their start: some 0.1 s against 10 ms a source
MANY_PUBLICATIONS = 4  # with half a second for a PDF


@dataclass(frozen=True, slots=True)
class Means:
    """``cache`` is None where nothing is kept; ``jobs`` are the processes that may work at once."""

    cache: Cache | None = None
    jobs: int = 1
    _pool: Pool = field(default_factory=Pool, init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_pool", Pool(self.jobs))

    @property
    def pool(self) -> Pool | None:
        """The processes; None where there is to be one alone."""
        return self._pool if self.jobs > 1 else None

    def pool_for(self, tasks: object, many: int) -> Pool | None:
        """The processes for ``tasks``; None where they are too few, or nobody knows how many."""
        return self.pool if isinstance(tasks, Sized) and len(tasks) >= many else None

    def stop(self) -> None:
        """End the processes, and have the cache forget the oldest."""
        self._pool.stop()
        if self.cache:
            self.cache.close()


def ahead(started: Iterable[T], most: int) -> Iterator[T]:
    """``started`` in its order, ``most`` of them begun before the first is given."""
    waiting: deque[T] = deque()
    for each in started:
        waiting.append(each)
        if len(waiting) > most:
            yield waiting.popleft()
    yield from waiting
