"""Contacts that are named twice: the first is kept, and what tells the second to be the same."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Phone
from oimpress.model.traced import of_source
from oimpress.passes.foot.cards import Card
from oimpress.passes.foot.named_again import KnownCards


def card(name: str, *mails: str, numbers: tuple[str, ...] = (), roles: tuple[str, ...] = ()) -> Card:
    return Card(
        names=[of_source(name)] if name else [],
        roles=[of_source(role) for role in roles],
        emails=[of_source(mail) for mail in mails],
        phones=[Phone(of_source(number), of_source(number)) for number in numbers],
    )


ZOE = card("Zoé Martel", "zoe@a.example", numbers=("tel:+33122334455", "tel:+33622334455"))
UNKNOWN = card("Zoé Martel", numbers=("",))  # a number that nobody knows how to dial


@pytest.mark.parametrize(
    ("again", "is_same"),
    [
        (card("Zoé MARTEL", "ZOE@a.example"), True),
        (card("Zoe Martel", numbers=("tel:+33622334455",)), True),
        (card("Zoé Martel", "zoe@b.example"), False),
        (card("Zoé Martel", "zoe@a.example", numbers=("tel:+33999999999",)), False),
        (card("Léa Martel", "zoe@a.example"), False),
        (card("Zoé Martel"), False),
        (card("Zoé"), True),
        (card("Zoé", roles=("directrice",)), False),
        (card("Léa"), False),
        (UNKNOWN, False),
    ],
)
def test_a_contact_is_the_same_that_says_nothing_more(again: Card, is_same: bool) -> None:
    known = KnownCards()
    known.add(card("Ian Roy", "ian@a.example"))
    known.add(ZOE)
    assert known.same(again) is (ZOE if is_same else None)


def test_a_first_name_alone_is_of_who_can_be_reached() -> None:
    known = KnownCards()
    known.add(card("Zoé Roy"))
    assert known.same(card("Zoé")) is None
    known.add(ZOE)
    assert known.same(card("Zoé")) is ZOE


def test_of_two_that_it_could_repeat_it_is_the_first() -> None:
    known = KnownCards()
    known.add(ZOE)
    known.add(card("Zoé Martel", "zoe@a.example", "presse@a.example"))
    assert known.same(card("Zoé Martel", "zoe@a.example")) is ZOE
