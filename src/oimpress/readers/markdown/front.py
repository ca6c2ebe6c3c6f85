"""Front matter: the lines above a Markdown text that say its title, its date, its language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oimpress.knowledge.dates import written_dates
from oimpress.knowledge.tags import language_tag
from oimpress.model.traced import EMPTY, Traced, join
from oimpress.notices import Dropped
from oimpress.patterns import lazy

FIELD = "R047"
FENCE = lazy(r"\ufeff?\s*(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
ROW = lazy(r"(?P<key>[^\W\d][\w-]*)[ \t]*[:=][ \t]*(?:[>|][+-]?[ \t]*\n\s*)?(?P<value>\S(?:.*\S)?)\s*\Z", re.DOTALL)
UNNAMED = lazy(r"(?P<key>)%[ \t]*(?P<value>\S(?:.*\S)?)\s*\Z", re.DOTALL)
NAMES = {
    "title": "title", "titre": "title", "título": "title",
    "date": "date", "published": "date", "publishdate": "date", "pubdate": "date", "fecha": "date",
    "lang": "lang", "language": "lang", "langue": "lang", "locale": "lang", "idioma": "lang",
    "url": "url", "canonical": "url", "canonical_url": "url",
    "licence": "licence", "license": "licence",
}  # fmt: skip
TITLE_BLOCK = lazy(r"\ufeff?(?:%[ \t]*[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,3}(?=\s|\Z)")
JSON_BEGIN = lazy(r"\ufeff?\s*\{(?=\s*\")")
JSON_ROW = lazy(r"\s*\{?\s*\"(?P<key>[\w-]+)\"\s*:\s*\"(?P<value>(?:[^\"\\\n]|\\.)*)\"\s*,?\s*\}?\s*\Z")
PROPERTIES = lazy(r"\ufeff?\s*#[ \t]+\S[^\n]*\n\s*\n(?P<rows>(?:[^\W\d_][^\n:]*+(?<!\s):[ \t][^\n]*+\n){2,})(?=\s|\Z)")
# What such a page calls by default who works on it, and how far that is, which no release says.
STATES = lazy(
    r"^(?:status|statut|estado|tags|étiquettes|etiquetas|assign(?:ee)?|responsable|créée? (?:le|par)"
    r"|created(?: (?:time|by))?|last edited(?: (?:time|by))?|dernière modification(?: par)?):",
    re.IGNORECASE | re.MULTILINE,
)
UNDER = lazy(r"(?P<key>)#[ \t]+(?P<value>\S(?:.*\S)?)\s*\Z")
ESCAPES = {"'": lazy("'(?=')"), '"': lazy(r'\\(?=["\\])')}  # by the mark around the words. Source: YAML 1.2.2, 7.3
IN_TITLE_BLOCK = ("title", "authors", "date")  # one a line. Source: pandoc's manual, « Extension: pandoc_title_block »
MOST_ROWS = 200  # rows


@dataclass(slots=True)
class Front:
    """What stands above the text. ``title`` is a stretch of the source, the rest of it is in ``dropped``."""

    title: Traced = EMPTY
    said: dict[str, str] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)

    @property
    def date(self) -> str:
        """The only day, month or year that can be meant, ISO 8601."""
        stated = re.sub(r"(?<=\d)[T ]\d\d:.*", "", self.said.get("date", ""))
        days = written_dates(stated)
        return days[0] if len(days) == 1 else ""

    @property
    def lang(self) -> str:
        return language_tag(self.said.get("lang", ""))


def length(text: str) -> int:
    """How many characters the front matter at the head of ``text`` takes, its fences included; 0 without any."""
    opened = FENCE.match(text)
    if opened is None:
        block = TITLE_BLOCK.match(text) or _properties(text)
        return block.end() if block else _length_of_json(text) or _length_bare(text)
    at, known = opened.end(), False
    for row in text[at : at + 100_000].splitlines(keepends=True)[:MOST_ROWS]:
        at += len(row)
        if row.strip() in (opened["fence"], "..."):
            return at if known else 0
        known = known or bool(ROW.match(row.rstrip("\r\n")))
    return 0


def _length_of_json(text: str) -> int:
    """The same for an object of JSON that says a title or a date. Source: Hugo's manual, « Front matter »."""
    if not (opened := JSON_BEGIN.match(text)):
        return 0
    begin = opened.end() - 1
    try:
        said, size = json.JSONDecoder().raw_decode(text[begin : begin + 100_000])
    except (ValueError, RecursionError):
        return 0
    known = {NAMES.get(str(key).lower(), "") for key in said} if isinstance(said, dict) else set()
    return begin + size if known & {"title", "date"} else 0


def _properties(text: str) -> re.Match[str] | None:
    """A title with the properties of a page of Notion below it, one of which is a state that a draft goes through."""
    found = PROPERTIES.match(text)
    return found if found and STATES.search(found["rows"]) else None


def _length_bare(text: str) -> int:
    """The same for rows without fences, down to an empty line. Source: MultiMarkdown's guide, « Metadata »."""
    at, known = 0, set[str]()
    for row in text[:100_000].splitlines(keepends=True)[:MOST_ROWS]:
        if not row.strip():
            return at if len(known) > 1 and "title" in known else 0
        if not (said := ROW.match(row.rstrip("\r\n"))):
            return 0
        known.add(NAMES.get(said["key"].lower(), ""))
        at += len(row)
    return 0


def front(text: Traced) -> Front:
    """What the rows say: one key a row; what is nested or not known is left out."""
    found = Front()
    unnamed = iter(IN_TITLE_BLOCK if TITLE_BLOCK.match(text) else ("title",))
    shape = JSON_ROW if JSON_BEGIN.match(text) else ROW
    signs = {"%": UNNAMED, "#": UNDER if _properties(text) else shape}
    for piece in _rows(text):
        row = signs.get(piece[:1], shape).match(piece.rstrip("\r\n"))
        name = (NAMES.get(row["key"].lower(), "") if row["key"] else next(unnamed, "")) if row else ""
        start, end = _unquoted(row["value"], row.start("value")) if row else (0, 0)
        if name == "title" and name not in found.said:
            said = _parted(piece[start:end], piece[:start].rstrip(" \t")[-1:])
            found.title = join(said[::2])
            found.dropped += [Dropped(each, FIELD) for each in (piece[:start], *said[1::2], piece[end:])]
        else:
            found.dropped.append(Dropped(piece, FIELD))
        if name:
            found.said.setdefault(name, str(piece[start:end]))
    return found


def _rows(text: Traced) -> Iterator[Traced]:
    """Each row, with the indented ones below it, over which its value may go on."""
    begin = at = 0
    flat = JSON_BEGIN.match(text) is not None
    for row in str(text).splitlines(keepends=True):
        if flat or not (at and row.strip() and row.startswith((" ", "\t"))):
            yield text[begin:at]
            begin = at
        at += len(row)
    yield text[begin:at]


def _parted(words: Traced, quote: str) -> list[Traced]:
    """``words`` with the signs between them that only keep the next one from ending the quotation."""
    parts, at = list[Traced](), 0
    for sign in ESCAPES[quote].finditer(words) if quote in ESCAPES else ():
        parts += [words[at : sign.start()], words[sign.start() : sign.end()]]
        at = sign.end()
    return [*parts, words[at:]]


def _unquoted(value: str, start: int) -> tuple[int, int]:
    """Where the words of a value begin and end: inside its quotes, or before a remark."""
    if len(value) > 1 and value[0] in "\"'" and (end := value.rfind(value[0])) > 0:
        return start + 1, start + end
    return start, start + len(re.split(r"(?<!\s)\s++#", value, maxsplit=1)[0])
