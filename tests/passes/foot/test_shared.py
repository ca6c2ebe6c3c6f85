"""What stands once and is several people's: bodies above their lines, mailboxes and numbers below them."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from oimpress.model.nodes import Phone, Web
from oimpress.model.traced import of_source
from oimpress.passes.foot.cards import Card
from oimpress.passes.foot.shared import settled
from tests.passes.foot.made_cards import card, told


@pytest.mark.parametrize(
    ("cards", "found"),
    [
        ([card("Awa Sow", mails="jdupont@x.fr"), card("Jean Dupont")], ["Awa Sow", "Jean Dupont jdupont@x.fr"]),
        (
            [card("Awa Sow", mails="asow@x.fr jdupont@x.fr"), card("Jean Dupont")],
            ["Awa Sow asow@x.fr", "Jean Dupont jdupont@x.fr"],
        ),
        (
            [card("Awa Sow", mails="jdupont@x.fr"), card("Jean Dupont", mails="l@x.fr")],
            ["Awa Sow jdupont@x.fr", "Jean Dupont l@x.fr"],
        ),
        (
            [card("Awa Sow", mails="jdupont@x.fr"), card("Jean Dupont"), card("Jean Dupont")],
            ["Awa Sow jdupont@x.fr", "Jean Dupont", "Jean Dupont"],
        ),
        ([card("Awa Sow", mails="a@jdupont.fr"), card("Jean Dupont")], ["Awa Sow a@jdupont.fr", "Jean Dupont"]),
        ([card("Awa Sow", mails="presse@x.fr"), card("Jean Dupont")], ["Awa Sow presse@x.fr", "Jean Dupont"]),
        ([card("Awa Sow", mails="jdupont@x.fr"), card()], ["Awa Sow jdupont@x.fr", ""]),
    ],
)
def test_an_address_is_the_persons_whose_name_it_spells(cards: list[Card], found: list[str]) -> None:
    settled(cards)
    assert told(cards) == found


def row(name: str, line: int, bodies: tuple[str, ...] = (), headed: int = -1, parted: bool = False) -> Card:
    """A line that names somebody with a number."""
    made = card(name, phones=("11",), bodies=bodies, parted=parted, headed=headed)
    made.named = made.told = made.last = line
    return made


def test_a_body_above_several_people_is_the_body_of_all() -> None:
    cards = [row("Awa Sow", 2, bodies=("OIM",), headed=1), row("Jean Dupont", 3), row("Anne Roy", 4)]
    settled(cards)
    assert told(cards) == ["Awa Sow 11 OIM", "Jean Dupont 11 [OIM]", "Anne Roy 11 [OIM]"]
    assert [one.headed for one in cards] == [1, 1, 1]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (row("Awa Sow", 2, bodies=("OIM",), headed=1), row("Jean Dupont", 4)),
        (row("Awa Sow", 2, bodies=("OIM",), headed=1), row("Jean Dupont", 3, parted=True)),
        (row("Awa Sow", 2, bodies=("OIM",), headed=-1), row("Jean Dupont", 3)),
        (row("Awa Sow", 2, bodies=("OIM",), headed=2), row("Jean Dupont", 3)),
        (row("Awa Sow", 2, bodies=("OIM",), headed=1), card("Jean Dupont", named=3)),
        (card("Awa Sow", bodies=("OIM",), headed=1, named=2, last=2), row("Jean Dupont", 3)),
    ],
)
def test_a_body_stays_with_its_own_elsewhere(above: Card, below: Card) -> None:
    settled([above, below])
    assert below.organisations == []


def test_who_has_a_body_keeps_it_alone() -> None:
    cards = [row("Awa Sow", 2, bodies=("OIM",), headed=1), row("Jean Dupont", 3, bodies=("UNICEF",))]
    settled(cards)
    assert told(cards) == ["Awa Sow 11 OIM", "Jean Dupont 11 UNICEF"]


def last(name: str, line: int, mails: str = "presse@x.fr", **more: object) -> Card:
    """A line that names somebody with a number, and an address below it."""
    made = card(name, phones=("22",), mails=mails, named=line, told=line, rung=line, last=line + 1)
    made.mailed = line + 1 if mails else -1
    for key, value in more.items():
        setattr(made, key, value)
    return made


def test_an_address_alone_below_rows_is_everybodys() -> None:
    cards = [row("Awa Sow", 0), row("Anne Roy", 1), last("Jean Dupont", 2)]
    settled(cards)
    assert told(cards) == ["Awa Sow [presse@x.fr] 11", "Anne Roy [presse@x.fr] 11", "Jean Dupont presse@x.fr 22"]


def test_one_of_the_rows_can_be_without_a_number() -> None:
    for cards in (
        [row("Awa Sow", 0), card("Anne Roy", named=1), last("Jean Dupont", 2)],
        [card("Awa Sow", named=0), last("Jean Dupont", 1)],
    ):
        settled(cards)
        assert all(one.emails == ["presse@x.fr"] for one in cards)


def test_a_mailbox_of_somebody_else_below_rows_is_unsure() -> None:
    for mail, unsure in (("anne.roy@x.fr", True), ("medias.roy@x.fr", False), ("pavois@x.fr", False)):
        cards = [row("Awa Sow", 0), last("Jean Dupont", 1, mail)]
        settled(cards)
        assert [one.unsure for one in cards] == [False, unsure]
        assert bool(cards[0].emails) is not unsure


def by_lines(name: str, line: int, mails: str = "", bodies: tuple[str, ...] = ()) -> Card:
    """Somebody's name, below it a number and perhaps an address, each on a line of its own."""
    made = card(name, phones=(str(line),), mails=mails, bodies=bodies, named=line, told=line + 1, rung=line + 1)
    made.last = line + 1 + bool(mails)
    made.mailed = made.last if mails else -1
    made.lines = set(range(line, made.last + 1))
    return made


def test_a_mailbox_of_the_office_below_people_line_by_line_is_everybodys() -> None:
    cards = [by_lines("Awa Sow", 0), by_lines("Jean Dupont", 2, "presse@x.fr")]
    settled(cards)
    assert told(cards) == ["Awa Sow [presse@x.fr] 0", "Jean Dupont presse@x.fr 2"]


def test_a_mailbox_of_the_body_of_people_line_by_line_is_everybodys() -> None:
    zeste = ("Bureau Zeste",)
    cards = [by_lines("Awa Sow", 0, bodies=zeste), by_lines("Jean Dupont", 2, "pavois@zeste.fr", bodies=zeste)]
    settled(cards)
    assert [one.emails for one in cards] == [["pavois@zeste.fr"], ["pavois@zeste.fr"]]


@pytest.mark.parametrize(
    "cards",
    [
        [by_lines("Awa Sow", 0), by_lines("Jean Dupont", 2, "pavois@x.fr")],
        [by_lines("Awa Sow", 0), by_lines("Jean Dupont", 2, "pavois@zeste.fr", bodies=("Bureau Zeste",))],
        [by_lines("Awa Sow", 0, bodies=("OIM",)), by_lines("Jean Dupont", 2, "presse@x.fr", bodies=("UNICEF",))],
        [by_lines("Awa Sow", 0, "asow@x.fr"), by_lines("Jean Dupont", 3, "presse@x.fr")],
    ],
)
def test_a_mailbox_that_may_be_the_last_persons_stays_so(cards: list[Card]) -> None:
    before = told(cards)
    settled(cards)
    assert told(cards) == before


def test_of_two_bodies_it_is_unsure_whose_the_mailbox_is() -> None:
    cards = [row("Awa Sow", 0, bodies=("OIM",)), last("Jean Dupont", 1, bodies=("UNICEF",))]
    cards[1].organisations = cards[0].organisations[:]
    settled(cards)
    assert [one.unsure for one in cards] == [False, False]
    cards = [row("Awa Sow", 0, bodies=("OIM",)), last("Jean Dupont", 1)]
    cards[1].organisations = card("", bodies=("UNICEF",)).organisations
    settled(cards)
    assert told(cards) == ["Awa Sow 11 OIM", "Jean Dupont presse@x.fr 22 UNICEF"]
    assert [one.unsure for one in cards] == [False, True]


def test_a_number_alone_below_rows_with_addresses_is_everybodys() -> None:
    above = card("Awa Sow", mails="asow@x.fr", named=0, told=0, mailed=0, last=0, lines={0})
    below = card(
        "Jean Dupont", mails="jd@x.fr", phones=("22",), named=1, told=1, mailed=1, rung=2, last=2, lines={1, 2}
    )
    settled([above, below])
    assert told([above, below]) == ["Awa Sow asow@x.fr [22]", "Jean Dupont jd@x.fr 22"]


def listed(*names: str, bodies: tuple[str, ...] = ()) -> list[Card]:
    return [card(name, bodies=bodies[at : at + 1], named=at, last=at, lines={at}) for at, name in enumerate(names)]


def test_what_stands_once_below_a_list_of_names_is_everybodys() -> None:
    cards = listed("Awa Sow", "Jean Dupont")
    below = card("Anne Roy", mails="presse@x.fr", phones=("11",), named=2, told=3, rung=3, mailed=4, last=4)
    below.lines = {2, 3, 4}
    settled([*cards, below])
    shared = ["Awa Sow [presse@x.fr] [11]", "Jean Dupont [presse@x.fr] [11]", "Anne Roy presse@x.fr 11"]
    assert told([*cards, below]) == shared


@pytest.mark.parametrize(
    ("mails", "phones", "bodies", "told_at"),
    [
        ("presse@x.fr", ("11", "22"), (), 2),
        ("presse@x.fr contact@x.fr", ("11",), (), 2),
        ("pavois@x.fr", ("11",), (), 2),
        ("presse@x.fr", ("11",), ("OIM", "UNICEF"), 2),
        ("", ("11",), (), 1),
    ],
)
def test_below_a_list_of_names_it_can_be_somebodys(
    mails: str, phones: tuple[str, ...], bodies: tuple[str, ...], told_at: int
) -> None:
    above, below = listed("Awa Sow", "Jean Dupont", bodies=bodies)
    below.emails = card("", mails=mails).emails
    below.phones = card("", phones=phones).phones
    below.told = below.rung = told_at
    below.mailed = below.last = 3
    settled([above, below])
    assert not above.reachable


def test_a_mobile_below_a_list_of_names_is_somebodys() -> None:
    above, below = listed("Awa Sow", "Jean Dupont")
    below.phones, below.told, below.rung, below.last = [Phone("06 39 98 11 22", "tel:+33639981122")], 2, 2, 2
    settled([above, below])
    assert not above.reachable


def apart(mail: str, bodies: tuple[str, ...] = ()) -> list[Card]:
    """Two people with numbers, parted by blanks, and an address below another blank."""
    above = card("Awa Sow", phones=("11",), named=0, told=0, rung=0, last=0, lines={0})
    below = card("Jean Dupont", phones=("22",), mails=mail, bodies=bodies, named=1, told=1, rung=1, mailed=2, last=2)
    below.apart, below.parted, below.lines = 2, True, {1, 2}
    return [above, below]


def test_a_mailbox_apart_is_everybodys_or_a_contact_of_its_own() -> None:
    for mail, bodies, found in (
        ("pavois@x.fr", (), ["Awa Sow [pavois@x.fr] 11", "Jean Dupont pavois@x.fr 22"]),
        ("pavois@x.fr", ("OIM",), ["Awa Sow 11 UNICEF", "Jean Dupont 22 OIM", "pavois@x.fr"]),
        ("jdupont@x.fr", (), ["Awa Sow 11", "Jean Dupont jdupont@x.fr 22"]),
        ("anne.roy@x.fr", (), ["Awa Sow 11", "Jean Dupont 22", "anne.roy@x.fr"]),
    ):
        people = apart(mail, bodies)
        people[0].organisations = card(bodies=("UNICEF",) if bodies else ()).organisations
        assert told(settled(people)) == found


def test_a_body_above_a_topic_is_the_persons_behind_it() -> None:
    def items(**more: object) -> list[Card]:
        below = card("Awa Sow", phones=("11",), lines={1})
        for name, value in more.items():
            setattr(below, name, value)
        return [card(bodies=("OIM",), headed=0, last=0, lines={0}), below]

    assert told(settled(items())) == ["Awa Sow 11 OIM"]
    for other in (items(parted=True), items(lines={2}), items(phones=[])):
        assert told(settled(other))[0] == "OIM"


def test_a_body_in_the_first_line_heads_those_below() -> None:
    cards = [row("Awa Sow", 1, bodies=("OIM",), headed=0), row("Jean Dupont", 2)]
    settled(cards)
    assert told(cards) == ["Awa Sow 11 OIM", "Jean Dupont 11 [OIM]"]


@pytest.mark.parametrize(
    "cards",
    [
        [last("Jean Dupont", 2)],
        [row("Awa Sow", 1), last("Jean Dupont", 2, "jdupont@x.fr")],
        [row("Awa Sow", 1), last("Jean Dupont", 2, "")],
        [row("Awa Sow", 1), last("Jean Dupont", 2, last=2, mailed=2)],
        [row("Awa Sow", 1), last("Jean Dupont", 2, "pavois@x.fr", told=3, rung=3, mailed=4, last=4)],
        [row("Awa Sow", 1), last("Jean Dupont", 2, parted=True)],
        [card("Awa Sow", phones=("11",), named=0, told=1, last=1), card("Anne Roy", named=2), last("Jean Dupont", 3)],
        [row("Awa Sow", 0), last("Anne Roy", 1, "a@x.fr"), last("Jean Dupont", 3)],
    ],
)
def test_an_address_elsewhere_is_of_whom_it_stands_with(cards: list[Card]) -> None:
    before = [list(one.emails) for one in cards]
    settled(cards)
    assert [one.emails for one in cards] == before


def test_no_cards_are_settled_as_they_are() -> None:
    assert settled([]) == []


def test_a_page_beside_a_shared_mailbox_is_everybodys_who_has_none() -> None:
    page, own = Web(of_source("x.fr"), "https://x.fr/"), Web(of_source("roy.fr"), "https://roy.fr/")
    cards = [row("Awa Sow", 0), row("Anne Roy", 1), last("Jean Dupont", 2, webs=[page])]
    cards[1].webs = [own]
    settled(cards)
    assert [[web.href for web in one.webs] for one in cards] == [
        ["https://x.fr/"],
        ["https://roy.fr/"],
        ["https://x.fr/"],
    ]
    alone = [row("Awa Sow", 0), last("Jean Dupont", 1, "asow@x.fr", webs=[page])]
    settled(alone)
    assert not alone[0].webs


@pytest.mark.parametrize(("kind", "shared"), [("mobile", False), ("", True)])
def test_a_mobile_below_a_list_of_names_is_the_last_ones(kind: Literal["", "mobile"], shared: bool) -> None:
    cards = [
        card("Awa Sow", named=0, lines={0}, last=0),
        card("Jean Dupont", named=1, phones=("33",), told=2, rung=2, last=2),
    ]
    cards[1].phones = [replace(cards[1].phones[0], kind=kind)]
    cards[1].lines = {1, 2}
    settled(cards)
    assert bool(cards[0].phones) is shared
