"""Labels of lists: what each can be, which a list can begin with, which follow one another."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.passes.lines.labels import MARKS, OPENER, ListLabel, label_of


def label(text: str) -> ListLabel:
    found = label_of(Line((Text(text),), 1, 1))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1. Un", {"1.": 1}),
        ("12) Un", {"1)": 12}),
        ("(3) Un", {"(1)": 3}),
        ("2° Un", {"1°": 2}),
        ("2°) Un", {"1°)": 2}),
        ("1/ Un", {"1/": 1}),
        ("4 - Un", {"1-": 4}),
        ("4 – Un", {"1–": 4}),
        ("a) Un", {"a)": 1}),
        ("b. Un", {"a.": 2}),
        ("z) Un", {"a)": 26}),
        ("(c) Un", {"(a)": 3}),
        ("B) Un", {"A)": 2}),
        ("(Z) Un", {"(A)": 26}),
        ("i) Un", {"a)": 9, "i)": 1}),
        ("ix) Un", {"i)": 9}),
        ("vi) Un", {"i)": 6}),
        ("xii) Un", {"i)": 12}),
        ("xiv) Un", {"i)": 14}),
        ("v. Un", {"a.": 22, "i.": 5}),
        ("(x) Un", {"(a)": 24, "(i)": 10}),
        ("iv) Un", {"i)": 4}),
        ("xxxix. Un", {"i.": 39}),
        ("- Un", {"-": 0}),
        ("o Un", {"o": 0}),
        *((f"{mark}\u00a0Un", {mark: 0}) for mark in MARKS),
    ],
)
def test_what_a_label_can_be(text: str, places: dict[str, int]) -> None:
    assert label(text).places == places
    assert label(text).ordered is any(places.values())
    assert label(text).numbered is any(char.isdigit() for char in text)


@pytest.mark.parametrize(
    "text", ["123. Un", "1.Un", "A. Un", "1. ", "-Un", "aa) Un", "4 -Un", "un) mot", "", "1 Un", "or Un"]
)
def test_what_is_no_label(text: str) -> None:
    assert label_of(Line((Text(text),), 1, 1)) is None


def test_where_a_label_stands() -> None:
    found = label("  12)   Un")
    assert (found.indent, found.start, found.end, found.words) == (2, 2, 5, 8)
    assert label("1. Un").indent == 0


@pytest.mark.parametrize(
    ("text", "begins"),
    [("1. Un", True), ("2. Un", False), ("0. Un", True), ("- Un", True), ("i) Un", True), ("h) Un", False)],
)
def test_what_a_list_can_begin_with(text: str, begins: bool) -> None:
    assert label(text).begins is begins


@pytest.mark.parametrize(
    ("above", "below", "follows"),
    [
        ("1. Un", "2. Deux", True),
        ("1. Un", "1. Deux", True),  # as programs leave them that count for themselves
        ("1. Un", "3. Trois", False),
        ("2. Un", "1. Deux", False),
        ("1. Un", "2) Deux", False),
        ("1) Un", "(2) Deux", False),
        ("a) Un", "b) Deux", True),
        ("a) Un", "a) Deux", False),
        ("a) Un", "c) Deux", False),
        ("h) Un", "i) Deux", True),
        ("i) Un", "ii) Deux", True),
        ("i) Un", "j) Deux", True),
        ("iii) Un", "iv) Deux", True),
        ("- Un", "- Deux", True),
        ("- Un", "• Deux", False),
        ("- Un", "1. Deux", False),
        ("o Un", "p) Deux", False),
    ],
)
def test_which_label_follows_another(above: str, below: str, follows: bool) -> None:
    assert label(below).follows(label(above)) is follows


@pytest.mark.parametrize(
    "text",
    [
        *("- Un", "12. Un", "b) Un", "-", "10h : accueil", "9 h 30 – accueil", "14:00 – fin", "Tél. : 02", "Tel: 02"),
        *("E-mail : a@x.example", "Site web : x.example", "web: x.example", "Tél. (0)2 33", "Tél. 02 33", "Tel+ 33"),
    ],
)
def test_what_begins_a_line_of_its_own(text: str) -> None:
    assert OPENER.match(f"  {text}")


@pytest.mark.parametrize(
    "text", ["-Un", "123. Un", "à 10h : accueil", "10 heures", "Téléphoner :", "Le site", "25:90 -"]
)
def test_what_begins_none(text: str) -> None:
    assert not OPENER.match(text)
