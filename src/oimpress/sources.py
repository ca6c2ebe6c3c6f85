"""Sources: bytes with a name, and what a sidecar beside them says."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import field
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import BinaryIO, NamedTuple

from oimpress import buckets
from oimpress.buckets import Address
from oimpress.errors import OimpressError, ReadError, Unavailable, UsageError
from oimpress.plugins import EntryGroup, entries
from oimpress.records import record
from oimpress.settings import SETTINGS, Metadata, read_sidecar, sidecar_of
from oimpress.spool import MappedFile
from oimpress.visible import legible
from oimpress.written import TRAIL, ListsAbove, is_listed, made_here, whole

STDIN = "-"
MOST = 200_000_000  # bytes of a source
LONG = 4_000_000  # bytes of a mailbox: a longer one is read from the disk as it goes, whatever its length
MAILBOX = b"From "  # how one begins. Source: RFC 4155
MAILBOXES = ".mbox"  # how the name of one ends
# What is taken from a folder; a file named on its own may have any name.
SUFFIXES = (".txt", ".xml", ".html", ".htm", ".docx", ".eml", ".mbox", ".md", ".markdown", ".rss", ".atom", ".pdf")
# Documents of other kinds, of which releases may be expected.
UNREAD = (".doc", ".docm", ".dot", ".dotx", ".mht", ".msg", ".odt", ".pages", ".rtf")


NOTHING_KNOWN = Metadata()


@record
class Source:
    """``data`` as found, under ``name`` (the last part of its path; never trusted as a path).

    Of a long mailbox ``data`` is the file itself, whose slices are bytes (``MappedFile``).
    The name is kept as it can be shown and written in XML, whatever the disk has. ``folder`` is where files lie that
    the source names, such as pictures; None for bytes without a place. ``covering`` is what a mail says that the source
    is attached to.
    """

    name: str
    data: bytes = field(repr=False)
    metadata: Metadata = NOTHING_KNOWN
    folder: Path | Address | None = None
    covering: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", legible(self.name))

    @property
    def sha256(self) -> str:
        """The hexadecimal digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def load(path: Path | Address) -> Source:
    """The source at ``path`` with its sidecar ``<stem>.toml``. Raises ReadError, or UsageError for a bad sidecar."""
    return _from_bucket(path) if isinstance(path, Address) else _from_disk(path)


def _from_bucket(address: Address) -> Source:
    """An object and the sidecar beside it."""
    try:
        data = _boxed(address) if address.name.lower().endswith(MAILBOXES) else None
        found = buckets.read(address, MOST) if data is None else None
        beside = buckets.read(sidecar) if (sidecar := address.beside(".toml")) != address else None
    except Unavailable:
        raise
    except OimpressError as error:
        raise ReadError(error.message, **error.values) from None
    if data is None and found is None:
        raise ReadError(
            "{path}: no such object, or one of more than {most} MB; no press release is that long",
            path=address,
            most=MOST // 1_000_000,
        )
    said = sidecar_of(beside.data, str(sidecar)) if beside else NOTHING_KNOWN
    return Source(address.name, data or (found.data if found else b""), said, address.folder)


def _boxed(address: Address) -> bytes | None:
    """A mailbox in a bucket, brought into a file that nobody sees, as one on the disk; None for any other object."""
    found = buckets.fetched(address)
    return found if found and len(found) > LONG and found.startswith(MAILBOX) else None


def _from_disk(path: Path) -> Source:
    try:
        size = os.stat(path).st_size
        data = _mailbox(path) if size > LONG else None
        if size > MOST and data is None:
            raise ReadError(
                "{path}: the file has more than {most} MB; no press release is that long",
                path=path,
                most=MOST // 1_000_000,
            )
        data = data or whole(path)
    except OSError as error:
        raise ReadError(
            "{path}: cannot be read ({reason}); check the file and its rights", path=path, reason=error.strerror
        ) from None
    folder, name = os.path.split(path)
    return Source(name, data, _described(folder, name), _folder(folder))


def _mailbox(path: Path) -> bytes | None:
    """A mailbox as it lies on the disk, whose mails are taken from it one by one; None for any other file."""
    if path.suffix.lower() != MAILBOXES:
        return None
    with path.open("rb") as stream:
        found = MappedFile.of(stream)
        return found if found.startswith(MAILBOX) else None


_folder = lru_cache(maxsize=1)(Path)  # many sources lie in one


def _described(folder: str, name: str) -> Metadata:
    """What the sidecar of the source of this ``name`` says."""
    beside = f"{name if name.endswith('.') else os.path.splitext(name)[0]}.toml"
    sidecar = os.path.join(folder, beside)
    if beside in (name, SETTINGS) or not os.path.isfile(sidecar):
        return NOTHING_KNOWN
    return read_sidecar(Path(sidecar))


def discover(names: Iterable[str | Path]) -> Iterator[Path]:
    """The files that ``names`` stand for, folders in the order of their file names, each file once.

    Raises UsageError for a path that is not there or a folder without a source.
    """
    seen: set[Path] = set()
    for name in names:
        for file in files_at(Path(name)):
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield file


def files_at(path: Path, output: Path | None = None) -> list[Path]:
    """The sources that ``path`` stands for, as :func:`names_at` tells them."""
    return list(map(Path, names_at(path, output)))


def names_at(path: Path, output: Path | None = None) -> list[str]:
    """The sources that ``path``, a file or a folder, stands for; what lies in ``output`` is none of a folder above it.

    Nor is what oimpress made, as long as nobody changed it; named on its own, it is one. Of a folder that holds nothing
    else, the canonical XML is taken. Raises UsageError for a path that is not there or a folder without a source.
    """
    if not os.path.isdir(path):
        if os.path.exists(path):  # unlike those of Path, false too for a name that no disk takes
            return [str(path)]
        raise UsageError("{path}: no such file or folder; give the path of a source", path=path)
    made = output.resolve() if output else None
    inside = made is not None and made != path.resolve() and made.is_relative_to(path.resolve())
    lists: ListsAbove = {}
    every = list(_files_below(str(path), endings()))
    if made and inside:
        folders = Folders()
        every = [file for file in every if not Path(folders.real(file)).is_relative_to(made)]
    found = [file for file in every if not made_here(file, path, lists)]
    found = found or [file for file in every if file.endswith(".xml")]
    if every and not found:
        raise UsageError(
            "{path}: nothing in this folder but what oimpress made; name the files that are to be read", path=path
        )
    if not found:
        raise UsageError(
            "{path}: no source in this folder; it should hold files that end in {endings}",
            path=path,
            endings=", ".join(endings()),
        )
    return sorted(found, key=_by_parts)


def _by_parts(path: str) -> list[str]:
    """What puts names in the order of paths: a folder before those whose names go on."""
    return path.split(os.sep)


def _files_below(folder: str, among: Container[str]) -> Iterator[str]:
    """The files in ``folder`` and below that are sources with one of these endings; no folder is looked for by a link.

    Like Path.rglob, without an object or a call to the system for what is passed over.
    """
    with suppress(OSError), os.scandir(folder) as found:
        for each in found:
            if each.is_dir(follow_symlinks=False):
                if not each.name.startswith("."):
                    yield from _files_below(_within(folder, each), among)
            elif _is_source_name(each.name, among) and each.is_file():
                yield _within(folder, each)


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _within(folder: str, each: os.DirEntry[str]) -> str:
    """The path of what lies in ``folder``, as :class:`Path` would have it."""
    return each.name if folder == os.curdir else each.path


class Folders:
    """Tells where files lie, however they are reached; each folder is looked up once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def real(self, path: str | Path) -> str:
        """The path without links."""
        folder, name = os.path.split(path)
        if folder not in self._known:
            self._known[folder] = os.path.realpath(folder)
        return os.path.realpath(path) if os.path.islink(path) else os.path.join(self._known[folder], name)


def objects_at(address: Address, output: Address | None = None) -> Iterator[Address]:
    """The sources that ``address`` stands for, an object or all below it, as the store lists them.

    What lies in ``output`` is none, nor is an XML with a trail, which oimpress made. Raises UsageError where there is
    none, and where outputs would lie among sources.
    """
    known, trails, found = endings(), set[str](), False
    if output == address:
        raise UsageError("{path}: sources lie there; choose another place with --output", path=address)
    for each, _size in buckets.sizes(address):
        if each.url.endswith(TRAIL):
            trails.add(each.url.removesuffix(TRAIL))
        within = PurePosixPath(each.key).relative_to(address.key) if each != address else PurePosixPath(each.name)
        made = each.url.removesuffix(".xml") in trails or (output and each.url.startswith(f"{output}/"))
        if is_source(within, known) and not made:
            found = True
            yield each
    if not found:
        raise UsageError(
            "{path}: no source there; there should be objects that end in {endings}",
            path=address,
            endings=", ".join(known),
        )


def endings() -> tuple[str, ...]:
    """The endings of the files that folders give: of ours, and of those that plug-ins read."""
    return (*SUFFIXES, *dict.fromkeys(f".{entry.name}" for entry in entries(EntryGroup.READERS)))


def is_source(path: PurePath, among: Container[str] = SUFFIXES) -> bool:
    """Whether a file of a folder is taken as a source: by its ending; neither hidden ones nor a README."""
    return _is_source_name(path.name, among) and not any(part.startswith(".") for part in path.parts)


def _is_source_name(name: str, among: Container[str]) -> bool:
    stem, ending = os.path.splitext(name)
    return ending.lower() in among and stem.lower() != "readme" and not name.startswith(".")


class Unread(NamedTuple):
    """Documents of folders that are not read: those that no reader takes, and those that only their mark calls ours.

    What a list of outputs names is not among them; a copy outside of it may be one that somebody changed.
    """

    others: tuple[Path, ...] = ()
    ours: tuple[Path, ...] = ()


def unread_at(paths: Iterable[Path]) -> Unread:
    """What is not read of the folders among ``paths``, in the order of the names."""
    others, ours, lists = list[Path](), list[Path](), ListsAbove()
    known = endings()
    strange = set(UNREAD).difference(known)
    for path in filter(os.path.isdir, paths):
        files = list(_files_below(str(path), {*known, *strange}))
        others += map(Path, sorted((file for file in files if _ending(file) in strange), key=_by_parts))
        made = [file for file in files if made_here(file, path, lists)]
        if len(made) < len(files):  # a folder of nothing else is read or refused
            unlisted = [file for file in made if not is_listed(file, path, lists)]
            ours += map(Path, sorted(unlisted, key=_by_parts))
    return Unread(tuple(others), tuple(ours))


def from_stream(stream: BinaryIO) -> Source:
    """What stands on a stream, as a source called ``stdin``."""
    return Source("stdin", stream.read())
