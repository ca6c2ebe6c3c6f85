"""Contacts in the seven shapes that were seen, in three languages; and figures that are no telephone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.knowledge.phones import find_phones
from oimpress.model.draft import Draft, Line
from oimpress.model.house import House
from oimpress.model.nodes import Break, Cell, Contact, Dateline, Link, Para, Place, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import of_source
from oimpress.model.trail import rebuild
from oimpress.passes.cells import lines_of_cells
from oimpress.passes.foot.contacts import contacts as find_contacts
from oimpress.passes.pins import PIECES, PIN
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MORE, bare, codes, contacts, draft, paragraphs, read, release, said

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


@pytest.mark.parametrize("text", ["12 500 000", "2010-2011", "94,8 %", "IS.0022", "10:30", "200000.00"])
def test_figures_are_no_numbers_to_dial(text: str) -> None:
    assert list(find_phones(text)) == []


@pytest.mark.parametrize(
    ("text", "region", "uri"),
    [
        ("+41 (0)22 717 91 11", "", "tel:+41227179111"),
        ("0041 22 717 91 11", "", "tel:+41227179111"),
        ("+ 52 55 5536 3922 ext. 112", "", "tel:+525555363922;ext=112"),
        ("+33 1 40 69 60 00 poste 42", "", "tel:+33140696000;ext=42"),
        ("022 717 91 11", "CH", "tel:+41227179111"),
    ],
)
def test_numbers(text: str, region: str, uri: str) -> None:
    assert [found.uri for found in find_phones(text, region, labelled=True)] == [uri]


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


def test_details_that_a_person_says_are_none_leave_words_that_lead_nowhere() -> None:
    given = draft(f"{LEAD}\n{MORE}\nContact presse :\nAwa Sow\nawa@x.example")
    assert codes(find_contacts(given).notices) == set()
    done = find_contacts(replace(given, pins={"note": ("awa@x.example",)}))
    assert [(one.code, one.where) for one in done.notices] == [("C102", "l.3")]
    assert done.value.release.contacts == ()
    assert len(done.value.flow) == 5


AWA = "Pour plus d'informations, veuillez contacter\nAwa Sow\nOIM Niger\nTel: +227 20 75 31 41\nEmail: asow@iom.int"
CARD = "Contacts :\nAwa Sow | 20 75 31 41 | asow@iom.int"
TEXT = f"{LEAD}\n{MORE}"


def told(given: Draft) -> list[str]:
    """The contacts that were found: words that lead to them, names with their organisation and numbers."""
    return [
        " ".join(
            map(str, (item.name, item.organisation, *(phone.uri or phone.text for phone in item.phones), *item.emails))
        )
        if isinstance(item, Contact)
        else paragraphs([item])[0]
        for item in find_contacts(given).value.release.contacts
    ]


def test_contacts_leave_the_text_and_all_that_stood_around_them_stays() -> None:
    done = find_contacts(draft(f"{TEXT}\n{AWA}\n\nLe Niger accueille 300 000 réfugiés, selon le bureau de la région."))
    assert said(done.value)[:2] == [LEAD, MORE]
    assert [type(item) for item in done.value.release.contacts] == [Para, Contact]
    assert [(each.rule, str(each.text)) for each in done.dropped] == [("C003", "Tel: "), ("C003", "Email: ")]
    assert [(one.where, one.region) for one in done.value.readings][:2] == [("l.3", "contacts"), ("l.4", "contacts")]


def test_two_stretches_of_contacts_stand_in_their_order() -> None:
    other = "Contact : Jean Dupont, OIM Tchad, +235 22 52 53 41, jd@iom.int"
    given = draft(f"{LEAD}\n{CARD}\n{MORE} {MORE}\n{LEAD}\n{other}")
    assert told(given) == [
        "Contacts :",
        "Awa Sow  20 75 31 41 asow@iom.int",
        "Contact :",
        "Jean Dupont OIM Tchad tel:+23522525341 jd@iom.int",
    ]
    assert [one.where for one in find_contacts(given).value.readings] == ["l.2", *["l.3"] * 3, *["l.6"] * 5]
    assert said(find_contacts(given).value) == [LEAD, f"{MORE} {MORE}", LEAD]


def test_what_a_page_offers_below_the_contacts_goes_with_them() -> None:
    below = "Un mot de plus, le dernier de la page."
    done = find_contacts(draft(f"{TEXT}\n{AWA}\n\nImprimer\n{below}"))
    assert said(done.value) == [LEAD, MORE, below]
    assert ("F002", "Imprimer") in [(each.rule, str(each.text)) for each in done.dropped]


def test_a_text_without_contacts_is_left_as_it_is() -> None:
    given = draft(f"{TEXT}\nShare this")
    done = find_contacts(given)
    assert (done.value, done.notices, done.dropped) == (given, (), ())


@pytest.mark.parametrize(
    ("place", "country", "number"),
    [
        ("", "", "20 75 31 41"),
        ("NE", "", "tel:+22720753141"),
        ("", "NE", "tel:+22720753141"),
        ("NE", "DK", "tel:+22720753141"),
    ],
)
def test_a_number_is_one_of_the_place_or_of_the_office(place: str, country: str, number: str) -> None:
    given = draft(f"{TEXT}\n{CARD}")
    dateline = Dateline(Place("Ici", place)) if place else None
    given = replace(given, release=replace(given.release, dateline=dateline), house=House(country=country))
    assert told(given) == ["Contacts :", f"Awa Sow  {number} asow@iom.int"]
    found = [(one.code, one.where, one.detail) for one in find_contacts(given).notices]
    assert found == ([] if place or country else [("C101", "l.4", "20 75 31 41")])


def test_a_contact_that_is_named_twice_is_told_once_and_its_copy_accounted_for() -> None:
    done = find_contacts(draft(f"{TEXT}\n{AWA}\n\n{AWA}"))
    assert [type(item) for item in done.value.release.contacts] == [Para, Contact, Para]
    assert {str(each.text) for each in done.dropped if each.rule == "C008"} == {
        "Awa Sow",
        "OIM Niger",
        "asow@iom.int",
        "+227 20 75 31 41",
    }


FIRST = "Contacts :\nAwa Sow, +227 20 75 31 41, asow@iom.int"


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Awa Sow, +227 20 75 31 41, asow@iom.int", 1),
        ("Awa Sow, ASow@iom.int", 1),
        ("Awa Sow, +227 20 75 31 41", 1),
        ("Awa Sow, +227 20 75 31 41, awa@iom.int", 2),
        ("Awa Sow, +227 20 75 31 42, asow@iom.int", 2),
        ("Awa Sow, +227 20 75 31 42, awa@iom.int", 2),
        ("Jean Dupont, +227 20 75 31 41, jd@iom.int", 2),
    ],
)
def test_who_is_named_again_with_nothing_more_is_told_once(second: str, count: int) -> None:
    found = find_contacts(draft(f"{TEXT}\n{FIRST}\n{second}")).value.release.contacts
    assert [type(item) for item in found] == [Para, *[Contact] * count]


@pytest.mark.parametrize("foot", ["Awa Sow\njdupont@iom.int\nJean Dupont\n+227 20 75 31 41\nasow@iom.int"])
def test_lines_that_could_be_another_persons_stay_whole_and_are_told(foot: str) -> None:
    done = find_contacts(draft(f"{TEXT}\nContacts :\n{foot}"))
    assert paragraphs(done.value.release.contacts) == ["Contacts :", *foot.splitlines()]  # type: ignore[arg-type]
    assert [(one.code, one.where, one.detail) for one in done.notices] == [("C103", "l.4", "Awa Sow / Jean Dupont")]
    assert done.dropped == ()


LINES = draft(f"{TEXT}\nContacts :\nAwa Sow\nOIM Niger\n+227 20 75 31 41\nasow@iom.int")


def marked(words: str, pin: str) -> Draft:
    """The lines, one of which a person says to be something, in the words of its whole line."""
    flow = (
        replace(one, marks=frozenset({PIN + pin})) if isinstance(one, Line) and one.plain == words else one
        for one in LINES.flow
    )
    return replace(LINES, flow=tuple(flow), pins={"note": ("autre",)})


@pytest.mark.parametrize(
    ("words", "pin", "found"),
    [
        ("OIM Niger", "sentence", ["Awa Sow  tel:+22720753141 asow@iom.int", "OIM Niger"]),
        ("Awa Sow", "organisation", [" Awa Sow, OIM Niger tel:+22720753141 asow@iom.int"]),
        ("asow@iom.int", "organisation", ["Awa Sow OIM Niger tel:+22720753141 asow@iom.int"]),
        ("asow@iom.int", "sentence", ["Awa Sow OIM Niger tel:+22720753141", "asow@iom.int"]),
    ],
)
def test_what_a_person_says_that_a_whole_line_is(words: str, pin: str, found: list[str]) -> None:
    assert told(marked(words, pin)) == ["Contacts :", *found]


@pytest.mark.parametrize("pin", PIECES)
@pytest.mark.parametrize("words", ["Contacts :", "Awa Sow"])
def test_whatever_a_person_says_of_a_line_can_be_so(words: str, pin: str) -> None:
    (found,) = [one for one in find_contacts(marked(words, pin)).value.readings if one.words == words]
    assert found.label.rstrip("*") == {"general-number": "phone"}.get(pin, pin)


def test_the_address_behind_a_name_is_accounted_for() -> None:
    linked = Line((Link(of_source("http://iom.int/awa"), (Text(of_source("Awa Sow")),)),), 4, 4)
    given = replace(LINES, flow=(*LINES.flow[:3], linked, *LINES.flow[4:]))
    assert [(each.rule, str(each.text)) for each in find_contacts(given).dropped] == [("C005", "http://iom.int/awa")]
    untraced = Line((Link("http://iom.int/awa", (Text(of_source("Awa Sow")),)),), 4, 4)
    assert find_contacts(replace(given, flow=(*LINES.flow[:3], untraced, *LINES.flow[4:]))).dropped == ()


SIGNED = draft("--\nAwa Sow\nOIM Niger\nTel: +227 20 75 31 41\nasow@iom.int").flow


def test_the_signature_of_a_mail_is_asked_where_the_text_names_nobody() -> None:
    done = find_contacts(replace(draft(TEXT), signature=SIGNED))
    assert told(replace(draft(TEXT), signature=SIGNED))[-1] == "Awa Sow OIM Niger tel:+22720753141 asow@iom.int"
    assert (said(done.value), done.value.signature) == ([LEAD, MORE], ())
    assert len(done.value.readings) == 4
    assert [(each.rule, str(each.text)) for each in done.dropped] == [("C004", "--"), ("C003", "Tel: ")]


def test_the_signature_stays_what_it_is_where_the_text_names_somebody_or_it_names_nobody() -> None:
    given = replace(draft(f"{TEXT}\n{CARD}"), signature=SIGNED)
    assert told(given) == ["Contacts :", "Awa Sow  20 75 31 41 asow@iom.int"]
    assert find_contacts(given).value.signature == SIGNED
    for words in ("Envoyé de mon iPhone", "Awa Sow\nbonne journée"):
        nobody = replace(draft(TEXT), signature=draft(words).flow)
        done = find_contacts(nobody)
        assert (done.value.release.contacts, done.value.signature, done.dropped) == ((), nobody.signature, ())


@pytest.mark.parametrize(
    ("pins", "found"),
    [
        ({}, ["Awa Sow OIM Niger tel:+22720753141 asow@iom.int"]),
        ({"organisation": ("awa sow",)}, [" Awa Sow, OIM Niger tel:+22720753141 asow@iom.int"]),
        (
            {"person": ("OIM Niger",)},
            ["Awa Sow  tel:+22720753141 asow@iom.int", "OIM Niger  tel:+22720753141"],
        ),
        ({"note": ("OIM Niger",)}, ["Awa Sow  tel:+22720753141 asow@iom.int", "OIM Niger"]),
    ],
)
def test_what_a_person_says_that_a_piece_is_binds(pins: dict[str, tuple[str, ...]], found: list[str]) -> None:
    given = draft(f"{TEXT}\nContacts :\nAwa Sow\nOIM Niger\n+227 20 75 31 41\nasow@iom.int")
    assert told(replace(given, pins=pins)) == ["Contacts :", *found]


def test_a_number_that_only_a_person_calls_one_is_kept_and_told() -> None:
    given = replace(
        draft(f"{TEXT}\nContacts :\nAwa Sow\n+227 20 75 31 41\nasow@iom.int"), pins={"phone": ("asow@iom.int",)}
    )
    assert told(given) == ["Contacts :", "Awa Sow  tel:+22720753141 asow@iom.int"]
    assert [(one.code, one.where, one.detail) for one in find_contacts(given).notices] == [
        ("C101", "l.6", "asow@iom.int")
    ]


def test_hours_of_one_line_stay_together() -> None:
    hours = "9 h – 12 h 30 / 14 h – 17 h 30"
    page = f"La régie ouvre trois lignes\n\n{LEAD}\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n{hours}\n"
    done = read(page)
    stays = [bare(str(flatten(one.children))) for one in done.value.contacts if isinstance(one, Para)]
    assert stays == ["Contact presse", hours]
    assert done.trail is not None
    assert rebuild(done.value, done.trail) == page.encode()


def test_what_cells_say_stands_at_its_line_of_the_source() -> None:
    text = "Contacts\n\nAwa Sow, Dakar\nparle anglais"
    said = of_source(text[10:], 10)
    cells = [Cell((Text(said[:7]),)), Cell((Text(said[9:14]), Break(), Text(said[15:])))]
    found = [(line.plain, line.where) for line in lines_of_cells(cells, text)]
    assert found == [("Awa Sow", "l.3"), ("Dakar", "l.3"), ("parle anglais", "l.4")]


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
