"""What a house chooses in its typography, and what it cannot."""

from __future__ import annotations

import re

import pytest

from oimpress.errors import UsageError
from oimpress.model.convention import DEFAULT, NBSP, NNBSP, SPACE, Convention, rule_code, whole_word


def refused(**chosen: object) -> str:
    with pytest.raises(UsageError) as error:
        Convention(**chosen)  # type: ignore[arg-type]
    return str(error.value)


def test_the_three_spaces_are_those_of_unicode() -> None:
    assert list(map(ord, (SPACE, NBSP, NNBSP))) == [0x20, 0xA0, 0x202F]


def test_a_house_that_chooses_nothing_has_what_the_language_prescribes() -> None:
    assert Convention() == DEFAULT
    assert (DEFAULT.narrow, DEFAULT.guillemets, DEFAULT.thousands) == (NNBSP, "", "")
    assert (DEFAULT.quotes, DEFAULT.dash, DEFAULT.minus, DEFAULT.insist) == ("", "", "", False)


def test_a_house_chooses_among_two_spaces() -> None:
    chosen = Convention(narrow=NBSP, guillemets=NNBSP, thousands=NBSP)
    assert (chosen.narrow, chosen.guillemets, chosen.thousands) == (NBSP, NNBSP, NBSP)
    assert refused(guillemets=" ") == "guillemets: ' ' is no such space; choose U+202F or U+00A0"
    assert refused(thousands="\u2009") == r"thousands: '\u2009' is no such space; choose U+202F or U+00A0"
    assert refused(narrow="") == "narrow: '' is no such space; choose U+202F or U+00A0"


@pytest.mark.parametrize(
    ("name", "value", "known"),
    [
        ("quotes", "simple", "guillemets, double, single"),
        ("dash", "long", "en, em"),
        ("minus", "dash", "hyphen, minus"),
    ],
)
def test_a_house_chooses_among_what_there_is(name: str, value: str, known: str) -> None:
    assert refused(**{name: value}) == f"{name}: {value} is no choice; choose among {known}"
    for choice in known.split(", "):
        assert getattr(Convention(**{name: choice}), name) == choice  # type: ignore[arg-type]


def test_rules_are_named_by_code_or_by_name() -> None:
    assert (rule_code("T038"), rule_code("unit")) == ("T038", "T038")
    chosen = Convention(off=frozenset({"unit", "T038"}), tell=frozenset({"percent"}))
    assert [*chosen.off, *chosen.tell] == ["T038", rule_code("percent")]
    with pytest.raises(UsageError, match=r"^unti: no such rule of typography; see unit"):
        rule_code("unti")
    with pytest.raises(UsageError, match=r"^§§: no such rule of typography; see oimpress rule$"):
        rule_code("§§")
    with pytest.raises(UsageError, match=r"^H001: no such rule"):
        rule_code("H001")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"off": {"unit"}, "tell": {"T038"}}, "T038: off and tell say two things of it; take it out of one"),
        (
            {"keep": ("e-mail",), "forms": (("e-mail", "courriel"),)},
            "e-mail: keep and forms say two things of it; take it out of one",
        ),
        (
            {"forms": (("mail", "message"), ("courriel", "un mail"))},
            "un mail: forms and forms say two things of it; take it out of one",
        ),
    ],
)
def test_no_two_lists_say_two_things_of_a_word(chosen: dict[str, object], said: str) -> None:
    assert refused(**chosen) == said


def test_words_that_only_resemble_are_no_contradiction() -> None:
    forms = (("mail", "message"), ("courriel", "un mailing"))
    assert Convention(keep=("e-mail",), forms=forms).forms == forms


@pytest.mark.parametrize(
    ("text", "found"), [("un e.mail ici", True), ("un e-mail", False), ("e.mails", False), ("x-e.mail", False)]
)
def test_a_whole_word_is_touched_by_nothing(text: str, found: bool) -> None:
    assert (re.search(whole_word("e.mail"), text) is not None) is found
