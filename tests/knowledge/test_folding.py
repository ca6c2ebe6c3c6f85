"""What is the same word however it was typed, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.knowledge.folding import LONGEST_NAME, fold, same_words, slug, unaccented


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d’Ivoire", "COTE D'IVOIRE"),
        ("Saint-Étienne", "saint etienne"),
        ("Œuvres  sociales", "oeuvres sociales"),
        ("CŒUR", "cœur"),
        ("Straße", "STRASSE"),
        (" Nice ", "nice"),
        ("Sa\u0301n José", "san jose"),
    ],
)
def test_names_that_are_folded_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Guinée", "Guinées"), ("l'eau", "leau"), ("a.b", "ab")]
)
def test_names_that_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=2 * LONGEST_NAME))
def test_what_is_folded_is_folded_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_long_texts_are_folded_too() -> None:
    assert fold("É" * (LONGEST_NAME + 1)) == "e" * (LONGEST_NAME + 1)


def test_marks_of_any_alphabet_go_letters_stay() -> None:
    assert unaccented("Éàçñ œ שָׁלוֹם") == "Eacn œ שלום"


@pytest.mark.parametrize("other", ["“C’est dit” - oui", '"C\'est dit" – oui', "« c´est dit » — OUI"])
def test_words_are_the_same_in_any_marks(other: str) -> None:
    assert same_words(other) == same_words("«C'est dit» - oui")


def test_other_words_are_not_the_same() -> None:
    assert same_words("« C'est dit »") != same_words("« C'est dit. »")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("L’État & les Œuvres", "l-etat-les-oeuvres"),
        ("  Été 2026 ! ", "ete-2026"),
        ("Straße", "strasse"),
        ("№ 4 – Δ", "no-4"),
        ("…", ""),
    ],
)
def test_machines_words(text: str, word: str) -> None:
    assert slug(text) == word
