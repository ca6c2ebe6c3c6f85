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
SETTINGS = "oimpress.toml"  # what a folder is set up by; no source's sidecar
# What is taken from a folder; a file named on its own may have any name.
SUFFIXES = (".txt", ".xml", ".html", ".htm", ".docx")
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
        raise ReadError(
            "{path}: cannot be read ({reason}); check the file and its rights", path=path, reason=error.strerror
        ) from None
    sidecar = path.with_suffix(".toml")
    known = (
        read_sidecar(sidecar) if sidecar not in (path, path.parent / SETTINGS) and sidecar.is_file() else NOTHING_KNOWN
    )
    return Source(path.name, data, known, path.parent)


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
    """The sources that ``path``, a file or a folder, stands for; what lies in ``output`` is none of a folder above it.

    Raises UsageError for a path that is not there or a folder without a source.
    """
    if not path.is_dir():
        if path.exists():
            return [path]
        raise UsageError("{path}: no such file or folder; give the path of a source", path=path)
    made = output.resolve() if output else None
    inside = made is not None and made != path.resolve() and made.is_relative_to(path.resolve())
    found = [file for file in path.rglob("*") if is_source(file.relative_to(path)) and file.is_file()]
    if made and inside:
        found = [file for file in found if not file.resolve().is_relative_to(made)]
    if not found:
        raise UsageError(
            "{path}: no source in this folder; it should hold files that end in {endings}",
            path=path,
            endings=", ".join(SUFFIXES),
        )
    return sorted(found)


def is_source(path: PurePath) -> bool:
    """Whether a file of a folder is taken as a source: by its ending, hidden ones left out."""
    return path.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in path.parts)


def from_stream(stream: BinaryIO) -> Source:
    """What stands on a stream, as a source called ``stdin``."""
    return Source("stdin", stream.read())


def read_table(path: Path) -> dict[str, Any]:
    """The TOML file at ``path``. Raises UsageError with the line of a mistake."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(
            "{path}: cannot be read ({reason}); check the file and its rights", path=path, reason=error.strerror
        ) from None
    except UnicodeDecodeError as error:
        raise UsageError("{path}: byte {at} is not UTF-8; save the file as UTF-8", path=path, at=error.start) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise UsageError(
            '{path}:{line}: not TOML; write key = "text", or key = ["text", "text"], on each line',
            path=path,
            line=line[1] if line else path.read_text("utf-8-sig").count("\n") + 1,
        ) from None


def read_sidecar(path: Path) -> Metadata:
    """What ``path``, a TOML file, says. Raises UsageError with the place for an unknown key or a wrong value."""
    table = read_table(path)
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
    if not isinstance(value, str):
        raise UsageError('{path}: {key} must be a text; write {key} = "…"', path=path, key=key)
    if not _fits(key, value):
        raise UsageError(
            "{path}: {key} cannot be “{value}”; write {wanted}", path=path, key=key, value=value, wanted=WANTED[key]
        )
    return value


WANTED = {
    "date": "2026-11-22, 2026-11 or 2026",
    "lang": "fr, en or es",
    "kind": ", ".join(KINDS),
    "url": "https://…",
    "title": "one line",
    "licence": "one line",
}


def _fits(key: str, value: str) -> bool:
    if any(ord(char) < 32 for char in value):
        return False
    match key:
        case "date":
            return is_date(value)
        case "lang":
            return TAG.fullmatch(value) is not None
        case "kind":
            return value in KINDS
        case "url":
            return value.startswith(("http://", "https://"))
        case _:
            return True


def is_date(text: str) -> bool:
    """Whether ``text`` is an ISO 8601 year, month or day that exists."""
    if not DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
