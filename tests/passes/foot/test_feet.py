"""Feet of releases as offices write them: whose each detail is, what is nobody's, and what only looks alike."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact
from oimpress.model.runs import flatten
from oimpress.passes.lines.breaks import Seam, read_break
from tests.passes.reading import LEAD, MORE, bare, codes, draft, read

FRENCH = f"La halle rouvre ses portes\n\nLyon, le 3 mars 2026 – {LEAD}\n\n{MORE}\n\n"
UNPLACED = f"La halle rouvre ses portes\n\n{LEAD}\n\n{MORE}\n\n"
ENGLISH = "The market hall opens again\n\nThe town opens its market hall on 4 May, after fourteen months of works.\n\n"


def cards(text: str) -> list[str]:
    """Each contact in a line, and in brackets the words that stay beside them."""
    found = []
    for item in read(text).value.contacts:
        if isinstance(item, Contact):
            reached = (*(phone.uri.removeprefix("tel:") or phone.text for phone in item.phones), *item.emails)
            parts = (item.name, item.role, item.organisation, item.address, *reached)
            found.append(bare(" | ".join(filter(None, map(str, parts)))))
        else:
            found.append(bare(f"[{flatten(item.children)}]"))
    return found


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
            ["[Contact presse]", "Zoé Roy | +33472112233", "Théâtre du Nord | 3, rue du Fort, 69001 Lyon"],
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


# -- nobody's ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "foot",
    [
        "Zoé Roy\nDirectrice\n\n04 72 11 22 33\n\nAwa Sow\nAttachée de presse\n04 72 11 22 44",
        "Zoé Roy\n04 72 11 22 44\n\nAwa Sow\n04 72 11 22 55\n\n04 72 11 22 33",
        "Zoé Roy\nz.roy@a.example\n\n04 72 11 22 33\n\nAwa Sow\n04 72 11 22 44",
    ],
)
def test_a_number_apart_below_one_of_several_people_is_nobodys(foot: str) -> None:
    done = read(f"{FRENCH}Contacts presse\n\n{foot}")
    people = [item for item in done.value.contacts if isinstance(item, Contact)]
    assert "C103" in codes(done.notices)
    assert not any(phone.uri.endswith("472112233") for person in people for phone in person.phones)
    assert "04 72 11 22 33" in " ".join(cards(f"{FRENCH}Contacts presse\n\n{foot}"))


@pytest.mark.parametrize(
    "foot",
    [
        "Zoé Roy\nDirectrice\n\n04 72 11 22 33",  # who else
        "Zoé Roy\nDirectrice\n\n04 72 11 22 33\n\nAwa Sow\nAttachée de presse\n\n04 72 11 22 44",  # all of them alike
        "Zoé Roy\n04 72 11 22 33\n\nAwa Sow\n04 72 11 22 44\n\na.sow@a.example",  # it calls her by name
        "Zoé Roy\n04 72 11 22 33\n\nAwa Sow\n04 72 11 22 44\n\npresse@a.example",  # everybody's
    ],
)
def test_a_detail_apart_can_be_somebodys_for_sure(foot: str) -> None:
    done = read(f"{FRENCH}Contacts presse\n\n{foot}")
    assert "C103" not in codes(done.notices)
    first = next(item for item in done.value.contacts if isinstance(item, Contact))
    assert (first.name, [phone.uri for phone in first.phones]) == ("Zoé Roy", ["tel:+33472112233"])


def test_one_of_two_telephones_could_be_of_who_has_none() -> None:
    done = read(f"{FRENCH}Contacts presse\n\nZoé Roy\nAwa Sow\n04 72 11 22 33\n04 72 11 22 44")
    assert "C103" in codes(done.notices)


def test_a_mailbox_below_the_one_who_does_what_it_is_for_is_nobody_elses() -> None:
    people = "Contacts\nZoé Roy\nChercheuse\n04 72 11 22 33\nAwa Sow\n{}\n04 72 11 22 44\npresse@a.example"
    desk = cards(FRENCH + people.format("Service de presse"))
    assert desk[1:] == [
        "Zoé Roy | Chercheuse | +33472112233",
        "Awa Sow | Service de presse | +33472112244 | presse@a.example",
    ]
    assert cards(FRENCH + people.format("Historienne"))[1] == "Zoé Roy | Chercheuse | +33472112233 | presse@a.example"


ROW = "Contacts presse\nNube Roja – Zoé Roy – 04 72 11 22 33"


def test_two_names_side_by_side_could_each_be_the_persons() -> None:
    assert "C103" in codes(read(UNPLACED + ROW).notices)
    assert "C103" not in codes(read(UNPLACED + ROW.replace("Nube Roja", "Fondation Nube")).notices)


def test_the_body_that_issues_a_release_is_nobodys_name() -> None:
    issued = f"{FRENCH}{ROW}\n\nSOURCE Nube Roja\n"
    assert cards(issued)[-1] == "Zoé Roy | Nube Roja | +33472112233"


# -- what only looks like a contact --------------------------------------------------------------------------


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


# -- lines that a wrapped text does not go on in -------------------------------------------------------------

WRAPPED = (
    "La commune rouvre sa plage\n\nLes barrières qui entourent la plage de la commune seront\n"
    "ouvertes dès samedi aux baigneurs de toute la région, qui\nn'auront plus à payer leur entrée.\n\n"
    "Le parking restera payant, et la recette financera le\nsalaire d'un garde-bain, que la commune recrute\ndès maintenant.\n\n"
)


def test_each_line_that_tells_how_to_reach_somebody_is_its_own_in_a_wrapped_text() -> None:
    rows = "Renseignements\nSyndique, Zoé Roy, 079 441 27 60\nCheffe des rives, Awa Sow, 021 557 18 34"
    people = [card for card in cards(WRAPPED + rows) if "[" not in card]
    assert people == ["Zoé Roy | Syndique | 079 441 27 60", "Awa Sow | Cheffe des rives | 021 557 18 34"]


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


# -- who is meant by words and by what stands around them ----------------------------------------------------


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        (
            "Contacts\nPress officer: Zoé Roy, +33 4 72 11 22 33",
            ["[Contacts]", "Zoé Roy | Press officer | +33472112233"],
        ),
        (  # a unit's name is no function, whatever words it holds
            "Contacts\nCabinet du maire : Zoé Roy, 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | Cabinet du maire | +33472112233"],
        ),
        (
            "Contacts\nZoé Roy, secrétariat de direction, 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | secrétariat de direction | +33472112233"],
        ),
        (  # a part of a body says where a function is held, another body does not
            "Contacts\nZoé Roy, directrice, Affaires publiques, 04 72 11 22 33\nAwa Sow, directrice, Volta Médias, 04 72 11 22 44",
            [
                "[Contacts]",
                "Zoé Roy | directrice, Affaires publiques | +33472112233",
                "Awa Sow | directrice | Volta Médias | +33472112244",
            ],
        ),
        (
            "Contacts\nAltaïr Santé – Zoé Roy – 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | Altaïr Santé | +33472112233"],
        ),
        (  # what somebody answers for is no body, and no body is what somebody answers for
            "Contacts\nZoé Roy, relations presse, 04 72 11 22 33\nAwa Sow, relations avec les médias, a.sow@a.example",
            [
                "[Contacts]",
                "Zoé Roy | relations presse | +33472112233",
                "Awa Sow | relations avec les médias | a.sow@a.example",
            ],
        ),
        (
            "Contacts\nZoé Roy, Direction des relations presse, 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | Direction des relations presse | +33472112233"],
        ),
        (
            "Contacts\nManufacture Roussel\nZoé Roussel\n04 72 11 22 33\nzoe@roussel.example",
            ["[Contacts]", "Zoé Roussel | Manufacture Roussel | +33472112233 | zoe@roussel.example"],
        ),
        (  # a body that lacks a word for it stays in doubt
            "Contacts\nLumio Roussel\nZoé Roussel\n04 72 11 22 33",
            ["[Contacts]", "[Lumio Roussel]", "[Zoé Roussel]", "[04 72 11 22 33]"],
        ),
        (  # who answers when another does not
            "Contact : Zoé Roy, 04 72 11 22 33, zoe.roy@a.example ; en cas d'absence : Awa Sow, 04 72 11 22 44",
            [
                "[Contact :]",
                "Zoé Roy | +33472112233 | zoe.roy@a.example",
                "[en cas d'absence]",
                "Awa Sow | +33472112244",
            ],
        ),
        (  # the details behind words that lead are the body's right above
            "Contacts\nVille de Lyon\nContact presse : 04 72 11 22 33, presse@a.example",
            ["[Contacts]", "[Contact presse :]", "Ville de Lyon | +33472112233 | presse@a.example"],
        ),
        (  # a unit that is reached itself leads to nobody else
            "Contacts\nService de presse : 04 72 11 22 33, presse@a.example",
            ["[Contacts]", "Service de presse | +33472112233 | presse@a.example"],
        ),
        (
            "Contacts\nService de presse : Zoé Roy, 04 72 11 22 33",
            ["[Contacts]", "[Service de presse :]", "Zoé Roy | +33472112233"],
        ),
        (  # all that one bracket holds says for what somebody answers
            "Contacts\nZoé Roy (données, méthodes) : 04 72 11 22 33",
            ["[Contacts]", "Zoé Roy | +33472112233", "[données]", "[méthodes]"],
        ),
    ],
)
def test_what_words_beside_a_name_say(foot: str, found: list[str]) -> None:
    assert cards(FRENCH + foot) == found


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


def test_eight_figures_behind_a_name_are_a_number_below_a_lead() -> None:
    rows = "Pour tout renseignement\nZoé Roy, directrice : 3755 0182\nAwa Sow, secrétaire : 4155 0947"
    assert cards(FRENCH + rows) == [
        "[Pour tout renseignement]",
        "Zoé Roy | directrice | 3755 0182",
        "Awa Sow | secrétaire | 4155 0947",
    ]


def test_extensions_are_reached_through_the_switchboard() -> None:
    rows = "Zoé Roy, directrice, poste 4410\nAwa Sow, attachée de presse, poste 4412\nStandard : 04 72 11 22 33"
    assert cards(f"{FRENCH}Contacts\n{rows}") == [
        "[Contacts]",
        "Zoé Roy | directrice | +33472112233;ext=4410",
        "Awa Sow | attachée de presse | +33472112233;ext=4412",
        "Standard | +33472112233",
    ]


def test_extensions_without_a_switchboard_stay_as_they_are() -> None:
    rows = "Zoé Roy, directrice, poste 4410\nAwa Sow, attachée de presse, 04 72 11 22 33"
    found = cards(f"{FRENCH}Contacts\n{rows}")
    assert not any("4410" in one and "Zoé Roy |" in one and "+33" in one for one in found)
    assert any("4410" in one for one in found)


def test_a_mailbox_below_two_bodies_is_that_of_the_one_whose_name_its_domain_spells() -> None:
    rows = (
        "Port autonome de Brest : Zoé Roy, 04 72 11 22 33\nAgence Tam-Tam : Awa Sow, 04 72 11 22 44\n"
        "presse@pab.example ; a.sow@tam-tam.example"
    )
    assert cards(f"{FRENCH}Contacts\n{rows}") == [
        "[Contacts]",
        "Zoé Roy | Port autonome de Brest | +33472112233 | presse@pab.example",
        "Awa Sow | Agence Tam-Tam | +33472112244 | a.sow@tam-tam.example",
    ]
    unsaid = cards(f"{FRENCH}Contacts\n{rows.replace('pab.', 'autre.')}")
    assert not any("presse@autre.example" in one and "Roy" in one for one in unsaid)


def test_who_speaks_for_a_body_is_named_above_those_who_can_be_reached() -> None:
    foot = "Porte-parole : Zoé Roy, directrice\nContact presse : Awa Sow, 04 72 11 22 33"
    assert cards(FRENCH + foot) == [
        "Zoé Roy | Porte-parole, directrice",
        "[Contact presse :]",
        "Awa Sow | +33472112233",
    ]
    assert cards(FRENCH + foot.replace("Porte-parole : Zoé Roy", "À lire : Zoé Roy"))[0] == "[Contact presse :]"


def test_labels_of_one_letter_begin_lines() -> None:
    rows = "Ann Roy, directrice\nt: +44 20 7946 0111\ne: ann.roy@a.example"
    assert cards(f"{FRENCH}Contacts presse\n\n{rows}") == [
        "[Contacts presse]",
        "Ann Roy | directrice | +442079460111 | ann.roy@a.example",
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Zoé Roy, 0495 55 20 48, zoe.roy@a.be", "+32495552048"),
        ("Zoé Roy, 032 555 61 09, www.a.ch", "+41325556109"),
        ("Zoé Roy, 0495 55 20 48, zoe.roy@a.com", "0495 55 20 48"),
        ("Zoé Roy, 0495 55 20 48, zoe.roy@a.be, www.a.lu", "0495 55 20 48"),  # of two countries
        ("Zoé Roy, GSM 0692 77 41 80", "+262692774180"),  # as in France overseas, whatever they call it
        ("Zoé Roy, GSM 06 92 77 41 80", "06 92 77 41 80"),
    ],
)
def test_a_number_is_dialled_where_all_addresses_are(row: str, found: str) -> None:
    assert found in cards(f"{UNPLACED}Contacts presse\n{row}")[1].split(" | ")


def test_whoever_signs_above_a_blank_does_not_get_what_stands_below() -> None:
    foot = "La procureure de la République,\nZoé Roy\n\nÉcoute des riverains : presse@a.example"
    assert not any("Roy" in one and "presse@" in one for one in cards(FRENCH + foot))


def test_who_is_named_above_a_function_is_the_person() -> None:
    foot = (
        "Zoé Roy-Houle\nConseillère, relations avec les médias\nVerte Boréale\n04 72 11 22 33\nroyhoule.zoe@a.example"
    )
    assert not any(one.startswith("Verte") and "|" in one for one in cards(FRENCH + foot))


@pytest.mark.parametrize(
    "foot", ["Plan du site – Accessibilité – Mentions légales", "Cet email a été envoyé à zoe@b.example"]
)
def test_what_a_page_or_a_mail_says_of_itself_is_nobody(foot: str) -> None:
    assert cards(f"{FRENCH}Contacts\nZoé Roy, 04 72 11 22 33\n\n{foot}") == ["[Contacts]", "Zoé Roy | +33472112233"]


def test_codes_and_places_before_a_colon_say_for_whom() -> None:
    rows = "FR : Zoé Roy, porte-parole, 04 72 11 22 33\nNL : Awa Sow, présidente, 04 72 11 22 44"
    assert [one for one in cards(f"{FRENCH}Contacts presse\n{rows}") if "|" in one] == [
        "Zoé Roy | porte-parole | +33472112233",
        "Awa Sow | présidente | +33472112244",
    ]


def test_a_body_by_its_name_above_who_answers_is_part_of_a_block_that_nothing_leads_to() -> None:
    rows = "Odile Sabatier\n\n04 72 11 22 33\n\npresse@a.example"
    assert cards(f"{FRENCH}Service presse de la Région\n\n{rows}") == [
        "Odile Sabatier | Service presse de la Région | +33472112233 | presse@a.example"
    ]
    assert cards(f"{FRENCH}Le Président, Paul Lang\n\n{rows}") == ["Odile Sabatier | +33472112233 | presse@a.example"]


# -- numbers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ("+225 07 00 11 22 33", "+2250544001122"),  # ten figures there too
        ("+212 5 37 00 12 12", "+212544001122"),
        ("+33 5 44 00 11 33", "+33544001122"),
        ("+32 71 00 12 34", "+33544001122"),  # no Belgian number looks so
    ],
)
def test_a_number_is_dialled_where_the_others_are(other: str, number: str) -> None:
    found = cards(
        f"{UNPLACED}Contacts presse\nZoé Roy, directrice, {other}\nAwa Sow, attachée de presse, 05 44 00 11 22"
    )
    assert found[-1] == f"Awa Sow | attachée de presse | {number}"
