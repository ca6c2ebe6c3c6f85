"""Who is meant by words in a foot, and by what stands around them."""

from __future__ import annotations

import pytest

from tests.passes.foot.feet import FRENCH, cards


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        (
            "Contacts\nPress officer: Zoé Roy, +33 4 72 11 22 33",
            ["[Contacts]", "Zoé Roy | Press officer | +33472112233"],
        ),
        (  # a unit's name is no function, whatever words it holds
            "Contacts\nCabinet du maire : Zoé Roy, 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | Cabinet du maire | +33472112233"],
        ),
        (
            "Contacts\nZoé Roy, secrétariat de direction, 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | secrétariat de direction | +33472112233"],
        ),
        (  # a part of a body says where a function is held, another body does not
            "Contacts\nZoé Roy, directrice, Affaires publiques, 04 72 11 22 33\nAwa Sow, directrice, Volta Médias, 04 72 11 22 44",
            [
                "[Contacts]",
                "Zoé Roy | directrice, Affaires publiques | +33472112233",
                "Awa Sow | directrice | Volta Médias | +33472112244",
            ],
        ),
        (
            "Contacts\nAltaïr Santé – Zoé Roy – 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | Altaïr Santé | +33472112233"],
        ),
        (  # what somebody answers for is no body, and no body is what somebody answers for
            "Contacts\nZoé Roy, relations presse, 04 72 11 22 33\nAwa Sow, relations avec les médias, a.sow@a.example",
            [
                "[Contacts]",
                "Zoé Roy | relations presse | +33472112233",
                "Awa Sow | relations avec les médias | a.sow@a.example",
            ],
        ),
        (
            "Contacts\nZoé Roy, Direction des relations presse, 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | Direction des relations presse | +33472112233"],
        ),
        (
            "Contacts\nManufacture Roussel\nZoé Roussel\n04 72 11 22 33\nzoe@roussel.example",
            ["[Contacts]", "Zoé Roussel | Manufacture Roussel | +33472112233 | zoe@roussel.example"],
        ),
        (  # a body that lacks a word for it stays in doubt
            "Contacts\nLumio Roussel\nZoé Roussel\n04 72 11 22 33",
            ["[Contacts]", "[Lumio Roussel]", "[Zoé Roussel]", "[04 72 11 22 33]"],
        ),
        (  # who answers when another does not
            "Contact : Zoé Roy, 04 72 11 22 33, zoe.roy@a.example ; en cas d'absence : Awa Sow, 04 72 11 22 44",
            [
                "[Contact :]",
                "Zoé Roy | +33472112233 | zoe.roy@a.example",
                "[en cas d'absence]",
                "Awa Sow | +33472112244",
            ],
        ),
        (  # the details behind words that lead are the body's right above
            "Contacts\nVille de Lyon\nContact presse : 04 72 11 22 33, presse@a.example",
            ["[Contacts]", "[Contact presse :]", "Ville de Lyon | +33472112233 | presse@a.example"],
        ),
        (  # a unit that is reached itself leads to nobody else
            "Contacts\nService de presse : 04 72 11 22 33, presse@a.example",
            ["[Contacts]", "Service de presse | +33472112233 | presse@a.example"],
        ),
        (
            "Contacts\nService de presse : Zoé Roy, 04 72 11 22 33",
            ["[Contacts]", "[Service de presse :]", "Zoé Roy | +33472112233"],
        ),
        (  # all that one bracket holds says for what somebody answers
            "Contacts\nZoé Roy (données, méthodes) : 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | +33472112233", "[données]", "[méthodes]"],
        ),
    ],
)
def test_what_words_beside_a_name_say(foot: str, found: list[str]) -> None:
    assert cards(FRENCH + foot) == found


def test_who_speaks_for_a_body_is_named_above_those_who_can_be_reached() -> None:
    foot = "Porte-parole : Zoé Roy, directrice\nContact presse : Awa Sow, 04 72 11 22 33"
    assert cards(FRENCH + foot) == [
        "Zoé Roy | Porte-parole, directrice",
        "[Contact presse :]",
        "Awa Sow | +33472112233",
    ]
    assert cards(FRENCH + foot.replace("Porte-parole : Zoé Roy", "À lire : Zoé Roy"))[0] == "[Contact presse :]"


def test_who_is_named_above_a_function_is_the_person() -> None:
    foot = (
        "Zoé Roy-Houle\nConseillère, relations avec les médias\nVerte Boréale\n04 72 11 22 33\nroyhoule.zoe@a.example"
    )
    assert not any(one.startswith("Verte") and "|" in one for one in cards(FRENCH + foot))


def test_codes_and_places_before_a_colon_say_for_whom() -> None:
    rows = "FR : Zoé Roy, porte-parole, 04 72 11 22 33\nNL : Awa Sow, présidente, 04 72 11 22 44"
    assert [one for one in cards(f"{FRENCH}Contacts presse\n{rows}") if "|" in one] == [
        "Zoé Roy | porte-parole | +33472112233",
        "Awa Sow | présidente | +33472112244",
    ]


def test_a_body_by_its_name_above_who_answers_is_part_of_a_block_that_nothing_leads_to() -> None:
    rows = "Odile Sabatier\n\n04 72 11 22 33\n\npresse@a.example"
    assert cards(f"{FRENCH}Service presse de la Région\n\n{rows}") == [
        "Odile Sabatier | Service presse de la Région | +33472112233 | presse@a.example"
    ]
    assert cards(f"{FRENCH}Le Président, Paul Lang\n\n{rows}") == ["Odile Sabatier | +33472112233 | presse@a.example"]
