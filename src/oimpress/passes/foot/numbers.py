"""From which country a contact's number is dialled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oimpress.knowledge.phones import find_phones, phone
from oimpress.model.nodes import Phone
from oimpress.notices import Notice, notice
from oimpress.passes.foot.pieces import ContactPiece

FRENCH = re.compile(r"0[1-9](?P<gap>[ .\u00a0\u202f-]?)(?:\d\d(?P=gap)){3}\d\d")

AMERICAN = re.compile(r"(?:1[ .-])?\(?[2-9]\d\d\)?[ .-][2-9]\d\d-\d{4}(?!\d).*")  # nobody else writes a number so


def regions_of(country: str, office: str) -> tuple[str, ...]:
    """The countries that numbers without a prefix may be dialled from: the dateline's goes before the office's own."""
    return tuple(dict.fromkeys(filter(None, (country, office))))


def dialled(piece: ContactPiece, regions: Sequence[str], lang: str, where: str, notices: list[Notice]) -> Phone:
    """The number of ``piece``, dialled from the first region where it is one. Notice C101 where none is."""
    text = str(piece.text)
    clear = ("FR",) if lang.startswith("fr") and FRENCH.fullmatch(text) and not regions else ()
    clear = ("US",) if AMERICAN.fullmatch(text) else clear
    found = [next(find_phones(text, region, labelled=True)) for region in (*regions, *clear, "")]
    number = next((one for one in found if one.uri), found[0])
    if not number.uri:
        notices.append(notice("C101", where, text))
    made = phone(piece.text.put_by("C002"), number, lang)
    return Phone(made.text, made.uri, piece.use)
