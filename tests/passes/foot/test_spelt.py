"""Whose an address is: the names and bodies that it spells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.passes.foot.spelt import Callers, bare, calls, hosts, spells


@pytest.mark.parametrize(
    ("name", "user", "is_so"),
    [
        ("Awa Sow", "asow", True),
        ("Awa So", "aso", False),
        ("Awa Le Roy", "aleroy", True),
        ("Awa Le Roy", "leroy", True),
        ("Awa Sow", "presse", False),
        ("Awa Martin-Duval", "amartin", True),
        ("Awa Duval-Martine", "aduval", True),
        ("Awa Mart-Duval", "amart", False),
        ("Awa Sow", "", False),
        ("", "presse", False),
        ("Zoé Éluard", "zeluard", True),
    ],
)
def test_names_that_an_address_spells(name: str, user: str, is_so: bool) -> None:
    assert spells(name, user) is is_so


def test_words_as_an_address_has_them() -> None:
    assert bare("Zoé d'Éluard-Roy 2") == "zoedeluardroy2"


@pytest.mark.parametrize(("user", "is_so"), [("lola", True), ("lbarcelo", True), ("lo", False), ("prensa", False)])
def test_an_address_can_hold_a_first_name_alone(user: str, is_so: bool) -> None:
    assert calls("Lola Barceló", user) is is_so


def test_a_first_name_of_two_letters_could_be_anything() -> None:
    assert not calls("Lo Barceló", "lo")
    assert calls("Léa Barceló", "lea")


@pytest.mark.parametrize(
    ("host", "name", "is_so"),
    [
        ("nuberojaexample", "Nube Roja", True),
        ("nuberojaexample", "Clara Puig", False),
        ("ratpexample", "Rat Bleu", False),  # three letters stand in many words
        ("", "Nube Roja", False),
    ],
)
def test_a_domain_can_be_a_bodys(host: str, name: str, is_so: bool) -> None:
    assert hosts(host, name) is is_so


PART = st.text("ano-", min_size=0, max_size=5)


@settings(max_examples=50)
@given(st.lists(st.builds("{} {} {}".format, PART, PART, PART), max_size=6), st.text("ano", max_size=12))
def test_who_is_called_among_many_is_who_is_called_when_asked(names: list[str], user: str) -> None:
    asked = {at for at, name in enumerate(names) if calls(name, user)}
    assert Callers(enumerate(names)).called(user) == asked
