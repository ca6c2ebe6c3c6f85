"""Files that appear whole or not at all; those that belong together, such as a release and its trail, all or none.

No file system replaces two files at once. What is new is therefore written into a folder of ours beside its place, with
a second name for each file that it replaces and a list of them all. While that list stands, nothing is decided: whoever
finds it puts everything back as it was, this run after an error, the next one after a kill. Taking the list away is the
one step that decides. A run holds a lock in its folder, which the system lets go of when the run dies, however it dies;
so the next run tells what was abandoned from what another run works on.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePath
from tempfile import mkdtemp
from typing import BinaryIO

from oimpress.errors import WriteError
from oimpress.spool import HELD, Content

STAGE = ".oimpress-"  # the beginning of the folder's name
LOCK, LIST = "lock", "replaced"
_LOCKS: set[BinaryIO] = set()  # that this process holds


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it, and clear what killed runs left in it. Raises WriteError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(
            "{path}: cannot make this folder ({reason}); choose another with --output",
            path=folder,
            reason=error.strerror,
        ) from None
    _clear(folder)


def store(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` in one step, or leave what is there. Raises WriteError."""
    store_together((path, data))


def store_together(*files: tuple[Path, bytes | Content]) -> None:
    """Put each of ``files`` (path, bytes) in its place, or leave all as they were. Raises WriteError.

    They lie in the folder of the first one or below it.
    """
    with closing(Stage(files[0][0].parent)) as stage:
        stage.store(*files)


class Stage:
    """A folder of ours in ``folder``, where what is new lies until it takes its place there or below.

    It is made with the first files and stays until it is closed: a run of any length makes one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: tuple[Path, BinaryIO] | None = None  # itself, and its lock

    def store(self, *files: tuple[Path, bytes | Content]) -> None:
        """Put each of ``files`` (path, bytes) in its place, or leave all as they were. Raises WriteError."""
        current, kept = files[0][0], list[bool]()
        try:
            with self._all_or_none() as stage:
                for number, (current, data) in enumerate(files):  # noqa: B007 - the refusal names it
                    _write(stage / f"new-{number}", data)
                for number, (current, _) in enumerate(files if files[1:] else ()):
                    kept.append(_keep(current, stage / f"old-{number}"))
                if kept:
                    _list(stage, zip((path for path, _ in files), kept, strict=True))
                for number, (current, _) in enumerate(files):
                    os.replace(stage / f"new-{number}", current)
                if kept:
                    os.unlink(stage / LIST)
                for number in (number for number, stood in enumerate(kept) if stood):
                    os.unlink(stage / f"old-{number}")
        except OSError as error:
            raise WriteError(
                "{path}: cannot be written ({reason}); make room there, or choose another folder with --output",
                path=current,
                reason=error.strerror,
            ) from None

    def close(self) -> None:
        """Take the folder away; where files were on their way, all is as it was before them."""
        if not self._held:
            return
        (stage, lock), self._held = self._held, None
        with lock:
            _put_back(stage)
            _remove(stage)
        _LOCKS.discard(lock)
        _remove(stage)  # where an open file cannot be removed, its folder stayed

    @contextmanager
    def _all_or_none(self) -> Iterator[Path]:
        """The folder; whatever goes wrong in it, nothing was done."""
        if not self._held:
            self._held = _opened(self._folder)
            _LOCKS.add(self._held[1])
        try:
            yield self._held[0]
        except BaseException:
            self.close()
            raise


def _write(path: Path, data: bytes | Content) -> None:
    if isinstance(data, bytes) or data.size <= HELD:
        path.write_bytes(data if isinstance(data, bytes) else data.read())
        return
    with path.open("wb") as stream:
        stream.writelines(data.blocks())


def _keep(path: Path, second: Path) -> bool:
    """Give what stands at ``path`` a second name; where the disk knows none, a copy. Whether something stands there."""
    try:
        os.link(path, second)
    except FileNotFoundError:
        return False
    except OSError:
        shutil.copyfile(path, second)
    return True


def _list(stage: Path, files: Iterable[tuple[Path, bool]]) -> None:
    """Write down what is about to be replaced: each name, and whether a file stands there."""
    folder = os.path.dirname(stage)
    rows = [(_within(folder, path), stood) for path, stood in files]
    (stage / "list").write_text(json.dumps(rows))
    os.replace(stage / "list", stage / LIST)


def _within(folder: str, path: Path) -> str:
    """The name of a file as told from ``folder``."""
    above, name = os.path.split(path)
    return name if above == folder else os.path.relpath(path, folder)


def _put_back(stage: Path) -> None:
    """While the list stands: let what was there before stand in its place again, and nothing where nothing was."""
    if not (stage / LIST).exists():
        return
    for number, (name, stood) in enumerate(json.loads((stage / LIST).read_text())):
        old, path = stage / f"old-{number}", stage.parent / name
        if ".." in PurePath(name).parts or path == Path(name):
            continue  # no list of ours leads out of its folder
        if old.exists():
            os.replace(old, path)
        elif not stood:
            path.unlink(missing_ok=True)
    (stage / LIST).unlink()


def _let_go() -> None:
    """In a new process: leave the locks to the one it came from, with which they end."""
    while _LOCKS:
        _LOCKS.pop().close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def _opened(folder: Path) -> tuple[Path, BinaryIO]:
    """The new folder, and its lock, held."""
    while True:
        stage = Path(mkdtemp(prefix=STAGE, dir=folder))
        with suppress(FileNotFoundError):  # a run that began just now took the folder for abandoned
            lock = (stage / LOCK).open("xb")
            with suppress(OSError):
                _hold(lock)
            if (stage / LOCK).exists():
                return stage, lock
            lock.close()


def _clear(folder: Path) -> None:
    """Undo what killed runs left half done in ``folder`` and remove their files; runs that live are left alone."""
    for stage in folder.glob(f"{STAGE}*"):
        with suppress(OSError):
            stage.rmdir()  # killed before it held anything
        with suppress(OSError, ValueError):
            with (stage / LOCK).open("r+b") as lock:
                _hold(lock)
                _put_back(stage)
                _remove(stage)
            _remove(stage)


def _remove(stage: Path) -> None:
    """Remove the folder, its lock last: without one, the next run would not take it for ours."""
    with suppress(OSError):
        for path in stage.iterdir():
            if path.name != LOCK:
                path.unlink()
        (stage / LOCK).unlink()
        stage.rmdir()


def _hold(lock: BinaryIO) -> None:
    """Hold ``lock`` until it is closed. Raises OSError when another run does, or the disk has no locks."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
