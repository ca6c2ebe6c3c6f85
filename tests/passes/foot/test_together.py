"""People named together: whose each number and each address is."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Phone, Web
from oimpress.model.traced import Traced, of_source
from oimpress.passes.foot.cards import Card
from oimpress.passes.foot.together import is_unclear, parted
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
