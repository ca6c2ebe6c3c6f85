"""Work done by several processes, which outlives any of them.

``ProcessPoolExecutor`` gives up everything it was handed when one process dies. Nothing is lost by that: a step can be
done again. What was under way is done once more, each alone in a process of its own; what kills that too is refused.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from oimpress.publish.workers import AHEAD, MANY_OBJECTS, Loading, WorkerDied

T = TypeVar("T")
WATCH = 1.0  # seconds between two looks whether the command still lives
FORGOTTEN = 0.2  # seconds within which the system no longer tells of a thread that has ended


@dataclass(slots=True)
class Task(Generic[T]):
    """Work that was handed to a pool."""

    work: Callable[..., T]
    given: tuple[object, ...]
    future: Future[T]

    def result(self) -> T:
        """What came of it. Raises what it raised, and WorkerDied where its process died twice."""
        try:
            return self.future.result()
        except BrokenProcessPool:
            return _alone(self.work, self.given)


@dataclass(slots=True)
class Pool:
    """``jobs`` processes, begun with the first task; with one job there are none."""

    jobs: int = 1
    here: bool = field(default=True, init=False)
    _loads: tuple[Loading, ...] = field(default=(), init=False)
    _expected: tuple[Loading, ...] = field(default=(), init=False)
    _loading: threading.Thread | None = field(default=None, init=False)
    _executor: ProcessPoolExecutor | None = field(default=None, init=False)

    @property
    def ahead(self) -> int:
        """How many tasks should be handed in before the first result is asked for."""
        return self.jobs * AHEAD if self.jobs > 1 else 0

    def submit(self, work: Callable[..., T], *given: object) -> Task[T]:
        """Have ``work``, a function of a module, done with ``given``."""
        try:
            task = Task(work, given, self._begun().submit(work, *given))
        except BrokenProcessPool:
            self.stop()
            task = Task(work, given, self._begun().submit(work, *given))
        self._load_expected()
        return task

    def expect(self, *loads: Loading) -> None:
        """Load here what later processes are to know, while those of the next tasks work."""
        self._expected = loads

    def renew(self, *loads: Loading) -> None:
        """Have the processes that the next task begins know what ``loads`` load; those there are have nothing to do."""
        self.stop()
        if self._loading:
            self._loading.join()
        self._loads, self._expected = loads, ()

    def stop(self) -> None:
        """End every process at once, whatever it does.

        None may be left over: one that was killed may hold the lock of the queue that another waits at for ever.
        """
        if self._executor:
            for worker in list((self._executor._processes or {}).values()):  # kill_workers() from Python 3.14 on
                with suppress(ValueError, OSError):
                    worker.kill()
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = None

    def _load_expected(self) -> None:
        if self._expected:
            self._loading = threading.Thread(target=_load, args=(self._expected,), daemon=True)
            self._loading.start()
            self._expected = ()

    def _begun(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = _executor(self.jobs, self._loads)
        return self._executor


def _executor(jobs: int, loads: tuple[Loading, ...] = ()) -> ProcessPoolExecutor:
    if way_to_begin() == "fork":  # what is loaded before it is there in every process
        _load(loads)
    context = multiprocessing.get_context(way_to_begin())
    return ProcessPoolExecutor(jobs, context, initializer=_prepare, initargs=(os.getpid(), loads))


def way_to_begin() -> Literal["fork", "spawn"]:
    """How processes are begun: a fork costs a third of a spawn, but would copy locks that other threads hold."""
    return "fork" if sys.platform == "linux" and _is_one_thread() else "spawn"


def _is_one_thread() -> bool:
    """Whether nothing runs here but this; threads of a pool that was stopped are told of for some milliseconds."""
    end = time.monotonic() + FORGOTTEN
    while len(os.listdir("/proc/self/task")) > 1:
        if threading.active_count() > 1 or time.monotonic() > end:
            return False
        time.sleep(0.001)
    return True


def _load(loads: tuple[Loading, ...]) -> None:
    for load in loads:
        with suppress(Exception):  # whoever needs it says so
            load()


def _alone(work: Callable[..., T], given: tuple[object, ...]) -> T:
    """What ``work`` gives in a process that does nothing else. Raises WorkerDied."""
    with _executor(1) as executor:
        try:
            return executor.submit(work, *given).result()
        except BrokenProcessPool:
            raise WorkerDied("a process ended twice over it") from None


def _prepare(parent: int, loads: tuple[Loading, ...]) -> None:
    """Leave Ctrl-C to the command, end when it has ended, and load what the work needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    _load(loads)
    gc.set_threshold(MANY_OBJECTS)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)
