"""What a run works with: the cache of what was done before, and the processes that do the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from oimpress.publish.cache import StepCache
from oimpress.publish.workers import Workers

T = TypeVar("T")
MANY_SOURCES = 24  # from here on processes are worth their start: some 0.1 s against 10 ms a source
MANY_PUBLICATIONS = 4  # with half a second for a PDF
MANY_RELEASES = 100  # in all of two publications or more, at some 2 ms for each


@dataclass(frozen=True)
class Means:
    """``cache`` is None where nothing is kept; ``jobs`` are the processes that may work at once.

    A ``cluster`` works in their place where there is one.
    """

    cache: StepCache | None = None
    jobs: int = 1
    cluster: Workers | None = None

    @cached_property
    def pool(self) -> Workers | None:
        """Who does the work; None where this process is to do it alone."""
        if self.cluster or self.jobs == 1:
            return self.cluster
        from oimpress.publish.pool import Pool

        return Pool(self.jobs)

    def pool_for(self, tasks: object, many: int) -> Workers | None:
        """Who works at ``tasks``; None where they are too few for that, or nobody knows how many."""
        return self.pool if isinstance(tasks, Sized) and len(tasks) >= many else None

    def stop(self) -> None:
        """End the work, and have the cache forget the oldest."""
        if "pool" in self.__dict__ and self.pool:
            self.pool.stop()
        if self.cache:
            self.cache.close()


def ahead(started: Iterable[T], workers: Workers | None) -> Iterator[T]:
    """``started`` in its order, as many of them begun before the first is given as keep ``workers`` busy."""
    waiting: deque[T] = deque()
    for each in started:
        waiting.append(each)
        while len(waiting) > (workers.ahead if workers else 0):
            yield waiting.popleft()
    yield from waiting
