"""What a run hands its steps to: processes of its own, or those of a cluster."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Protocol, TypeAlias, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Loading: TypeAlias = Callable[[], object]  # a function of a module, which loads what works need
AHEAD = 4  # tasks for each process that are under way or wait for their turn
MANY_OBJECTS = 50_000  # between two looks for garbage: a page is made of many small things


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class WorkerDied(Exception):
    """Processes ended without a word, time and again, over the same task."""


class Pending(Protocol[T_co]):
    """Work that was handed in."""

    def result(self) -> T_co:
        """What came of it. Raises what it raised, and WorkerDied where every process dies of it."""
        ...


class Workers(Protocol):
    """Whoever does the work. A task may be begun several times; its result is given once.

    ``here`` says that they work on this machine and can read what its processes have open.
    """

    here: bool

    @property
    def ahead(self) -> int:
        """How many tasks should be handed in before the first result is asked for."""
        ...

    def submit(self, work: Callable[..., T], *given: object) -> Pending[T]:
        """Have ``work``, a function of a module, done with ``given``."""
        ...

    def expect(self, *loads: Loading) -> None:
        """What ``renew`` will be told when the next tasks are done."""

    def renew(self, *loads: Loading) -> None:
        """Have the processes that begin from now on know what ``loads`` load."""

    def stop(self) -> None:
        """Leave at once what is not done."""
