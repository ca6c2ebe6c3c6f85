"""Offices that answer, who signs, and what stands below contacts; signs between the parts of a contact."""

from __future__ import annotations

import pytest

from tests.passes.foot.feet import FRENCH, UNPLACED, cards


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        (  # signs between name, function and number
            "CONTACT PRESSE :\nZoé Roy ■ secrétaire générale ■ T 05 36 49 30 91 ■ z.roy@a.example",
            ["[CONTACT PRESSE :]", "Zoé Roy | secrétaire générale | +33536493091 | z.roy@a.example"],
        ),
        ("Contact presse : Zoé Roy ✆ 04 72 11 22 33", ["[Contact presse :]", "Zoé Roy | +33472112233"]),
        (  # the press of a body called by its initials
            "Prensa ATLAP: Luciana Ferreyra, cel. +54 9 11 5555-0142",
            ["[Prensa ATLAP]", "Luciana Ferreyra | +5491155550142"],
        ),
        (  # a sentence that asks for nobody by name leaves the others theirs
            "Media enquiries:\nAnn Rowe, press officer\nTel: +44 29 2018 0455\n"
            "Out of hours, please call the switchboard on +44 29 2018 0400 and ask for the on-call manager.",
            [
                "[Media enquiries :]",
                "Ann Rowe | press officer | +442920180455",
                "[Out of hours, please call the switchboard on +44 29 2018 0400 and ask for the on-call manager.]",
            ],
        ),
        (  # a label of one letter
            "Contact presse\nZoé Roy, porte-parole\nT 04 72 11 22 33\nG 06 72 11 22 33",
            ["[Contact presse]", "Zoé Roy | porte-parole | +33472112233 | +33672112233"],
        ),
        (  # a short title before a name
            "Atención a la prensa: Lic. Rosa Palomino Huertas, teléf. +51 1 555 4400, r@a.example",
            ["[Atención a la prensa :]", "Lic. Rosa Palomino Huertas | +5115554400 | r@a.example"],
        ),
        (  # a unit belongs to the body before it; behind a name it does not
            "Contact presse\nVille de Lannec, direction de la communication\nZoé Roy\n04 72 11 22 33",
            ["[Contact presse]", "Zoé Roy | Ville de Lannec, direction de la communication | +33472112233"],
        ),
        (
            "Contact presse\nZoé Roy, direction de la communication\n04 72 11 22 33",
            ["[Contact presse]", "Zoé Roy | direction de la communication | +33472112233"],
        ),
        (  # other hours are the same office's, but nobody's who is named
            "Press contact\nPress office: +44 29 2018 0455\nOut of hours: +44 7700 900318",
            ["[Press contact]", "Press office | +442920180455 | +447700900318", "[Out of hours]"],
        ),
        (
            "Press contact\nAnn Rowe: +44 29 2018 0455\nOut of hours: +44 7700 900318",
            ["[Press contact]", "Ann Rowe | +442920180455", "[Out of hours]", "+447700900318"],
        ),
        (  # a unit alone between words that lead to it and its number
            "Media inquiries:\nCorporate Communications\n807-555-0126",
            ["[Media inquiries :]", "Corporate Communications | +18075550126"],
        ),
        (  # a body by its mailbox
            "Contacts presse\nÉducation Debout : presse@educdebout.example",
            ["[Contacts presse]", "Éducation Debout | presse@educdebout.example"],
        ),
        (
            "Pour plus d'informations, appeler la Capitainerie au (+229) 21 55 50 60 ou écrire à port@a.example.",
            ["[Pour plus d'informations, appeler]", "Capitainerie | +22921555060 | port@a.example"],
        ),
        (
            "Pour tout entretien, écrire à Zoé Roy, attachée de presse (zoe@a.example), ou l'appeler au 02 61 91 28 84.",
            ["[Pour tout entretien, écrire à]", "Zoé Roy | attachée de presse | +33261912884 | zoe@a.example"],
        ),
        (  # a body whose name holds « of »
            "Press contact\nAnn Rowe\nLiffey Museum of Print\nann@a.example",
            ["[Press contact]", "Ann Rowe | Liffey Museum of Print | ann@a.example"],
        ),
        (  # a function before a name, with no mark between; a function's own words are no name
            "Contact presse : conseillère d'État Mireille Duperrex, +41 21 555 40 10",
            ["[Contact presse :]", "Mireille Duperrex | conseillère d'État | +41215554010"],
        ),
        (
            "Press contact\nAnn Rowe\nhead of Media Relations\nann@a.example",
            ["[Press contact]", "Ann Rowe | head of Media Relations | ann@a.example"],
        ),
        (  # a label behind its number
            "Media Contact:\nAnn Rowe\n(207) 555-0164 office • (207) 555-0165 cell",
            ["[Media Contact :]", "Ann Rowe | +12075550164 | +12075550165"],
        ),
        (  # a company's number of a register
            "Contact presse\nZoé Roy\nT 04 72 11 22 33\nRue Haute 148 – B-1000 Bruxelles – BE 0555.123.456",
            ["[Contact presse]", "Zoé Roy | Rue Haute 148 – B-1000 Bruxelles | +33472112233", "[BE 0555.123.456]"],
        ),
        (
            "Contact presse\nAwa Sow – Tél./WhatsApp : +225 07 48 55 11 22",
            ["[Contact presse]", "Awa Sow | +2250748551122"],
        ),
        (  # a quarter behind a street
            "Contact presse\nZoé Roy, 04 72 11 22 33\nAgence des écoles, Avenue Annakhil, Hay Riad, Rabat",
            ["[Contact presse]", "Zoé Roy | +33472112233", "[Agence des écoles, Avenue Annakhil, Hay Riad, Rabat]"],
        ),
        (  # a sentence up to the name of who answers
            "Pour toute question, Zoé Roy, attachée de presse, répond au 04 72 11 22 33 ou par courriel à z@a.example.",
            ["[Pour toute question,]", "Zoé Roy | attachée de presse | +33472112233 | z@a.example"],
        ),
        (  # a first name alone, with what that person does
            "Contacts\nLucie (secrétaire de section) : 04 72 11 22 33",
            ["[Contacts]", "Lucie | secrétaire de section | +33472112233"],
        ),
        ("Contacts\nLannec (accueil) : 04 72 11 22 33", ["[Contacts]", "[accueil]", "Lannec | +33472112233"]),
        (
            "Contacts\nCommunications Unit, ext. 204, comms@a.example",
            ["[Contacts]", "[ext. 204]", "Communications Unit | comms@a.example"],
        ),
    ],
)
def test_feet(foot: str, found: list[str]) -> None:
    french = not foot.startswith(("Press", "Media", "Atención"))
    assert cards((FRENCH if french else UNPLACED) + foot) == found


def test_who_signs_above_a_blank_is_nobody_to_ask() -> None:
    details = "B.P. 555 Lyon. Tél. : 04 72 11 22 33. presse@a.example"
    assert cards(f"{FRENCH}Le Gouverneur, Président du Conseil\nPaul LANG\n\n{details}") == [
        "B.P. 555 Lyon | +33472112233 | presse@a.example"
    ]
    assert cards(f"{FRENCH}Porte-parole\nPaul LANG\n\n{details}")[0].startswith("Paul LANG | Porte-parole")


def test_what_the_page_offers_next_is_no_contact() -> None:
    foot = "Contact presse\nZoé Roy\n04 72 11 22 33\n\n"
    teasers = "Le budget participatif entre dans sa troisième saison\nStationnement : la zone bleue s'étend"
    assert cards(f"{FRENCH}{foot}À lire aussi\n{teasers}") == ["[Contact presse]", "Zoé Roy | +33472112233"]


def test_numbers_of_a_long_line_behind_a_colon_are_dialled() -> None:
    long = "directrice de la programmation et de l'accueil des artistes en résidence de la commune"
    foot = f"Contact presse : Zoé Roy, {long}, 04 72 11 22 33 ; Awa Sow, déléguée à la communication, 04 72 11 22 44"
    assert cards(FRENCH + foot)[1:] == [
        f"Zoé Roy | {long} | +33472112233",
        "Awa Sow | déléguée à la communication | +33472112244",
    ]


def test_an_address_alone_says_how_to_reach_nobody() -> None:
    assert cards(f"{FRENCH}Contact presse\nL-2555 Luxembourg\nrue des Tilleuls") == []
