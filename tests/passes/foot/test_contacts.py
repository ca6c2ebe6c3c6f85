"""Contacts taken out of the flow or a signature: in their order, once, with what stood around them accounted for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Line
from oimpress.model.house import House
from oimpress.model.nodes import Contact, Dateline, Link, Para, Place, Text
from oimpress.model.traced import of_source
from oimpress.passes.foot.contacts import contacts as find_contacts
from tests.passes.foot.made_cards import found_in
from tests.passes.reading import LEAD, MORE, draft, paragraphs, said

AWA = "Pour plus d'informations, veuillez contacter\nAwa Sow\nOIM Niger\nTel: +227 20 75 31 41\nEmail: asow@iom.int"
CARD = "Contacts :\nAwa Sow | 20 75 31 41 | asow@iom.int"
TEXT = f"{LEAD}\n{MORE}"


def test_contacts_leave_the_text_and_all_that_stood_around_them_stays() -> None:
    done = find_contacts(draft(f"{TEXT}\n{AWA}\n\nLe Niger accueille 300 000 réfugiés, selon le bureau de la région."))
    assert said(done.value)[:2] == [LEAD, MORE]
    assert [type(item) for item in done.value.release.contacts] == [Para, Contact]
    assert [(each.rule, str(each.text)) for each in done.dropped] == [("C003", "Tel: "), ("C003", "Email: ")]
    assert [(one.where, one.region) for one in done.value.readings][:2] == [("l.3", "contacts"), ("l.4", "contacts")]


def test_two_stretches_of_contacts_stand_in_their_order() -> None:
    other = "Contact : Jean Dupont, OIM Tchad, +235 22 52 53 41, jd@iom.int"
    given = draft(f"{LEAD}\n{CARD}\n{MORE} {MORE}\n{LEAD}\n{other}")
    assert found_in(given) == [
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
    assert found_in(given) == ["Contacts :", f"Awa Sow  {number} asow@iom.int"]
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


def test_the_address_behind_a_name_is_accounted_for() -> None:
    linked = Line((Link(of_source("http://iom.int/awa"), (Text(of_source("Awa Sow")),)),), 4, 4)
    given = replace(LINES, flow=(*LINES.flow[:3], linked, *LINES.flow[4:]))
    assert [(each.rule, str(each.text)) for each in find_contacts(given).dropped] == [("C005", "http://iom.int/awa")]
    untraced = Line((Link("http://iom.int/awa", (Text(of_source("Awa Sow")),)),), 4, 4)
    assert find_contacts(replace(given, flow=(*LINES.flow[:3], untraced, *LINES.flow[4:]))).dropped == ()


LINES = draft(f"{TEXT}\nContacts :\nAwa Sow\nOIM Niger\n+227 20 75 31 41\nasow@iom.int")
SIGNED = draft("--\nAwa Sow\nOIM Niger\nTel: +227 20 75 31 41\nasow@iom.int").flow


def test_the_signature_of_a_mail_is_asked_where_the_text_names_nobody() -> None:
    done = find_contacts(replace(draft(TEXT), signature=SIGNED))
    assert found_in(replace(draft(TEXT), signature=SIGNED))[-1] == "Awa Sow OIM Niger tel:+22720753141 asow@iom.int"
    assert (said(done.value), done.value.signature) == ([LEAD, MORE], ())
    assert len(done.value.readings) == 4
    assert [(each.rule, str(each.text)) for each in done.dropped] == [("C004", "--"), ("C003", "Tel: ")]


def test_the_signature_stays_what_it_is_where_the_text_names_somebody_or_it_names_nobody() -> None:
    given = replace(draft(f"{TEXT}\n{CARD}"), signature=SIGNED)
    assert found_in(given) == ["Contacts :", "Awa Sow  20 75 31 41 asow@iom.int"]
    assert find_contacts(given).value.signature == SIGNED
    for words in ("Envoyé de mon iPhone", "Awa Sow\nbonne journée"):
        nobody = replace(draft(TEXT), signature=draft(words).flow)
        done = find_contacts(nobody)
        assert (done.value.release.contacts, done.value.signature, done.dropped) == ((), nobody.signature, ())


@pytest.mark.parametrize(
    "foot",
    [
        "Awa Sow\njdupont@iom.int\nJean Dupont\nTél. :\n+227 20 75 31 41\nasow@iom.int",
        "Awa Sow\njdupont@iom.int\nJean Dupont\nasow@iom.int\nTél. :\n+227 20 75 31 41",
    ],
)
def test_a_label_alone_above_a_number_in_doubt_stays_with_it(foot: str) -> None:
    done = find_contacts(draft(f"{TEXT}\nContacts :\n{foot}"))
    assert paragraphs(done.value.release.contacts) == ["Contacts :", *foot.splitlines()]  # type: ignore[arg-type]
    assert done.dropped == ()


@pytest.mark.parametrize(
    ("house", "issuer", "found"),
    [
        (
            House(agencies=("Fluvia Verso",), roles=("Vigie du quai",)),
            "",
            ("Anne Roy", "vigie du quai", "Fluvia Verso"),
        ),
        (House(organisations=("Fluvia Verso",)), "", ("", "", "Fluvia Verso")),
        (House(), "Fluvia Verso", ("", "", "Fluvia Verso")),
        (House(), "", ("Fluvia Verso", "", "")),
    ],
)
def test_a_house_and_its_head_say_who_is_a_body_and_what_is_a_role(
    house: House, issuer: str, found: tuple[str, str, str]
) -> None:
    given = draft(f"{TEXT}\nContact presse\nFluvia Verso\nAnne Roy, vigie du quai\n+32 2 555 10 10")
    given = replace(given, house=house, release=replace(given.release, issuer=issuer))
    (one, *_) = [item for item in find_contacts(given).value.release.contacts if isinstance(item, Contact)]
    assert (one.name, one.role, one.organisation) == found


def test_who_signs_below_with_the_first_name_is_told_once() -> None:
    done = find_contacts(draft(f"{TEXT}\n{FIRST}\n\nAwa\nContact : Li Wu, +227 20 75 31 42, lwu@iom.int"))
    assert [item.name for item in done.value.release.contacts if isinstance(item, Contact)] == ["Awa Sow", "Li Wu"]
    assert ("C008", "Awa") in [(each.rule, str(each.text)) for each in done.dropped]


def test_a_sentence_that_says_how_to_ask_stays_beside_no_contact() -> None:
    foot = "Contact presse :\nPour toute question, veuillez écrire un mot à la régie des bus, à bus@x.example"
    done = find_contacts(draft(f"{TEXT}\n{foot}"))
    assert paragraphs(done.value.release.contacts) == foot.splitlines()  # type: ignore[arg-type]
    assert (done.notices, done.dropped) == ((), ())
