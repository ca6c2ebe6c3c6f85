"""Files that belong together are replaced together or not at all, whatever stops the run; nothing of ours stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from oimpress.errors import WriteError
from oimpress.publish.files import STAGE, Stage, make_folder, store, store_together


def campaign(mode: str, work: str) -> int:
    """The number of steps at which the work was stopped, after which nothing was wrong."""
    command = [sys.executable, "-m", "tests.publish.stopping", mode, work]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    *found, steps = done.stdout.splitlines()
    assert found == []
    return int(steps)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.parametrize("mode", ["kill", "error", "full"])
def test_two_files_stopped_at_every_step(mode: str) -> None:
    assert campaign(mode, "pair") >= (2 if mode == "full" else 15)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.parametrize("mode", ["kill", "error", "full"])
@pytest.mark.parametrize("work", ["normalise", "build"])
def test_a_command_stopped_at_every_step(work: str, mode: str) -> None:
    assert campaign(mode, work) >= (4 if mode == "full" else 25)


def test_a_folder_in_the_place_of_one_leaves_the_other(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("old")
    (tmp_path / "a.trail.json").mkdir()
    with pytest.raises(WriteError, match=r"a\.trail\.json: cannot be written"):
        store_together((tmp_path / "a.xml", b"new"), (tmp_path / "a.trail.json", b"new"))
    assert (tmp_path / "a.xml").read_text() == "old"
    assert list(tmp_path.glob(f"{STAGE}*")) == []


def test_what_a_living_run_works_on_is_left_alone(tmp_path: Path) -> None:
    """A run that stops in the middle of its work, and one that begins meanwhile."""
    begun = (
        "import sys, os; from pathlib import Path; from oimpress.publish import files\n"
        "with files.Stage(Path(sys.argv[1]))._all_or_none() as stage:\n"
        "    (stage / 'new-0').write_text('x'); print(flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", begun, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        running.stdout.readline()
        make_folder(tmp_path)
        assert [path.name for path in tmp_path.glob(f"{STAGE}*/new-0")] == ["new-0"]
        running.kill()
    make_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_what_a_killed_run_worked_on_is_undone_while_its_processes_live(tmp_path: Path) -> None:
    begun = (
        "import sys, os, time; from pathlib import Path; from oimpress.publish import files\n"
        "with files.Stage(Path(sys.argv[1]))._all_or_none() as stage:\n"
        "    (stage / 'new-0').write_text('x'); child = os.fork()\n"
        "    if not child: print(os.getpid(), flush=True)\n"
        "    time.sleep(600)\n"
    )
    command = [sys.executable, "-c", begun, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        assert running.stdout
        child = int(running.stdout.readline())
        running.kill()
    os.kill(child, 0)
    make_folder(tmp_path)
    os.kill(child, signal.SIGKILL)
    assert list(tmp_path.iterdir()) == []


def test_a_stage_is_made_once_and_again_after_an_error(tmp_path: Path) -> None:
    with closing(Stage(tmp_path)) as stage:
        stage.store((tmp_path / "a", b"1"), (tmp_path / "b", b"1"))
        (first,) = tmp_path.glob(f"{STAGE}*")
        assert [path.name for path in first.iterdir()] == ["lock"]
        stage.store((tmp_path / "a", b"2"), (tmp_path / "b", b"2"))
        assert [*tmp_path.glob(f"{STAGE}*")] == [first]
        (tmp_path / "c").mkdir()
        with pytest.raises(WriteError):
            stage.store((tmp_path / "a", b"3"), (tmp_path / "c", b"3"))
        assert [*tmp_path.glob(f"{STAGE}*")] == []
        stage.store((tmp_path / "b", b"4"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == {"a": b"2", "b": b"4"}


def test_folders_that_only_look_like_ours_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / f"{STAGE}notes").mkdir()
    (tmp_path / f"{STAGE}notes" / "mine.txt").write_text("mine")
    (tmp_path / f"{STAGE}file").write_text("mine")
    make_folder(tmp_path)
    store(tmp_path / "a", b"a")
    assert len(list(tmp_path.rglob("*"))) == 4
