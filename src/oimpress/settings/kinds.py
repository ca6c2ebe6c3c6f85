"""What a value of the settings can be: how people write it, how the program has it, and what an error says of it.

A :class:`Kind` stands in the annotation of a field, ``Annotated[str, DATE]``. The same one reads a value in a file, on
the command line and in a call.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, TypeAlias

from oimpress.errors import UsageError
from oimpress.i18n import gettext_noop
from oimpress.knowledge.dates import written_dates
from oimpress.knowledge.gazetteer import country_code
from oimpress.knowledge.tags import language_tag

SHOWN = 60  # characters of a wrong value in an error
NAME = re.compile("[a-z0-9][a-z0-9-]{0,39}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

NOT_ONE = gettext_noop("{place}: “{found}” is not {reason}; write {wanted}")
TWO_DAYS = gettext_noop("{place}: “{found}” may be two days; write {one} or {other}")
NOT_KNOWN = gettext_noop("{place}: “{found}” is not known here; choose among {known}")
MISSPELT = gettext_noop("{place}: “{found}” is not known here; did you mean “{near}”?")


class Unfit(ValueError):
    """A value that is not of its kind: what an error says of it, but for the place."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def at(self, place: str) -> UsageError:
        return UsageError(self.message, place=place, **self.values)


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """``read`` gives a value as the program has it, None for one that is not ``reason``; ``schema`` is JSON Schema.

    ``wanted`` says what to write instead. A kind may raise Unfit itself where it knows better what to say.
    """

    reason: str
    wanted: str
    read: Callable[[Any], Any]
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})

    def checked(self, value: object) -> Any:
        """``value`` as the program has it. Raises Unfit."""
        found = self.read(value)
        if found is None:
            raise Unfit(NOT_ONE, found=shown(value), reason=self.reason, wanted=self.wanted)
        return found

    def at(self, place: str, value: object) -> Any:
        """``value``, given at ``place``, as the program has it. Raises UsageError."""
        try:
            return self.checked(value)
        except Unfit as unfit:
            raise unfit.at(place) from None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.checked)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {"description": f"{self.reason}: {self.wanted}", **self.schema} if self.reason else dict(self.schema)


def shown(value: object) -> str:
    """``value`` about as it stands in the file, on one short line."""
    match value:
        case bool():
            words = str(value).lower()
        case dict():
            words = "{…}"
        case list():
            words = "[…]"
        case _:
            words = CONTROL.sub(lambda found: repr(found[0])[1:-1], str(value)[: SHOWN + 1])
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


def near(word: str, known: Sequence[str]) -> str:
    """The one of the words ``known`` that ``word`` is a slip of; empty when none is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:SHOWN], known, 1)), "")


def _line(value: object) -> str | None:
    return value if isinstance(value, str) and not CONTROL.search(value) else None


def _words(value: object) -> str | None:
    return line if (line := _line(value)) and line.strip() else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _date(value: object) -> str | None:
    """ISO 8601, a year or a month alone too; empty where an empty text says that there is none."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if not isinstance(value, str) or not value:
        return value if value == "" else None
    match written_dates(value):
        case [one]:
            return one
        case [one, other]:
            raise Unfit(TWO_DAYS, found=shown(value), one=one, other=other)
        case _:
            return None


def _day(value: object) -> datetime.date | None:
    day = _date(value)
    return datetime.date.fromisoformat(day) if day and len(day) == 10 else None


def _moment(value: object) -> str | None:
    """ISO 8601 for a date or a time of TOML; a text as it stands, for whoever reads it to understand."""
    return value.isoformat() if isinstance(value, datetime.date) else _words(value)


def _url(value: object) -> str | None:
    line = _line(value)
    return line if line and line.startswith(("http://", "https://")) else None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) and NAME.fullmatch(value) else None


def _named(find: Callable[[str], str]) -> Callable[[object], str | None]:
    """Reads a text by what ``find`` gives for it; none where that is empty."""
    return lambda value: (find(line) or None) if (line := _words(value)) else None


def choice(*words: str) -> Kind:
    """One of ``words``, whatever its case and its hyphens."""

    def read(value: object) -> str:
        written = str(value).strip().lower().replace("_", "-").replace(" ", "-") if isinstance(value, str) else ""
        if written in words:
            return written
        if meant := near(written, words):
            raise Unfit(MISSPELT, found=shown(value), near=meant)
        raise Unfit(NOT_KNOWN, found=shown(value), known=", ".join(words))

    return Kind("", "", read, {"enum": list(words)})


def number(least: int, most: int) -> Kind:
    """A whole number between ``least`` and ``most``."""

    def read(value: object) -> int | None:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return value if fits and isinstance(value, int) else None

    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Kind(gettext_noop("a whole number within bounds"), f"{least}–{most}", read, schema)


def several(kind: Kind) -> Kind:
    """A list of values, or one alone, as a tuple."""

    def read(value: object) -> tuple[Any, ...] | None:
        given = [value] if isinstance(value, str) else value
        return tuple(map(kind.checked, given)) if isinstance(given, list | tuple) else None

    items = dict(kind.schema)
    schema = {"anyOf": [items, {"type": "array", "items": items}]}
    return Kind(gettext_noop("a list of texts"), '["…", "…"]', read, schema)


def some(*words: str) -> Kind:
    """Some of ``words``, in their order."""
    listed = several(choice(*words))

    def read(value: object) -> tuple[str, ...] | None:
        found = listed.read(value)
        return None if found is None else tuple(word for word in words if word in found)

    return replace(listed, read=read)


LINE = Kind(gettext_noop("a text on one line"), '"…"', _line)
WORDS = Kind(gettext_noop("a text on one line"), '"…"', _words, {"type": "string", "minLength": 1})
SMALL_NAME = Kind(
    gettext_noop("a name that may stand here"),
    gettext_noop("small letters, digits and hyphens, at most 40"),
    _name,
    {"type": "string", "pattern": f"^{NAME.pattern}$"},
)
FLAG = Kind(gettext_noop("true or false"), gettext_noop("one of the two, without quotes"), _flag, {"type": "boolean"})
DATE = Kind(gettext_noop("a day that exists"), gettext_noop("2026-11-22, 22/11/2026 or 22 November 2026"), _date)
DAY = Kind(gettext_noop("a day that exists"), gettext_noop("2026-11-22, 22/11/2026 or 22 November 2026"), _day)
MOMENT = Kind(gettext_noop("a moment or a text on one line"), gettext_noop("2026-11-22T08:00:00+01:00"), _moment)
LANGUAGE = Kind(gettext_noop("a language"), gettext_noop("fr, fr-CA, Spanish"), _named(language_tag))
COUNTRY = Kind(gettext_noop("a country"), gettext_noop("FR, CH or a country’s name"), _named(country_code))
URL = Kind(gettext_noop("a web address"), "https://…", _url, {"type": "string", "pattern": "^https?://"})
COLOUR = Kind(
    gettext_noop("a colour"),
    "#1a2b3c",
    lambda value: value.lower() if isinstance(value, str) and re.fullmatch("#[0-9a-fA-F]{6}", value) else None,
    {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
)

Line: TypeAlias = Annotated[str, LINE]
Words: TypeAlias = Annotated[str, WORDS]
Lines: TypeAlias = Annotated[tuple[str, ...], several(WORDS)]
Name: TypeAlias = Annotated[str, SMALL_NAME]
Flag: TypeAlias = Annotated[bool, FLAG]
Date: TypeAlias = Annotated[str, DATE]
Day: TypeAlias = Annotated[datetime.date, DAY]
Moment: TypeAlias = Annotated[str, MOMENT]
Language: TypeAlias = Annotated[str, LANGUAGE]
Country: TypeAlias = Annotated[str, COUNTRY]
Url: TypeAlias = Annotated[str, URL]
Colour: TypeAlias = Annotated[str, COLOUR]
