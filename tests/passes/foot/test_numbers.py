"""Telephones of contacts: from which country they are dialled, and what no country knows."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact
from oimpress.notices import Notice
from tests.passes.reading import LEAD, MORE, read


def dialled(place: str, number: str, name: str = "Awa Sow") -> tuple[list[str], list[Notice]]:
    """How the number of a contact is dialled, and what is told of it."""
    foot = f"Pour plus d'informations, contacter :\n{name}\nawa@x.example\nTél. : {number}\n"
    done = read(f"L'OIM aide les sinistrés\n{place} – {LEAD}\n{MORE}\n{foot}")
    (contact,) = [item for item in done.value.contacts if isinstance(item, Contact)]
    return [phone.uri for phone in contact.phones], [one for one in done.notices if one.code == "C101"]


@pytest.mark.parametrize(
    ("place", "number", "uri"),
    [
        ("Paris", "01 42 68 53 00", "tel:+33142685300"),
        ("Genève", "022 717 91 11", "tel:+41227179111"),
        ("Genève", "+33 1 42 68 53 00", "tel:+33142685300"),
    ],
)
def test_a_number_is_dialled_from_the_place_of_the_text(place: str, number: str, uri: str) -> None:
    assert dialled(place, number) == ([uri], [])


def test_a_number_that_no_country_knows_is_kept_and_told() -> None:
    uris, (told,) = dialled("Genève", "+999 20 75 31 41")
    assert uris == [""]
    assert told.detail == "+999 20 75 31 41"
    assert told.where.startswith("l.")
