"""Feet of releases as offices write them: whose each detail is, and what only looks alike."""

from __future__ import annotations

import pytest

from tests.passes.foot.feet import FRENCH, cards


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        (  # the place where somebody answers is no body
            "For interviews:\n\nIn Geneva\nAnn Roy, a.roy@a.example\n\nIn Dakar\nAwa Sow, a.sow@a.example",
            [
                "[For interviews :]",
                "[In Geneva]",
                "Ann Roy | a.roy@a.example",
                "[In Dakar]",
                "Awa Sow | a.sow@a.example",
            ],
        ),
        (  # nor are the media that somebody answers
            "Contacts presse :\nPresse francophone : Zoé Roy, zoe.roy@a.example\nPresse anglophone : Awa Sow, a.sow@a.example",
            [
                "[Contacts presse :]",
                "[Presse francophone]",
                "Zoé Roy | zoe.roy@a.example",
                "[Presse anglophone]",
                "Awa Sow | a.sow@a.example",
            ],
        ),
        (  # words that lead to contacts are a function right below a name
            "Contacts\n\nZoé Roy\nRelations presse\n04 72 11 22 33\n\nAwa Sow\nRelations investisseurs\na.sow@a.example",
            [
                "[Contacts]",
                "Zoé Roy | Relations presse | +33472112233",
                "Awa Sow | Relations investisseurs | a.sow@a.example",
            ],
        ),
        (  # and lead to contacts elsewhere
            "Contacts\n\nZoé Roy\nContact presse\nAwa Sow\na.sow@a.example",
            ["[Contacts]", "Zoé Roy", "[Contact presse]", "Awa Sow | a.sow@a.example"],
        ),
        (  # a unit of an office above a name, behind people whom nobody reaches
            "Porte-parole disponibles :\nZoé Roy, directrice (français, dioula)\n\nService de presse\nAwa Sow\n"
            "Tél. : 04 72 11 22 33\nPort. : 06 72 11 22 33",
            [
                "[Porte-parole disponibles :]",
                "Zoé Roy | directrice",
                "[français, dioula]",
                "Awa Sow | Service de presse | +33472112233 | +33672112233",
            ],
        ),
        (
            "Contact presse\nZoé Roy (cabinet du maire), 04 72 11 22 33",
            ["[Contact presse]", "Zoé Roy | cabinet du maire | +33472112233"],
        ),
        (
            "Contact presse\nAwa Sow – Point focal – Tél/WhatsApp : +225 01 02 00 33 44\n",
            ["[Contact presse]", "Awa Sow | Point focal | +2250102003344"],
        ),
        (
            "Contact presse\nZoé Roy\nT 04 72 11 22 33\nThéâtre du Nord · 3, rue du Fort · 69001 Lyon",
            ["[Contact presse]", "Zoé Roy | +33472112233", "[Théâtre du Nord · 3, rue du Fort · 69001 Lyon]"],
        ),
        (
            "POUR LA PRESSE\n\nLe Chef de la Cellule de Communication\nAwa SOW\n04 72 11 22 33",
            ["[POUR LA PRESSE]", "Awa SOW | Chef de la Cellule de Communication | +33472112233"],
        ),
        (  # bodies on one line are one
            "Contact presse\nVille de Lyon – Direction de la presse\nZoé Roy\n04 72 11 22 33",
            ["[Contact presse]", "Zoé Roy | Ville de Lyon – Direction de la presse | +33472112233"],
        ),
        (
            "Press contacts\nInternational press: Zoé Roy, zoe.roy@a.example\nFrench press: Awa Sow, a.sow@a.example",
            [
                "[Press contacts]",
                "[International press]",
                "Zoé Roy | zoe.roy@a.example",
                "[French press]",
                "Awa Sow | a.sow@a.example",
            ],
        ),
        (
            "Porte-parole :\nFrancophone : Zoé Roy, +32 475 60 11 82\nNederlandstalig : Awa Sow, +32 498 27 33 05",
            [
                "[Porte-parole :]",
                "[Francophone]",
                "Zoé Roy | +32475601182",
                "[Nederlandstalig]",
                "Awa Sow | +32498273305",
            ],
        ),
        (
            "Joindre le syndicat : Zoé Roy 06 09 44 71 38",
            ["[Joindre le syndicat :]", "Zoé Roy | +33609447138"],
        ),
        (
            "Pour une entrevue, écrivez à Zoé Roy, relationniste, à z.roy@a.example ou composez le 04 72 11 22 33.",
            ["[Pour une entrevue, écrivez à]", "Zoé Roy | relationniste | +33472112233 | z.roy@a.example"],
        ),
    ],
)
def test_whose_each_detail_is(foot: str, found: list[str]) -> None:
    assert cards(FRENCH + foot) == found


@pytest.mark.parametrize(
    "lead",
    [
        "Los medios pueden contactar con",
        "Los medios interesados pueden dirigirse a",
        "Para entrevistas hay que ponerse en contacto con",
    ],
)
def test_a_spanish_sentence_leads_to_somebody(lead: str) -> None:
    foot = f"{lead} Zoé Roy, responsable de prensa, en el teléfono 955 01 03 66 o en el correo prensa@a.example."
    text = f"El pan vuelve a la plaza\n\nSevilla, a 26 de febrero de 2026\n\nUna de cada tres barras es ya de masa madre.\n\n{foot}"
    assert cards(text)[-1] == "Zoé Roy | responsable de prensa | +34955010366 | prensa@a.example"


@pytest.mark.parametrize(
    "lead",
    [
        *("Pour tout renseignement", "Pour nous joindre", "Pour toute demande d'interview", "Nous contacter"),
        *("Contact us", "Pour information et entrevues", "Para más información"),
    ],
)
def test_a_line_that_leads_to_people(lead: str) -> None:
    assert cards(f"{FRENCH}{lead}\nZoé Roy, directrice : 04 72 11 22 33") == [
        f"[{lead}]",
        "Zoé Roy | directrice | +33472112233",
    ]


def test_a_sentence_that_begins_like_a_lead_is_none() -> None:
    foot = "Pour tout renseignement pris auprès des services, la halle ouvrira en mars.\n\nElle fermera à 18 h."
    assert cards(FRENCH + foot) == []


@pytest.mark.parametrize(
    "line",
    [
        "Source : Enquête Besoins de main-d'œuvre, Observatoire de l'emploi, 2026.",
        "Source : Baromètre Santé, 2025",
    ],
)
def test_what_a_figure_was_taken_from_is_nobody(line: str) -> None:
    found = cards(f"{FRENCH}{line}\n\nContact presse\nZoé Roy, 04 72 11 22 33")
    assert found == ["[Contact presse]", "Zoé Roy | +33472112233"]


def test_who_a_source_is_can_be_somebody() -> None:
    assert cards(f"{FRENCH}Source : Zoé Roy, 04 72 11 22 33") == ["[Source :]", "Zoé Roy | +33472112233"]


@pytest.mark.parametrize(
    "line",
    [
        "Suivez l'actualité de la préfecture : @Prefet69",
        "SIRET 123 456 789 00012",
        "Registered in Scotland no. 00123456",
        "Association loi 1901 – SIREN 123 456 789",
    ],
)
def test_what_an_office_says_of_itself_below_is_no_contact(line: str) -> None:
    assert cards(f"{FRENCH}Contact presse\nZoé Roy\n04 72 11 22 33\n{line}") == [
        "[Contact presse]",
        "Zoé Roy | +33472112233",
    ]


@pytest.mark.parametrize(
    "foot", ["Plan du site – Accessibilité – Mentions légales", "Cet email a été envoyé à zoe@b.example"]
)
def test_what_a_page_or_a_mail_says_of_itself_is_nobody(foot: str) -> None:
    assert cards(f"{FRENCH}Contacts\nZoé Roy, 04 72 11 22 33\n\n{foot}") == ["[Contacts]", "Zoé Roy | +33472112233"]
