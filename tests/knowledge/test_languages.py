"""Which language a text is in, and which words tell."""

from __future__ import annotations

import pytest

from oimpress.desk.calls import LANGUAGES as CHOSEN
from oimpress.knowledge.languages import (
    ENOUGH,
    LANGUAGES,
    SAMPLE,
    agreed,
    article_end,
    detect,
    ends_in_small_word,
    is_in,
    is_not_in,
    small_words,
    telling_words,
)

FRENCH = "Le ministre est arrivé dans la ville avec les élus"
ENGLISH = "The minister has come to the town with his staff and the mayor"
SPANISH = "El ministro llegó a la ciudad con los alcaldes y su equipo"


def test_one_list_of_languages_serves_all() -> None:
    assert set(small_words()) == set(telling_words()) == set(CHOSEN) == set(LANGUAGES)


@pytest.mark.parametrize(("text", "lang"), [(FRENCH, "fr"), (ENGLISH, "en"), (SPANISH, "es")])
def test_a_text_is_in_the_language_of_its_small_words(text: str, lang: str) -> None:
    assert detect(text, "de") == (lang, True)
    assert [other for other in LANGUAGES if is_in(text, other) == "yes"] == [lang]


def test_too_few_small_words_say_nothing() -> None:
    assert detect(" ".join(["le"] * (ENOUGH - 1)), "en") == ("en", False)
    assert detect(" ".join(["le"] * ENOUGH), "en") == ("fr", True)


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt Passau hat am Montag ihren Haushalt beschlossen. In den nächsten Jahren sollen Schulen und Brücken"
        " erneuert werden, sagte der Kämmerer. Das Geld war lange knapp; an der Ilz wird noch gebaut, so der Bericht.",
        "Gmina Ustka uchwaliła budżet na rok przyszły. Do szkół trafi więcej pieniędzy, a most zostanie otwarty"
        " w marcu. Nowe linie autobusowe w dzielnicach na północy miasta ruszą w maju, o czym poinformował burmistrz.",
    ],
)
def test_a_text_in_a_language_of_others_stays_in_what_its_source_says(text: str) -> None:
    assert detect(6 * text, "de-AT") == ("de-AT", True)
    assert detect(6 * text, "en")[0] in LANGUAGES


def test_two_languages_as_likely_are_doubted() -> None:
    assert detect(f"{FRENCH} {ENGLISH}", "de")[1] is False


def test_the_first_lines_tell() -> None:
    assert detect(FRENCH + " " * SAMPLE + ENGLISH * 3, "de") == ("fr", True)


def test_a_word_of_two_languages_tells_neither() -> None:
    told = telling_words()
    assert not any(told[one] & told[other] for one in told for other in told if one != other)
    assert not {"la", "que", "son", "entre", "en", "a"} & set().union(*told.values())
    assert {"les", "vous"} <= told["fr"]
    assert {"the", "about"} <= told["en"]
    assert {"los", "pero"} <= told["es"]


@pytest.mark.parametrize(
    ("text", "verdict"), [("l’été indien", "yes"), ("the end of the road", "no"), ("Vision 2030", "unsure")]
)
def test_a_few_words_are_french_or_not_or_nobody_knows(text: str, verdict: str) -> None:
    assert is_in(text, "fr") == verdict
    assert is_not_in(text, "fr") == (verdict == "no")


@pytest.mark.parametrize("text", ["Il a dit que", "au nom de l’", "the man and", "la vida de los ", "qu'"])
def test_a_line_that_breaks_off(text: str) -> None:
    assert ends_in_small_word(text)


@pytest.mark.parametrize("text", ["Vivre ensemble", "Who we are about", "Plan A", "Plan DE", "Fin.", "", "1 000"])
def test_a_line_that_ends(text: str) -> None:
    assert not ends_in_small_word(text)


@pytest.mark.parametrize(("text", "end"), [("Les Nations", 4), ("l'OIM", 2), ("The Gambia", 4), ("los niños", 4)])
def test_an_article_at_the_beginning(text: str, end: int) -> None:
    assert article_end(text) == end


@pytest.mark.parametrize("text", ["Lesotho", "Laos", "simple mot", "théâtre", "un homme", "elle dit", ""])
def test_no_article(text: str) -> None:
    assert article_end(text) == 0


@pytest.mark.parametrize(
    ("langs", "shared"),
    [
        (["fr", "fr"], "fr"),
        (["fr-CA"], "fr-CA"),
        (["fr", "fr-CA"], "fr"),
        (["en-GB", "en-US"], "en"),
        (["fr", "en"], ""),
        ([], ""),
    ],
)
def test_the_language_that_several_agree_on(langs: list[str], shared: str) -> None:
    assert agreed(langs) == shared


def test_a_summer_ends_a_line_where_a_participle_goes_on() -> None:
    assert all(map(ends_in_small_word, ("La halle a été", "d'avoir été", "La halle de")))
    assert not any(map(ends_in_small_word, ("d'ici à l'été", "Un soir d’été", "ouvre cet été")))
