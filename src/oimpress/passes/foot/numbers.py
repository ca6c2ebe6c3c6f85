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
SPANISH = lazy(r"[6-9]\d\d(?P<gap>[ .\u00a0\u202f])\d\d(?P=gap)\d\d(?P=gap)\d\d")  # as in Spain only
# What a number of the French overseas begins with; another one on their pages is dialled as in France.
OVERSEAS = {
    "GP": "0(?:590|69[01])",
    "MQ": "0(?:596|69[67])",
    "GF": "0(?:594|694)",
    "RE": "0(?:26[23]|69[23])",
    "YT": "0(?:269|639)",
}
# Countries of numbers of ten digits of which the first is 0. Sources: ARTCI 2021, ANRT 2009, ARCEP Bénin 2024.
AS_IN_FRANCE = frozenset(("CI", "MA", "BJ", "FR"))
AMERICAN = lazy(r"(?:1[ .-])?\(?[2-9]\d\d\)?[ .-][2-9]\d\d-\d{4}(?!\d).*")  # nobody else writes a number so


def regions_of(country: str, office: str, lang: str) -> tuple[str, ...]:
    """The countries that numbers without a prefix may be dialled from: the dateline's, the office's, the language's."""
    return tuple(dict.fromkeys(filter(None, (country, office, lang[3:] if len(lang) == len("fr-CH") else ""))))


def told_by(lines: Iterable[str]) -> tuple[str, ...]:
    """The country of all numbers with a prefix in ``lines``, where the others may be dialled as in France."""
    found = {country_of(one.uri) for line in lines if "+" in line for one in find_phones(line) if one.uri}
    return tuple(found) if len(found) == 1 and found <= AS_IN_FRANCE else ()


def dialled(
    piece: ContactPiece, line: str, regions: Sequence[str], lang: str, where: str, notices: list[Notice]
) -> Phone:
    """The number of ``piece``, dialled from the first region where it is one. Notice C101 where none is.

    A number with a prefix on the same ``line`` says it best.
    """
    text = str(piece.text)
    clear = ("FR",) if lang.startswith("fr") and FRENCH.fullmatch(text) and not regions else ()
    clear = ("ES",) if lang.startswith("es") and SPANISH.fullmatch(text) and not regions else clear
    clear = ("US",) if AMERICAN.fullmatch(text) else clear
    regions = [_of_france(text, region) for region in regions]
    known = dict.fromkeys((*(() if text.startswith("+") else _beside(line)), *regions, *clear, ""))
    found = [one for region in known for one in islice(find_phones(text, region, labelled=True), 1)]
    number = next((one for one in found if one.uri), next(iter(found), None))
    if not number or not number.uri:
        notices.append(notice("C101", where, text))
    shown = piece.text.put_by("C002")
    made = phone(shown, number, lang) if number else Phone(shown)  # what only a person calls a number may be none
    return Phone(made.text, made.uri, piece.use)


def _of_france(number: str, region: str) -> str:
    """The country that a number is dialled from on a page of ``region``."""
    own = OVERSEAS.get(region)
    digits = "".join(filter(str.isdigit, number))
    return "FR" if own and digits.startswith("0") and not re.match(own, digits) else region


def _beside(line: str) -> tuple[str, ...]:
    """The country whose prefix all numbers on ``line`` have that have one."""
    found = {country_of(one.uri) for one in find_phones(line) if one.uri}
    return tuple(found) if len(found) == 1 else ()
