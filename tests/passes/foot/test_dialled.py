"""How numbers in a foot are dialled: in which country, and through whose switchboard."""

from __future__ import annotations

import pytest

from tests.passes.foot.feet import FRENCH, UNPLACED, cards


def test_eight_figures_behind_a_name_are_a_number_below_a_lead() -> None:
    rows = "Pour tout renseignement\nZoé Roy, directrice : 3755 0182\nAwa Sow, secrétaire : 4155 0947"
    assert cards(FRENCH + rows) == [
        "[Pour tout renseignement]",
        "Zoé Roy | directrice | 3755 0182",
        "Awa Sow | secrétaire | 4155 0947",
    ]


def test_extensions_are_reached_through_the_switchboard() -> None:
    rows = "Zoé Roy, directrice, poste 4410\nAwa Sow, attachée de presse, poste 4412\nStandard : 04 72 11 22 33"
    assert cards(f"{FRENCH}Contacts\n{rows}") == [
        "[Contacts]",
        "Zoé Roy | directrice | +33472112233;ext=4410",
        "Awa Sow | attachée de presse | +33472112233;ext=4412",
        "Standard | +33472112233",
    ]


def test_extensions_without_a_switchboard_stay_as_they_are() -> None:
    rows = "Zoé Roy, directrice, poste 4410\nAwa Sow, attachée de presse, 04 72 11 22 33"
    found = cards(f"{FRENCH}Contacts\n{rows}")
    assert not any("4410" in one and "Zoé Roy |" in one and "+33" in one for one in found)
    assert any("4410" in one for one in found)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Zoé Roy, 0495 55 20 48, zoe.roy@a.be", "+32495552048"),
        ("Zoé Roy, 032 555 61 09, www.a.ch", "+41325556109"),
        ("Zoé Roy, 0495 55 20 48, zoe.roy@a.com", "0495 55 20 48"),
        ("Zoé Roy, 0495 55 20 48, zoe.roy@a.be, www.a.lu", "0495 55 20 48"),  # of two countries
        ("Zoé Roy, GSM 0692 77 41 80", "+262692774180"),  # as in France overseas, whatever they call it
        ("Zoé Roy, GSM 06 92 77 41 80", "06 92 77 41 80"),
    ],
)
def test_a_number_is_dialled_where_all_addresses_are(row: str, found: str) -> None:
    assert found in cards(f"{UNPLACED}Contacts presse\n{row}")[1].split(" | ")


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ("+225 07 00 11 22 33", "+2250544001122"),  # ten figures there too
        ("+212 5 37 00 12 12", "+212544001122"),
        ("+33 5 44 00 11 33", "+33544001122"),
        ("+32 71 00 12 34", "+33544001122"),  # no Belgian number looks so
    ],
)
def test_a_number_is_dialled_where_the_others_are(other: str, number: str) -> None:
    found = cards(
        f"{UNPLACED}Contacts presse\nZoé Roy, directrice, {other}\nAwa Sow, attachée de presse, 05 44 00 11 22"
    )
    assert found[-1] == f"Awa Sow | attachée de presse | {number}"
