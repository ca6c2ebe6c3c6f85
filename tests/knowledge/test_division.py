"""Hyphens at line ends: a program's where the word stands whole elsewhere or its half ends words, else its own."""

from __future__ import annotations

import pytest

from oimpress.knowledge.division import is_divided, may_be_compound, undivided, vocabulary

KNOWN = vocabulary(["La Halle et le porte-parole", "un bâtiment"])


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("hal", "le"),
        ("Hal", "le"),
        ("bâ", "timent"),
        ("dépar", "tement"),
        ("contrô", "lées"),
        ("comi", "té"),
        ("infé", "rieurs"),
    ],
)
def test_the_hyphen_is_none_of_the_words(start: str, end: str) -> None:
    assert is_divided(start, end, KNOWN)


@pytest.mark.parametrize(
    ("start", "end"), [("porte", "parole"), ("soixante", "dix"), ("après", "midi"), ("outre", "mer"), ("X", "Tement")]
)
def test_the_hyphen_is_the_words_or_may_be(start: str, end: str) -> None:
    assert not is_divided(start, end, KNOWN)


def test_words_that_a_line_end_cuts_stand_nowhere_alone() -> None:
    assert undivided("La res-\nsource du temps et com\u2010\n munale") == {"la", "du", "temps", "et"}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("chauffe", "eau"),
        ("contre", "expertise"),
        ("choisiront", "elles"),
        ("bateau", "phare"),
        ("Rhône", "Alpes"),
        ("halle", "parc"),
        ("s", "appelle"),
        ("2", "pages"),
    ],
)
def test_halves_that_may_be_words_of_their_own(start: str, end: str) -> None:
    assert may_be_compound(start, end, {"halle", "parc"})


@pytest.mark.parametrize(
    ("start", "end"), [("res", "source"), ("recom", "mande"), ("halle", "luia"), ("en", "seignants")]
)
def test_halves_that_are_none(start: str, end: str) -> None:
    assert not may_be_compound(start, end, {"halle", "en"})
