"""Ways of saying things that several rooms look for, and the plain words in which they are looked for."""

from __future__ import annotations

import tomllib

import pytest

from oimpress.own_files import own_file
from oimpress.passes.wordings import (
    body_behind,
    body_words,
    heads_a_part,
    is_address,
    order_words,
    plainly,
    reads_as_address,
    said_in,
    says_verb,
)


def test_plain_words_have_the_length_of_theirs() -> None:
    text = "L’an\u00a0deux\u202fmille\t: «\u00a0ʼOui’\u00a0»"
    assert plainly(text) == "L'an deux mille : « 'Oui' »"
    assert len(plainly(text)) == len(text)
    assert plainly("Un\tdeux") == "Un deux"
    assert plainly("Un deux") == "Un deux"


@pytest.mark.parametrize(
    "text",
    [
        "12 rue de la Paix",
        "rue de la Paix",
        "rue de Lyon",
        "Place du Marché 3",
        "BP 1234",
        "Bâtiment Lumière",
        "69003 Lyon",
    ],
)
def test_where_post_is_delivered(text: str) -> None:
    assert reads_as_address(text)


@pytest.mark.parametrize("text", ["", "Anne Roy", "La rue", "rue", "Directrice de la communication", "+32 2 555 10 10"])
def test_other_words_are_no_address(text: str) -> None:
    assert not reads_as_address(text)


def test_a_line_that_is_nothing_but_an_address() -> None:
    assert is_address("12 rue de la Paix, 75002 Paris")
    assert not is_address("Le 12 rue de la Paix accueille une exposition dès mardi prochain.")


@pytest.mark.parametrize(
    "heading", ["Notes aux rédactions :", "NOTES AUX RÉDACTIONS", " Chiffres clés ", "Mentions légales"]
)
def test_headings_of_parts_at_the_foot(heading: str) -> None:
    assert heads_a_part(heading)


@pytest.mark.parametrize("text", ["Notes aux rédactions et aux élus", "Chiffres", "", "Chiffres clés en main"])
def test_other_lines_head_no_part(text: str) -> None:
    assert not heads_a_part(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Communiqué de la Ville de Lannec", "Ville de Lannec"),
        ("Communiqué de la Lannec", ""),
        ("Communiqué Lannec", ""),
    ],
)
def test_a_body_s_name_behind_a_label(text: str, name: str) -> None:
    found = body_behind(text, len("Communiqué"))
    assert found == (text.index(name) if name else 0)


def test_words_of_bodies_and_orders() -> None:
    assert body_words().search("la Régie du Nord")
    assert not body_words().search("la Régiedunord")
    assert not body_words().search("xmairie")
    assert order_words().match("POUR DIFFUSION IMMÉDIATE")
    assert not order_words().match("Pour diffusion des films")


def test_a_room_knows_its_own_ways() -> None:
    assert said_in("oimpress.passes.foot", "end_mark").match("- fin -")
    with pytest.raises(KeyError):
        said_in("oimpress.passes.foot", "nothing")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("La halle REÇOIT du monde", True),  # one of the verbs we know
        ("Deux halles ouvriront", True),  # by its ending
        ("Deux halles réclament un toit", True),
        ("Cinderlake opens its first plant", True),
        ("Toulouse firma; Zaragoza convoca paros", True),
        ("La ville de Lyon", False),
        ("La halle", False),
        ("Federación de Trabajadores del Transporte", False),  # behind « del » stands a noun
        ("Une carte de 2024 transporte", True),
        ("Deux agents du permanent urgent", False),
        ("Les comptes souvent différents des armements", False),
    ],
)
def test_whether_a_line_holds_a_verb(text: str, says: bool) -> None:
    assert says_verb(text) is says


def test_no_way_of_saying_something_keeps_a_group() -> None:
    for room in ("passes", "passes.foot", "passes.head", "passes.lines"):
        for name in tomllib.loads(own_file(f"oimpress.{room}", "words.toml").read_text("utf-8")):
            assert said_in(f"oimpress.{room}", name).groups == 0
