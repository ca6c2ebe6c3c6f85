"""People named together: whose each number and each address is."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Para, Phone, Web
from oimpress.model.traced import Traced, of_source
from oimpress.passes.foot.cards import Card
from oimpress.passes.foot.together import again, is_unclear, of_bodies, parted, rung
from tests.passes.foot.made_cards import card, told


def test_one_person_keeps_all() -> None:
    one = card("Awa Sow", mails="asow@x.fr", phones=("1", "2"))
    assert parted(one) == [one]
    assert parted(card()) == [card()]


@pytest.mark.parametrize(
    ("mails", "phones", "joined", "found"),
    [
        ("", ("11", "22"), True, ["Awa Sow 11", "Jean Dupont 22"]),
        ("", ("11", "22"), False, ["Awa Sow 11 22", "Jean Dupont [11] [22]"]),
        ("", ("11",), True, ["Awa Sow 11", "Jean Dupont [11]"]),
        ("presse@x.fr", (), False, ["Awa Sow presse@x.fr", "Jean Dupont [presse@x.fr]"]),
        ("a@jdupont.fr", (), False, ["Awa Sow a@jdupont.fr", "Jean Dupont [a@jdupont.fr]"]),
        ("jdupont@x.fr", (), False, ["Awa Sow", "Jean Dupont jdupont@x.fr"]),
        ("jdupont@x.fr asow@x.fr", (), False, ["Awa Sow asow@x.fr", "Jean Dupont jdupont@x.fr"]),
        ("jdupont@x.fr presse@x.fr", (), False, ["Awa Sow presse@x.fr", "Jean Dupont jdupont@x.fr [presse@x.fr]"]),
    ],
)
def test_two_people_have_each_their_own_and_share_the_rest(
    mails: str, phones: tuple[str, ...], joined: bool, found: list[str]
) -> None:
    assert told(parted(card("Awa Sow", "Jean Dupont", mails=mails, phones=phones, joined=joined))) == found


def test_roles_bodies_places_and_pages_are_shared() -> None:
    one = card("Awa Sow", "Jean Dupont", bodies=("OIM",))
    one.roles, one.addresses = [of_source("Porte-parole")], [of_source("12 rue du Lac", 40)]
    one.webs = [Web(of_source("x.fr", 60), "https://x.fr"), Web("y.fr", "https://y.fr")]
    one.phones = [Phone("33"), Phone(of_source("44", 80))]
    first, second = parted(one)
    rung = [phone.text for phone in second.phones if isinstance(phone.text, Traced)]
    assert [text.pieces[0].start for text in rung] == [0, 82]
    assert (first.roles, first.organisations, first.addresses, first.webs) == (
        one.roles,
        one.organisations,
        one.addresses,
        one.webs,
    )
    again = [second.roles[0], second.organisations[0], second.addresses[0], *(page.text for page in second.webs)]
    assert again == ["Porte-parole", "OIM", "12 rue du Lac", "x.fr", "y.fr"]
    assert all(isinstance(text, Traced) and {piece.edits for piece in text.pieces} == {"C010"} for text in again)
    assert [text.pieces[0].start for text in again if isinstance(text, Traced)] == [12, 3, 53, 64, 0]
    assert [page.href for page in second.webs] == ["https://x.fr", "https://y.fr"]


@pytest.mark.parametrize(
    ("one", "unclear"),
    [
        (card("Awa Sow", "Jean Dupont", phones=("11", "22")), True),
        (card("Awa Sow", "Jean Dupont", phones=("11", "22"), joined=True), False),
        (card("Awa Sow", "Jean Dupont", phones=("11", "22", "33"), joined=True), True),
        (card("Awa Sow", "Jean Dupont", phones=("11",)), False),
        (card("Awa Sow", phones=("11", "22")), False),
    ],
)
def test_numbers_below_several_names_can_be_anybodys(one: Card, unclear: bool) -> None:
    assert is_unclear(one) is unclear


def of_zeste(*names: str) -> list[Card]:
    """People of one agency who share a number and a mailbox, and an own mailbox each."""
    phone, mail = Phone(of_source("11")), of_source("bonjour@zeste.fr", 20)
    made = [card(name, mails=f"{at}@zeste.fr", bodies=("Zeste",)) for at, name in enumerate(names)]
    for at, one in enumerate(made):
        one.phones, one.emails = [rung(phone, at)], [*one.emails, *again([mail], at)]
    return made


def test_what_people_of_one_body_share_is_the_bodys() -> None:
    found = told(one for one in of_bodies(of_zeste("Awa Sow", "Jean Dupont")) if isinstance(one, Card))
    assert found == [
        "Awa Sow 0@zeste.fr Zeste",
        "Jean Dupont 1@zeste.fr Zeste",
        "bonjour@zeste.fr 11 [Zeste]",
    ]


def test_what_no_body_or_two_have_stays_with_each() -> None:
    people = of_zeste("Awa Sow", "Jean Dupont")
    people[1].organisations = [of_source("OIM")]
    assert list(of_bodies(people)) == people
    unhoused = of_zeste("Awa Sow", "Jean Dupont")
    for one in unhoused:
        one.organisations = []
    assert (
        told(one for one in of_bodies(unhoused) if isinstance(one, Card))[1]
        == "Jean Dupont 1@zeste.fr [bonjour@zeste.fr] [11]"
    )


def test_what_each_line_says_of_its_person_is_theirs_whoever_has_it_too() -> None:
    people = [
        card(name, mails="presse@zeste.fr", phones=("11",), bodies=("Zeste",)) for name in ("Awa Sow", "Jean Dupont")
    ]
    assert list(of_bodies([*people, Para(())])) == [*people, Para(())]
