"""Filling the index: what is new or has changed is read, what is gone is forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from oimpress.knowledge.folding import fold
from oimpress.knowledge.people import name_at
from oimpress.model.house import ANY_HOUSE, PRESS, House
from oimpress.model.nodes import Contact, Countries, Quote, Release
from oimpress.model.runs import flatten, plain
from oimpress.model.walk import every_block, runs
from oimpress.publish import keys
from oimpress.publish.reading import read_all
from oimpress.publish.report import Journal, ReadRelease


@dataclass(frozen=True, slots=True)
class Filled:
    """What a filling did: sources read, sources that are not there any more; and those that the index knows now."""

    read: int
    gone: int
    known: int


def fill(
    db: sqlite3.Connection,
    sources: Sequence[Path],
    journal: Journal,
    profile: str = PRESS,
    house: House = ANY_HOUSE,
    tick: Callable[[str], None] = lambda _: None,
) -> Filled:
    """Bring the index up to date with ``sources``; the journal is told of those that cannot be read.

    A source is read when it, its sidecar, the settings or this program have changed since. Other sources that the
    index knows stay as long as their files are there. Raises UsageError for an unknown profile.
    """
    way = keys.of_reading(profile, house) or keys.digest(profile, house)
    stamps = {str(path.resolve()): _stamp(path, way) for path in sources}
    known = dict(db.execute("SELECT path, stamp FROM sources"))
    gone = [path for path in known if path not in stamps and not Path(path).exists()]
    stale = [path for path in sources if known.get(str(path.resolve())) != stamps[str(path.resolve())]]
    _forget(db, gone)
    for path in stale:
        tick(str(path))
        found = list(read_all([path], profile, journal, house=house))
        key = str(path.resolve())
        with _transaction(db):
            _forget(db, [key])
            db.execute("INSERT INTO sources VALUES (?, ?)", (key, stamps[key] if found else ""))
            for reading in found:
                _enter(db, key, reading)
    _only(db, stamps)
    ((there,),) = db.execute("SELECT count(*) FROM asked JOIN sources USING (path) WHERE stamp <> ''").fetchall()
    return Filled(len(stale), len(gone), there)


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _only(db: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Have questions asked of these sources alone: the index may know those of other calls."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS asked (path TEXT PRIMARY KEY)")
    db.execute("DELETE FROM asked")
    db.executemany("INSERT INTO asked VALUES (?)", [(path,) for path in paths])


def _forget(db: sqlite3.Connection, paths: Iterable[str]) -> None:
    db.executemany("DELETE FROM sources WHERE path = ?", [(path,) for path in paths])


def _stamp(path: Path, way: str) -> str:
    """What tells whether a source or its sidecar has changed, or is read in another way."""
    parts = [way]
    for file in (path, path.with_suffix(".toml")):
        try:
            found = file.stat()
        except OSError:
            parts.append("-")
        else:
            parts.append(f"{found.st_size}-{found.st_mtime_ns}")
    return ":".join(parts)


def _enter(db: sqlite3.Connection, path: str, reading: ReadRelease) -> None:
    release = reading.done.value
    values = (release.id, plain(release.title), release.published, release.kind, release.lang, release.issuer)
    made = db.execute(
        "INSERT INTO releases (source, part, id, title, published, kind, lang, issuer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (path, reading.part, *map(str, values)),
    )
    number = made.lastrowid
    text = "\n".join(str(flatten(run.children)) for run in runs(release) if run.path != "head/title")
    db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (number, plain(release.title), text))
    db.executemany(
        "INSERT OR IGNORE INTO named VALUES (?, ?, ?, ?)",
        [
            *((number, "country", code, code.casefold()) for code in countries(release)),
            *((number, "person", name, fold(name)) for name in people(release)),
        ],
    )


def countries(release: Release) -> Iterator[str]:
    """The countries of a release: that of its dateline, and those that its facts name."""
    if release.dateline and release.dateline.place and release.dateline.place.country:
        yield str(release.dateline.place.country)
    for fact in release.facts:
        if isinstance(fact.value, Countries):
            yield from str(fact.value.codes).split()


def people(release: Release) -> Iterator[str]:
    """The people of a release: its contacts, and those whose words it sets apart as quotations."""
    for contact in release.contacts:
        if isinstance(contact, Contact) and contact.name:
            yield str(contact.name)
    for block in every_block(release.body):
        if isinstance(block, Quote):
            said = plain(block.attribution)
            if end := name_at(said):
                yield said[:end]
