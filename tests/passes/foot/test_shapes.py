"""Contacts below whole texts in the shapes that were seen, in three languages; and prose that only looks like one."""

from __future__ import annotations

import pytest

from oimpress.model.house import House
from oimpress.model.nodes import Contact, Para
from oimpress.model.runs import flatten
from oimpress.model.trail import rebuild
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MORE, bare, contacts, paragraphs, read, release

HEAD = f"L'OIM aide les sinistrés\nHaïti - {LEAD}\n{MORE}\n"


@pytest.mark.parametrize(
    ("foot", "name", "role", "organisation", "uris", "emails"),
    [
        (
            "Pour plus d’informations, veuillez contacter\nAwa Sow\nOIM Niger\nTel: + 227 20 75 31 41 ext. 12\nEmail: asow@iom.int",
            "Awa Sow",
            "",
            "OIM Niger",
            ["tel:+22720753141;ext=12"],
            ["asow@iom.int"],
        ),
        (
            "Pour plus d'informations, veuillez contacter Jean Dupont de l'OIM au Tchad. Email: jd@iom.int, Tél : +235 22 52 53 41.",
            "Jean Dupont",
            "",
            "OIM au Tchad",
            ["tel:+23522525341"],
            ["jd@iom.int"],
        ),
        (
            "For more information, please contact:\nMary Smith\nMedia Officer\nIOM Kenya\nMobile: +254 712 345 678\nmsmith@iom.int",
            "Mary Smith",
            "Media Officer",
            "IOM Kenya",
            ["tel:+254712345678"],
            ["msmith@iom.int"],
        ),
        (
            "Para más información, comuníquese con:\nLucía Fernández\nOIM Colombia\nTel: +57 1 639 7777\nCorreo: lf@iom.int",
            "Lucía Fernández",
            "",
            "OIM Colombia",
            ["tel:+5716397777"],
            ["lf@iom.int"],
        ),
        ("Contact presse :\nOIM Djibouti, +253 21 35 20 10", "", "", "OIM Djibouti", ["tel:+25321352010"], []),
        (
            "Contacts :\nAnne Roy | +41 22 717 91 11 | aroy@iom.int",
            "Anne Roy",
            "",
            "",
            ["tel:+41227179111"],
            ["aroy@iom.int"],
        ),
        (
            "Pour en savoir plus, contacter Mme Anne Roy, chargée de communication, OIM Haïti, tél. +509 28 12 34 56",
            "Anne Roy",
            "chargée de communication",
            "OIM Haïti",
            ["tel:+50928123456"],
            [],
        ),
    ],
)
def test_shapes(foot: str, name: str, role: str, organisation: str, uris: list[str], emails: list[str]) -> None:
    (found,) = contacts(HEAD + foot)
    assert bare(found.name) == name
    assert bare(found.role) == role
    assert bare(found.organisation) == organisation
    assert [phone.uri for phone in found.phones] == uris
    assert list(found.emails) == emails
    assert paragraphs(release(HEAD + foot).body) == [LEAD, MORE]


def test_several_people() -> None:
    foot = (
        "Pour plus d'informations, veuillez contacter :\nAwa Sow\nOIM Niger\nTel: +227 20 75 31 41\nEmail: asow@iom.int\n"
        "ou\nJean Dupont\nOIM Genève\nTél. +41 22 717 91 11\nE-mail : jd@iom.int"
    )
    assert [(person.name, list(person.emails)) for person in contacts(HEAD + foot)] == [
        ("Awa Sow", ["asow@iom.int"]),
        ("Jean Dupont", ["jd@iom.int"]),
    ]


def test_a_contact_named_twice_is_one() -> None:
    foot = "Contacts :\nAwa Sow, +227 20 75 31 41, asow@iom.int\nAwa Sow, +227 20753141, asow@iom.int"
    assert len(contacts(HEAD + foot)) == 1


def test_the_words_that_lead_to_a_contact_are_kept() -> None:
    foot = "Pour plus d'informations, veuillez contacter Jean Dupont de l'OIM. Email: jd@iom.int"
    assert paragraphs(release(HEAD + foot).contacts) == ["Pour plus d'informations, veuillez contacter"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} Les familles peuvent contacter la mairie pour plus de détails.",
        f"{LEAD} En tout, 12 500 000 personnes et 3 450 000 enfants sont touchés.",
        "Le numéro vert 0800 123 456 a reçu de nombreux appels, selon la police de la capitale, depuis mardi dernier.",
    ],
)
def test_prose_is_no_contact(text: str) -> None:
    assert contacts(f"L'OIM aide les sinistrés\nHaïti - {text}\n{MORE}\n") == []


@pytest.mark.parametrize("line", ["Au Cambodge, les rescapés reçoivent :", "À Genève, Awa Sow a salué cet accord."])
def test_a_place_that_opens_a_sentence_leads_to_nobody(line: str) -> None:
    found = release(
        f"Un titre ici\n{LEAD}\n{line}\n- des soins\n- un pécule\nContact : Awa Sow, Tél : +41 22 717 91 11"
    )
    assert line in paragraphs(found.body)
    assert [contact.name for contact in found.contacts if isinstance(contact, Contact)] == ["Awa Sow"]


def test_a_place_leads_to_whom_one_calls_there() -> None:
    foot = "À Genève : Awa Sow, Tél : +41 22 717 91 11\nÀ Dakar :\nAmadou Ba\nTél : +221 33 869 62 00"
    assert [contact.name for contact in contacts(f"Un titre ici\n{LEAD}\n{MORE}\n{foot}")] == ["Awa Sow", "Amadou Ba"]


def test_who_the_organisation_is_is_no_part_of_a_contact() -> None:
    foot = (
        "Contact: Awa Sow, IOM Dakar, Tel: +221 33 869 62 00\nAbout IOM\nEstablished in 1951, IOM is the leading body."
    )
    found = release(f"Un titre ici\n{LEAD}\n{MORE}\n{foot}")
    assert [contact.role for contact in found.contacts if isinstance(contact, Contact)] == [""]
    assert paragraphs(found.about)[0] == "About IOM"


def test_hours_of_one_line_stay_together() -> None:
    hours = "9 h – 12 h 30 / 14 h – 17 h 30"
    page = f"La régie ouvre trois lignes\n\n{LEAD}\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n{hours}\n"
    done = read(page)
    stays = [bare(str(flatten(one.children))) for one in done.value.contacts if isinstance(one, Para)]
    assert stays == ["Contact presse", hours]
    assert done.trail is not None
    assert rebuild(done.value, done.trail) == page.encode()


def test_a_number_without_charge_is_the_persons_it_stands_under() -> None:
    (found,) = contacts(
        f"{HEAD}Contact presse\nAnnie Pelletier\nConseillère\nTéléphone : 819 555-0121\nSans frais : 1 800 555-0122"
    )
    assert (found.name, len(found.phones)) == ("Annie Pelletier", 2)


def test_the_capital_of_a_company_and_its_number_in_the_register_are_no_contact() -> None:
    legal = "Caisse Atlantique – Société anonyme au capital de 240 000 000 € – 512 000 000 RCS La Rochelle"
    (found,) = contacts(f"{HEAD}Contact presse\nCécile Ardouin\n05 36 49 17 60\n{legal}")
    assert (found.name, found.organisation, len(found.phones)) == ("Cécile Ardouin", "", 1)


def test_a_house_says_which_bodies_agencies_and_roles_are_its_own() -> None:
    foot = "Contact presse\nFluvia Verso\nAnne Roy, vigie du quai\n+32 2 555 10 10\n"
    page = f"{HEAD}{foot}"
    house = House(agencies=("Fluvia Verso",), roles=("Vigie du quai",), furniture=("Coin des curieux",))
    source = Source("x.txt", page.replace(MORE, f"{MORE}\nCoin des curieux").encode())
    done = normalise_source(source, house=house).value
    (found,) = [one for one in done.contacts if isinstance(one, Contact)]
    assert (found.name, found.role, found.organisation) == ("Anne Roy", "vigie du quai", "Fluvia Verso")
    assert "Coin des curieux" not in paragraphs(done.body)
    assert "Coin des curieux" in paragraphs(normalise_source(source).value.body)
