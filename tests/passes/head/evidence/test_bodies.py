"""What bears out that a line of the head names the body that issues the text."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence import evidence_on
from oimpress.passes.head.reading import page_of
from tests.passes.reading import LEAD, draft


def seen(text: str, at: int = 0) -> frozenset[str]:
    page = draft(text)
    return evidence_on([line for _, line in page.lines()], page_of(page))[at]


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        (
            "company",
            ["Remontées mécaniques du Val SA", "ARVEL SAS", "Boréal inc.", "Bouts du monde ASBL", "Quarry Ltd"],
            ["SA", "Le Val SA ouvre", "Cargo de La Spezia", "Communiqué du Val SA", "Remontées du val sa"],
        ),
        (
            "acronym spelt out",
            [
                "Réseau des radios rurales (RRR)",
                "Office of the Regional Auditor (ORA)",
                "FNAC-PME\nFédération nationale des artisans couvreurs",
                "FDCV 43\nFédération départementale des cyclistes du Velay",
                "SNRE\nSyndicat national des remplaçants de l'enseignement",
            ],
            [
                "Réseau des radios (FM)",
                "FNAC-PME\nUn mot du jour",
                "FNAC\n\nFédération nationale des artisans",
                "(RRR)",
            ],
        ),
        (
            "named in the text",
            [
                f"RÉGIE BLEUE\n{LEAD} La Régie bleue roule.",
                f"PASSAGES-NORD / DOORGANGEN\n{LEAD} Le Passages-Nord roule.",
                f"REGIE\n{LEAD} La Régie roule.",
                "Régie Bleue\nLe matin, Régie Bleue roule",
                f"Toits d’Outre-mer (TOM)\n{LEAD} Les Toits d’Outre-mer tiennent.",
            ],
            [
                f"RÉGIE BLEUE\n{LEAD} La régie bleue roule.",
                f"La Ville\nVos aides\n{LEAD}",
                f"TRANSPORTS\n{LEAD} Transports en commun : la régie roule.",
                "Régie Bleue\nRégie Bleue",
                f"Régie bleue\n{LEAD} La Régie Bleue roule.",
                f"La Régie Bleue rouvre\n{LEAD} La Régie Bleue rouvre.",
                f"Bu\n{LEAD} Le Bu roule.",
            ],
        ),
        (
            "acronym of a place",
            ["MRC des Collines-du-Nord", "CCAS de Lannec", "CHU d'Ambray"],
            ["Mrc des Collines", "TER de nuit", "CCAS de Lannec : les horaires changent", "MRC DES COLLINES"],
        ),
        (
            "agency",
            ["Agence Encre et Sel – relations presse", "pour Voltarmor", "Bell Tower Public Relations"],
            ["Agence des eaux", "Pour une ville verte", "Mairie de Lannec – relations presse"],
        ),
        (
            "in an address",
            ["MORVAN ÉNERGIES\npresse@morvan-energies.example", "Toits du Val\nAwa Sow – awa@mail.toitsval.example"],
            [
                "MORVAN\npresse@morvan-energies.example",
                "Morvan Énergies roule.\nx@morvan-energies.example",
                "Awa\nx@awa.example",
            ],
        ),
    ],
)
def test_what_the_page_says_of_a_name(name: str, yes: list[str], no: list[str]) -> None:
    assert [text for text in yes if name not in seen(text)] == []
    assert [text for text in no if name in seen(text)] == []


@pytest.mark.parametrize(
    ("text", "serves"),
    [
        ("Mairie de Lannec\nSection sportive", True),
        ("TRIBUNAL JUDICIAIRE DE LANNEC\nLe procureur de la République", True),
        ("Mairie de Lannec\nPôle presse\nLa Directrice générale", True),
        ("Mairie de Lannec\n\nSection sportive", False),
        ("Un mot\nSection sportive", False),
        ("Mairie de Lannec\nSectionnement", False),
        ("Communiqué de la mairie de Lannec\nSection sportive", False),
        ("Mairie de Lannec\nDirecteur, Awa Sow", False),
    ],
)
def test_a_service_stands_right_below_its_body(text: str, serves: bool) -> None:
    assert ("service of the body" in seen(text, text.strip().replace("\n\n", "\n").count("\n"))) is serves
