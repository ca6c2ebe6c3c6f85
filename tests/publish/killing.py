"""Kills builds while they are under way and begins them again: ``python -m tests.publish.killing FOLDER TURNS``.

A program of its own, so that it can fork: each build is a fork that knows all programs already, and costs no start.
It prints what it found wrong, and last how many builds were killed before their end.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from oimpress.publish.build import Options, build_editions
from oimpress.publish.cache import Cache
from oimpress.publish.means import Means
from oimpress.publish.report import Report
from oimpress.sources import discover
from oimpress.style import load_style
from oimpress.writers import find
from tests.publish.test_cache import a_source
from tests.publish.test_steps import entries, resumed

SOURCES = 16


class ForkedBuild:
    """A build that is under way in a fork of this process."""

    def __init__(self, folder: Path) -> None:
        self.returncode: int | None = None
        self._pid = os.fork()
        if self._pid == 0:
            os._exit(built(folder))

    def poll(self) -> int | None:
        if self.returncode is None:
            ended, status = os.waitpid(self._pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if ended else None
        return self.returncode

    def wait(self) -> int:
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self.returncode

    def kill(self) -> None:
        if self.returncode is None:
            os.kill(self._pid, signal.SIGKILL)


def built(folder: Path) -> int:
    """Build the sources in ``folder``; the exit code."""
    items, report, cache = list(discover([folder / "sources"])), Report(), Cache(folder / "cache")
    forms = [find("html"), find("text")]
    build_editions(items, forms, folder / "out", load_style("oim"), Options(), report, means=Means(cache))
    return report.exit_code


def faults(folder: Path, turns: int) -> Iterator[str]:
    """What is wrong after any of the kills, or after the build that came next."""
    for number in range(SOURCES):
        a_source(folder / "sources", f"Agadez {number}")
    built(folder)  # from here on everything is loaded
    killed = 0
    for turn in range(turns):
        for each in list(entries(folder))[turn % 2 :: 2]:
            each.unlink()
        shutil.rmtree(folder / "out")
        builds: list[ForkedBuild] = []
        yield from resumed(folder, partial(_begun, builds, folder), _at(folder, turn))
        killed += builds[0].returncode == -signal.SIGKILL
    yield str(killed)


def _begun(builds: list[ForkedBuild], folder: Path) -> ForkedBuild:
    builds.append(ForkedBuild(folder))
    return builds[-1]


def _at(folder: Path, turn: int) -> Callable[[], bool]:
    """When to kill the build of this turn: once so many more entries are there."""
    there = len(entries(folder))
    return lambda: len(entries(folder)) > there + turn % SOURCES


if __name__ == "__main__":
    for line in faults(Path(sys.argv[1]), int(sys.argv[2])):
        print(line)
