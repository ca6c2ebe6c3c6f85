"""Languages, settings, and input that is not what it should be."""

from __future__ import annotations

from typing import Any

import pytest

from oimpress.errors import UsageError
from oimpress.knowledge.folding import unaccented
from oimpress.typography import Convention, analyse, as_diff, as_explained, doubts, typeset
from oimpress.typography.capitals import uncapped
from oimpress.typography.convention import NBSP, NNBSP
from tests.typography.cases import visible

SAMPLE = "« Oui » : 12 000 ; quoi ?"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr", "«~Oui~»~: 12_000_; quoi_?"),
        ("fr-FR", "«~Oui~»~: 12_000_; quoi_?"),
        ("fr_BE", "«~Oui~»~: 12_000_; quoi_?"),
        ("fr-BE", "«~Oui~»~: 12_000_; quoi_?"),
        ("fr-LU", "«~Oui~»~: 12_000_; quoi_?"),
        ("fr-CA", "«~Oui~»~: 12~000; quoi?"),
        ("fr-CH", "«_Oui_»_: 12_000_; quoi_?"),
        ("FR-ch", "«_Oui_»_: 12_000_; quoi_?"),
    ],
)
def test_variants_of_french(lang: str, expected: str) -> None:
    assert visible(typeset(SAMPLE, lang)) == expected


def test_the_two_settings() -> None:
    assert visible(typeset(SAMPLE, "fr", Convention(narrow=NBSP))) == "«~Oui~»~: 12~000~; quoi~?"
    assert visible(typeset(SAMPLE, "fr", Convention(guillemets=NNBSP))) == "«_Oui_»~: 12_000_; quoi_?"
    assert visible(typeset(SAMPLE, "fr-CH", Convention(guillemets=NBSP))) == "«~Oui~»_: 12_000_; quoi_?"


@pytest.mark.parametrize("setting", [{"narrow": " "}, {"guillemets": "x"}, {"narrow": ""}])
def test_no_other_space_is_a_setting(setting: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=r"choose U\+202F or U\+00A0"):
        Convention(**setting)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('He said "no" - and left...', "He said “no” – and left…"),
        ("the migrants' rights, it's here", "the migrants’ rights, it’s here"),
        ("Geneva -- IOM's team", "Geneva – IOM’s team"),
        ("What? Yes! Now: 45% of 1,200; $5", "What? Yes! Now: 45% of 1,200; $5"),
        ('see https://iom.int/a?b="c"...', 'see https://iom.int/a?b="c"…'),
        ("the coeur of Etats-Unis", "the coeur of Etats-Unis"),
        ("a  b , c", "a b, c"),
    ],
)
def test_english(given: str, expected: str) -> None:
    assert typeset(given, "en") == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("¿Quién? ¡Nadie! dijo...", "¿Quién? ¡Nadie! dijo…"),
        ('El "Pacto" - y más', "El «Pacto» – y más"),
        ("«El Pacto»: 45% ; fin", "«El Pacto»: 45\u00a0%; fin"),
    ],
)
def test_spanish(given: str, expected: str) -> None:
    assert typeset(given, "es") == expected


@pytest.mark.parametrize("wrong", [None, b"l'eau", bytearray(b"x"), 12, ["x"]])
def test_what_is_no_text_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="text must be str, not"):
        typeset(wrong)


def test_bytes_are_told_to_decode() -> None:
    with pytest.raises(TypeError, match="decode it first"):
        analyse(b"x")  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["pt", "zz", "de-CH"])
def test_a_language_without_rules_is_told(lang: str) -> None:
    with pytest.raises(UsageError, match=f"{lang}: no typography for this language; choose among fr, fr-BE, fr-CA"):
        typeset("x", lang)


@pytest.mark.parametrize("lang", ["", "f", "franças", "fr fr", "12"])
def test_what_is_no_language_tag_is_told(lang: str) -> None:
    with pytest.raises(UsageError, match="not a language tag"):
        typeset("x", lang)


def test_no_language_is_told() -> None:
    with pytest.raises(TypeError, match="lang must be str, not NoneType"):
        typeset("x", None)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n", "\0", "\ud800", "a\0b\udfff!", "\U0010ffff"])
def test_odd_characters_are_not_lost(text: str) -> None:
    assert [char for char in text.strip(" ") if char not in typeset(text)] == []


def test_the_masks_own_characters_pass() -> None:
    assert typeset("ꀀ ꀁ ꀂ \ue000 l'eau") == "ꀀ ꀁ ꀂ \ue000 l’eau"


def test_a_long_text_is_set_whole() -> None:
    line = 'L\'Etat a dit: "Oui" à 1 200 personnes (45%)!\n'
    assert typeset(line * 2000) == typeset(line) * 2000


def test_several_rules_at_one_place_are_joined() -> None:
    assert [edit for edit in analyse('"Oui"') if edit.start == 0] == [("T006+T039", 0, 1, '"', "«\u00a0")]


def test_a_diff_shows_the_spaces() -> None:
    text = "Un.\nBravo!\n"
    assert as_diff(text, analyse(text), "a.txt").splitlines()[2:] == ["@@ -1,2 +1,2 @@", " Un.", "-Bravo!", "+Bravo·!"]
    assert as_diff("Un.", analyse("Un.")) == ""


def test_an_explanation_names_place_rule_and_source() -> None:
    text = "Un.\nl'eau\n"
    (why,) = as_explained(text, analyse(text), "en").splitlines()
    assert why.startswith("2:2 T009 “'” → “’”  Straight apostrophe curled [Jacques André")


def test_an_explanation_has_a_line_for_each_rule_of_a_place() -> None:
    lines = as_explained('"a"', analyse('"a"'), "fr").splitlines()
    assert [line.split()[:2] for line in lines] == [["1:1", "T006"], ["1:1", "T039"], ["1:3", "T006"], ["1:3", "T039"]]


def test_what_is_shown_is_safe_on_a_terminal() -> None:
    text = "mi\u00adgrants\x1b[2J\udce9 l'eau"
    assert "“[SHY]” → “”" in as_explained(text, analyse(text), "fr")
    assert "+migrants[U+001B][2J[U+DCE9] l’eau\n" in as_diff(text, analyse(text))


def test_a_diff_can_name_both_sides() -> None:
    assert as_diff("l'eau", analyse("l'eau"), "avant", "après").splitlines()[:2] == ["--- avant", "+++ après"]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("a <<b", "T101", "<<"),
        ('le mot "x', "T102", '"x'),
        ("“Asylum”", "T103", "“Asylum”"),
        ("il faut qu il vienne", "T104", "qu il"),
        ("ce que l OIM dit", "T104", "l OIM"),
        ("US$ 4 ont suffi", "T105", "$ 4 "),
        ("cinq dollars US", "T105", "dollars US"),
        ("150000 personnes", "T106", "150000"),
        ("1250 personnes", "T106", "1250"),
        ("10.000 personnes, 2.5 fois plus", "T106", "10.000"),
        ("1,200 personnes", "T106", "1,200"),
        ("3.5 millions", "T107", "3.5"),
        ("la 2nde fois", "T108", "2nde"),
        ("les n°s 4 et 5", "T109", "n°s"),
        ("le 1 mai", "T110", "1\u00a0mai"),
        ("le 3 Mars", "T110", "Mars"),
        ("réuni le Lundi 4 mai", "T110", "Lundi"),
        ("24h/24", "T111", "24h/24"),
        ("la fin..", "T113", ".."),
        ("Etienne Ba", "T114", "Etienne"),
        ("A bien noter", "T115", "A bien"),
        ("LES FRANCAIS", "T116", "FRANCAIS"),
        ("au cur du camp", "T117", "cur"),
        ("Email: x@iom.int", "T118", "Email"),
        ("mot,mot", "T119", ",mot"),
        ("marque(R)", "T120", "(R)"),
        ("Il dit »Bonsoir« à tous", "T122", "»Bonsoir«"),
    ],
)
def test_doubts_are_told_and_the_words_are_left(text: str, code: str, words: str) -> None:
    made = typeset(text)
    assert (code, words) in [(found.code, made[found.start : found.end]) for found in doubts(made)]


def test_accents_of_capitals_are_proposed_where_one_word_only_can_be_meant() -> None:
    """The lexicon is no dictionary: a whole line it cannot vouch for, so each word waits for a person."""
    found = doubts(typeset("LES FRANCAIS ET LE MINISTRE ARRETE"))
    assert [(doubt.code, doubt.proposal) for doubt in found] == [("T116", "FRANÇAIS"), ("T116", "")]
    known = uncapped()
    assert all(bare.isascii() and bare == unaccented(word) for bare, word in known.items() if word)
    assert (known["REPUBLIQUE"], known["REGLE"]) == ("RÉPUBLIQUE", "")


@pytest.mark.parametrize(
    "text",
    [
        "L’OIM a aidé 1 200 personnes en 2019.",
        "« Oui », dit-elle : 45 % à 10 h 30.",
        "Le plan A de M. Diop coûte 5 000 $ (3,5 millions de FCFA).",
        "Voir https://iom.int/a.B,c et x@iom.int, S/2026/118.",
        "sur le terrain, un cours sûr",
        "un film “The World is here for you”",
        "l’annexe A, le point 3.2, p. 27",
    ],
)
def test_nothing_is_doubted_in_a_sound_text(text: str) -> None:
    assert list(doubts(typeset(text))) == []
