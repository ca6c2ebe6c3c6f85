"""Telephone numbers: where they begin and end, how they are dialled, how they are shown."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.knowledge.phones import MANY_DIGITS, country_of, find_phones, is_mobile, is_valid, phone
from oimpress.model.traced import of_source


def found(text: str, region: str = "", labelled: bool = False) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.uri) for one in find_phones(text, region, labelled)]


@pytest.mark.parametrize(
    ("text", "number", "uri"),
    [
        ("Tél. +227 20 75 31 41.", "+227 20 75 31 41", "tel:+22720753141"),
        ("+ 33 (0)1 42 68 53 00", "+ 33 (0)1 42 68 53 00", "tel:+33142685300"),
        ("(+41 22) 717 91 11", "(+41 22) 717 91 11", "tel:+41227179111"),
        ("0033 1 42 68 53 00", "0033 1 42 68 53 00", "tel:+33142685300"),
        ("+33\u00a01\u202f42.68.53–00", "+33\u00a01\u202f42.68.53–00", "tel:+33142685300"),
        ("+41 22 717 91 11 ext. 12", "+41 22 717 91 11 ext. 12", "tel:+41227179111;ext=12"),
        ("+41 22 717 91 11 (poste 9)", "+41 22 717 91 11 (poste 9)", "tel:+41227179111;ext=9"),
        ("+1 202 555 01 99 x 7", "+1 202 555 01 99 x 7", "tel:+12025550199;ext=7"),
        ("+1 2", "", ""),
        ("+999 20 75 31 41", "+999 20 75 31 41", ""),
    ],
)
def test_numbers_with_their_country(text: str, number: str, uri: str) -> None:
    assert found(text) == ([(number, uri)] if number else [])


def test_numbers_without_a_country_need_a_label_and_a_region() -> None:
    text = "01 42 68 53 00"
    assert found(text, "FR") == []
    assert found(text, "FR", labelled=True) == [(text, "tel:+33142685300")]
    assert found(text, labelled=True) == [(text, "")]
    assert found("0 142 685", labelled=True) == [("0 142 685", "")]
    assert found("(0)1 42 68 53 00", "FR", labelled=True) == [("(0)1 42 68 53 00", "tel:+33142685300")]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "12 345",
            "123 456",
            "03/04/2026",
            "3.4.2026",
            "3-4-1999",
            "2025-2026",
            "1998/2001",
            "1850-1920",
            "1914 – 1958",
        ),
        *("14-15 – 6000 Charleroi", "12 – 75012 Paris", "3 bis, 1003 Lausanne"),
    ],
)
def test_labelled_figures_that_are_no_number(text: str) -> None:
    assert found(text, "FR", labelled=True) == []


@pytest.mark.parametrize("text", ["2026-2025", "2055-1999", "2025-20261", "2025-1234", "2012-2045"])
def test_figures_that_are_no_years_may_be_a_number(text: str) -> None:
    assert found(text, labelled=True) == [(text, "")]


def test_a_date_that_does_not_exist_to_its_end_may_be_a_number() -> None:
    assert found("03/04/20261", "FR", labelled=True) != []


@pytest.mark.parametrize(
    "text", ["a+33 1 42 68 53 00", "x@12 34 56 78 90", "1.2/+33142685300", "+33142685300@x", "+33142685300a"]
)
def test_figures_inside_of_words_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+41 22 717 91 11 - +41 22 717 91 12", ["+41 22 717 91 11", "+41 22 717 91 12"]),
        ("+41 227 171 - +41 227 172", ["+41 227 171", "+41 227 172"]),
        ("+41 22 717 91 11 (8 h)", ["+41 22 717 91 11"]),
        ("+41 22 717 91 11 (14 00)", ["+41 22 717 91 11"]),
        ("+33 (0) 1 42 68 53 00", ["+33 (0) 1 42 68 53 00"]),
        ("+41 22 - 717 91 11", ["+41 22 - 717 91 11"]),
    ],
)
def test_one_number_ends_where_another_begins(text: str, numbers: list[str]) -> None:
    assert [number for number, _ in found(text)] == numbers


@pytest.mark.parametrize(
    ("text", "lang", "shown"),
    [
        ("+ 227 20 75 31 41", "fr", "+227 20 75 31 41"),
        ("+227 20 75 31 41 ext 12", "fr-FR", "+227 20 75 31 41, poste\u00a012"),
        ("+227 20 75 31 41, ext. 12", "en", "+227 20 75 31 41, ext.\u00a012"),
        ("+227 20 75 31 41 (poste 12)", "de", "+227 20 75 31 41, ext.\u00a012"),
    ],
)
def test_how_a_number_is_shown(text: str, lang: str, shown: str) -> None:
    around = f"Tél. {text} ou"
    traced = of_source(around)
    (one,) = find_phones(around)
    made = phone(traced, one, lang)
    assert (str(made.text), made.uri) == (shown, one.uri)
    assert phone(of_source(f"Tél. {shown} ou"), next(find_phones(f"Tél. {shown} ou")), lang).text == shown


@pytest.mark.parametrize("text", ["04 72 00 00 00", "081/23 45 67", "+33 (0)4.72.00.00.00", "0472000000"])
def test_many_digits_can_be_dialled(text: str) -> None:
    assert MANY_DIGITS.fullmatch(text)


@pytest.mark.parametrize("text", ["12.05.2024", "le 12/05/2024, à 10 h", "1 240 000 familles", "75008 Paris, 12 rue"])
def test_a_day_an_amount_and_a_post_code_have_fewer(text: str) -> None:
    assert not MANY_DIGITS.search(text)


@pytest.mark.parametrize(
    ("uri", "mobile"),
    [
        ("tel:+33639981122", True),
        ("tel:+33712345678", True),
        ("tel:+41795553320", True),
        ("tel:+33199001122", False),
        ("tel:+41227179111;ext=3", False),
        ("tel:+15145550142", False),
        ("", False),
    ],
)
def test_numbers_that_only_a_mobile_has(uri: str, mobile: bool) -> None:
    assert is_mobile(uri) is mobile


@pytest.mark.parametrize("text", ["12 500 000", "2010-2011", "94,8 %", "IS.0022", "10:30", "200000.00"])
def test_figures_are_no_numbers_to_dial(text: str) -> None:
    assert list(find_phones(text)) == []


@pytest.mark.parametrize(
    ("text", "region", "uri"),
    [
        ("+41 (0)22 717 91 11", "", "tel:+41227179111"),
        ("0041 22 717 91 11", "", "tel:+41227179111"),
        ("+ 52 55 5536 3922 ext. 112", "", "tel:+525555363922;ext=112"),
        ("+33 1 40 69 60 00 poste 42", "", "tel:+33140696000;ext=42"),
        ("022 717 91 11", "CH", "tel:+41227179111"),
    ],
)
def test_numbers_of_a_text_and_of_a_region(text: str, region: str, uri: str) -> None:
    assert [found.uri for found in find_phones(text, region, labelled=True)] == [uri]


@given(st.from_regex(r"[1-9][0-9]{8}", fullmatch=True))
def test_french_numbers_are_what_phonenumbers_takes_them_for(digits: str) -> None:
    number = phonenumbers.parse(f"0{digits}", "FR")
    uri = "tel:" + phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    assert phonenumbers.is_possible_number(number)
    assert found(f"0{digits}", "FR", labelled=True)[0][1] == found(f"+33 (0){digits}")[0][1] == uri
    assert country_of(uri) == phonenumbers.region_code_for_country_code(number.country_code or 0)
    assert is_mobile(uri) or phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.MOBILE


@pytest.mark.parametrize(("text", "region"), [("0123456789", "BE"), ("01234567890", "FR"), ("012345678", "FR")])
def test_ten_digits_are_french_in_france_only(text: str, region: str) -> None:
    assert found(text, region, labelled=True)[0][1] != f"tel:+33{text[1:]}"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("(+352) 28 55 50 – 412, presse", [("(+352) 28 55 50 – 412", "tel:+352285550412")]),
        ("+49 30 123456 – 78", [("+49 30 123456 – 78", "tel:+493012345678")]),
        ("+33 1 42 68 53 00 – 412", [("+33 1 42 68 53 00", "tel:+33142685300")]),  # nobody dials so in France
        ("+352 28 55 50 – 28 55 51", [("+352 28 55 50", "tel:+352285550")]),  # nor another number
    ],
)
def test_a_few_digits_behind_a_dash_are_dialled_where_extensions_are(text: str, numbers: list[tuple[str, str]]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    ("text", "uri"),
    [("(+229) 21 55 50 60", "tel:+22921555060"), ("+225 22 41 30 10", "tel:+22522413010"), ("+229 21 55 50", "")],
)
def test_numbers_of_the_plan_before_are_as_long_as_they_were(text: str, uri: str) -> None:
    assert found(text) == [(text, uri)]


def test_six_digits_are_a_number_where_nobody_has_more() -> None:
    assert found("25 55 81", "NC", labelled=True) == [("25 55 81", "tel:+687255581")]
    assert found("25 55 81", "FR", labelled=True) == []
    assert found("255581", "NC", labelled=True) == []


def test_a_number_that_a_country_has_given_out() -> None:
    assert is_valid("087/55.51.40", "BE")
    assert not is_valid("087/55.51.40", "CH")
    assert not is_valid("12", "BE")
    assert not is_valid("", "BE")


@given(st.from_regex(r"(?!00)[0-9]{7,18}", fullmatch=True))
def test_whoever_knows_no_country_dials_no_number_without_a_prefix(digits: str) -> None:
    assert not any(uri for _, uri in found(digits, "", labelled=True))
    with pytest.raises(phonenumbers.NumberParseException):
        phonenumbers.parse(digits, None)
