"""Countries and towns by their names, in three languages; what names none, or several."""

from __future__ import annotations

import pytest

from oimpress.knowledge.gazetteer import (
    ALSO,
    countries,
    country_code,
    country_of,
    country_of_region,
    place_countries,
    place_country,
    towns,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mexique", "MX"),
        ("le Mexique", "MX"),
        ("LA SUISSE", "CH"),
        ("l’Égypte", "EG"),
        ("les Pays-Bas", "NL"),
        ("the Netherlands", "NL"),
        ("el Perú", "PE"),
        ("España", "ES"),
        ("Cote d'Ivoire", "CI"),
        ("EE.UU.", "US"),
        ("RDC", "CD"),
        ("Congo", "CG"),
        ("Irak", "IQ"),
        ("Guinée Bissau", "GW"),
        ("Atlantide", ""),
        ("", ""),
        ("Mexique du Nord", ""),
    ],
)
def test_a_country_by_its_name(name: str, code: str) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    ("lang", "code"), [("fr-CA", "CA"), ("es-MX", "MX"), ("fr-FR", ""), ("en-US", ""), ("fr", ""), ("zh-Hant", "")]
)
def test_the_country_whose_kind_of_a_language_it_is(lang: str, code: str) -> None:
    assert country_of_region(lang) == code


@pytest.mark.parametrize(("text", "code"), [("fr", "FR"), (" Ch ", "CH"), ("Suisse", "CH"), ("XX", ""), ("zz", "")])
def test_a_country_by_its_code(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("Dakar", ("SN",)),
        ("Nouméa", ("NC",)),
        ("Basse-Terre, Guadeloupe", ("GP",)),
        ("Ciudad de México", ("MX",)),
        ("Dakar, Sénégal", ("SN",)),
        ("Port-au-Prince (Haïti)", ("HT",)),
        ("Ottawa/Amman", ("CA", "JO")),
        ("Genève et Vienne", ("CH", "AT")),
        ("Geneva and Vienna", ("CH", "AT")),
        ("Alger & Oran", ("DZ",)),
        ("Trifouillis", ()),
        ("Trifouillis, Mali", ("ML",)),
        ("Yakima, Wash.", ("US",)),
        ("Columbus, Ohio", ("US",)),
        ("Whitby (Ont.)", ("CA",)),
        ("Atlanta, Georgia", ("US",)),
        ("Savannah, Georgia", ("GE", "US")),
        ("Birmingham, Ala.", ("GB", "US")),
        ("Ohio", ()),
        ("Juliet", ()),
        ("", ()),
    ],
)
def test_the_countries_of_a_place(place: str, codes: tuple[str, ...]) -> None:
    assert place_countries(place) == codes
    assert place_country(place) == (codes[0] if len(codes) == 1 else "")


def test_our_names_are_codes_that_cldr_knows_and_need_no_second_word() -> None:
    assert set(ALSO) <= set(countries().values())
    assert {countries()[name] for name in ("birmanie", "burma")} == {"MM"}


def test_a_town_lies_in_a_country_that_is_known() -> None:
    assert set(towns().values()) <= set(countries().values())
    assert (towns()["kaboul"], towns()["cox's bazar"], towns()["porto novo"]) == ("AF", "BD", "BJ")
