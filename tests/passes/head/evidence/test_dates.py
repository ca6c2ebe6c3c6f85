"""Dates, places and numbers in a line of the head."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence import Page, evidence_on
from oimpress.passes.head.evidence import dates as module
from oimpress.passes.head.evidence.asking import QUESTIONS
from tests.passes.reading import LEAD, draft

ASKED = {name for _, name, asks in QUESTIONS if asks.__module__ == module.__name__}


def seen(text: str) -> frozenset[str]:
    """What this module's questions say of a line."""
    (line,) = (line for _, line in draft(text).lines())
    return evidence_on([line], Page())[0] & ASKED


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("12 mars 2024", {"only date"}),
        ("Le 12 mars 2024", {"only date"}),
        ("12 mars 2024 - Communiqué de presse", {"only date"}),
        ("Lyon, le 12 mars 2024 Invitation aux médias", {"place and date"}),
        ("Lyon, le 12 mars 2024 Invitation aux médias du lac", {"holds a date"}),
        ("Lyon, 12 mars 2024, 7.00 a.m. CET", {"place and date"}),
        ("Lyon, 12 March 2024, 5 pm (Paris time)", {"place and date"}),
        ("Lyon, le 12 mars 2024, 17 h 45 heure de Paris", {"place and date"}),
        ("Lyon, le 12 mars 2024, 7.00 euros l'entrée", {"holds a date"}),
        ("12 mars 2024 - La halle rouvre", {"holds a date"}),
        ("Publié le 12 mars 2024", {"only date", "says when"}),
        ("Publié à Vaubrun le 12 mars 2024", {"holds a date", "says when"}),
        ("Mis en ligne par la mairie le 12 mars 2024", {"holds a date", "says when"}),
        ("Date de publication : 12 mars 2024 à 10 h", {"only date", "says when"}),
        ("mercredi 12 mars 2024, par Service communication", {"holds a date", "says when"}),
        ("Réunion du 12 mars 2024, par Service communication", {"holds a date"}),
        ("Mise à jour du plan local d'urbanisme le 12 mars 2024", {"holds a date"}),
        ("Mise à jour le 12 mars 2024 : autre texte", {"holds a date"}),
        ("Lyon, le 12 mars 2024", {"place and date"}),
        ("Communiqué", set()),
        ("Communiqué du 12 mars 2024", {"label and date"}),
        ("Communiqué Lyon 12 mars 2024", {"label and date"}),
        ("Communiqué de la halle un deux trois quatre 12 mars 2024", {"label and date"}),
        ("Communiqué un deux trois quatre cinq six sept 12 mars 2024", {"label and date"}),
        ("Communiqué un deux trois quatre cinq six sept huit 12 mars 2024", set()),
        ("La halle rouvre le 12 mars 2024", {"holds a date"}),
        ("Lyon", {"only place"}),
        ("Communiqué Lyon", set()),
        ("Mot", set()),
        ("N° 2024-12", {"number", "only number"}),
        ("N° 2024-12 La halle rouvre", {"number"}),
        ("Communiqué N° 2024-12", {"number"}),
        ("N° 2024-12 du 12 mars 2024", {"number", "holds a date"}),
        (f"Genève, le 12 mars 2024 – {LEAD[:40]}.", {"opens with place or date", "holds a date"}),
        (f"Genève, le 12 mars 2024 – {LEAD[:40]}", {"holds a date"}),
        (f"Genève – {LEAD}", {"opens with place or date"}),
        ("La halle rouvre ses portes", set()),
    ],
)
def test_dates_places_and_numbers(text: str, names: set[str]) -> None:
    assert seen(text) == names


@pytest.mark.parametrize(("size", "is_asked"), [(40, True), (41, False)])
def test_a_place_alone_is_short(size: int, is_asked: bool) -> None:
    assert ("only place" in seen("Lyon" + " /" * ((size - 4) // 2) + "|" * (size % 2))) is is_asked


@pytest.mark.parametrize(
    ("text", "at", "is_so"),
    [
        ("INVITATION PRESSE\nVisite du chantier\nMardi 17 juin 2025 à 10 h 30", 2, True),
        ("Media advisory\nOpening of the depot\nTuesday 17 June 2025, 10 a.m.", 2, True),
        ("INVITATION PRESSE\nMardi 17 juin 2025 à 10 h 30", 1, False),  # right below the label: when it was written
        ("COMMUNIQUÉ DE PRESSE\nLe chantier ouvre\nMardi 17 juin 2025 à 10 h 30", 2, False),
        ("INVITATION PRESSE\nVisite du chantier\nMardi 17 juin 2025", 2, False),
        ("INVITATION PRESSE\nVisite du chantier\nLyon, le 17 juin 2025 à 10 h 30", 2, False),
        ("INVITATION PRESSE\nVisite du chantier\nPublié le 17 juin 2025 à 10 h 30", 2, False),
    ],
)
def test_the_day_of_what_an_invitation_asks_to(text: str, at: int, is_so: bool) -> None:
    found = evidence_on([line for _, line in draft(text).lines()], Page())[at]
    assert ("day of the event" in found) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Lundi 13 octobre\n- 9 h 00 : réunion", True),
        ("Lundi 13 octobre\n9 h 00 Réunion des maires", True),
        ("Lundi 13 octobre\nLa halle rouvre", False),
        ("Lyon, lundi 13 octobre\n- 9 h 00 : réunion", False),
        ("Agenda du lundi 13 octobre\n- 9 h 00 : réunion", False),
        ("Lundi 13 octobre", False),
    ],
)
def test_a_day_above_its_hours(text: str, is_so: bool) -> None:
    found = evidence_on([line for _, line in draft(text).lines()], Page())[0]
    assert ("heads a day" in found) is is_so
