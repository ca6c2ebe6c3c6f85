"""What the words of a line of the head say it is."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence import Page, evidence_on
from tests.passes.reading import LEAD, draft

UNKNOWN = Page()
PROSE = f"{LEAD} Oui."


def seen(text: str, at: int = 0, page: Page = UNKNOWN) -> frozenset[str]:
    return evidence_on([line for _, line in draft(text).lines()], page)[at]


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        (
            "label",
            [
                "Communiqué",
                "Communiqué " + "m" * 34,
                "AVIS AUX USAGERS ET À LA PRESSE N° 014/SPAG/2023",
                "Avis à la population",
                "WARNING NOTICE TO THE MEDIA",
                "Notice to mariners and the press",
                "Information aux voyageurs et aux médias",
                "Agenda prévisionnel",
                "Boletín de prensa 2025-077",
                "Actualité de la recherche",
                "AVISO A LOS MEDIOS",
                "Media information",
                "Bulletin n° 3 – 18 août 2025",
                "Appel à témoins",
            ],
            [
                "Avis aux amateurs de vélo",
                "Bulletin de salaire : ce qui change",
                "Notice of a strike",
                "Information aux voyageurs perturbés par les travaux",
                "Agenda 2030",
                "Actualité de la recherche en mer du Nord",
                "La halle",
                "Communiqué " + "m" * 35,
                "Communiqué la halle rouvre",
                "Communiqué la halle.",
            ],
        ),
        ("nothing but label", ["Communiqué", "Communiqué du 12 mars 2024"], ["Communiqué halle", "La halle"]),
        (
            "begins with label",
            ["Communiqué halle", "Communiqué " + "m" * 59],
            ["Communiqué", "Communiqué halle.", "La halle", "Communiqué " + "m" * 60],
        ),
        ("a kicker we know", ["Déclaration", "DÉCLARATION :", "Déclaration ."], ["Halle", "Déclaration de halle"]),
        (
            "embargo",
            ["Sous embargo", "SOUS EMBARGO", "Ne pas diffuser avant lundi", "À diffuser à partir de midi"],
            ["L'embargo sur les armes", "La halle", "Sous embargo " + "m" * 188],
        ),
        (
            "order",
            [
                "À diffuser immédiatement",
                "À l'attention des rédactions régionales",
                "To news editors",
                "For use: immediately",
            ],
            [
                "La halle",
                "À diffuser immédiatement " + "m" * 66,
                "À l'attention des parents",
                "To news editors of Leeds",
            ],
        ),
        (
            "names a case",
            [
                "Judgment in Case T-318/23 | Vandervelde Cacao and Others v Customs Board",
                "Advocate General's Opinion in Case C-451/16",
                "Arrêt de la Cour dans l'affaire C-42/24",
                "Affaire n° 2023-118 – Société Vauclair",
                "Décision n° 24-DCC-12",
                "Asunto C-118/22",
            ],
            ["Affaire C-42/24 : la Cour annule la taxe", "L'affaire des plages", "Decision in the case of the bridge"],
        ),
        (
            "names who helped",
            ["Avec le soutien du Fonds régional", "In partnership with Lannec Port", "Sous le haut patronage du maire"],
            ["Avec le soutien du Fonds, la halle rouvre", "Avec les soignants", "Sous la pluie"],
        ),
        (
            "period",
            [
                "Exercices 2019 et suivants",
                "EXERCICES 2018 À 2023",
                "Saison 2025-2026",
                "Exposition du 4 octobre 2025 au 18 janvier 2026",
                "Du 3 au 12 mai",
            ],
            ["Saison 2025-2026 : vingt créations", "Résultats 2024", "2025-2026", "Du 3 au 12 mai, la halle ferme"],
        ),
        (
            "topics",
            ["Énergie / Industrie\nLe port signe un accord", "Agenda | Vie locale\nLe port signe un accord"],
            ["Énergie / Industrie", "Énergie / industrie\nLe port signe", "Lyon | Paris\nLe port signe un accord"],
        ),
        (
            "one of two points",
            [f"- La halle ouvre\n- Le pont ferme\n{PROSE}", f"• La halle\n• Le pont\nLyon – {PROSE}"],
            [
                f"- La halle ouvre\n{PROSE}",
                f"- La halle ouvre\n- Le pont ferme\n- La rue aussi\n{PROSE}",
                f"- La halle ouvre\n\n- Le pont ferme\n{PROSE}",
                "- La halle ouvre\n- Le pont ferme\nLe maire",
                f"1. La halle ouvre\n2. Le pont ferme\n{PROSE}",
            ],
        ),
        ("names its subject", ["Objet : la halle", "Asunto: la plaza"], ["L’objet : la halle", "Objet"]),
        ("practical", ["Lieu : la halle", "Quand ? Lundi"], ["La halle", "Lieu : " + "m" * 194]),
        (
            "page tool",
            [
                "Accueil > Presse > Halle",
                "Partager",
                "Facebook",
                "Imprimer",
                "Qui est en ligne : 12 invités",
                "Vous êtes ici",
            ],
            ["Halle > Presse.", "La halle", "Partager " + "m" * 112],
        ),
        ("byline", ["Par Awa Sow", "Auteur : Awa Sow"], ["Par Awa qui dit", "par hasard", "La halle"]),
        ("credit", ["Photo : Awa Sow", "© Awa Sow"], ["La halle"]),
        ("contact words", ["Contact presse", "Contacts"], ["Contactez la halle", "La halle"]),
        (
            "details",
            [
                "awa@x.example",
                "www.x.example",
                "Tél. : 01 42 68 53 00",
                "Awa Sow 01 42 68 53 00",
                "m" * 94 + " 01 42 68 53 00",
            ],
            ["La halle", "12 halles", "m" * 95 + " 01 42 68 53 00"],
        ),
        (
            "address",
            ["12, rue du Lac, 69003 Lyon"],
            ["12, rue du Lac, 69003 Lyon.", "La halle", "rue du Lac", "12 halles"],
        ),
        (
            "person",
            ["Awa Sow", "Awa Sow directrice"],
            ["La halle", "Awa Sow halle", "directrice", "Communiqué Awa Sow"],
        ),
        ("mark alone", ["***", "– –"], ["1", "*** m"]),
        ("bullet", ["• La halle", "> La halle", "1. La halle", "– La halle"], ["La halle", "•", "– Communiqué"]),
        ("heads a sidebar", ["Contexte", "En bref"], ["Contexte.", "La halle", "Repères " + "m" * 53]),
        ("motto", ["Liberté", "République française", "Égalité ."], ["Paix – Travail – Patrie", "La halle"]),
    ],
)
def test_what_a_line_says(name: str, yes: list[str], no: list[str]) -> None:
    assert [text for text in yes if name not in seen(text)] == []
    assert [text for text in no if name in seen(text)] == []


@pytest.mark.parametrize(
    ("name", "text", "at", "is_so"),
    [
        ("above a credit", "La halle et sa cour\nPhoto : Awa Sow", 0, True),
        ("above a credit", "La halle et sa cour\nUn mot", 0, False),
        ("above a credit", "m" * 15 + "\nPhoto : Awa Sow", 0, False),
        ("above a credit", "m" * 16 + "\nPhoto : Awa Sow", 0, True),
        ("above a credit", "La halle et sa cour", 0, False),
        ("motto", "République du Mali\nUn Peuple – Un But – Une Foi", 1, True),
        ("motto", "République du Mali\nUn Peuple – Un But – Une Foi", 0, True),
        ("motto", "République du Mali\nLa halle", 0, False),
        ("motto", "République du Mali\nLa halle", 1, False),
        ("motto", "Un mot\nUn Peuple – Un But – Une Foi", 1, False),
        ("motto", "Un mot\nUn Peuple – Un But – Une Foi", 0, False),
        ("motto", "République du Mali", 0, False),
        ("motto", "République du Mali\nMinistère de l'Eau", 0, True),
    ],
)
def test_what_a_line_says_among_others(name: str, text: str, at: int, is_so: bool) -> None:
    assert (name in seen(text, at)) is is_so


def test_what_the_house_and_the_page_say() -> None:
    page = Page(issuers=frozenset({"la halle"}), kickers=frozenset({"halles"}), furniture=frozenset({"mot du jour"}))
    for text, name in (("La Halle", "is the sender"), ("Halles :", "a kicker we know"), ("Mot du jour", "page tool")):
        assert name in seen(text, page=page)
        assert name not in seen(text)
        assert name not in seen("Un autre", page=page)
