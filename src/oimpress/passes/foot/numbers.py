"""From which country a contact's number is dialled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from oimpress.knowledge.phones import country_of, find_phones, phone
from oimpress.model.nodes import Phone
from oimpress.notices import Notice, notice
from oimpress.passes.foot.pieces import ContactPiece
from oimpress.patterns import lazy

FRENCH = lazy(r"0[1-9](?P<gap>[ .\u00a0\u202f-]?)(?:\d\d(?P=gap)){3}\d\d|0[ \u00a0]?8\d\d(?:[ \u00a0]?\d{3}){2}")
SPANISH = lazy(  # as in Spain only
    r"[6-9]\d\d(?P<gap>[ .\u00a0\u202f])\d\d(?P=gap)\d\d(?P=gap)\d\d|[89]\d \d{3} \d\d \d\d"
)
MALAGASY = lazy(r"03[2-48](?P<gap>[ .\u00a0\u202f])\d\d(?P=gap)\d{3}(?P=gap)\d\d")  # as in Madagascar only
# What a number of the French overseas begins with, wherever one writes it. Source: Arcep, plan de numérotation.
OVERSEAS = {
    "GP": "0(?:590|69[01])",
    "MQ": "0(?:596|69[67])",
    "GF": "0(?:594|694)",
    "RE": "0(?:26[23]|69[23])",
    "YT": "0(?:269|639(?!98))",  # 0639 98 is for films
}
BY_FOURS = lazy(r"0\d{3}(?P<gap>[ .\u00a0\u202f-]?)\d\d(?P=gap)\d\d(?P=gap)\d\d")  # as overseas write their numbers
ABROAD = lazy(r"(?<!\w)(?:gsm|natel)(?!\w)", re.IGNORECASE)  # what nobody in France calls a mobile
HOST = lazy(r"(?:@|www\.|//)(?:[\w-]+\.)+(?P<country>[a-z]+)(?![\w.-])", re.IGNORECASE)
# Countries whose domain nobody else takes, and whose national numbers no other of them has to be asked for.
OWN_DOMAINS = frozenset(
    ("BE", "CH", "LU", "FR", "ES", "PT", "IT", "DE", "NL", "CA", "SN", "CI", "TN", "MA", "DZ", "CM")
)
# Countries of numbers of ten digits of which the first is 0. Sources: ARTCI 2021, ANRT 2009, ARCEP Bénin 2024.
AS_IN_FRANCE = frozenset(("CI", "MA", "BJ", "FR"))
BY_CODE = lazy(r"\((?=[2-9])(\d{3})\) ?(?=\d(?:[ .-]?\d){7})")  # « (228) 22 21 55 01 », with more digits than America
AMERICAN = lazy(r"(?:1[ .-])?\(?[2-9]\d\d\)?[ .-][2-9]\d\d-\d{4}(?!\d).*")  # nobody else writes a number so


def regions_of(country: str, office: str, lang: str) -> tuple[str, ...]:
    """The countries that numbers without a prefix may be dialled from: the dateline's, the office's, the language's."""
    return tuple(dict.fromkeys(filter(None, (country, office, lang[3:] if len(lang) == len("fr-CH") else ""))))


def told_by(lines: Iterable[str]) -> tuple[str, ...]:
    """The country of all numbers with a prefix in ``lines``, where the others may be dialled as in France."""
    found = {country_of(one.uri) for line in lines if "+" in line for one in find_phones(line) if one.uri}
    return tuple(found) if len(found) == 1 and found <= AS_IN_FRANCE else ()


def by_domain(lines: Iterable[str]) -> tuple[str, ...]:
    """The country in whose top-level domain all addresses in ``lines`` stand, where only its own offices have one."""
    found = {host["country"].upper() for line in lines for host in HOST.finditer(line)}
    return tuple(found) if len(found) == 1 and found <= OWN_DOMAINS else ()


def is_abroad(lines: Iterable[str]) -> bool:
    """Whether words in ``lines`` show that the numbers of a page in French are none of France."""
    return any(ABROAD.search(line) for line in lines)


def dialled(
    piece: ContactPiece,
    line: str,
    regions: Sequence[str],
    lang: str,
    where: str,
    notices: list[Notice],
    abroad: bool = False,
) -> Phone:
    """The number of ``piece``, dialled from the first region where it is one. Notice C101 where none is.

    A number with a prefix on the same ``line`` says it best. ``abroad`` says that the language does not.
    """
    text = str(piece.text)
    clear = _by_shape(text) or (() if regions else _clear(text, lang, abroad))
    countries = [_of_france(text, region) for region in (*regions, *clear)]
    known = dict.fromkeys((*(() if text.startswith("+") else _beside(line)), *countries, ""))
    found = [one for region in known for one in islice(find_phones(text, region, labelled=True), 1)]
    number = next((one for one in found if one.uri), next(iter(found), None))
    if not number or not number.uri:
        notices.append(notice("C101", where, text))
    shown = piece.text.put_by("C002")
    made = phone(shown, number, lang) if number else Phone(shown)  # what only a person calls a number may be none
    return Phone(made.text, made.uri, piece.use)


def _by_shape(number: str) -> tuple[str, ...]:
    """The only country where numbers are written so."""
    return ("US",) if AMERICAN.fullmatch(number) else ("MG",) if MALAGASY.fullmatch(number) else ()


def _clear(number: str, lang: str, abroad: bool) -> tuple[str, ...]:
    """The country whose numbers look so, on a page in its language that names none, and shows no other.

    What nobody in France says of a mobile is said overseas.
    """
    if lang.startswith("fr") and BY_FOURS.fullmatch(number) and _overseas(number):
        return ("FR",)
    if abroad:
        return ()
    if lang.startswith("fr") and FRENCH.fullmatch(number):
        return ("FR",)
    return ("ES",) if lang.startswith("es") and SPANISH.fullmatch(number) else ()


def _of_france(number: str, region: str) -> str:
    """The country that a number is dialled in on a page of ``region``: of France itself, or of its overseas."""
    if region not in ("FR", *OVERSEAS) or not number.startswith("0"):
        return region
    return _overseas(number) or "FR"


def _overseas(number: str) -> str:
    digits = "".join(filter(str.isdigit, number))
    return next((country for country, own in OVERSEAS.items() if re.match(own, digits)), "")


def _beside(line: str) -> tuple[str, ...]:
    """The country whose prefix all numbers on ``line`` have that have one."""
    found = {country_of(one.uri) for one in find_phones(BY_CODE.sub(r"+\1 ", line)) if one.uri}
    return tuple(found) if len(found) == 1 else ()
