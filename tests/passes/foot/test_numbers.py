"""Telephones of contacts: from which country they are dialled, and what no country knows."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact
from oimpress.model.traced import Traced, of_source
from oimpress.notices import Notice
from oimpress.passes.foot.numbers import dialled, regions_of
from oimpress.passes.foot.pieces import ContactPiece
from tests.passes.reading import LEAD, MORE, read

NBSP = "\u00a0"


def uri(number: str, *regions: str, line: str = "", lang: str = "fr") -> str:
    """How ``number`` is dialled; empty where a notice tells that nobody knows."""
    notices: list[Notice] = []
    piece = ContactPiece(of_source(number), "phone", 0, 0, use="mobile")
    found = dialled(piece, line or number, regions, lang, "l.3", notices)
    assert (found.text, found.kind) == (number, "mobile")
    assert isinstance(found.text, Traced)
    assert {piece.place for piece in found.text.pieces} == {"C002"}
    assert [(one.code, one.where, one.detail) for one in notices] == (
        [] if found.uri else [("C101", "l.3", number.replace(NBSP, " "))]
    )
    return found.uri


@pytest.mark.parametrize(
    ("country", "office", "lang", "regions"),
    [
        ("NE", "CH", "fr-BE", ("NE", "CH", "BE")),
        ("", "CH", "fr", ("CH",)),
        ("CH", "CH", "fr-CH", ("CH",)),
        ("", "", "fr", ()),
        ("", "", "zh-Hans-CN", ()),
    ],
)
def test_numbers_are_of_the_place_then_of_the_office_then_of_the_language(
    country: str, office: str, lang: str, regions: tuple[str, ...]
) -> None:
    assert regions_of(country, office, lang) == regions


def test_the_first_country_where_it_is_a_number() -> None:
    assert uri("022 717 91 11", "CH") == "tel:+41227179111"
    assert uri("20 75 31 41", "CH", "NE") == "tel:+22720753141"
    assert uri("+33 1 42 68 53 00", "CH") == "tel:+33142685300"
    assert uri("+33 1 42 68 53 00", "CH", line="+33 1 42 68 53 00, +41 22 717 91 11") == "tel:+33142685300"
    assert uri("01\u202f42\u202f68\u202f53\u202f00", "FR") == "tel:+33142685300"
    assert uri("20 75 31 41") == ""
    assert uri("+999 20 75 31 41", "CH") == ""


@pytest.mark.parametrize(
    "number",
    ["01 42 68 53 00", "01.42.68.53.00", "0142685300", "01-42-68-53-00", f"01{NBSP}42{NBSP}68{NBSP}53{NBSP}00"],
)
def test_a_text_in_french_from_nowhere_with_a_number_as_france_writes_it(number: str) -> None:
    assert uri(number) == "tel:+33142685300"
    assert uri(number, lang="en") == ""
    assert uri(number, "NE") == ""


def test_other_ways_of_parting_digits_are_not_those_of_france() -> None:
    assert uri("01 42.68 53 00") == ""
    assert uri("0805 123 456") == uri("0 805 123 456") == "tel:+33805123456"


@pytest.mark.parametrize("number", ["(819) 555-0121", "819 555-0121", "819.555-0121", "1 819 555-0121"])
def test_a_number_as_america_writes_it(number: str) -> None:
    assert uri(number) == uri(number, lang="en") == uri(number, "FR") == "tel:+18195550121"


@pytest.mark.parametrize(("number", "found"), [("96 355 01 10", "tel:+34963550110"), ("46 355 01 10", "")])
def test_a_number_as_spain_writes_those_of_its_provinces(number: str, found: str) -> None:
    assert uri(number, lang="es") == found
    assert uri(number) == ""


def test_a_number_with_a_prefix_beside_it_tells_its_country() -> None:
    line = "Tél. +41 22 717 91 11, direct 022 900 11 11"
    assert uri("022 900 11 11", line=line) == "tel:+41229001111"
    assert uri("022 900 11 11", "FR", line=line) == "tel:+41229001111"
    assert uri("022 900 11 11", line=f"{line}, +33 1 42 68 53 00") == ""  # whose it is cannot be told


def test_the_place_of_a_text_is_that_of_its_contacts_numbers() -> None:
    foot = "Pour plus d'informations, contacter :\nAwa Sow\nawa@x.example\nTél. : 022 717 91 11\n"
    done = read(f"L'OIM aide les sinistrés\nGenève – {LEAD}\n{MORE}\n{foot}")
    (contact,) = [item for item in done.value.contacts if isinstance(item, Contact)]
    assert [phone.uri for phone in contact.phones] == ["tel:+41227179111"]


@pytest.mark.parametrize(
    ("lang", "number", "dialled_as"),
    [("es", "950 55 52 10", "tel:+34950555210"), ("es", "950 555 210", ""), ("fr", "950 55 52 10", "")],
)
def test_a_number_as_only_spain_writes_it_in_a_spanish_text(lang: str, number: str, dialled_as: str) -> None:
    assert uri(number, lang=lang) == dialled_as
    assert uri(number, "NE", lang=lang) == ""


@pytest.mark.parametrize(
    ("number", "dialled_as"),
    [
        ("0590 48 31 77", "tel:+590590483177"),
        ("06 90 55 20 18", "tel:+590690552018"),
        ("0262 40 71 19", "tel:+262262407119"),
        ("06 93 88 13 46", "tel:+262693881346"),
        ("05 96 12 34 56", "tel:+596596123456"),
        ("06 94 12 34 56", "tel:+594694123456"),
        ("06 39 01 34 56", "tel:+262639013456"),
        ("06 39 98 34 56", "tel:+33639983456"),  # for films
        ("05 91 12 34 56", "tel:+33591123456"),
        ("0472 11 22 33", ""),  # nobody in France parts figures so but overseas
    ],
)
def test_numbers_of_the_french_overseas_are_theirs_wherever_they_stand(number: str, dialled_as: str) -> None:
    assert uri(number) == dialled_as
    assert uri(number, "FR") == (dialled_as or "tel:+33472112233")


def test_where_a_mobile_has_a_name_from_elsewhere_no_number_is_of_france() -> None:
    text = f"L'OIM aide les sinistrés\n{LEAD}\n{MORE}\nContact\nAwa Sow\nTél. : 05 35 57 40 12\n{{}} : 06 61 22 90 37"
    assert {one.code for one in read(text.format("GSM")).notices} >= {"C101"}
    assert "C101" not in {one.code for one in read(text.format("Port.")).notices}


def test_a_number_of_france_on_a_page_of_its_overseas() -> None:
    assert uri("01 42 68 53 00", "GP") == "tel:+33142685300"
    assert uri("0590 83 12 12", "GP") == "tel:+590590831212"


@pytest.mark.parametrize(
    ("number", "dialled_as"),
    [
        ("034 55 018 62", "tel:+261345501862"),
        ("032 55 740 19", "tel:+261325574019"),
        ("032 555 19 70", ""),  # of Switzerland, where a text says so
        ("0345501862", "tel:+33345501862"),
    ],
)
def test_a_number_as_only_madagascar_writes_it(number: str, dialled_as: str) -> None:
    assert uri(number) == dialled_as


@pytest.mark.parametrize(
    ("number", "dialled_as"),
    [
        ("(228) 22 21 55 01", "tel:+22822215501"),
        ("(509) 3755-0142", "tel:+50937550142"),
        ("(248) 555 0121", ""),  # of Michigan or of the Seychelles
        ("(0228) 22 21 55 01", ""),
    ],
)
def test_the_code_of_a_country_in_brackets(number: str, dialled_as: str) -> None:
    assert uri(number) == dialled_as


@pytest.mark.parametrize("number", ["00123456", "+999 22 33 44 55"])
def test_numbers_that_nobody_dials_say_no_country_for_those_beside(number: str) -> None:
    assert uri("04 72 11 22 33", line=f"{number} / 04 72 11 22 33") == "tel:+33472112233"
