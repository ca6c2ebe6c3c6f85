"""What the words of a piece of a contact say by themselves."""

from __future__ import annotations

import pytest

from oimpress.passes.foot.alone import OwnWord, body_in, tells_address, tells_body, words_alone


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Awa Sow", ("reads as a name",)),
        ("directrice", ("function word first",)),
        ("Directrice de la halle", ("function word first",)),
        ("Zoé, directrice", ("function word",)),
        ("Communications Directorate", ("body's word first",)),
        ("Communications Director", ("function word first", "function in a name", "reads as a name")),
        ("La directrice", ("function word first",)),
        ("Maire", ("function word first",)),
        ("Mairie de Lyon", ("body's word first",)),
        ("La grande mairie", ("body's word",)),
        ("Lyon", ("place",)),
        ("12, rue du Lac", ("reads as an address",)),
        ("ROUSSEAU Marie", ("body's word", "capital family name")),
        ("halle", ()),
    ],
)
def test_what_words_say(text: str, said: tuple[str, ...]) -> None:
    assert set(words_alone(text, "")) == set(said)


@pytest.mark.parametrize(
    ("own", "has", "lacks"),
    [
        ("", {"reads as a name"}, {"body's word first", "function word first"}),
        ("organisation", {"body's word first"}, {"reads as a name"}),
        ("role", {"function word first"}, {"reads as a name", "function word"}),
    ],
)
def test_what_the_house_says_of_its_words(own: OwnWord, has: set[str], lacks: set[str]) -> None:
    found = set(words_alone("Awa Sow", own))
    assert has <= found
    assert not lacks & found


def test_a_body_whose_words_say_a_name_and_a_function_is_neither() -> None:
    assert "function in a name" in words_alone("Bleuet Directrice", "")
    assert "function in a name" not in words_alone("Bleuet Directrice", "organisation")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Mairie de Lyon", 1),
        ("La mairie de Lyon", 2),
        ("La cellule de veille", 1),
        ("Biscuiterie Sow", 1),
        ("Fromagerie de Lannec", 1),
        ("Boulangerie du Port", 1),
        ("Huileries de l'Oued", 1),
        ("Billetterie et renseignements", 0),
        ("Biscuiterie", 0),
        ("Valerie Sow", 0),
        ("Quitterie Sow", 0),
        ("Valérie Sow", 0),
        ("Bleuet SARL", 1),
        ("Bleuet S.A.", 1),
        ("Bleuet Communications", 1),
        ("bleuet Communications", 0),
        ("Directrice Conseil", 2),
        ("Bleuet", 0),
        ("OIM Niger", 1),
        ("Grande mairie de Lyon", 2),
        ("Harrowmere Borough Council", 1),
        ("Corporate Communications Division", 1),
        ("Public Information & Outreach Unit", 1),
        ("Head of Press Office", 2),
        ("Awa Sow", 0),
    ],
)
def test_where_the_word_of_a_body_stands(text: str, where: int) -> None:
    assert body_in(text) == where


@pytest.mark.parametrize(
    ("text", "is_one"), [("12, rue du Lac", True), ("12, rue du Lac, 69003 Lyon", True), ("La halle", False)]
)
def test_addresses(text: str, is_one: bool) -> None:
    assert tells_address(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Mairie de Lyon", True), ("La cellule de veille", True), ("Cellule", True), ("Awa Sow", False), ("", False)],
)
def test_words_of_bodies(text: str, is_one: bool) -> None:
    assert tells_body(text) is is_one
