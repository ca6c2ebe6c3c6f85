"""Builds that run while somebody watches: how far each is, and what came of it."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from oimpress.errors import OimpressError, defects_told
from oimpress.publish.report import Failure, Report

MOST = 20  # builds that are remembered


@dataclass(slots=True)
class Job:
    """``done`` of ``total`` steps; ``step`` is the one at work."""

    number: int
    total: int
    report: Report = field(default_factory=Report)
    done: int = 0
    step: str = ""
    over: bool = False

    def tick(self, step: str) -> None:
        """The step before is done and ``step`` begins."""
        self.done += bool(self.step)
        self.step = step


class Jobs:
    """Runs one build after the other."""

    def __init__(self) -> None:
        self._known: dict[int, Job] = {}
        self._numbers = itertools.count(1)
        self._turn = threading.Lock()

    def find(self, number: int) -> Job | None:
        return self._known.get(number)

    def start(self, total: int, work: Callable[[Job], None]) -> Job:
        """Run ``work`` in the background on a new job of ``total`` steps."""
        job = Job(next(self._numbers), total)
        self._known[job.number] = job
        self._known.pop(job.number - MOST, None)
        threading.Thread(target=self._run, args=(job, work), name="build", daemon=True).start()
        return job

    def _run(self, job: Job, work: Callable[[Job], None]) -> None:
        with self._turn:
            try:
                with defects_told("build"):
                    work(job)
            except OimpressError as error:
                job.report.note_failure(Failure("", error))
            job.done, job.over = job.total, True
