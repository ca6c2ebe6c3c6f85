"""Sources that other processes read: several at once, since to hand each over by itself takes a tenth of reading it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING

from oimpress.model.house import House
from oimpress.publish.workers import Pending, WorkerDied, Workers
from oimpress.sources import Source

if TYPE_CHECKING:
    from oimpress.publish.normalising import ReadElsewhere

MOST = 8  # sources of a handful
HEAVY = 1 << 18  # bytes that are enough for one
TURNS = 4  # how often each task that may be under way comes anew, at least, for all processes to end together


def size_of(sources: int, workers: Workers) -> int:
    """How many of so many ``sources`` make a handful."""
    return min(max(sources // (TURNS * workers.ahead), 1), MOST)


@dataclass
class Handful:
    """Sources for one process, and what it makes of them."""

    workers: Workers
    profile: str
    house: House
    _sources: list[Source] = field(default_factory=list)
    _task: Pending[list[ReadElsewhere]] | None = None

    def add(self, source: Source) -> Callable[[], ReadElsewhere]:
        """Take a source, and give what waits for its releases, or for its refusal."""
        self._sources.append(source)
        return partial(self._made_of, len(self._sources) - 1)

    @property
    def is_heavy(self) -> bool:
        """Whether the sources are enough, few as they may be."""
        return sum(len(source.data) for source in self._sources) >= HEAVY

    def hand_over(self) -> None:
        """Begin to read them, if there are any."""
        if self._sources:
            self._task = self._begun(*self._sources)

    def _begun(self, *sources: Source) -> Pending[list[ReadElsewhere]]:
        from oimpress.publish.normalising import elsewhere  # before processes are forked

        return self.workers.submit(elsewhere, sources, self.profile, self.house)

    def _made_of(self, at: int) -> ReadElsewhere:
        return self._made[at]

    @cached_property
    def _made(self) -> list[ReadElsewhere]:
        """What was made; where processes die of it, of each source by itself, so that only one of them is refused."""
        try:
            return self._task.result() if self._task else []
        except WorkerDied as error:
            return [error] if len(self._sources) == 1 else [self._alone(source) for source in self._sources]

    def _alone(self, source: Source) -> ReadElsewhere:
        try:
            return self._begun(source).result()[0]
        except WorkerDied as error:
            return error
