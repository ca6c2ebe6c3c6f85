"""Several publications in one file, questions that init asks, and builds that follow what changes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from oimpress.cli import init
from oimpress.cli.watching import Watched, watch
from oimpress.errors import UsageError
from oimpress.settings import read_config
from tests.cli.running import Command

RELEASE = "L’OIM ouvre un centre à {place}\n\nNiamey, 3 mars 2026 - Un centre a ouvert ses portes à {place}.\n"
SETTINGS = """\
sources = ["."]
formats = ["text"]
output = "build"

[edition]
title = "Tout"

[publications.all]
each = true

[publications.mali]
sources = ["mali"]
formats = ["html"]
title = "Le Mali"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with two countries and two publications."""
    for place in ("mali", "niger"):
        (tmp_path / place).mkdir()
        (tmp_path / place / f"{place}.txt").write_text(RELEASE.format(place=place.capitalize()), "utf-8")
    (tmp_path / "oimpress.toml").write_text(SETTINGS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def oimpress(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(monkeypatch, capsys)


def made(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder / "build")) for path in (folder / "build").rglob("[!.]*.*"))


def test_all_of_them_are_made_each_in_its_folder(folder: Path, oimpress: Command) -> None:
    assert oimpress("build").code == 0
    assert {path.split("/")[0] for path in made(folder)} == {"all", "mali"}
    page = next((folder / "build" / "mali").glob("*.html")).read_text("utf-8")
    assert "à Mali" in page
    assert "à Niger" not in page


def test_one_may_be_named_and_the_command_line_goes_over_it(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "--publication", "mali", "--format", "text", "-o", "out").code == 0
    assert [path.suffix for path in (folder / "out").glob("[!.]*")] == [".txt"]
    assert not (folder / "build").exists()
    refused = oimpress("build", "--publication", "mail")
    assert (refused.code, "choose among all, mali" in refused.err) == (2, True)


def test_several_in_a_folder_that_is_named_have_each_their_own(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "--output", "out").code == 0
    assert {path.name for path in (folder / "out").glob("[!.]*")} == {"all", "mali"}


def test_sources_that_are_named_make_one_publication(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "niger").code == 0
    assert {path.split("/")[-1] for path in made(folder)} == set(made(folder))


def test_the_plan_says_all_of_them_and_makes_nothing(folder: Path, oimpress: Command) -> None:
    said = oimpress("build", "--dry-run")
    assert (said.code, "html" in said.out, "text" in said.out) == (0, True, True)
    assert not (folder / "build").exists()


def test_what_one_says_goes_over_the_rest(folder: Path) -> None:
    config = read_config(folder / "oimpress.toml")
    mali, everything = config.publication("mali"), config.publication("all")
    assert (mali.edition.title, mali.output, mali.formats, mali.each) == ("Le Mali", "build/mali", ("html",), False)
    assert (everything.edition.title, everything.sources, everything.each) == ("Tout", (".",), True)


# -- init -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [("--yes",), ()])
def test_init_asks_nothing_where_nobody_answers(
    arguments: tuple[str, ...], folder: Path, oimpress: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "oimpress.toml").unlink()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: bool(arguments), raising=False)
    assert oimpress("init", *arguments).code == 0
    assert read_config(folder / "oimpress.toml").formats == ("pdf",)


def test_init_asks_four_questions(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "oimpress.toml").unlink()
    answers = iter(["Musée de Brumal ", 'Dossier « Sahel » "1"', "pdf, docs", "pdf docx", "es"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: next(answers))
    assert init.init.main([], standalone_mode=False) is None
    config = read_config(folder / "oimpress.toml")
    assert (config.edition.title, config.formats, config.lang) == ('Dossier « Sahel » "1"', ("pdf", "docx"), "es")
    assert (config.office.name, list(answers)) == ("Musée de Brumal", [])


# -- watch ------------------------------------------------------------------------------------------------------------


def test_what_counts_and_what_does_not(folder: Path) -> None:
    seen = Watched(
        frozenset({folder, folder.parent / "other" / "a.txt"}), folder / "oimpress.toml", frozenset({folder / "build"})
    )
    counted = ("mali/mali.txt", "mali/mali.toml", "oimpress.toml", "../other/a.txt", "../other/a.toml")
    left = ("build/x.pdf", ".oimpress/cache/1", "mali/.#mali.txt", "../other/b.txt")
    assert [each for each in counted if not seen.counts((folder / each).resolve())] == []
    assert [each for each in left if seen.counts((folder / each).resolve())] == []


def test_a_refusal_is_told_and_waiting_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = Watched(frozenset({folder}), folder / "oimpress.toml", frozenset())
    runs: list[int] = []

    def work() -> int:
        runs.append(1)
        if len(runs) == 2:
            raise UsageError("a mistake")
        return 0

    monkeypatch.setattr("watchfiles.watch", lambda *_paths, **_how: iter([{1}, {2}]))
    watch(work, lambda: seen)
    assert len(runs) == 3
    assert "a mistake" in capsys.readouterr().err


def test_standard_input_cannot_be_watched(folder: Path, oimpress: Command) -> None:
    refused = oimpress("build", "--watch", "-")
    assert (refused.code, "name files or folders to watch" in refused.err) == (2, True)


@pytest.mark.slow
def test_a_change_is_built_and_ctrl_c_ends_it(folder: Path) -> None:
    wakened = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a background job ignores it
    program = f"{wakened}; from oimpress.cli import main; main()"
    command = [sys.executable, "-c", program, "build", "--watch", "-f", "text"]
    made = folder / "build" / "mali"
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stderr
            while "Ctrl-C" not in running.stderr.readline():
                assert running.poll() is None
            for _ in range(30):  # the watcher begins to look a moment after it says so
                (folder / "mali" / "mali.txt").write_text(RELEASE.format(place="Gao"), "utf-8")
                time.sleep(2)
                if any("Gao" in path.read_text("utf-8") for path in made.glob("[!.]*.txt")):
                    break
            else:
                pytest.fail("nothing was made of the change")
            running.send_signal(signal.SIGINT)
            said = running.communicate(timeout=60)[1]
        finally:
            running.kill()
    assert running.returncode in (0, 130)  # while it waits, or in the midst of a build
    assert "Traceback" not in said
