"""What a person says that pieces and lines of contacts are binds, and is told where it leads nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.errors import UsageError
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Item, List, Para, Text
from oimpress.passes.foot.contacts import contacts as find_contacts
from oimpress.passes.pins import PIECES, PIN
from tests.passes.foot.made_cards import found_in
from tests.passes.reading import LEAD, MORE, codes, draft

TEXT = f"{LEAD}\n{MORE}"
LINES = draft(f"{TEXT}\nContacts :\nAwa Sow\nOIM Niger\n+227 20 75 31 41\nasow@iom.int")


def test_details_that_a_person_says_are_none_leave_words_that_lead_nowhere() -> None:
    given = draft(f"{LEAD}\n{MORE}\nContact presse :\nAwa Sow\nawa@x.example")
    assert codes(find_contacts(given).notices) == set()
    done = find_contacts(replace(given, pins={"note": ("awa@x.example",)}))
    assert [(one.code, one.where) for one in done.notices] == [("C102", "l.3")]
    assert done.value.release.contacts == ()
    assert len(done.value.flow) == 5


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
    assert found_in(marked(words, pin)) == ["Contacts :", *found]


@pytest.mark.parametrize("pin", PIECES)
@pytest.mark.parametrize("words", ["Contacts :", "Awa Sow"])
def test_whatever_a_person_says_of_a_line_can_be_so(words: str, pin: str) -> None:
    (found,) = [one for one in find_contacts(marked(words, pin)).value.readings if one.words == words]
    assert found.label.rstrip("*") == {"general-number": "phone"}.get(pin, pin)


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
    assert found_in(replace(given, pins=pins)) == ["Contacts :", *found]


def test_a_number_that_only_a_person_calls_one_is_kept_and_told() -> None:
    given = replace(
        draft(f"{TEXT}\nContacts :\nAwa Sow\n+227 20 75 31 41\nasow@iom.int"), pins={"phone": ("asow@iom.int",)}
    )
    assert found_in(given) == ["Contacts :", "Awa Sow  tel:+22720753141 asow@iom.int"]
    assert [(one.code, one.where, one.detail) for one in find_contacts(given).notices] == [
        ("C101", "l.6", "asow@iom.int")
    ]


TWO_DOUBTS = """Contacts :
Agathe Loiseau
Benoît Roussel
01 23 45 67 89

Léa Morvan
Paul Kessler
01 23 45 67 90"""


def test_what_a_person_says_of_one_contact_leaves_the_doubt_of_another() -> None:
    given = draft(f"{LEAD}\n{MORE}\n{TWO_DOUBTS}")
    assert not any("tel:" in one for one in found_in(given))
    said = replace(given, pins={"organisation": ("Benoît Roussel",)})
    assert found_in(said)[1:] == [
        "Agathe Loiseau Benoît Roussel tel:+33123456789",
        *("Léa Morvan", "Paul Kessler", "01 23 45 67 90"),
    ]


def test_a_line_of_a_list_that_a_person_says_stays_is_a_sentence() -> None:
    flow = (LINES.flow[2], List((Item((Para((Text("Awa Sow, 01 23 45 67 89"),)),)),)))
    given = replace(LINES, flow=(*LINES.flow[:2], *flow))
    assert len(found_in(given)) == 2
    said = replace(given, pins={"sentence": ("Awa Sow, 01 23 45 67 89",)})
    assert found_in(said) == ["Contacts :", "Awa Sow, 01 23 45 67 89"]


def test_a_sentence_that_no_contact_holds_is_told() -> None:
    with pytest.raises(UsageError, match="no contact has a piece"):
        find_contacts(replace(LINES, pins={"sentence": ("Awa Sow OIM",)}))
