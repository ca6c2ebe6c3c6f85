"""Words by which a line of the head names who issues the text."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence import Page, evidence_on
from tests.passes.reading import LEAD, draft


def seen(text: str, at: int = 0) -> frozenset[str]:
    return evidence_on([line for _, line in draft(text).lines()], Page())[at]


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("body first", ["Mairie de Lyon", "Mairie"], ["La mairie de Lyon", "La halle", "Mairie de Lyon."]),
        (
            "body first",
            ["Ville d'Ypreville", "VILLE D’ORLÉANS", "Ville du Mans", "Ville des Herbiers", "Province d'Anvers"],
            ["Ville lumière", "Ville dortoir", "Villes de Bretagne", "Province lointaine"],
        ),
        ("body within", ["La mairie de Lyon", "Lyon – Mairie", "|Mairie"], ["Mairie de Lyon", "La halle"]),
        (
            "article first",
            ["Une halle", "DIX halles", "The hall", "a hall", "Deux halles", "Trois halles", "Un mot", "Des halles"],
            ["La halle", "Quatre halles", "Unes"],
        ),
        (
            "several bodies",
            ["CGT – FO – Sud Rail", "CGT | FO / Sud", "CGT – FO – " + "m" * 25],
            [
                "CGT – FO",
                "Sud – Rail – FO",
                "CGT – FO – SUD",
                "CGT – FO – " + "m" * 26,
                "CGT – FO – Sud dit",
                "CGT – F2 – Sud",
                "CP – CGT – FO – Sud",
            ],
        ),
        (
            "house s name",
            [
                "Préfecture de la Haute-Vézère",
                "CHAMBRE RÉGIONALE DES COMPTES VAL-DE-SORNE",
                "Agence régionale de santé Grand Littoral",
                "Direction départementale des territoires",
                "Communauté de communes d'Albret et du Rivain",
                "Ayuntamiento de Valderrobla",
                "City of Leeds",
            ],
            [
                "Préfecture : les guichets fermés",
                "Mairie ouverte samedi",
                "Centre hospitalier en grève",
                "Université d'été, mode d'emploi",
                "Port de Lormel",
                "La préfecture de la Corrèze",
                "Préfet",
                "Ministère de la Culture.",
            ],
        ),
        (
            "body last",
            [
                "Eastmoor Borough Council",
                "University of Leeds Trust",
                "Larkfield Children's Hospital",
                "LAKE BASIN COMMISSION",
                "Isles Council / Comhairle nan Eilean Beaga",
            ],
            ["A new timetable / Isles Council", "Residents want a new Council", "Council", "Eastmoor Borough Council."],
        ),
        (
            "label of a body",
            [
                "Communiqué de presse de la Ville de Lannec",
                "COMMUNIQUÉ DU CONSEIL D'ÉTAT",
                "Communiqué commun – Ligue du rail",
                "Communiqué de presse de l’Office des eaux",
            ],
            ["Communiqué de presse", "Communiqué de Lannec", "La Ville de Lannec", "Communiqué de la mairie."],
        ),
        (
            "press service",
            ["Mairie de Vézelin – service presse", "Service presse"],
            ["Service presse dit", "Le service presse.", "La halle", "m" * 56 + " service presse"],
        ),
    ],
)
def test_what_a_line_says(name: str, yes: list[str], no: list[str]) -> None:
    assert [text for text in yes if name not in seen(text)] == []
    assert [text for text in no if name in seen(text)] == []


@pytest.mark.parametrize(
    ("name", "text", "at", "is_so"),
    [
        ("sender is announced", "Nouvelles fournies par\nRégie des bus", 1, True),
        ("sender is announced", "Nouvelles fournies par\n\nRégie des bus", 1, False),
        ("sender is announced", "Un mot\nRégie des bus", 1, False),
        ("sender is announced", "Nouvelles fournies par Régie des bus", 0, True),
        ("sender is announced", "Source: Savanna Mutual |", 0, True),
        ("sender is announced", f"{LEAD} Oui.\nSource : Régie des bus", 1, False),
        ("sender is announced", "Source de vie", 0, False),
        ("named below", f"Régie Bleue\n{LEAD} La Régie Bleue roule.", 0, True),
        ("named below", f"Régie Bleue\n{LEAD} La régie bleue roule.", 0, False),
        ("named below", f"Régie Bleue\n{LEAD}\n{LEAD} La Régie Bleue roule.", 0, True),
        ("named below", f"{LEAD} La Régie Bleue roule.\nRégie Bleue", 1, False),
        ("named below", f"Régie bleue\n{LEAD} La Régie bleue roule.", 0, False),
        ("named below", f"régie Bleue\n{LEAD} La régie Bleue roule.", 0, False),
        ("named below", f"Régie Bleue\n{LEAD} Régie Bleue roule.", 0, False),  # it opens a sentence there
        ("named below", "Régie Bleue\nUne Régie Bleue roule", 0, True),
        ("named below", "Régie Bleue\nLa Régie Bleue roule", 0, True),
        ("named below", "Régie Bleue\n« Régie Bleue roule »", 0, False),
        ("named below", "Régie Bleue\nLe mot « Régie Bleue »", 0, False),
        ("named below", "Régie Bleue\nLe mot : Régie Bleue", 0, False),
        ("named below", "Régie Bleue\nLa Régie Bleuet roule", 0, False),
        ("named below", "Bus\nL'Autobus et l'AltaBus", 0, False),
        ("named below", "Bus\nUn grand Bus", 0, True),
        ("named below", "Bu\nUn grand Bu", 0, False),
        ("named below", "Un Deux Trois Quatre Cinq\nLa Un Deux Trois Quatre Cinq", 0, True),
        ("named below", "Un Deux Trois Quatre Cinq Six\nLa Un Deux Trois Quatre Cinq Six", 0, False),
        ("named below", "Communiqué Bleu\nLe Communiqué Bleu", 0, False),
        ("named below", "Mars 2024\nDepuis Mars 2024", 0, False),
        ("goes on from above", "Régie des bus\nde la ville", 1, True),
        ("goes on from above", "Régie des bus\n\nde la ville", 1, False),
        ("goes on from above", "Régie des bus\nDe la ville", 1, True),
        ("goes on from above", "Régie des bus\nLa ville", 1, False),
        ("goes on from above", "Régie des bus\n" + "m" * 69, 1, True),
        ("goes on from above", "Régie des bus\n" + "m" * 70, 1, False),
        ("goes on from above", "de la ville", 0, False),
        ("officer of a body", "Tribunal judiciaire de Vézelin\nLe procureur de la République", 1, True),
        ("officer of a body", "Tribunal judiciaire de Vézelin\n\nLe procureur de la République", 1, False),
        ("officer of a body", "Un mot\nLe procureur de la République", 1, False),
        ("officer of a body", "Tribunal judiciaire de Vézelin\nLe procureur ouvre une enquête", 1, False),
    ],
)
def test_what_a_line_says_among_others(name: str, text: str, at: int, is_so: bool) -> None:
    assert (name in seen(text, at)) is is_so


@pytest.mark.parametrize(
    ("name", "lines", "told"),
    [
        ("subject", ["Chambre des comptes", "Communiqué", "Commune de Lannec", LEAD], True),
        ("subject", ["Chambre des comptes", "Communiqué", "Commune de Lannec", "Saison 2024", LEAD], True),
        ("subject", ["Chambre des comptes", "Communiqué", "Commune de Lannec", "La halle rouvre", LEAD], False),
        ("subject", ["Chambre des comptes", "Commune de Lannec", LEAD], False),
        ("subject", ["Communiqué", "Commune de Lannec", LEAD], False),
        ("body goes on", ["Chambre régionale", "des comptes", "Vézère", "", "Communiqué"], True),
        ("body goes on", ["Institut", "de la mer", "", "Communiqué"], True),
        ("body goes on", ["Communiqué", "Institut", "de la mer", "le 3 mai 2024"], False),
        ("body goes on", ["Communiqué", "Direction régionale", "de la mer", "le 3 mai 2024"], True),
        ("body goes on", ["Chambre régionale", "des comptes", "", LEAD], False),
        ("body goes on", ["Chambre régionale", "Service presse", "", "Communiqué"], False),
        ("body goes on", ["Chambre régionale", "", "des comptes", "Communiqué"], False),
    ],
)
def test_names_of_bodies_by_what_stands_around_them(name: str, lines: list[str], told: bool) -> None:
    at = next(
        n for n, line in enumerate(lines) if line in ("Commune de Lannec", "des comptes", "de la mer", "Service presse")
    )
    assert (name in seen("\n".join(lines) + "\n", at - lines[:at].count(""))) is told
