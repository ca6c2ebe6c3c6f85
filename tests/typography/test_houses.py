"""What a house chooses: spaces, marks, rules on and off, words kept, forms of its own."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.errors import UsageError
from oimpress.typography import LANGUAGES, Convention, analyse, doubts, typeset
from oimpress.typography.convention import NBSP
from tests.typography.cases import visible
from tests.typography.test_laws import prose


@pytest.mark.parametrize(
    ("chosen", "lang", "typed", "expected"),
    [
        ({"off": ["unit"]}, "fr", "12kg et 45%", "12kg et 45~%"),
        ({"off": ["T038", "percent"]}, "fr", "12kg et 45%", "12kg et 45%"),
        ({"off": ["accented-capital"]}, "fr", "les Etats", "les Etats"),
        ({"tell": ["percent"]}, "fr", "45%", "45%"),
        ({"keep": ("OUI !", "Etat-Mag")}, "fr", "OUI ! et Etat-Mag, Etat", "OUI ! et Etat-Mag, État"),
        ({"keep": ("iPhone",)}, "fr", "l'iPhone d'Etat", "l’iPhone d’État"),
        ({"minus": "hyphen"}, "fr", "− 5 % et -3 °C", "-5~% et -3~°C"),
        ({"minus": "minus"}, "fr", "un écart (-3)", "un écart (−3)"),
        ({"dash": "em"}, "fr", "mot - mot", "mot — mot"),
        ({"dash": "em"}, "en-GB", "word - word", "word—word"),
        ({"dash": "en"}, "en-US", "word - word", "word – word"),
        ({"quotes": "single"}, "en-GB", '"He said "no" twice"', "‘He said “no” twice’"),
        ({"quotes": "double"}, "en-GB", "'He said \"no\" twice'", "“He said ‘no’ twice”"),
        ({"quotes": "single"}, "en-GB", "\"He said 'no' to me,\" she said", "‘He said “no” to me,’ she said"),
        ({"quotes": "double"}, "es-419", "\"Vamos\", 'no hay'", "“Vamos”, “no hay”"),
        ({"dash": "em"}, "en-US", "word — word – word", "word—word—word"),
        ({"dash": "en"}, "en-GB", "word—word, 1999–2004, Paris–Lyon", "word – word, 1999–2004, Paris–Lyon"),
        ({"dash": "em"}, "fr", "mot – mot", "mot — mot"),
        ({"quotes": "double"}, "es", 'El "Pacto"', "El “Pacto”"),
        ({"thousands": NBSP}, "fr", "12 000", "12~000"),
        (
            {"forms": (("e-mail", "courriel"),), "insist": True},
            "fr",
            "E-mail, e-mails, e-mail",
            "Courriel, e-mails, courriel",
        ),
        ({"forms": (("e-mail", "courriel"),)}, "fr", "un e-mail", "un e-mail"),
    ],
)
def test_a_choice_is_followed(chosen: dict[str, Any], lang: str, typed: str, expected: str) -> None:
    house = Convention(**chosen)
    assert visible(made := typeset(typed, lang, house)) == expected
    assert typeset(made, lang, house) == made


def test_forms_are_written_by_a_rule_of_their_own_and_only_whole_words() -> None:
    house = Convention(forms=(("e-mail", "courriel"),), insist=True)
    found = analyse("un e-mail, des e-mails", "fr", house)
    assert [(edit.rule, edit.start, edit.after) for edit in found if edit.after.startswith("c")] == [
        ("T061", 3, "courriel")
    ]


CHOICES = st.builds(
    Convention,
    quotes=st.sampled_from(("", "guillemets", "double", "single")),
    dash=st.sampled_from(("", "en", "em")),
    minus=st.sampled_from(("", "hyphen", "minus")),
    thousands=st.sampled_from(("", NBSP)),
)


@settings(max_examples=60)
@given(prose, st.sampled_from(LANGUAGES), CHOICES)
def test_what_a_house_set_stays(text: str, lang: str, house: Convention) -> None:
    once = typeset(text, lang, house)
    assert typeset(once, lang, house) == once


def test_what_is_told_only_is_proposed() -> None:
    house = Convention(tell=frozenset({"percent"}), forms=(("e-mail", "courriel"),))
    text = "un e-mail sur 12 %"
    assert [(found.code, text[found.start : found.end], found.proposal) for found in doubts(text, "fr", house)] == [
        ("T123", "e-mail", "courriel"),
        ("T124", "12 %", "12\u00a0%"),
    ]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"off": ["unti"]}, "unti: no such rule of typography; see unit"),
        ({"off": ["zzzz"]}, "zzzz: no such rule of typography; see oimpress rule"),
        ({"off": ["unit"], "tell": ["T038"]}, "T038: off and tell say two things of it"),
        ({"keep": ("e-mail",), "forms": (("e-mail", "courriel"),)}, "e-mail: keep and forms say two things of it"),
        ({"forms": (("a", "b"), ("b", "a"))}, "b: forms and forms say two things of it"),
        ({"minus": "x"}, "minus: x is no choice; choose among hyphen, minus"),
    ],
)
def test_what_cannot_be_is_told(chosen: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        Convention(**chosen)
