"""Ways of handing a mail over: a folder of files, a maildir, SMTP, a sendmail program, those of other packages.

Folders take a mail once however often it is handed over. SMTP and sendmail cannot promise that: when an answer is lost
the mail goes again, under the same Message-ID.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, cast, runtime_checkable

from oimpress.digest.parcels import Outcome, Parcel
from oimpress.digest.smtp import Smtp
from oimpress.digest.storing import store
from oimpress.errors import MissingDependency, OimpressError
from oimpress.plugins import plugged
from oimpress.records import record

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["EmlFolder", "Maildir", "Sendmail", "Smtp", "Transport", "transport_of"]
TEMPORARY = 75  # EX_TEMPFAIL of sysexits.h


@runtime_checkable
class Transport(Protocol):
    """A way of handing mails over. It raises nothing: what goes wrong is an Outcome."""

    takes_once: ClassVar[bool]  # whether a mail that is handed over again is taken once
    by_recipient: ClassVar[bool]  # whether it wants a parcel for each recipient, or one without

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        """Hand ``parcel`` over; ``root`` is the folder of the settings, from which paths in them count."""


def transport_of(entry: EntryPoint, options: Mapping[str, str]) -> Transport:
    """What another package's ``entry`` makes of ``options``. Raises MissingDependency for what is no transport."""
    make = plugged(entry)
    try:
        made = cast(Callable[[Mapping[str, str]], object], make)(options)
    except OimpressError:
        raise
    except Exception as error:
        made = f"{type(error).__name__}: {error}"
    if isinstance(made, Transport):
        return made
    raise MissingDependency(
        "{name}: {target} makes no transport of these options ({found}); look into the manual of its package",
        name=entry.name,
        target=entry.value,
        found=made,
    )


@record
class EmlFolder:
    """A folder of ``.eml`` files."""

    takes_once: ClassVar[bool] = True
    by_recipient: ClassVar[bool] = False

    path: str

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        target = root / self.path / f"{parcel.name}.eml"
        return _placed(target, parcel.content)


@record
class Maildir:
    """A maildir; lines end with LF there, as its readers expect. One that was read meanwhile has flags in its name."""

    takes_once: ClassVar[bool] = True
    by_recipient: ClassVar[bool] = False

    path: str

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        folder = root / self.path
        try:
            for name in ("cur", "new", "tmp"):
                (folder / name).mkdir(parents=True, exist_ok=True)
            read = [path for path in (folder / "cur").iterdir() if path.name.partition(":")[0] == parcel.name]
        except OSError as error:
            return _unwritten(folder, error)
        content = parcel.content.replace(b"\r\n", b"\n")
        return _placed(folder / "new" / parcel.name, content, folder / "tmp" / parcel.name, *read)


@record
class Sendmail:
    """A program that takes a mail on its standard input; the recipient is its last argument."""

    takes_once: ClassVar[bool] = False
    by_recipient: ClassVar[bool] = True

    command: tuple[str, ...]
    timeout: int = 120

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        call = [*self.command, "-f", parcel.sender, "--", parcel.recipient]
        content = parcel.content.replace(b"\r\n", b"\n")
        try:
            done = subprocess.run(call, input=content, capture_output=True, timeout=self.timeout, check=False)
        except subprocess.TimeoutExpired as error:
            said = " ".join((error.stderr or b"").decode("utf-8", "replace").split())
            words = f"{self.command[0]}: no end within {error.timeout:g} seconds"
            return Outcome("lost", " ".join(filter(None, (words, said, _hindrance()))))
        except OSError as error:
            return Outcome("deferred", f"{self.command[0]}: {error.strerror or error}", of_all=True)
        words = f"{self.command[0]}: exit {done.returncode} {done.stderr.decode('utf-8', 'replace').strip()}".strip()
        if done.returncode < 0:  # ended by a signal, before or after it took the mail
            return Outcome("lost", words)
        states: dict[int, Outcome] = {0: Outcome("done", words), TEMPORARY: Outcome("deferred", words)}
        return states.get(done.returncode, Outcome("refused", words))


def _hindrance() -> str:
    """Why a program may be unable to take a mail, where the system can tell."""
    try:
        bound = "NoNewPrivs:\t1" in Path("/proc/self/status").read_text("utf-8", "replace")
    except OSError:
        return ""
    return "(NoNewPrivileges is set, and Postfix's postdrop cannot work under it: see docs/digest.md)" if bound else ""


def _placed(target: Path, content: bytes, through: Path | None = None, *read: Path) -> Outcome:
    """The mail at ``target``, unless it is there already, or at one of ``read``; what else is there is left alone."""
    try:
        there = tuple(_there((target, *read)))
        if content in there:
            return Outcome("done", "was there already")
        if there:
            return Outcome("refused", f"{target}: another mail has this name; move it away, then run send --retry")
        store(target, content, through)
    except OSError as error:
        return _unwritten(target, error)
    return Outcome("done", str(target))


def _there(places: tuple[Path, ...]) -> Iterator[bytes | None]:
    """What stands at each of the places that are taken; None for what is no file."""
    for path in places:
        if path.is_file():
            yield path.read_bytes()
        elif path.is_symlink() or path.exists():
            yield None


def _unwritten(path: Path, error: OSError) -> Outcome:
    return Outcome("deferred", f"{path}: {error.strerror or error}")
