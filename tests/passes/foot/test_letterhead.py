"""What only says where a body sits, and who is a contact nevertheless."""

from __future__ import annotations

from typing import Any

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.model.traced import of_source
from oimpress.passes.foot.cards import Card, Said
from oimpress.passes.foot.letterhead import with_issuer, without_letterhead
from oimpress.passes.foot.pieces import Cut
from tests.passes.foot.feet import FRENCH, UNPLACED, cards
from tests.passes.foot.made_cards import card

TEXTS = ("Awa Sow, asow@x.fr", "OIM, 12 rue du Lac", "www.x.fr")
CUTS = [Cut(Line((Text(of_source(text)),), at, at), at, ()) for at, text in enumerate(TEXTS)]


def sits(**more: Any) -> Card:
    return card(bodies=("OIM",), addresses=[of_source("12 rue du Lac")], lines={1, 2}, **more)


def kinds(*items: Card, elsewhere: bool = False) -> list[type]:
    return [type(item) for item in without_letterhead(items, CUTS, elsewhere)]


def test_where_a_body_sits_stays_the_lines_that_it_was() -> None:
    assert kinds(card("Awa Sow", mails="asow@x.fr", lines={0}), sits()) == [Card, Said, Said]
    assert kinds(sits(), elsewhere=True) == [Said, Said]


@pytest.mark.parametrize(
    "one",
    [
        sits(names=[of_source("Jean Dupont")]),
        sits(emails=[of_source("presse@x.fr")]),
        sits(roles=[of_source("Accueil")]),
        card(bodies=("OIM",), lines={1}),
        card(addresses=[of_source("12 rue du Lac")], lines={1}),
    ],
)
def test_what_says_more_or_less_is_a_contact(one: Card) -> None:
    assert kinds(card("Awa Sow", mails="asow@x.fr", lines={0}), one) == [Card, Card]


def test_a_line_that_another_contact_has_too_stays_with_both() -> None:
    assert kinds(card("Awa Sow", mails="asow@x.fr", lines={0, 1}), sits()) == [Card, Card]


def test_where_nobody_else_can_be_reached_it_is_the_contact() -> None:
    assert kinds(sits()) == [Card]


def test_at_the_foot_of_a_page() -> None:
    foot = "Contact presse\nAwa Sow\nTél. 04 99 00 40 12\nasow@x.fr\n\nHôtel de ville – 1, place du Marché – www.x.fr"
    assert cards(FRENCH + foot)[1:] == [
        "Awa Sow | +33499004012 | asow@x.fr",
        "[Hôtel de ville – 1, place du Marché – www.x.fr]",
    ]


def test_at_the_head_of_a_page() -> None:
    head = "Autorité des réseaux\n2, rue des Glands, 69003 Lyon\n\nCOMMUNIQUÉ DE PRESSE\n\n"
    foot = "Contact presse\nAwa Sow\nTél. 04 99 00 40 12"
    assert cards(head + FRENCH + foot)[1:] == ["Awa Sow | +33499004012", "[2, rue des Glands, 69003 Lyon]"]
    assert cards(head + UNPLACED) == ["Autorité des réseaux | 2, rue des Glands, 69003 Lyon"]


def box(**more: Any) -> Card:
    return card(phones=("11",), addresses=[of_source("B.P. 555 Yaoundé")], **more)


def test_an_address_with_a_number_alone_is_the_issuers() -> None:
    (one,) = with_issuer([box()], "Banque des Ports – Comité")
    assert isinstance(one, Card)
    assert one.organisations == ["Banque des Ports"]


@pytest.mark.parametrize(
    ("items", "issuer"),
    [
        ([box()], ""),
        ([box(names=[of_source("Awa Sow")])], "OIM"),
        ([box(organisations=[of_source("Service presse")])], "OIM"),
        ([card(phones=("11",))], "OIM"),
        ([card(addresses=[of_source("12 rue du Lac")])], "OIM"),
        ([box(), box()], "OIM"),
    ],
)
def test_elsewhere_nobody_is_named(items: list[Card], issuer: str) -> None:
    assert with_issuer(items, issuer) == items
