"""What every publication says the same way: which day, where and when, in which order, by which label."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from oimpress.i18n import is_spoken, phrases
from oimpress.knowledge.lexicon import named
from oimpress.model.dating import day_of
from oimpress.model.nodes import Contact, Edition, Inlines, List, Para, Phone, Release, Text
from oimpress.model.opening import opening
from oimpress.model.runs import inlines, plain
from oimpress.typography.superscripts import raised

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)  # the earliest moment that a zip archive can name
LABEL = re.compile(r"(?P<before>(?:.*[^\w])?)(?P<number>\d{1,9}|[A-Za-z]|[ivx]{1,9}|[IVX]{1,9})(?P<after>[^\w]*)\Z")
SAYS_CONTACTS = re.compile(  # « Contact presse : », "Media contacts", « Contacto de prensa »
    r"(?:vos |nos |votre |our |your )?(?:contacts? (?:(?:pour|de) )?(?:la |les )?(?:presse|médias?)"
    r"|(?:press|media) contacts?|contactos? (?:de|para la) prensa)\W*",
    re.IGNORECASE,
)
DASHES = {"": "•", "*": "•", "·": "•", "o": "•", "-": "–"}
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def ordered(edition: Edition) -> tuple[Release, ...]:
    """The releases in the given order, the undated ones last."""
    return tuple(sorted(edition.releases, key=lambda release: not day_of(release)))


def place_of(release: Release) -> str:
    """The place of the dateline as printed, or nothing."""
    return str(release.dateline.place.text) if release.dateline and release.dateline.place else ""


def date_of(release: Release, lang: str) -> str:
    """The date as printed, as published in words of ``lang`` where print names no year; nothing when it is undated."""
    printed = release.dateline.date if release.dateline else None
    if printed and (printed.when or not release.published):
        return str(printed.text)
    published = long_date(str(release.published), lang)
    return ", ".join(filter(None, (str(printed.text) if printed else "", published)))


def when_where(release: Release, lang: str) -> str:
    """What is known of place and date on one line: « Mexique – 10 décembre 2010 »."""
    return " – ".join(filter(None, (place_of(release), date_of(release, lang))))


def with_ordinals(words: str, lang: str) -> Inlines:
    """« 1er mai » with the end of its ordinal set high, as the text of a release has it."""
    said = inlines(str(words))
    return raised(said, str(words)) if lang.lower().startswith("fr") else said


def heading_of(release: Release) -> Inlines:
    """The title, or the words that the release opens with."""
    return release.title if plain(release.title).strip() else (Text(opening(release)),)


def label_language(release: Release, lang: str) -> str:
    """The language of the labels in a release: its own where we have its words, else ``lang`` of the edition."""
    return str(release.lang) if is_spoken(str(release.lang)) else said_in(lang)


def said_in(lang: str) -> str:
    """The language that the phrases of ``lang`` are in: English where we have none of it."""
    return lang if is_spoken(lang) else "en"


def contacts_heading(
    contacts: Sequence[Para | Contact], say: Callable[[str], str]
) -> tuple[Inlines, Sequence[Para | Contact]]:
    """What stands above the contacts, and the contacts: the release's own words, where they begin with such."""
    first = contacts[0] if contacts else None
    if isinstance(first, Para) and SAYS_CONTACTS.fullmatch(plain(first.children)):
        return first.children, contacts[1:]
    return (Text(say("Press contacts")),), contacts


def letterhead(release: Release) -> str:
    """The body that issues the release, and the number it gave it, on one line; nothing when neither is known."""
    return " – ".join(filter(None, (str(release.issuer), str(release.reference))))


def phone_kind(phone: Phone, lang: str) -> str:
    """What kind of telephone it is, in a word; nothing where that is not known."""
    say = phrases(lang)
    return {"mobile": say("Mobile"), "fax": say("Fax"), "": ""}[phone.kind]


def phone_line(phone: Phone, lang: str) -> str:
    """The number behind its kind: « Mobile : 06 … »."""
    kind = phone_kind(phone, lang)
    return f"{kind}{colon(lang)} {phone.text}" if kind else str(phone.text)


def colon(lang: str) -> str:
    """A colon with the space that the language puts before it."""
    return "\u00a0:" if lang.lower().startswith("fr") else ":"


def long_date(when: str, lang: str) -> str:
    """``2019-05-14`` as « 14 mai 2019 », its first blank no-break; a year or a month is said as far as it is known."""
    if not (found := re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", when)):
        return ""
    if not found[2]:
        return found[1]
    day = date(int(found[1]), int(found[2]), int(found[3] or 1))
    if lang != "fr":
        return _by_babel(day, bool(found[3]), lang)
    month = next(name for number, name in named("month", lang) if number == str(day.month))
    if not found[3]:
        return f"{month}\u00a0{day.year}"
    return f"{'1er' if day.day == 1 else day.day}\u00a0{month} {day.year}"


def _by_babel(day: date, whole: bool, lang: str) -> str:
    """A day, or its month and year alone, as CLDR has them; Babel takes as long to load as a page to write."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date, format_skeleton

    try:
        locale = Locale.parse(lang, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    words = format_date(day, "long", locale) if whole else format_skeleton("yMMMM", day, locale=locale)
    return re.sub(r"^1\b", "1er", words, count=1).replace(" ", "\u00a0", 1) if locale.language == "fr" else words


def hour(moment: datetime, lang: str) -> str:
    """The time of day: « 6 h 30 » in French, its blanks no-break, and ``06:30`` in other languages."""
    if not lang.lower().startswith("fr"):
        return moment.strftime("%H:%M")
    return f"{moment.hour}\u00a0h\u00a0{moment.minute:02}" if moment.minute else f"{moment.hour}\u00a0h"


def modified(edition: Edition) -> datetime:
    """When the publication counts as made: SOURCE_DATE_EPOCH, else midnight UTC of the edition's date.

    An undated edition has the fixed date 1980-01-01, so that its bytes do not depend on the clock.
    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if seconds.isascii() and seconds.isdigit():
        return max(EPOCH, datetime.fromtimestamp(min(int(seconds), 4_354_819_198), UTC))
    found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", str(edition.date))
    if not found:
        return EPOCH
    return max(EPOCH, datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1), tzinfo=UTC))


def label(block: List, number: int) -> str:
    """The label of the item ``number`` (from 1) in the manner of the list's own marker: ``b)`` after ``a)``."""
    if not block.ordered:
        return DASHES.get(str(block.marker), str(block.marker))
    found = LABEL.match(str(block.marker))
    if not found:
        return f"{number}."
    first = found["number"]
    return f"{found['before']}{counted(first, number - 1)}{found['after'] or '.' * (not found['before'])}"


def counted(first: str, further: int) -> str:
    """The number ``further`` places behind ``first``: ``4`` after ``3``, ``c`` after ``b``, ``ii`` after ``i``."""
    if first.isdigit():
        return str(int(first) + further)
    if first.lower() == "i" or len(first) > 1:
        made = roman(from_roman(first.lower()) + further)
    else:
        at = ord(first.lower()) - ord("a") + further
        made = chr(ord("a") + at % 26) * (at // 26 + 1)
    return made.upper() if first.isupper() else made


def roman(number: int) -> str:
    """``number`` in small Roman figures."""
    made = ""
    for value, figure in ROMAN:
        made += figure * (number // value)
        number %= value
    return made


def from_roman(figures: str) -> int:
    """What small Roman figures are worth."""
    worth = {figure: value for value, figure in ROMAN if len(figure) == 1}
    values = [worth[figure] for figure in figures]
    return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values))
