"""Details that are nobody's or could be another's, and those that are somebody's for sure."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact
from tests.passes.foot.feet import FRENCH, UNPLACED, cards
from tests.passes.reading import codes, read


@pytest.mark.parametrize(
    "foot",
    [
        "Zoé Roy\nDirectrice\n\n04 72 11 22 33\n\nAwa Sow\nAttachée de presse\n04 72 11 22 44",
        "Zoé Roy\n04 72 11 22 44\n\nAwa Sow\n04 72 11 22 55\n\n04 72 11 22 33",
        "Zoé Roy\nz.roy@a.example\n\n04 72 11 22 33\n\nAwa Sow\n04 72 11 22 44",
    ],
)
def test_a_number_apart_below_one_of_several_people_is_nobodys(foot: str) -> None:
    done = read(f"{FRENCH}Contacts presse\n\n{foot}")
    people = [item for item in done.value.contacts if isinstance(item, Contact)]
    assert "C103" in codes(done.notices)
    assert not any(phone.uri.endswith("472112233") for person in people for phone in person.phones)
    assert "04 72 11 22 33" in " ".join(cards(f"{FRENCH}Contacts presse\n\n{foot}"))


@pytest.mark.parametrize(
    "foot",
    [
        "Zoé Roy\nDirectrice\n\n04 72 11 22 33",  # who else
        "Zoé Roy\nDirectrice\n\n04 72 11 22 33\n\nAwa Sow\nAttachée de presse\n\n04 72 11 22 44",  # all of them alike
        "Zoé Roy\n04 72 11 22 33\n\nAwa Sow\n04 72 11 22 44\n\na.sow@a.example",  # it calls her by name
        "Zoé Roy\n04 72 11 22 33\n\nAwa Sow\n04 72 11 22 44\n\npresse@a.example",  # everybody's
    ],
)
def test_a_detail_apart_can_be_somebodys_for_sure(foot: str) -> None:
    done = read(f"{FRENCH}Contacts presse\n\n{foot}")
    assert "C103" not in codes(done.notices)
    first = next(item for item in done.value.contacts if isinstance(item, Contact))
    assert (first.name, [phone.uri for phone in first.phones]) == ("Zoé Roy", ["tel:+33472112233"])


def test_one_of_two_telephones_could_be_of_who_has_none() -> None:
    done = read(f"{FRENCH}Contacts presse\n\nZoé Roy\nAwa Sow\n04 72 11 22 33\n04 72 11 22 44")
    assert "C103" in codes(done.notices)


def test_a_mailbox_below_the_one_who_does_what_it_is_for_is_nobody_elses() -> None:
    people = "Contacts\nZoé Roy\nChercheuse\n04 72 11 22 33\nAwa Sow\n{}\n04 72 11 22 44\npresse@a.example"
    desk = cards(FRENCH + people.format("Service de presse"))
    assert desk[1:] == [
        "Zoé Roy | Chercheuse | +33472112233",
        "Awa Sow | Service de presse | +33472112244 | presse@a.example",
    ]
    assert cards(FRENCH + people.format("Historienne"))[1] == "Zoé Roy | Chercheuse | +33472112233 | presse@a.example"


def test_a_mailbox_below_two_bodies_is_that_of_the_one_whose_name_its_domain_spells() -> None:
    rows = (
        "Port autonome de Brest : Zoé Roy, 04 72 11 22 33\nAgence Tam-Tam : Awa Sow, 04 72 11 22 44\n"
        "presse@pab.example ; a.sow@tam-tam.example"
    )
    assert cards(f"{FRENCH}Contacts\n{rows}") == [
        "[Contacts]",
        "Zoé Roy | Port autonome de Brest | +33472112233 | presse@pab.example",
        "Awa Sow | Agence Tam-Tam | +33472112244 | a.sow@tam-tam.example",
    ]
    unsaid = cards(f"{FRENCH}Contacts\n{rows.replace('pab.', 'autre.')}")
    assert not any("presse@autre.example" in one and "Roy" in one for one in unsaid)


def test_whoever_signs_above_a_blank_does_not_get_what_stands_below() -> None:
    foot = "La procureure de la République,\nZoé Roy\n\nÉcoute des riverains : presse@a.example"
    assert not any("Roy" in one and "presse@" in one for one in cards(FRENCH + foot))


ROW = "Contacts presse\nNube Roja – Zoé Roy – 04 72 11 22 33"


def test_two_names_side_by_side_could_each_be_the_persons() -> None:
    assert "C103" in codes(read(UNPLACED + ROW).notices)
    assert "C103" not in codes(read(UNPLACED + ROW.replace("Nube Roja", "Fondation Nube")).notices)


def test_the_body_that_issues_a_release_is_nobodys_name() -> None:
    issued = f"{FRENCH}{ROW}\n\nSOURCE Nube Roja\n"
    assert cards(issued)[-1] == "Zoé Roy | Nube Roja | +33472112233"
