"""What the index keeps of a release."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from oimpress.index.store import SEALED
from oimpress.knowledge.folding import fold
from oimpress.knowledge.people import name_at
from oimpress.model.nodes import Contact, Countries, Quote, Release
from oimpress.model.runs import flatten, plain
from oimpress.model.walk import every_block, runs
from oimpress.publish.report import ReadRelease


def enter(db: sqlite3.Connection, key: str, found: Sequence[ReadRelease]) -> None:
    """Store the releases of a source, and what holds for all of them together."""
    for reading in found:
        _enter(db, key, reading)
    doubts = sum(notice.severity != "info" for each in found for notice in each.done.notices)
    embargoes = [each.done.value.embargo for each in found]
    ends = [str(embargo.until) or SEALED for embargo in embargoes if embargo]
    db.execute(
        "UPDATE sources SET parts = ?, doubts = ?, embargo = ? WHERE path = ?",
        (len(found), doubts, max(ends, default=""), key),
    )


def _enter(db: sqlite3.Connection, key: str, reading: ReadRelease) -> None:
    release = reading.done.value
    values = (release.id, plain(release.title), release.published, release.kind, release.lang, release.issuer)
    made = db.execute(
        "INSERT INTO releases (source, part, id, title, published, kind, lang, issuer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (key, reading.part, *map(str, values)),
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
