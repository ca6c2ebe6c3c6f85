"""People named together: whose each number and each address is, and what they share."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Phone, Web
from oimpress.model.traced import Traced, of_source
from oimpress.passes.foot.cards import Card
from oimpress.passes.foot.together import is_unclear, parted, settled


def card(
    *names: str, mails: str = "", phones: tuple[str, ...] = (), bodies: tuple[str, ...] = (), **more: object
) -> Card:
    made = Card(
        names=list(map(of_source, names)),
        emails=list(map(of_source, mails.split())),
        phones=[Phone(of_source(text)) for text in phones],
        organisations=list(map(of_source, bodies)),
    )
    for name, value in more.items():
        setattr(made, name, value)
    return made


def told(cards: list[Card]) -> list[str]:
    """Name, addresses, numbers and bodies of each; what was made again stands in brackets."""

    def said(text: str) -> str:
        again = isinstance(text, Traced) and {piece.edits for piece in text.pieces} == {"C010"}
        return f"[{text}]" if again else str(text)

    lines = ([*one.names, *one.emails, *(phone.text for phone in one.phones), *one.organisations] for one in cards)
    return [" ".join(map(said, line)) for line in lines]


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
    one.phones = [Phone("33")]
    first, second = parted(one)
    assert isinstance(second.phones[0].text, Traced)
    assert [piece.start for piece in second.phones[0].text.pieces] == [0]
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
    made = card(name, phones=("22",), mails=mails, named=line, told=line, last=line + 1)
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
        [row("Awa Sow", 1), last("Jean Dupont", 2, last=2)],
        [row("Awa Sow", 1), last("Jean Dupont", 2, told=3, last=4)],
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
    settled([])
