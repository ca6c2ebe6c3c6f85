"""Stops a piece of work at each of its steps on the disk in turn: by a kill, or by an error of the disk.

A program of its own, so that it can fork: ``python -m tests.publish.stopping MODE WORK``, the mode kill, error or full.
It prints what it found wrong and last how many steps there were.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from oimpress.publish.build import Options, build_editions, normalise_files
from oimpress.publish.files import STAGE, make_folder, store_together
from oimpress.publish.report import Report
from oimpress.style import load_style
from oimpress.writers import find

STEPS = ("open", "os.rename", "os.link", "os.remove", "os.rmdir", "os.mkdir", "os.truncate")
TEXT = "Un centre ouvre à {place}\nNiger - Un centre de transit a ouvert ses portes à {place} cette semaine.\n"
Work = Callable[[Path, str], None]  # in a folder, in a version


def pair(folder: Path, word: str) -> None:
    """Two files that belong together."""
    make_folder(folder)
    store_together((folder / "a.xml", f"{word} xml".encode()), (folder / "a.trail.json", f"{word} trail".encode()))


def sources(folder: Path, word: str) -> list[Path]:
    """Two sources of the same titles in either version."""
    place = folder.parent / "sources"
    place.mkdir(exist_ok=True)
    for name in ("Agadez", "Diffa"):
        text = TEXT.format(place=name) + f"Une phrase de la version {word}.\n"
        (place / f"{name}.txt").write_text(text)
    return sorted(place.iterdir())


def normalised(folder: Path, word: str) -> None:
    normalise_files(sources(folder, word), folder, "press-fr", Report())


def built(folder: Path, word: str) -> None:
    found = [find("xml"), find("text")]
    build_editions(sources(folder, word), found, folder, load_style("oim"), Options(), Report())


WORKS: dict[str, Work] = {"pair": pair, "normalise": normalised, "build": built}


def stopped(mode: str, at: int, folder: Path, work: Callable[[Path], None]) -> bool:
    """Do ``work`` in a child and stop it at its step ``at`` in ``folder``; whether it came that far."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 1
    count = 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        relative = event in ("os.remove", "os.rmdir") and args[-1] != -1  # to an open folder, as rmtree removes
        if event not in STEPS or not (relative or str(args[0]).startswith(str(folder))):
            return
        count += 1
        if count == at and mode == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if count == at:
            raise OSError(errno.EIO, "Input/output error", str(args[0]))

    def write_bytes(path: Path, data: bytes) -> int:
        nonlocal count
        count += 1
        if count < at:
            return written(path, data)
        written(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    if mode == "full":
        written, Path.write_bytes = Path.write_bytes, write_bytes  # type: ignore[assignment,method-assign]
    else:
        sys.addaudithook(hook)
    with suppress(Exception):
        work(folder)
    os._exit(int(count >= at))


def faults(mode: str, name: str) -> Iterator[str]:
    """What is wrong after a stop at any step, and after the next run has begun."""
    at, more = 0, True
    with tempfile.TemporaryDirectory() as place:
        outsets = [outset(Path(place).resolve() / version, WORKS[name], version) for version in ("new", "old")]
        while more:
            at += 1
            told, more = once_stopped(mode, at, WORKS[name], *outsets[at % 2])
            yield from (f"{mode} at {at}{fault}" for fault in told)
            shutil.rmtree(Path(place) / "out", ignore_errors=True)
    print(at - 1)


def outset(place: Path, work: Work, version: str) -> tuple[Path, dict[str, bytes]]:
    """A folder from which a run begins, empty or with what an ``old`` run made, and what a whole run makes of it."""
    place.mkdir()
    begun, whole = place / "begun", place / "whole"
    begun.mkdir()
    if version == "old":
        work(begun, "old")
        shutil.copytree(begun, whole)
    work(whole, "new")
    return begun, contents(whole)


def once_stopped(mode: str, at: int, work: Work, begun: Path, after: dict[str, bytes]) -> tuple[list[str], bool]:
    """What is wrong after one stop and after the next run, and whether there was a step to stop at."""
    folder, before = begun.parents[1] / "out", contents(begun)
    if before:
        shutil.copytree(begun, folder)
    more = stopped(mode, at, folder, lambda one: work(one, "new"))
    if folder.exists():
        make_folder(folder)
    told = [f": {fault}" for fault in wrong(contents(folder), before, after)]
    work(folder, "new")
    return [*told, *(f", and again: {fault}" for fault in wrong(contents(folder), after, after))], more


def contents(folder: Path) -> dict[str, bytes]:
    """The files in ``folder`` by their names, ours that should not be there among them."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def wrong(found: dict[str, bytes], before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    yield from (f"{name} was left" for name in found if name.startswith(STAGE) and os.sep in name)
    for stem in {name.partition(".")[0] for name in (*before, *after)}:
        names = (f"{stem}.xml", f"{stem}.trail.json")
        now, old, new = (tuple(files.get(name) for name in names) for files in (found, before, after))
        if now not in (old, new):
            yield f"{stem}: neither as it was nor as it should be"


if __name__ == "__main__":
    for line in faults(*sys.argv[1:]):
        print(line)
