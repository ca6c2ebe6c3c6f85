"""Filling the index: what is new or has changed is read, what is gone is forgotten."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from oimpress.errors import OimpressError
from oimpress.index.entering import enter
from oimpress.index.store import key_of, path_of, transaction
from oimpress.knowledge.folding import fold
from oimpress.model.house import ANY_HOUSE, PRESS, House
from oimpress.publish import keys
from oimpress.publish.cache import StepCache
from oimpress.publish.means import Means
from oimpress.publish.reading import read_all
from oimpress.publish.report import Journal, ReadRelease, Report
from oimpress.records import record
from oimpress.sources import Folders
from oimpress.visible import visible


@record
class Filled:
    """What a filling did: sources read, sources that are not there any more; and those that the index knows now."""

    read: int
    gone: int
    known: int


@record
class ReadingWay:
    """How the sources of an archive are read; ``cache`` has what runs read before, and gets what they did not."""

    profile: str = PRESS
    house: House = ANY_HOUSE
    cache: StepCache | None = field(default=None, compare=False)

    def stamps(self, sources: Iterable[Path]) -> dict[str, str]:
        """By the key of each source, what tells whether it or its sidecar has changed, or is read in another way."""
        way = keys.of_reading(self.profile, self.house) or keys.digest(self.profile, self.house)
        return {key_of(path): f"{way}:{stamp_of(path)}" for path in map(Path, map(Folders().real, sources))}


def stamp_of(source: Path) -> str:
    """What of a source and of its sidecar changes with every change, of its rights too."""
    parts = []
    for file in (source, source.with_suffix(".toml")):
        try:
            found = file.stat()
        except OSError:
            parts.append("-")
        else:
            parts.append(f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}")
    return ":".join(parts)


@record
class IndexedSource:
    """What was read of one source, to be stored under ``key``."""

    key: str
    stamp: str
    releases: Sequence[ReadRelease]
    report: Report


def fill(
    db: sqlite3.Connection,
    sources: Sequence[Path],
    journal: Journal,
    way: ReadingWay,
    tick: Callable[[str], None] = lambda _: None,
) -> Filled:
    """Bring the index up to date with ``sources``; the journal is told of those that cannot be read.

    A source is read when it, its sidecar, the settings or this program have changed since, or when it could not be
    read. Other sources that the index knows stay as long as their files are there. Raises UsageError for an unknown
    profile.
    """
    gone = survey(db, way.stamps(sources))
    stale = set(_keys(db, "stamp = '' OR fault <> ''"))
    for path in sources:
        if key_of(path.resolve()) in stale:
            tick(str(path))
            one = read_source(path, way)
            for failure in one.report.failures:
                journal.note_failure(failure)
            for place, notice in one.report.notices:
                journal.note_notice(place, notice)
            keep(db, one)
    return Filled(len(stale), gone, len(_keys(db, "parts")))


def survey(db: sqlite3.Connection, stamps: Mapping[str, str]) -> int:
    """Note the sources that there are and have questions asked of them alone: the index may know those of other calls.

    Those that are new or have changed are to be read from now on. Gives how many are forgotten, since they are gone.
    """
    known: dict[str, str] = dict(db.execute("SELECT path, stamp FROM sources"))
    gone = [key for key in known if key not in stamps and not path_of(key).exists()]
    changed = [key for key, stamp in known.items() if stamp and stamps.get(key, stamp) != stamp]
    new = [(key, _name(key)) for key in stamps if key not in known]
    with transaction(db):
        db.executemany("DELETE FROM sources WHERE path = ?", [(key,) for key in gone])
        db.executemany("UPDATE sources SET stamp = '' WHERE path = ?", [(key,) for key in changed])
        db.executemany("INSERT INTO sources (path, name, stamp) VALUES (?, ?, '')", new)
        db.execute("CREATE TEMP TABLE IF NOT EXISTS asked (path TEXT PRIMARY KEY)")
        if stamps.keys() != set(_keys(db, "1")):
            db.execute("DELETE FROM asked")
            db.executemany("INSERT INTO asked VALUES (?)", [(key,) for key in stamps])
    return len(gone)


def ask_below(db: sqlite3.Connection, folder: Path) -> None:
    """Have questions asked of all that the index knows below ``folder``, until a survey says what is there now."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS asked (path TEXT PRIMARY KEY)")
    db.execute("INSERT OR IGNORE INTO asked SELECT path FROM sources WHERE instr(path, ?) = 1", (f"{key_of(folder)}/",))


def read_source(path: Path, way: ReadingWay) -> IndexedSource:
    """What stands in the source at ``path``; what is wrong with it is in the report."""
    ((key, stamp),) = way.stamps([path]).items()
    report = Report()
    found = read_all([path], way.profile, report, house=way.house, means=Means(way.cache))
    return IndexedSource(key, stamp, list(found), report)


def keep(db: sqlite3.Connection, one: IndexedSource) -> None:
    """Store what was read of a source in place of what was known of it."""
    with transaction(db):
        db.execute("DELETE FROM sources WHERE path = ?", (one.key,))
        faults = [json.dumps([each.error.message, each.error.values]) for each in one.report.failures]
        db.execute(
            "INSERT INTO sources (path, name, stamp, fault) VALUES (?, ?, ?, ?)",
            (one.key, _name(one.key), one.stamp, next(iter(faults), "")),
        )
        enter(db, one.key, one.releases)


def refusal(fault: str) -> OimpressError:
    """Why a source cannot be read, as the index keeps it."""
    message, values = json.loads(fault)
    return OimpressError(message, **values)


def _keys(db: sqlite3.Connection, condition: str) -> list[str]:
    """The sources asked of for which ``condition`` holds."""
    return [key for (key,) in db.execute(f"SELECT path FROM asked JOIN sources USING (path) WHERE {condition}")]


def _name(key: str) -> str:
    return fold(visible(path_of(key).name))
