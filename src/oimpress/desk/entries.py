"""What the archive shows of a source: one row, read off its releases."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from oimpress.desk.workroom import Workroom
from oimpress.errors import OimpressError, defects_told
from oimpress.knowledge.folding import fold
from oimpress.model.runs import flatten
from oimpress.model.walk import runs
from oimpress.publish.report import ReadRelease

LONGEST = 20_000  # characters of a release that are searched
SEALED = "?"  # an embargo that nobody can tell the end of


class Entry(NamedTuple):
    """A source of the archive. ``more`` are its releases beside the first; ``words`` are what is searched."""

    key: str
    place: str
    stamp: str
    title: str = ""
    date: str = ""
    kind: str = ""
    lang: str = ""
    doubts: int = 0
    embargo: str = ""
    fault: str = ""
    more: int = 0
    words: str = ""
    read: int = 0
    origin: str = ""  # what a ledger calls it


def now() -> str:
    """This moment as embargoes are written."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def stamp_of(path: Path, generation: str) -> str:
    """What tells whether a source, its sidecar or the settings have changed since they were read."""
    parts = [generation]
    for file in (path, path.with_suffix(".toml")):
        try:
            found = file.stat()
            parts.append(f"{found.st_mtime_ns}-{found.st_size}")
        except OSError:
            parts.append("")
    return ":".join(parts)


def entry(room: Workroom, path: Path, stamp: str) -> Entry:
    """The row of the source at ``path``; one that cannot be read says why."""
    unread = Entry(room.key(path), room.place(path), stamp, read=1, origin=path.relative_to(room.root).as_posix())
    unread = unread._replace(origin=unread.origin.encode("utf-8", "replace").decode())
    try:
        with defects_told(unread.place):
            return _of(unread, room.read(path))
    except OimpressError as error:
        return unread._replace(fault=str(error), words=fold(unread.place))


def _of(row: Entry, found: list[ReadRelease]) -> Entry:
    release = found[0].done.value
    text = " ".join(str(flatten(run.children)) for each in found for run in runs(each.done.value))
    embargoes = [each.done.value.embargo for each in found]
    ends = [str(embargo.until) or SEALED for embargo in embargoes if embargo]
    return row._replace(
        title=str(flatten(release.title)),
        date=str(release.published),
        kind=str(release.kind),
        lang=str(release.lang),
        doubts=sum(notice.severity != "info" for each in found for notice in each.done.notices),
        embargo=max(ends, default=""),
        more=len(found) - 1,
        words=fold(f"{row.place} {text}")[:LONGEST],
    )
