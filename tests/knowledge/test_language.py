"""The language of a text, and lines that break off after a small word."""

from __future__ import annotations

import pytest

from oimpress.knowledge.language import ENOUGH, SAMPLE, counts, detect, ends_in_small_word

FRENCH = "Les pluies ont emporté des ponts dans la province et les routes du nord sont coupées."
ENGLISH = "The rains have washed away bridges in the province and the roads of the north are cut."
SPANISH = "Las lluvias se llevaron los puentes de la provincia y las carreteras del norte están cortadas."


@pytest.mark.parametrize(("text", "lang"), [(FRENCH, "fr"), (ENGLISH, "en"), (SPANISH, "es"), (FRENCH.upper(), "fr")])
def test_a_sentence_tells_its_language(text: str, lang: str) -> None:
    assert detect(text, "xx") == (lang, True)


def test_too_few_small_words_say_nothing() -> None:
    words = ["le", "des", "dans", "avec", "pour"]
    assert len(words) == ENOUGH
    assert detect(" ".join(words), "xx") == ("fr", True)
    assert detect(" ".join(words[1:]), "xx") == ("xx", False)
    assert detect("", "xx") == ("xx", False)


@pytest.mark.parametrize(("french", "sure"), [(6, False), (7, True)])
def test_two_languages_as_likely_are_a_doubt(french: int, sure: bool) -> None:
    assert detect("dans " * french + "the " * 5, "xx") == ("fr", sure)


def test_the_beginning_is_what_is_looked_at() -> None:
    assert detect("x" * SAMPLE + FRENCH, "xx") == ("xx", False)
    assert detect(f"{ENGLISH} {'x' * SAMPLE} {FRENCH * 9}", "xx") == ("en", True)


def test_words_are_counted_for_each_language_that_has_them() -> None:
    assert counts("La maison de la reine, the house") == {"fr": 3, "en": 1, "es": 3}


@pytest.mark.parametrize(
    "text", ["il vient de", "avec l'", "the end of ", "d'", "de", "l’arrivée d’", "la casa de la", "(et à"]
)
def test_no_sentence_ends_so(text: str) -> None:
    assert ends_in_small_word(text)


@pytest.mark.parametrize(
    "text", ["", "il vient.", "Il est au Mali", "Le Monde et La", "en 2024", "avec 12 de 15", "un merle"]
)
def test_a_line_can_end_so(text: str) -> None:
    assert not ends_in_small_word(text)


def test_a_long_last_word_is_no_small_word() -> None:
    assert not ends_in_small_word("x" * 20 + "de")
    assert ends_in_small_word("x" * 20 + " de")
