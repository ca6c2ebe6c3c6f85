"""Persons, functions and organisations, by the shape of their words."""

from __future__ import annotations

import pytest

from oimpress.knowledge.people import is_function, is_name, is_organisation, name_at


@pytest.mark.parametrize(
    "text",
    [
        "Awa Sow",
        "Jean-Philippe Chauzy",
        "Lucía Fernández",
        "Anne d'Hautpoul",
        "Anne d’Hautpoul",
        "J.-B. Delmas",
        "J. Delmas",
        "Jean DUPONT",
        "M. Dupont",
        "Mme Anne Roy",
        "Dr. Ali ben Salah",
        "Charles de La Rochefoucauld",
        "Ludwig van der Berg",
        "Maria do Céu e Silva",
        "Abou dit Barka",
        "O’Neil Ndiaye",
        "Anne\u00a0Roy",
        "Marie Ange Rose Flore Lise Roy",
    ],
)
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Awa",
        "awa sow",
        "M.",
        "Awa sow",
        "DUPONT MARTIN",
        "La Croix",
        "The Guardian",
        "OIM Niger",
        "Ministère Public",
        "Awa Sow, directrice",
        "Awa Sow de",
        "12 Rue",
        "Marie Ange Rose Flore Lise Anne Roy",
        "Awa  Sow",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "start", "name"),
    [
        ("Awa Sow, directrice", 0, "Awa Sow"),
        ("Contact : Awa Sow à Niamey", 10, "Awa Sow"),
        ("Jean Bon du Mali", 0, "Jean Bon du Mali"),
        ("Jean Bon du", 0, "Jean Bon"),
        ("Awa Sow.", 0, "Awa Sow"),
        ("Jean Bon-", 0, "Jean Bon-"),
        ("Jean Bon., maire", 0, "Jean Bon"),
        ("Ali Ndo. x", 0, "Ali Ndo"),
        ("Ali B.", 0, "Ali B."),
        ("Mme Roy.", 0, "Mme Roy"),
        ("le maire", 0, ""),
        ("Mme M.", 0, ""),
    ],
)
def test_where_a_name_ends(text: str, start: int, name: str) -> None:
    assert text[start : name_at(text, start)] == name


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Chef de mission de l'OIM, Mexique", True),
        ("Chargée de communication", True),
        ("La directrice", True),
        ("Awa Sow", False),
        ("Un homme qui fut pendant longtemps directeur", False),
    ],
)
def test_functions(text: str, is_one: bool) -> None:
    assert is_function(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("OIM Niger", True),
        ("CHU", True),
        ("Bureau de presse", True),
        ("le ministère de la Santé", True),
        ("UE", False),
        ("CHU de Lille", True),
        ("Jean DUPONT", False),
        ("Awa Sow", False),
        ("", False),
    ],
)
def test_organisations(text: str, is_one: bool) -> None:
    assert is_organisation(text) is is_one
