"""Telephone numbers in running text, to RFC 3966; the digits as printed are kept for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from oimpress.model.nodes import Phone
from oimpress.model.traced import Edit, Traced, inserted
from oimpress.patterns import lazy

SHOWN, URI = "C006", "C007"
EXTENSION = r"(?P<ext>[\s,;]*\(?(?:ext(?:ension)?|poste|anexo|interno|p|int|x)\b\.?\s*:?\s*(?P<extension>\d{1,6})\)?)"
NUMBER = lazy(
    r"(?P<number>[+(0-9](?<![\w@./-].)(?:(?<=\+)\s*\(?\d|(?<=\()\+?\d|(?<=\d))(?:[\s\u00a0\u202f().–-]{0,3}\d|/\d){5,17})"
    rf"{EXTENSION}?(?![\w@])",
    re.IGNORECASE,
)
APART = lazy(
    r"[\s\u00a0\u202f]+[–-][\s\u00a0\u202f]+|[\s\u00a0\u202f]*\((?!0\))"
)  # behind a whole number another begins
NO_DIGIT = lazy(r"\D+")
WHOLE = 8  # digits of a number that is whole
OVERSEAS = frozenset(("NC", "PM", "WF"))  # where a number has six digits, by twos
BY_TWOS = re.compile(r"\d\d(?P<gap>[ .\u00a0\u202f])\d\d(?P=gap)\d\d")
# What is dialled behind a house's own number, where a dash parts them: in Luxembourg, Germany and Austria.
DIRECT = re.compile(r"(?P<code>\(?(?:\+|00)(?:352|49|43)(?!\d)\)?)?(?:[ ./\u00a0\u202f]?\d)+ ?[–-] ?\d{1,4}")
DIRECT_DIALLED = frozenset(("LU", "DE", "AT"))
LEAST_LABELLED = 7  # digits behind a label: fewer are an extension or a short number
# Nine digits or more, set apart or not: as many as a number has that is dialled, and more than a date.
MANY_DIGITS = lazy(r"\+?\d(?:[ .()/\u00a0\u202f-]{0,2}\d){8,}")
DATE = lazy(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d)")
YEARS = lazy(r"(?P<first>(?:1\d|20)\d\d) ?[-–/] ?(?P<last>(?:1\d|20)\d\d)(?!\d)")  # « saison 2025-2026 », « 1850-1920 »
MOST_YEARS = 10  # from the first to the last of a season, a plan, a term of office
PAST = 2000  # no number of eight digits begins with a year before: such years are a life, a reign, an age
# Arcep, plan national de numérotation. What is French needs no phonenumbers, which takes long to load, and to ask.
HOUSE = lazy(r"[1-9]\d{0,2}(?: ?[-/] ?\d{1,3})? ?[,–—-] ?\d{4,5} +[A-ZÀ-Þ]")  # « 14-15 – 6000 Charleroi »
FRENCH = lazy(r"(?:\+33|0)([1-9][0-9]{8})")
FRANCE = "tel:+33"
FRENCH_MOBILES = (f"{FRANCE}6", f"{FRANCE}7")
# Digits before numbers became longer. Sources: ARCEP Bénin 2024, ARTCI 2021.
FORMER = {229: 8, 225: 8}
WORDS = {"fr": "poste", "en": "ext.", "es": "ext."}


class FoundPhone(NamedTuple):
    """A number at ``start:end``; ``digits:extension`` splits it. ``uri`` is empty when it cannot be dialled."""

    start: int
    end: int
    digits: int
    extension: str
    uri: str


def find_phones(text: str, region: str = "", labelled: bool = False) -> Iterator[FoundPhone]:
    """The numbers in ``text``: those with ``+`` or ``00``, and when ``labelled`` any of seven digits or more.

    ``region`` (ISO 3166-1) is the country numbers without a prefix are dialled from.
    """
    at = 0
    while match := NUMBER.search(text, at):
        number, extension = match["number"], match["extension"] or ""
        at, digits = match.end(), match.end("number")
        if apart := _apart(number, region):
            number, extension, at = number[:apart], "", match.start() + apart
            digits = at
        prefixed = number.startswith(("+", "(+", "00"))
        short = sum(map(str.isdigit, number)) < LEAST_LABELLED
        short = short and not (region in OVERSEAS and BY_TWOS.fullmatch(number))
        if not prefixed and (not labelled or short or _dates(number) or HOUSE.match(text, match.start("number"))):
            continue
        uri = _uri(number, region)
        if uri or labelled or prefixed:
            uri += f";ext={extension}" if uri and extension else ""
            alone = number.startswith("(") and ")" not in number  # a bracket that holds more than the number
            yield FoundPhone(match.start() + alone, at, digits, extension, uri)


def _dates(number: str) -> bool:
    """Whether the figures are a day, or the first and the last of some years."""
    if not (years := YEARS.match(number)):
        return DATE.match(number) is not None
    first, last = int(years["first"]), int(years["last"])
    return first < last and (first < PAST or last - first <= MOST_YEARS)


def _apart(number: str, region: str) -> int:
    """Where a number ends that another follows, or an hour in brackets; 0 where there is one number only.

    A few digits behind a dash are dialled with the rest where extensions are: « (+352) 28 55 50 – 412 ».
    """
    if (direct := DIRECT.fullmatch(number)) and (direct["code"] or region in DIRECT_DIALLED):
        return 0
    ends = (gap.start() for gap in APART.finditer(number))
    return next((end for end in ends if sum(map(str.isdigit, number[:end])) >= WHOLE), 0)


def is_valid(number: str, country: str) -> bool:
    """Whether ``number``, as it is written, is one of those that ``country`` has given out."""
    import phonenumbers

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number, country)))
    except phonenumbers.NumberParseException:
        return False


@lru_cache(maxsize=256)  # a press office's own number stands in all of its releases
def _uri(number: str, region: str) -> str:
    bare = number.replace("(0)", "")
    international = f"+{bare[2:]}" if bare.startswith("00") else bare
    digits = NO_DIGIT.sub("", international)  # phonenumbers knows no narrow no-break space
    dialled = f"+{digits}" if international.startswith(("+", "(+")) else digits
    if (french := FRENCH.fullmatch(dialled)) and (region == "FR" or dialled.startswith("+")):
        return FRANCE + french[1]
    if not (region or dialled.startswith("+")):
        return ""  # nobody can dial it who does not know the country
    import phonenumbers

    try:
        parsed = phonenumbers.parse(dialled, region or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed) and not _was_given_out(parsed.country_code, digits):
        return ""
    return "tel:" + phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _was_given_out(code: int | None, digits: str) -> bool:
    """Whether a number is as long as those that a country had before its last change of plan."""
    national = digits.removeprefix("00").removeprefix(str(code))
    return len(national) == FORMER.get(code or 0)


def country_of(uri: str) -> str:
    """The country (ISO 3166-1) that an international number belongs to; of several with one prefix the main one."""
    if uri.startswith(FRANCE):
        return "FR"
    import phonenumbers

    number = phonenumbers.parse(uri.removeprefix("tel:").partition(";")[0])
    return str(phonenumbers.region_code_for_country_code(number.country_code or 0))


def is_mobile(uri: str) -> bool:
    """Whether an international number can only be a mobile's; in France by its first figure, whoever has it."""
    if not uri or uri.startswith(FRANCE):
        return uri.startswith(FRENCH_MOBILES)
    import phonenumbers

    number = phonenumbers.parse(uri.removeprefix("tel:").partition(";")[0])
    return bool(phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE)


def phone(text: Traced, found: FoundPhone, lang: str) -> Phone:
    """``text[found.start:found.end]`` as a Phone: no space after ``+``, the extension in the words of ``lang``."""
    edits: list[Edit] = []
    shown = str(text)
    if gap := re.compile(r"\+\s+").match(shown, found.start):
        edits.append(Edit(SHOWN, gap.start() + 1, gap.end(), gap[0][1:], ""))
    if found.extension:
        words = f", {WORDS.get(lang[:2], 'ext.')}\u00a0{found.extension}"
        before = shown[found.digits : found.end]
        edits += [Edit(SHOWN, found.digits, found.end, before, words)] if before != words else []
    at = -found.start
    moved = [edit._replace(start=edit.start + at, end=edit.end + at) for edit in edits]
    kept = text[found.start : found.end].edited(moved)
    return Phone(kept, inserted(found.uri, URI, kept.start))
