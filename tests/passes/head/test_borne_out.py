"""Titles whose words nothing bears out, while another line could be the title: a person is told of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import SUBJECT
from oimpress.passes.head.borne_out import is_unlike
from oimpress.passes.head.evidence import Page
from oimpress.passes.labelling import Reading
from tests.passes.drafts import lines, taken

TITLE = taken("title", ["verb"])
OTHER = taken("subtitle", ["verb"])
PROSE = taken("body", ["sentence"])
TEXT = "Le chenal est dragué : les navires attendent hors de la rade."


def unlike(*said: tuple[str, Reading], subject: int = -1, end: int = 1) -> bool:
    given = lines(*(text for text, _ in said))
    if subject >= 0:
        given[subject] = replace(given[subject], marks=frozenset({SUBJECT}))
    page = Page(text="\n".join(text for text, _ in said))
    return is_unlike(0, end, given, [one for _, one in said], page)


@pytest.mark.parametrize(
    ("title", "below", "told"),
    [
        ("Marcher, c'est relier", ("Le dragage du chenal gêne les navires", OTHER), True),
        ("Question orale de M. Le Goff", ("Le dragage du chenal gêne les navires", taken("stray")), True),
        ("Le chenal ferme", ("Le dragage du chenal gêne les navires", OTHER), False),  # the text says a word of it
        ("Marcher, c'est relier", ("Une saison sous la pluie", OTHER), False),  # and none of the other line
        ("Marcher, c'est relier", ("Le dragage du chenal gêne les navires", taken("kicker")), False),
        ("Marcher, c'est relier", ("Le dragage du chenal gêne les navires.", PROSE), False),
        ("12 mars 2025 à Lannec", ("Le dragage du chenal gêne les navires", OTHER), True),
        ("12 mars 2025, 7 h", ("Une saison sous la pluie", OTHER), True),
    ],
)
def test_a_title_of_which_the_text_says_nothing(title: str, below: tuple[str, Reading], told: bool) -> None:
    assert unlike((title, TITLE), below, (TEXT, PROSE)) is told


def test_lines_below_prose_are_no_title() -> None:
    below = ("Le dragage du chenal gêne les navires", taken("body"))
    assert not unlike(("Marcher, c'est relier", TITLE), (TEXT, PROSE), below)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Sede electrónica · Cita previa · Tu ciudad", True),
        ("Accueil | Agenda | Contact", True),
        ("Le chenal ferme | Port de Lannec", False),
        ("Lundi 9 et mardi 10 octobre 2023", True),
        ("Lundi 9 et mardi 10 octobre 2023 : le chenal ferme", False),
        ("Le chenal ferme", False),
    ],
)
def test_menus_and_days_are_no_titles(title: str, told: bool) -> None:
    assert unlike((title, TITLE), (TEXT, PROSE)) is told


def test_another_line_says_the_mail_s_subject() -> None:
    said = (("Le chenal ferme", TITLE), ("Le dragage du chenal gêne les navires", OTHER), (TEXT, PROSE))
    assert unlike(*said, subject=1)
    assert not unlike(*said, subject=0)
    assert not unlike(said[0], ("Communiqué officiel", taken("kicker")), said[2], subject=1)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("GRANDE MOSQUÉE", "OUVERTURE DE LA SALLE DE LECTURE AU PUBLIC", True),
        ("LA GRANDE MOSQUÉE DE LANNEC", "OUVRE SA SALLE DE LECTURE", False),  # as full as the other
        ("LA MOSQUÉE DE", "LANNEC OUVRE SA SALLE DE LECTURE", False),
        ("LA MOSQUÉE :", "UNE SALLE DE LECTURE POUR TOUS", False),
        ("La mosquée", "ouvre une salle de lecture pour tous", False),
    ],
)
def test_a_line_of_a_title_that_ends_early(first: str, second: str, told: bool) -> None:
    goes_on = taken("title goes on")
    assert unlike((first, TITLE), (second, goes_on), (f"{first} {second}.", PROSE), end=2) is told
