"""What ends a sentence, what ends a clause, and what ends nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.knowledge.sentences import ends_clause, ends_sentence, holds_two_sentences, last_mark, sentence_ends


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


def sentences(run: str) -> list[str]:
    ends = [0, *sentence_ends(run)]
    return [run[start:end].strip() for start, end in pairwise(ends)]


@pytest.mark.parametrize(
    "parts",
    [
        ("Un centre a ouvert.", "Il aide les migrants."),
        ("M. Weiss a signé avec Mme. Ruiz.", "Le 3 mai, J. Peraza partira."),
        ("Le site www.iom.int est à 94,8 % lu.", "Voir l’art. 12 et p. 4."),
        ("«\u00a0Venez. Restez.\u00a0», a-t-il dit.", "Elle aussi\u202f!"),
        ("¿Quién es?", "¡Nadie!"),
        ("The U.S. Government agreed.", "Dr. No did not."),
        ("Il a dit (à 10 h. Paris) non.", "Puis oui."),
        ("Ce chiffre a doublé en 2010.", "2011 fut pire."),
    ],
)
def test_a_run_is_parted_into_its_sentences(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == list(parts)
    assert holds_two_sentences(" ".join(parts))
    assert not any(map(holds_two_sentences, parts))


def test_words_without_a_mark_are_no_sentence() -> None:
    run = "Est-ce vrai\u202f? Oui. Bien… «\u00a0Très bien.\u00a0» Fin"
    assert sentences(run) == ["Est-ce vrai\u202f?", "Oui.", "Bien…", "«\u00a0Très bien.\u00a0»"]
