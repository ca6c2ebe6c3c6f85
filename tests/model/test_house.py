"""An office that says nothing of itself."""

from __future__ import annotations

from dataclasses import fields

from oimpress.model.convention import DEFAULT
from oimpress.model.house import ANY_HOUSE, PRESS, House
from oimpress.passes.profiles import PROFILES


def test_any_house_says_nothing_and_has_the_typography_of_its_language() -> None:
    said = {field.name: getattr(House(), field.name) for field in fields(House)}
    assert {name for name, value in said.items() if value} == {"convention"}
    assert (ANY_HOUSE, ANY_HOUSE.convention) == (House(), DEFAULT)


def test_the_profile_of_any_office_is_there() -> None:
    assert PRESS in PROFILES
