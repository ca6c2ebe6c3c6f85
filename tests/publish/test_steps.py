"""A kit in steps: each is done once, wherever it is done, and what is made of them is the same."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

import pytest

from oimpress.publish.build import Options, build_editions, normalise_files
from oimpress.publish.cache import Cache
from oimpress.publish.means import Means
from oimpress.publish.planning import reading_steps, writing_steps
from oimpress.publish.report import Report
from oimpress.sources import discover
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.pdf.layouts import ReleaseLayout
from tests.publish.test_cache import a_source, everything, folder  # noqa: F401 - a fixture

PROGRAM = [sys.executable, "-c", "from oimpress.cli import main; main()"]


def kit(folder: Path, cache: Cache | None = None, jobs: int = 1, **settings: object) -> bytes:  # noqa: F811
    """The press kit of the sources in ``folder``."""
    report, means, form = Report(), Means(cache, jobs), replace(find("pdf"), many=2)
    style = load_style("oim").with_settings(**settings)
    build_editions(
        list(discover([folder / "sources"])), [form], folder / "out", style, Options(force=True), report, means=means
    )
    means.stop()
    assert not report.failures
    return (folder / "out" / "dossier-de-presse.pdf").read_bytes()


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The releases that are laid out from now on."""
    seen: list[str] = []
    lay = ReleaseLayout.__call__

    def spied(step: ReleaseLayout) -> bytes:
        seen.append(step.id)
        return lay(step)

    monkeypatch.setattr(ReleaseLayout, "__call__", spied)
    return seen


def test_only_the_release_that_changed_is_laid_out(folder: Path, laid_out: list[str]) -> None:  # noqa: F811
    cache = Cache(folder / "cache")
    first = kit(folder, cache)
    assert len(laid_out) == 3
    laid_out.clear()
    changed = a_source(folder / "sources", "Diffa")
    changed.write_text(changed.read_text() + "Une phrase de plus.\n")
    then = kit(folder, cache)
    assert len(laid_out) == 1
    assert then != first
    for entry in (each for each in cache.folder.rglob("*") if each.is_file()):
        entry.write_bytes(entry.read_bytes()[:-9] + b"elsewhere")
    assert kit(folder, cache, jobs=2) == then


def test_what_cannot_be_made_in_steps_is_made_as_a_whole(folder: Path, laid_out: list[str]) -> None:  # noqa: F811
    assert kit(folder, run_on=True).startswith(b"%PDF-")
    assert laid_out == []


def test_a_plan_names_the_steps_of_a_kit_as_far_as_they_are_known(folder: Path) -> None:  # noqa: F811
    cache, options, style = Cache(folder / "cache"), Options(), load_style("oim")

    def plan() -> list[tuple[str, bool]]:
        read = [each for _, parts in reading_steps(discover([folder / "sources"]), options, cache) for each in parts]
        form = replace(find("pdf"), many=2)
        steps = writing_steps(read, [form], folder / "out", style, options, cache)
        return [(step.place.rpartition("/")[2].partition(".pdf")[2], step.kept) for step in steps]

    kit(folder, cache)
    assert plan() == [("", True)]
    changed = a_source(folder / "sources", "Diffa")
    changed.write_text(changed.read_text() + "Une phrase de plus.\n")
    normalise_files(list(discover([folder / "sources"])), folder / "xml", "press-fr", Report(), means=Means(cache))
    assert sorted(kept for _, kept in plan()) == [False, False, True, True]  # the kit, one of its three releases
    kit(folder, cache)
    style = style.with_settings(colophon=True)
    assert [called for called, _ in plan()] == [*plan_of_releases(folder), ""]


def plan_of_releases(folder: Path) -> list[str]:  # noqa: F811
    """What a plan calls the steps of releases."""
    return [f": {path.stem}" for path in sorted((folder / "xml").glob("*.xml"))]


def begun(folder: Path, *more: str) -> subprocess.Popen[bytes]:  # noqa: F811
    """A build of the sources in ``folder`` that is under way."""
    command = [*PROGRAM, "build", "sources", "-o", "out", "--cache", "cache", *more]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def entries(folder: Path) -> dict[Path, int]:  # noqa: F811
    """The whole entries of a cache, and what tells whether one was written anew."""
    found = (each for each in folder.glob("cache/??/*") if not each.name.startswith("new-"))
    return {each: each.stat().st_ino for each in found}


FORMATS = ("-f", "html", "-f", "text")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(16):
        a_source(tmp_path / "sources", f"Agadez {number}")
    return tmp_path


def test_two_builds_at_once_in_one_folder_make_what_one_makes(many: Path) -> None:
    assert [each.wait() for each in (begun(many, *FORMATS), begun(many, *FORMATS))] == [0, 0]
    assert begun(many, *FORMATS, "--no-cache", "--output", "alone").wait() == 0
    both, one = everything(many / "out"), everything(many / "alone")
    lists = [set(files.pop(".oimpress-written").splitlines()) for files in (both, one)]
    assert both == one
    assert lists[0] == lists[1]


def outputs(folder: Path) -> dict[str, bytes]:  # noqa: F811
    """What builds made, and nothing that they work with."""
    return {path.name: path.read_bytes() for path in folder.glob("out/[!.]*")}


class BuildUnderWay(Protocol):
    """What can be asked of a build in another process."""

    def poll(self) -> int | None: ...
    def wait(self) -> int: ...
    def kill(self) -> None: ...


def resumed(many: Path, begin: Callable[[], BuildUnderWay], stop: Callable[[], bool]) -> Iterator[str]:
    """What is wrong after a build in ``many`` was killed when ``stop`` said so, and begun again."""
    build = begin()
    while build.poll() is None and not stop():
        time.sleep(0.002)
    build.kill()
    build.wait()
    there, before = outputs(many), entries(many)
    if begin().wait():
        yield "the second build failed"
    then, after = outputs(many), entries(many)
    yield from (f"{name} was not whole" for name in there if there[name] != then.get(name))
    yield from (f"{each} was made twice" for each, mark in before.items() if after[each] != mark)


def test_a_build_that_is_killed_loses_nothing(many: Path) -> None:
    assert list(resumed(many, partial(begun, many, *FORMATS), lambda: len(entries(many)) > 4)) == []
    assert len(entries(many)) == 16 + 16 + 1  # sources, texts, the kit


@pytest.mark.campaign
def test_a_build_of_a_kit_killed_at_any_moment_loses_nothing(many: Path) -> None:
    for number in range(16, 40):
        a_source(many / "sources", f"Agadez {number}")
    for turn in range(40):
        ends = time.monotonic() + turn / 4
        begin = partial(begun, many, "-f", "pdf", "--jobs", "2")
        assert list(resumed(many, begin, lambda ends=ends: time.monotonic() > ends)) == []  # type: ignore[misc]
        for each in list(entries(many))[turn % 3 :: 3]:
            each.unlink()
        (many / "out" / "dossier-de-presse.pdf").unlink()


@pytest.mark.campaign
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_build_that_is_killed_200_times_loses_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.publish.killing", str(tmp_path), "220"]
    *found, killed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert found == []
    assert int(killed) >= 200
