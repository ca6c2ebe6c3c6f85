"""What shows that a detail could be another person's, and which contacts and lines are in doubt for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.nodes import Para, Phone, Text
from oimpress.model.traced import of_source
from oimpress.passes.foot.cards import Card, Said
from oimpress.passes.foot.doubts import Placed, doubted, lines_in_doubt
from oimpress.passes.labelling import Reading
from tests.passes.drafts import taken


def card(name: str = "", mails: str = "", *, role: str = "", body: str = "", phones: int = 0, lines: str = "") -> Card:
    """A contact; ``lines`` are the numbers of that which names it and of that which holds its first detail."""
    named, told_at = map(int, lines.split()) if lines else (-1, -1)
    return Card(
        names=[of_source(name)] if name else [],
        roles=[of_source(role)] if role else [],
        organisations=[of_source(body)] if body else [],
        emails=list(map(of_source, mails.split())),
        phones=[Phone("20 75 31 41")] * phones,
        named=named,
        told=told_at,
    )


AWA, JEAN = card("Awa Sow", "asow@iom.int"), card("Jean Dupont", "jd@iom.int")


def words(text: str) -> Said:
    return Said(Para((Text(text),)), {9})


@pytest.mark.parametrize(
    ("items", "doubt"),
    [
        ([AWA], False),
        ([AWA, JEAN], False),
        ([AWA, words("Contact presse")], False),
        ([AWA, words("Contact Presse")], False),
        ([AWA, words("Lucie Astier")], True),  # somebody who is left without details
        ([AWA, words("Presse Europe")], False),
        ([card("Awa Sow", "jdupont@iom.int", body="Jean Dupont")], True),
        ([card("Awa Sow", "jdupont@iom.int", role="Jean Dupont")], True),
        ([card("Awa Sow", "asow@iom.int", body="Jean Dupont")], False),
        ([card("Awa Sow", "jdupont@iom.int", body="Ville de Dupont")], False),
        ([card("", "jdupont@iom.int", body="Jean Dupont")], False),
        ([card("Awa Sow Jean Dupont Li", "asow@iom.int jdupont@iom.int")], True),
        ([card("Awa Sow Jean Dupont", "asow@iom.int jdupont@iom.int")], False),
        ([card("Awa Sow Jean Dupont Li", "asow@iom.int")], False),
        ([card("Awa Sow", "jdupont@iom.int"), JEAN], True),
        ([card("Awa Sow", "presse@iom.int"), JEAN], False),
        ([card("Awa Sow", "asow@iom.int presse@iom.int"), card("Jean Dupont", phones=1)], True),
        ([card("Awa Sow", "asow@iom.int presse@iom.int"), card("Jean Dupont", "jd@iom.int", phones=1)], False),
        ([card("Awa Sow", "asow@iom.int awa.sow@iom.int"), card("Jean Dupont", phones=1)], False),
        ([card("Awa Sow", "asow@iom.int awa.sow@iom.int"), card("Jean Dupont")], True),
        ([card("Awa Sow", "asow@iom.int", phones=2), card("Jean Dupont")], True),
        ([card("Awa Sow", "asow@iom.int", phones=1), card("Jean Dupont")], False),
        ([card("Awa Sow", "asow@iom.int", phones=2), card(body="OIM")], False),
        ([card("Awa Sow"), card("Jean Dupont", phones=1, lines="2 3")], True),
        ([card("Awa Sow"), card("Jean Dupont", phones=1, lines="3 3")], False),
        ([card("Awa Sow", phones=1), card("Jean Dupont", phones=1, lines="2 3")], False),
        ([card(body="OIM"), card("Jean Dupont", phones=1, lines="2 3")], False),
        ([card("Awa Sow"), card(body="OIM", phones=1, lines="2 3")], False),
        ([card("Manche Ferries"), words("Press office"), card("", "press@ferries.example")], True),
        ([card(body="Manche Ferries"), card("", "press@ferries.example")], False),
        ([card("Awa Sow"), words("ou"), card("Jean Dupont", phones=1, lines="2 3")], False),
        ([card("Awa Sow", "jean@iom.int"), card("Jean Dupont", phones=1)], True),  # a first name
        ([card("Jean Sow", "jean@iom.int"), card("Jean Dupont", phones=1)], False),
        ([card("", phones=1), card("Awa Sow", phones=1), card("Jean Dupont")], True),  # numbers above the names
        ([card(body="OIM", phones=1), card("Awa Sow", phones=1), card("Jean Dupont")], False),
        ([card("", phones=1), card("Jean Dupont"), card("Awa Sow", phones=1)], False),
    ],
)
def test_details_that_could_be_another_persons(items: list[Said | Card], doubt: bool) -> None:
    assert bool(doubted([Placed(0, taken("person*"))], items)) == doubt


@pytest.mark.parametrize(
    ("reading", "doubt"),
    [
        (taken("person", support=-13), True),
        (taken("role*", support=-13), True),
        (taken("organisation", support=-13), True),
        (taken("person", support=-12), False),
        (taken("mail", support=-13), False),
        (taken("person*", losses={"person": 2, "person*": 0}), True),
        (taken("person*", losses={"person": 3, "person*": 0}), False),
        (taken("person", losses={"role*": 2, "role": 1}), True),
        (taken("person", losses={"role": 1}), False),
        (taken("lead", losses={"person*": 0}), False),
    ],
)
def test_what_nearly_begins_another_contact_is_a_doubt(reading: Reading, doubt: bool) -> None:
    one, other = replace(AWA, lines={0}), replace(JEAN, lines={1})
    assert bool(doubted([Placed(0, taken("mail")), Placed(1, reading)], [one, other])) == doubt


def test_a_doubt_takes_in_what_shares_its_lines_and_no_more() -> None:
    unclear = replace(card("Awa Sow", phones=2), lines={1, 2})
    unclear.names.append(of_source("Li Wu"))
    sure, bare_body = replace(JEAN, lines={3, 4}), replace(card(body="OIM"), lines={5})
    beside = Said(Para((Text("presse nationale"),)), {2})
    assert lines_in_doubt([], [unclear, beside, sure]) == {1, 2}
    assert lines_in_doubt([], [unclear, replace(JEAN, lines={2, 3})]) == {1, 2, 3}
    assert lines_in_doubt([], [unclear, sure, bare_body]) == {1, 2, 5}  # nothing is left to reach that body by
    assert lines_in_doubt([], [sure, bare_body]) == set()


def test_where_there_is_one_contact_nothing_begins_another() -> None:
    assert not doubted([Placed(0, taken("person*", losses={"person": 0}))], [replace(AWA, lines={0})])


def named_on(number: int, name: str = "Li Wu") -> Card:
    """A contact on a line of its own, which anybody reaches."""
    return replace(card(name, f"{name.rpartition(' ')[2].lower()}@iom.int"), lines={number})


@pytest.mark.parametrize(
    ("items", "positions"),
    [
        ([card("Awa Sow Jean Dupont Li", "a@iom.int j@iom.int"), words("mot"), JEAN], {0, 1, 2}),  # columns in one
        ([AWA, words("Contact"), words("Lucie Astier"), words("Contact"), words("Contact")], {1, 2, 3}),
        ([words("Lucie Astier"), words("Contact"), words("Contact")], {0, 1}),
        ([words("Contact"), words("Lucie Astier")], {0, 1}),
        ([AWA, card("Li Wu", "jdupont@iom.int", body="Jean Dupont"), JEAN], {1, 2}),
        ([AWA, card("Zoé Roy"), card("Li Wu", phones=1, lines="2 3")], {1, 2}),
        ([words("mot"), card("Zoé Roy"), words("mot"), card("", phones=1)], {1, 3}),
        ([words("mot"), card("Zoé Roy", role="directrice"), words("mot"), card("", phones=1)], set()),
        ([card("Zoé Roy"), card(body="OIM", phones=1)], set()),
        ([card(phones=1), words("mot"), card("", phones=1)], set()),
        ([card("Zoé Roy"), words("mot"), card("")], set()),
        ([card("Li Wu", "dupont@iom.int"), words("mot"), named_on(4, "Zoé Roy"), JEAN], {0, 3}),
        ([card("Li Wu", "a@iom.int wu@iom.int"), card("Zoé Roy", phones=1), card(body="OIM", phones=1)], {0, 1, 2}),
        ([card("Li Duval", "duval@iom.int lduval@iom.int"), card("Zoé Roy", phones=1)], set()),
        ([card("Li Wu", "a@iom.int"), card("Zoé Roy", phones=1)], set()),
        ([card("Li Wu", phones=2), card("Zoé Roy", role="directrice")], {0, 1}),
    ],
)
def test_which_contacts_are_in_doubt(items: list[Said | Card], positions: set[int]) -> None:
    assert doubted([], items) == positions


@pytest.mark.parametrize(
    ("line", "positions"),
    [(0, {0}), (1, {0, 1}), (2, {1, 2}), (3, set())],
)
def test_a_line_that_nearly_begins_a_contact_puts_itself_and_the_one_above_in_doubt(
    line: int, positions: set[int]
) -> None:
    near = taken("person", losses={"person*": 2, "person": 0})
    assert doubted([Placed(line, near)], [named_on(0), named_on(1, "Zoé Roy"), named_on(2, "Awa Sow")]) == positions


def test_what_is_poor_is_in_doubt_wherever_its_line_went() -> None:
    poor = Placed(1, taken("role", support=-13))
    shared = replace(named_on(1), lines={1, 2})
    assert doubted([poor], [named_on(0), shared, replace(words("mot"), lines=frozenset({1}))]) == {1, 2}


@pytest.mark.parametrize("label", ["person", "person*", "organisation", "organisation*", "role", "role*"])
def test_what_can_be_poor(label: str) -> None:
    assert doubted([Placed(0, taken(label, support=-13))], [named_on(0)]) == {0}
    assert doubted([Placed(0, taken(label, support=-12))], [named_on(0)]) == set()


def test_a_body_that_has_an_address_is_not_drawn_into_a_doubt() -> None:
    unclear = replace(card("Awa Sow", phones=2), lines={1})
    unclear.names.append(of_source("Li Wu"))
    bare_body = replace(card(body="OIM"), lines={5})
    at_home = replace(bare_body, addresses=[of_source("12, rue du Lac")])
    assert lines_in_doubt([], [unclear, at_home]) == {1}
    assert lines_in_doubt([], [unclear, bare_body, replace(named_on(5), lines={5, 6})]) == {1, 5, 6}


def above(body: str, mails: str = "", *, name: str = "Awa Sow", places: str = "1 2", address: bool = False) -> Card:
    """A person and a body; ``places`` are the numbers of the lines of each."""
    named, housed = map(int, places.split())
    made = replace(card(name, mails, body=body), named=named, housed=housed)
    return replace(made, addresses=[of_source("12, rue du Lac")]) if address else made


@pytest.mark.parametrize(
    ("one", "guess"),
    [
        (above("Manche Sillage"), True),
        (above("Manche Sillage", places="2 1"), True),
        (above("Manche Sillage", places="1 3"), False),
        (above("Manche Sillage", places="1 1"), True),  # beside each other
        (above("Manche Sillage", name="", places="0 1"), False),
        (above("", places="0 -1"), False),
        (above("Ville de Lannec"), False),
        (above("Manche Ferries"), False),
        (above("Manche Sillage", address=True), False),
        (above("Manche Sillage", places="2 1", address=True), True),
        (above("Manche Sillage", "asow@x.example"), False),
        (above("Manche Sillage", "presse@sillage.example"), False),
        (above("Manche Sillage", "presse@x.example"), True),
        (above("Ville de Lannec", "presse@diallo.example", name="Awa Diallo"), True),
    ],
)
def test_which_of_two_lines_names_a_person_is_a_guess_that_an_address_settles(one: Card, guess: bool) -> None:
    assert doubted([], [one]) == ({0} if guess else set())
    assert doubted([Placed(7, taken("person"), frozenset({"body's word"}))], [one]) == ({0} if guess else set())
    on_line = Placed(max(one.named, one.housed), taken("person"), frozenset({"body's word"}))
    assert doubted([on_line], [one]) == set()


def test_what_holds_no_details_can_be_anybodys() -> None:
    near = Placed(1, taken("organisation", losses={"organisation*": 2, "organisation": 0}))
    without = replace(card(body="OIM"), lines={1})
    assert doubted([near], [named_on(0), without, named_on(2, "Zoé Roy")]) == set()


def test_words_that_lead_above_the_first_line_are_details_too() -> None:
    assert doubted([], [card("", lines="-1 0"), named_on(1), card("Jean Dupont")]) == {0, 1, 2}
    assert doubted([], [card(""), named_on(1), card("Jean Dupont")]) == set()
