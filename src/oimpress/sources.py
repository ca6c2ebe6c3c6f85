"""Sources: bytes with a name, and what a sidecar beside them says."""

from __future__ import annotations

import datetime
import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from oimpress.errors import ReadError, UsageError
from oimpress.model.nodes import KINDS, Kind

STDIN = "-"
SUFFIXES = (".txt", ".xml")  # what is taken from a folder; a file named on its own may have any name
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a sidecar says of a source; empty means unknown. ``date`` is ISO 8601, ``lang`` a BCP 47 tag."""

    title: str = ""
    date: str = ""
    url: str = ""
    lang: str = ""
    kind: Kind | None = None
    licence: str = ""


NOTHING_KNOWN = Metadata()


@dataclass(frozen=True, slots=True)
class Source:
    """``data`` as found, under ``name`` (the last part of its path; never trusted as a path).

    ``folder`` is where files lie that the source names, such as pictures; None for bytes without a place.
    """

    name: str
    data: bytes = field(repr=False)
    metadata: Metadata = NOTHING_KNOWN
    folder: Path | None = None

    @property
    def sha256(self) -> str:
        """The hexadecimal digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def load(path: Path) -> Source:
    """The source at ``path`` with its sidecar ``<stem>.toml``. Raises ReadError, or UsageError for a bad sidecar."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("{path}: cannot be read ({reason})", path=path, reason=error.strerror) from None
    sidecar = path.with_suffix(".toml")
    known = read_sidecar(sidecar) if sidecar != path and sidecar.is_file() else NOTHING_KNOWN
    return Source(path.name, data, known, path.parent)


def discover(names: Iterable[str | Path]) -> Iterator[Path]:
    """The files that ``names`` stand for, folders in the order of their file names, each file once.

    Raises UsageError for a path that is not there or a folder without a source.
    """
    seen: set[Path] = set()
    for name in names:
        path = Path(name)
        if path.is_dir():
            found = sorted(file for file in path.rglob("*") if is_source(file.relative_to(path)) and file.is_file())
            if not found:
                raise UsageError("{path}: no source in this folder; it should hold .txt or .xml files", path=path)
        elif path.exists():
            found = [path]
        else:
            raise UsageError("{path}: no such file or folder; give the path of a source", path=path)
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def is_source(path: PurePath) -> bool:
    """Whether a file of a folder is taken as a source: by its ending, hidden ones left out."""
    return path.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in path.parts)


def from_stream(stream: BinaryIO) -> Source:
    """What stands on a stream, as a source called ``stdin``."""
    return Source("stdin", stream.read())


def read_sidecar(path: Path) -> Metadata:
    """What ``path``, a TOML file, says. Raises UsageError with the place for an unknown key or a wrong value."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError("{path}: not a readable TOML file ({reason}); repair it", path=path, reason=error) from None
    known = {item.name for item in fields(Metadata)}
    for key, value in table.items():
        if key not in known:
            raise UsageError(
                "{path}: unknown key “{key}”; a sidecar knows {known}",
                path=path,
                key=key,
                known=", ".join(sorted(known)),
            )
        table[key] = _checked(path, key, value)
    return Metadata(**table)


def _checked(path: Path, key: str, value: Any) -> str:
    if key == "date" and isinstance(value, datetime.date):
        value = value.isoformat()[:10]
    good = (
        isinstance(value, str)
        and {
            "date": lambda: is_date(value),
            "lang": lambda: TAG.fullmatch(value) is not None,
            "kind": lambda: value in KINDS,
            "url": lambda: value.startswith(("http://", "https://")),
        }.get(key, lambda: True)()
    )
    if not good or any(ord(char) < 32 for char in value):
        raise UsageError("{path}: “{value}” cannot be the {key} of a source", path=path, value=value, key=key)
    return str(value)


def is_date(text: str) -> bool:
    """Whether ``text`` is an ISO 8601 year, month or day that exists."""
    if not DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
