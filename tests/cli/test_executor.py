"""Work that is handed to a cluster, as commands show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from oimpress.publish.means import MANY_SOURCES
from tests.cli.running import Command
from tests.publish.clusters import free_port
from tests.publish.test_cache import a_source


def test_a_scheduler_that_is_not_there_is_told(
    oimpress: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oimpress.publish.cluster.REACHED", 1)
    for number in range(MANY_SOURCES):
        a_source(folder / "sources", f"Niamey {number}")
    nobody = f"dask://127.0.0.1:{free_port()}"
    ran = oimpress("normalise", "sources", "--executor", nobody)
    assert ran.code == 69
    assert ran.err.splitlines()[-1] == f"{nobody}: no scheduler answers there; start one with: dask scheduler"


def test_an_executor_that_is_none_is_refused(oimpress: Command, folder: Path) -> None:
    a_source(folder / "sources", "Agadez")
    ran = oimpress("check", "sources", "--executor", "slurm")
    assert ran.code == 2
    assert ran.err == "slurm: no such executor; write dask://HOST:PORT, as the scheduler says it\n"


def test_few_sources_are_read_here(oimpress: Command, folder: Path) -> None:
    a_source(folder / "sources", "Agadez")
    assert oimpress("normalise", "sources", "--executor", f"dask://127.0.0.1:{free_port()}").code == 0
