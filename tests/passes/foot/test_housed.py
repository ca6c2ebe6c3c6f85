"""Addresses of many countries: what belongs to one by what stands beside it, and what does not."""

from __future__ import annotations

import pytest

from oimpress.passes.wordings import reads_as_address
from tests.passes.foot.feet import FRENCH, cards


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Cité olympique, El Menzah – 1003 Tunis", "Cité olympique, El Menzah – 1003 Tunis"),
        ("B.P. 555 Yaoundé – Cameroun", "B.P. 555 Yaoundé – Cameroun"),
        ("01 BP 1234 Abidjan 01", "01 BP 1234 Abidjan 01"),
        ("Edificio Rectorado, planta 2, 47555 Valdecorza", "Edificio Rectorado, planta 2, 47555 Valdecorza"),
        ("C/ de los Cuchilleros Altos, 18, 28012 Madrid", "C/ de los Cuchilleros Altos, 18, 28012 Madrid"),
        (
            "Av. de los Olmos 1143, Col. Nochebuena, C.P. 03720, Ciudad de México",
            "Av. de los Olmos 1143, Col. Nochebuena, C.P. 03720, Ciudad de México",
        ),
        ("12 Harbour Street, Suite 4, CF10 3AT", "12 Harbour Street, Suite 4, CF10 3AT"),
        ("P.O. Box 95009-80104, Mombasa", "P.O. Box 95009-80104, Mombasa"),
        ("Bourse du travail, 10 rue Jean-Macé, 35000 Rennes", "Bourse du travail, 10 rue Jean-Macé, 35000 Rennes"),
        ("C/ Colón, 12, 2.º piso. 46004 Valencia", "C/ Colón, 12, 2.º piso. 46004 Valencia"),
        ("Wetstraat 16, 1040 Brussel", "Wetstraat 16, 1040 Brussel"),
    ],
)
def test_an_address_is_one_and_nobody_by_name(line: str, address: str) -> None:
    office = "Contact presse\nService de presse\npresse@a.example\n"
    assert cards(f"{FRENCH}{office}{line}")[-1] == f"Service de presse | {address} | presse@a.example".replace("’", "'")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Zoé Roy, directrice, 3, rue du Fort, 69001 Lyon", "Zoé Roy | directrice | 3, rue du Fort, 69001 Lyon"),
        ("Cité de la musique, Zoé Roy", "Zoé Roy | Cité de la musique"),
    ],
)
def test_who_stands_beside_an_address_is_none(line: str, found: str) -> None:
    assert cards(f"{FRENCH}Contact presse\n{line}\nz.roy@a.example")[-1] == f"{found} | z.roy@a.example"


@pytest.mark.parametrize(
    "text", ["Calle Mayor 3", "C/ Colón", "P.O. Box 12", "14 Mill Lane", "SW1A 2AA", "Ctra. de Toledo, km 3"]
)
def test_ways_of_writing_an_address(text: str) -> None:
    assert reads_as_address(text)


@pytest.mark.parametrize("text", ["Calle de nadie", "Box 12", "The Mill Lane Trust", "Carrera docente", "Av de presse"])
def test_words_that_only_look_alike(text: str) -> None:
    assert not reads_as_address(text)
