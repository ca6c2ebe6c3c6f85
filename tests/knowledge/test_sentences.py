"""What ends a sentence, what ends a clause, and what ends nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.knowledge.sentences import ends_clause, ends_sentence, last_mark


@pytest.mark.parametrize(
    "text",
    [
        "Fin.",
        "Oui ?",
        "Non\u202f! »",
        "« Oui. »",
        "etc…",
        "(voir la note 2.) ",
        'Il dit "oui."',
        "« Liberté »",
        "“Non”",
    ],
)
def test_a_sentence_ends(text: str) -> None:
    assert ends_sentence(text)
    assert ends_clause(text)


@pytest.mark.parametrize("text", ["Il faut\u00a0:", "des vivres ;", "(à savoir :)", "« ceci : »"])
def test_a_clause_ends(text: str) -> None:
    assert ends_clause(text)
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["Un titre", "Un titre (suite)", 'Un "titre"', "et,", "et, »", "2.0 bis", "A –", "", " "]
)
def test_nothing_ends(text: str) -> None:
    assert not ends_clause(text)


@pytest.mark.parametrize(
    ("text", "mark"),
    [("Oui ! »)", "!"), ("« Liberté »", "»"), ("un, ", ","), ("un,)", ","), ("mot", "")],
)
def test_the_last_mark(text: str, mark: str) -> None:
    assert last_mark(text) == mark


@given(st.text('a.:,»”") \u00a0', max_size=12), st.text(" \u00a0\n", max_size=3))
def test_blanks_behind_say_nothing(text: str, blanks: str) -> None:
    assert last_mark(text + blanks) == last_mark(text)
