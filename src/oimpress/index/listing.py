"""Listing the sources of an archive, page by page: what each is called, and how it stands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

from oimpress.index.asking import phrase
from oimpress.index.store import SEALED, key_of, path_of
from oimpress.knowledge.folding import fold
from oimpress.records import record

SourceState: TypeAlias = Literal["waiting", "refused", "embargo", "sent", "doubts", "clean"]
SourceOrder: TypeAlias = Literal["newest", "oldest", "title", "name"]
FROM = "asked JOIN sources USING (path) LEFT JOIN releases ON source = path AND part < 2"
STATE = (
    "CASE WHEN stamp = '' THEN 'waiting' WHEN fault <> '' THEN 'refused'"
    " WHEN embargo > :now OR embargo = :sealed THEN 'embargo'"
    " WHEN path IN (SELECT value FROM json_each(:sent)) THEN 'sent' WHEN doubts THEN 'doubts' ELSE 'clean' END"
)
ROW = "path, title, published, kind, lang, doubts, fault, max(parts - 1, 0), stamp <> ''"
ORDERS: dict[SourceOrder, str] = {
    "newest": "coalesce(published, '') <> '' DESC, published DESC, path",
    "oldest": "coalesce(published, '') <> '' DESC, published, path",
    "title": "coalesce(title, '') = '', title COLLATE NOCASE, path",
    "name": "name, path",
}


@record
class ArchiveQuestion:
    """What of the archive is asked for; empty is everything. ``page`` counts from 1.

    Each of ``words`` begins a word of a release, or stands in the name of its file; capitals and accents make no
    difference. ``sent`` are the sources that a list has sent.
    """

    words: str = ""
    kind: str = ""
    lang: str = ""
    state: str = ""
    order: SourceOrder = "newest"
    page: int = 1
    sent: frozenset[Path] = frozenset()


class Listed(NamedTuple):
    """A source of the archive, by the first of its releases; ``more`` are the others."""

    path: Path
    title: str
    published: str
    kind: str
    lang: str
    doubts: int
    fault: str
    more: int
    read: bool
    state: SourceState


@record
class Listing:
    """One page of the answer. ``found`` are all rows, ``states`` how many of the archive stand how."""

    rows: tuple[Listed, ...]
    found: int
    states: dict[SourceState, int]
    kinds: tuple[str, ...]
    langs: tuple[str, ...]

    @property
    def total(self) -> int:
        return sum(self.states.values())

    @property
    def waiting(self) -> int:
        """The sources that are not read yet."""
        return self.states.get("waiting", 0)


def listed(db: sqlite3.Connection, question: ArchiveQuestion, most: int) -> Listing:
    """The page asked for, of ``most`` rows."""
    where, values = _where(question)
    states: dict[SourceState, int] = dict(db.execute(f"SELECT {STATE}, count(*) FROM {FROM} GROUP BY 1", values))
    ((found,),) = db.execute(f"SELECT count(*) FROM {FROM} WHERE {where}", values).fetchall()
    rows = db.execute(
        f"SELECT {ROW}, {STATE} FROM {FROM} WHERE {where} ORDER BY {ORDERS[question.order]} LIMIT :most OFFSET :start",
        values | {"most": most, "start": most * (question.page - 1)},
    )
    return Listing(tuple(map(_listed, rows)), found, states, _known(db, "kind"), _known(db, "lang"))


def found(db: sqlite3.Connection, question: ArchiveQuestion) -> list[Path]:
    """All that is asked for, on whatever page."""
    where, values = _where(question)
    rows = db.execute(f"SELECT path FROM {FROM} WHERE {where} ORDER BY {ORDERS[question.order]}", values)
    return [path_of(key) for (key,) in rows]


def next_unread(db: sqlite3.Connection, wanted: Iterable[Path]) -> Path | None:
    """The source to be read next: one of ``wanted``, else any; None when all are read."""
    query = "SELECT path FROM asked JOIN sources USING (path) WHERE stamp = ''"
    for key in map(key_of, wanted):
        if db.execute(f"{query} AND path = ?", (key,)).fetchone():
            return path_of(key)
    row = db.execute(f"{query} ORDER BY path DESC LIMIT 1").fetchone()
    return path_of(row[0]) if row else None


def _listed(row: tuple[Any, ...]) -> Listed:
    key, *texts = row
    title, published, kind, lang = (text or "" for text in texts[:4])
    doubts, fault, more, read, state = texts[4:]
    return Listed(path_of(key), title, published, kind, lang, doubts, fault, more, bool(read), state)


def _known(db: sqlite3.Connection, column: str) -> tuple[str, ...]:
    query = f"SELECT DISTINCT {column} FROM {FROM} WHERE {column} <> '' ORDER BY 1"
    return tuple(value for (value,) in db.execute(query))


def _where(question: ArchiveQuestion) -> tuple[str, dict[str, Any]]:
    """The condition of a question, and its values."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    sent = json.dumps([key_of(path) for path in question.sent])
    parts, values = ["1"], dict[str, Any](now=now, sealed=SEALED, sent=sent)
    for at, word in enumerate(question.words.split()):
        matching = f"SELECT source FROM words JOIN releases ON words.rowid = number WHERE words MATCH :begun{at}"
        parts.append(f"(instr(name, :word{at}) OR path IN ({matching}))")
        values |= {f"word{at}": fold(word), f"begun{at}": phrase(f"{word}*")}
    for column in ("kind", "lang"):
        if asked := getattr(question, column):
            parts.append(f"{column} = :{column}")
            values[column] = asked
    if question.state:
        parts.append(f"{STATE} = :state")
        values["state"] = question.state
    return " AND ".join(parts), values
