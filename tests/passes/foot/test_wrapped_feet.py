"""Feet of a wrapped text: which lines begin anew."""

from __future__ import annotations

import pytest

from oimpress.passes.lines.breaks import Seam, read_break
from tests.passes.foot.feet import FRENCH, cards
from tests.passes.reading import draft

WRAPPED = (
    "La commune rouvre sa plage\n\nLes barrières qui entourent la plage de la commune seront\n"
    "ouvertes dès samedi aux baigneurs de toute la région, qui\nn'auront plus à payer leur entrée.\n\n"
    "Le parking restera payant, et la recette financera le\nsalaire d'un garde-bain, que la commune recrute\ndès maintenant.\n\n"
)


def test_each_line_that_tells_how_to_reach_somebody_is_its_own_in_a_wrapped_text() -> None:
    rows = "Renseignements\nSyndique, Zoé Roy, 079 441 27 60\nCheffe des rives, Awa Sow, 021 557 18 34"
    people = [card for card in cards(WRAPPED + rows) if "[" not in card]
    assert people == ["Zoé Roy | Syndique | +41794412760", "Awa Sow | Cheffe des rives | +41215571834"]


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [
        ("Zoé Roy, 04 72 11 22 33", "Awa Sow, 04 72 11 22 44", True),
        ("Zoé Roy, zoe.roy@a.example", "Awa Sow, 04 72 11 22 44", True),
        ("Zoé Roy, 04 72 11 22 33", "presse@a.example", True),  # a mailbox alone
        ("Zoé Roy, directrice : 4822 7309", "presse@a.example", True),
        ("Zoé Roy, 04 72 11 22 33, joignable de 13 h à 15 h", "Awa Sow, 04 72 11 22 44", True),
        ("Zoé Roy, 04 72 11 22 33 (le matin)", "Awa Sow, 04 72 11 22 44", True),
        ("On a reçu 04 72 11 22 33 appels en 15 jours", "Awa Sow en prend au 04 72 11 22 44", False),
        ("On peut écrire, jusqu'au 30 juin, à", "presse@a.example", False),
        ("Zoé Roy, 04 72 11 22 33", "Mairie de Lyon", False),
        ("Zoé Roy, 04 72 11 22 33, ou Awa", "Sow, 04 72 11 22 44", False),  # a name that was cut
        ("On peut appeler le 04 72 11 22 33", "ou écrire à zoe.roy@a.example", False),  # the sentence goes on
        ("On peut appeler le 04 72 11 22 33 ou la", "Mairie au 04 72 11 22 44", False),
        ("Appelez le 04 72 11 22 33.", "Une réponse viendra de zoe.roy@a.example", False),  # left to what else tells
        ("La ville a reçu 12 000 visiteurs", "Elle en attend 15 000", False),
    ],
)
def test_where_another_way_to_reach_somebody_begins(above: str, below: str, kept: bool) -> None:
    line, other = list(draft(f"{above}\n{below}").lines())
    case = read_break(Seam(line[1], other[1], None, None, line[1]))
    assert (case.name == "another way to reach somebody") is kept


def test_labels_of_one_letter_begin_lines() -> None:
    rows = "Ann Roy, directrice\nt: +44 20 7946 0111\ne: ann.roy@a.example"
    assert cards(f"{FRENCH}Contacts presse\n\n{rows}") == [
        "[Contacts presse]",
        "Ann Roy | directrice | +442079460111 | ann.roy@a.example",
    ]
