"""The cache, the plan and the processes, as commands show them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from oimpress.cli import working
from tests.cli.running import Command
from tests.publish.test_cache import a_source, everything

CACHE = Path(".oimpress") / "cache"


@pytest.fixture
def sources(folder: Path) -> Path:
    for place in ("Agadez", "Diffa"):
        a_source(folder / "sources", place)
    return folder / "sources"


def test_a_few_sources_begin_no_cache(oimpress: Command, sources: Path) -> None:
    assert oimpress("check", sources).code == 0
    assert not CACHE.exists()


def test_many_sources_begin_one_and_few_go_on_with_it(
    oimpress: Command, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "MANY", 2)
    assert oimpress("normalise", sources, "-o", "one").code == 0
    assert oimpress("cache", "status").out == ".oimpress/cache: 2 entries, 0.0 MB\n"
    monkeypatch.setattr(working, "MANY", 10)
    assert oimpress("build", sources, "-f", "html", "-o", "two").code == 0
    assert oimpress("cache", "status").out.startswith(".oimpress/cache: 3 entries")
    assert oimpress("cache", "clear").out.startswith(".oimpress/cache: 3 entries removed")
    assert oimpress("cache", "status").out.startswith(".oimpress/cache: 0 entries")


def test_a_cache_lies_where_the_user_says_and_can_be_left_out(oimpress: Command, sources: Path) -> None:
    assert oimpress("build", sources, "-f", "text", "--cache", "kept", "--no-cache", "-o", "one").code == 0
    assert not Path("kept").exists()
    assert oimpress("build", sources, "-f", "text", "--cache", "kept", "-o", "two").code == 0
    assert oimpress("cache", "status", "--cache", "kept").out == "kept: 4 entries, 0.0 MB\n"
    assert everything(Path("one")) == everything(Path("two"))


def test_the_same_notices_stand_on_the_same_lines(oimpress: Command, sources: Path) -> None:
    with (sources / "Diffa.txt").open("a") as stream:
        stream.write('Un mot "avec un guillemet de trop dans la phrase.\n')
    answers = [oimpress("check", sources, "--json", "--cache", "kept") for _ in range(2)]
    plain = oimpress("check", sources, "--json")
    assert answers == [plain, plain]
    assert json.loads(plain.out)["notices"]


def test_a_cache_that_cannot_be_written_is_told(oimpress: Command, sources: Path) -> None:
    Path("kept").write_text("no folder")
    ran = oimpress("normalise", sources, "-o", "one", "--cache", "kept")
    assert ran.code == 0
    assert "kept: what was made cannot be kept there (" in ran.err


def test_the_plan_is_printed_and_nothing_done(oimpress: Command, sources: Path) -> None:
    plan = "build", sources, "-f", "html", "-o", "one", "--cache", "kept", "--dry-run"
    before = oimpress(*plan)
    assert before.out.splitlines()[-1] == "to do  html  one"
    assert before.err == "3 steps to do, 0 kept\n"
    assert not Path("one").exists()
    oimpress(*plan[:-1])
    after = oimpress(*plan)
    assert after.out.splitlines()[-1] == "kept  html  one/dossier-de-presse.html"
    assert after.err == "0 steps to do, 3 kept\n"
    assert oimpress("normalise", sources, "--cache", "kept", "--dry-run").err == "0 steps to do, 2 kept\n"


@pytest.mark.slow
def test_ctrl_c_ends_every_process_at_once(folder: Path) -> None:
    for number in range(400):
        a_source(folder / "sources", f"Niamey {number}")
    wakened = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a background job ignores it
    program = f"{wakened}; from oimpress.cli import main; main()"
    command = [sys.executable, "-c", program, "normalise", "sources", "-j", "2"]
    running = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, start_new_session=True)
    while not list(folder.glob("build/*.xml")):
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said.decode().splitlines()[-1]) == (130, "interrupted; what was written is whole")
    with pytest.raises(ProcessLookupError):  # nobody is left of its group
        os.killpg(running.pid, 0)
