"""Things that other processes work on: several at once, since to hand each over takes a tenth of reading a source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Generic, TypeVar

from oimpress.publish.workers import Pending, WorkerDied, Workers

T = TypeVar("T")
R = TypeVar("R")
MOST = 8  # things of a handful
HEAVY = 1 << 18  # bytes that are enough for one
TURNS = 4  # how often each task that may be under way comes anew, at least, for all processes to end together


def size_of(things: int, workers: Workers) -> int:
    """How many of so many ``things`` make a handful."""
    return min(max(things // (TURNS * workers.ahead), 1), MOST)


@dataclass
class Handful(Generic[T, R]):
    """Things for one process, which ``hand`` hands over, and what it makes of each: an error too is a result."""

    hand: Callable[[Sequence[T]], Pending[list[R]]]
    _things: list[T] = field(default_factory=list)
    _task: Pending[list[R]] | None = None
    _bytes: int = 0

    def add(self, thing: T, size: int = 0) -> Callable[[], R | WorkerDied]:
        """Take a thing of so many bytes, and give what waits for what is made of it."""
        self._things.append(thing)
        self._bytes += size
        return partial(self._made_of, len(self._things) - 1)

    @property
    def is_heavy(self) -> bool:
        """Whether the things are enough, few as they may be."""
        return self._bytes >= HEAVY

    def hand_over(self) -> None:
        """Have them worked on, if there are any."""
        if self._things:
            self._task = self.hand(self._things)

    def _made_of(self, at: int) -> R | WorkerDied:
        return self._made[at]

    @cached_property
    def _made(self) -> Sequence[R | WorkerDied]:
        """What was made; where processes die of it, of each thing by itself, so that only one of them is refused."""
        try:
            return self._task.result() if self._task else ()
        except WorkerDied as error:
            return [error] if len(self._things) == 1 else [self._alone(thing) for thing in self._things]

    def _alone(self, thing: T) -> R | WorkerDied:
        try:
            (made,) = self.hand([thing]).result()
        except WorkerDied as error:
            return error
        return made
