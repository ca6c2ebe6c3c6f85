"""Asking the index: which releases there are, and how many of each year, country, person, kind …"""

from __future__ import annotations

import sqlite3
from typing import Literal, NamedTuple, TypeAlias, get_args

from oimpress.index.store import path_of
from oimpress.knowledge.folding import fold
from oimpress.records import record

CountedField: TypeAlias = Literal["year", "month", "country", "person", "kind", "lang", "issuer"]
COUNTED: tuple[CountedField, ...] = get_args(CountedField)
OPENING, CLOSING = "\x02", "\x03"  # around the words found; no text of a release holds such a character
SHOWN = 16  # words of a taste


@record
class IndexQuestion:
    """What is asked for; empty is everything.

    Each of ``words`` must be there, in any order; one with blanks is a phrase, one that ends in ``*`` the beginning of
    a word. ``since`` and ``until`` are ISO 8601: a year, a month or a day, which is counted in. A ``person`` is a part
    of a name. Capitals and accents make no difference.
    """

    words: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    country: str = ""
    person: str = ""
    kind: str = ""
    lang: str = ""


class Hit(NamedTuple):
    """A release that was found. ``taste`` are words around what was asked for, those found between two marks."""

    path: str
    part: int
    id: str
    title: str
    published: str
    kind: str
    lang: str
    issuer: str
    countries: str
    taste: str


class Counted(NamedTuple):
    """How many releases have one value of a field; the value is empty for those without."""

    value: str
    releases: int


def search(db: sqlite3.Connection, question: IndexQuestion) -> list[Hit]:
    """The releases asked for: by how well they fit the words, else the newest first."""
    where, values = _where(question)
    found = bool(question.words)
    taste = f"snippet(words, -1, '{OPENING}', '{CLOSING}', '…', {SHOWN})" if found else "''"
    order = "bm25(words, 5.0, 1.0)," if found else "published = '',"
    rows = db.execute(
        f"SELECT source, part, id, releases.title, published, kind, lang, issuer, coalesce((SELECT"
        f" group_concat(value, ' ') FROM named WHERE release = number AND field = 'country'), ''), {taste}"
        f" FROM releases JOIN words ON words.rowid = number WHERE {where}"
        f" ORDER BY {order} published DESC, source, part",
        values,
    )
    return [Hit(str(path_of(path)), *row) for path, *row in rows]


def count(db: sqlite3.Connection, question: IndexQuestion, by: CountedField) -> list[Counted]:
    """How many of the releases asked for have each value of ``by``: years and months in turn, others by number."""
    where, values = _where(question)
    match by:
        case "year" | "month":
            value, joined, order = f"substr(published, 1, {4 if by == 'year' else 7})", "", "1"
        case "country" | "person":
            value, order = "coalesce(value, '')", "2 DESC, 1"
            joined = f"LEFT JOIN named ON release = number AND field = '{by}'"
        case _:
            value, joined, order = by, "", "2 DESC, 1"
    rows = db.execute(
        f"SELECT {value}, count(DISTINCT number) FROM releases JOIN words ON words.rowid = number {joined}"
        f" WHERE {where} GROUP BY 1 ORDER BY {order}",
        values,
    )
    return [Counted(*row) for row in rows]


def _where(question: IndexQuestion) -> tuple[str, dict[str, str]]:
    """The condition of a question, and its values."""
    parts, values = ["source IN (SELECT path FROM asked)"], dict[str, str]()
    if question.words:
        parts.append("words MATCH :words")
        values["words"] = " AND ".join(map(phrase, question.words))
    if question.since:
        parts.append("published >= :since")
    if question.until:
        parts.append("published <> '' AND substr(published, 1, length(:until)) <= :until")
    for field in ("kind", "lang"):
        if getattr(question, field):
            parts.append(f"{field} = :{field}")
    if question.country:
        parts.append("number IN (SELECT release FROM named WHERE field = 'country' AND value = :country)")
    if question.person:
        parts.append("number IN (SELECT release FROM named WHERE field = 'person' AND instr(folded, :person))")
    values |= {name: getattr(question, name) for name in ("since", "until", "kind", "lang")}
    values |= {"country": question.country.upper(), "person": fold(question.person)}
    return " AND ".join(parts), values


def phrase(words: str) -> str:
    """A phrase of FTS5, in which nothing but a star at its end has a meaning of its own."""
    begins = words.endswith("*")
    text = words.rstrip("*").replace('"', " ")
    return f'"{text}"' + (" *" if begins else "")
