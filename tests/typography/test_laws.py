"""What holds of every text, whatever is in it."""

from __future__ import annotations

import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from oimpress.model.nodes import Emphasis, Para, Release
from oimpress.model.runs import flatten, inlines
from oimpress.model.traced import Edit, Traced, edited, of_source
from oimpress.typography import LANGUAGES, analyse, doubts, typeset, typeset_release
from oimpress.typography.changes import composed
from oimpress.typography.convention import usage_of
from oimpress.typography.doubts import DOUBTS
from oimpress.typography.engine import rules_of
from oimpress.typography.guards import GUARDS, MASKS, NUMBER_GUARDS
from oimpress.typography.judge import decided_for
from oimpress.typography.protect import masked
from oimpress.typography.rule import LONG, Rule, finds, number_starts
from oimpress.typography.rules import BY_LANGUAGE, EVERY
from oimpress.typography.tongues import stretches
from tests.typography.cases import every

SCRAPS = """'tis 1-2 -- Mr. J. Dr p.m. ¿qué? s. XX 'a b'
l' d' qu' L’ " « » “ ” ' ‘ << >> … ... .. . , ; : ! ? ( ) [ ] - -- – — % € $ USD FCFA 1 12 2024 000 240 5
km m2 °C h 14h30 8h 10:30 n° nº N° art. p. § M. Mr Mme. Dr 1er 2ème XXIe siècle mars janvier million Etats A Ca coeur
oeuvre uvre á jusqu'á ONGs O.N.U. E.-U. Tel: +41 22 717 91 11 0800 123 456 http://iom.int/a?b;c! x@iom.int www.iom.int
¿ ¡ the of and Genève Egypte l'Etat etc... `code` &nbsp; <em> </em> #mot! @oim Yahoo! 4x4 1.2.3 S/2026/118 \\ / C:\\a"""
WORDS = SCRAPS.split()
SPACES = ["", " ", " ", " ", "\u00a0", "\u202f", "  ", "\n", "\t", "\n\n"]
prose = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), max_size=14).map(
    lambda parts: "".join(word + space for word, space in parts)
)
anything = st.text(st.characters(codec=None), max_size=60)
texts = st.one_of(prose, anything)
languages = st.sampled_from(LANGUAGES)
CASES = [case.given for case in every() if case.lang[:2] == "fr"]


@given(texts, st.sampled_from(LANGUAGES))
def test_setting_twice_is_setting_once(text: str, lang: str) -> None:
    once = typeset(text, lang)
    assert typeset(once, lang) == once


@given(texts, languages)
def test_what_all_rules_made_is_a_fixed_point_of_each(text: str, lang: str) -> None:
    done = typeset(text, lang)
    usage = decided_for(done, usage_of(lang))
    assume(all(found == lang[:2] for _, _, found in stretches(done, lang[:2])))
    made = masked(done, usage, present := set(done))
    asked = [rule for rule in rules_of(usage) if not rule.needs.isdisjoint(present)]
    edits = [edit for rule in asked for edit in rule.find(made, usage) if MASKS.isdisjoint(edit.before)]
    assert [edit for edit in edits if edit.before != edit.after] == []


@given(texts, languages)
@example("jusqu il vient", "fr")
@example("cur du camp (nuds et bufs)", "fr")
@example("Il dort !", "en")
def test_a_look_overlooks_nothing(text: str, lang: str) -> None:
    assert overlooked(text, lang) == []


def test_a_look_overlooks_nothing_in_the_cases() -> None:
    assert [case.given for case in every() if overlooked(case.given, case.lang)] == []


def overlooked(text: str, lang: str) -> list[str]:
    """Rules, guards and doubts that would find something where their look finds nothing, before and after all rules."""
    missed: list[str] = []
    for given_text in (text, typeset(text, lang)):
        usage, present = decided_for(given_text, usage_of(lang)), set(given_text)
        for guard in (guard for guard in (*GUARDS, *NUMBER_GUARDS) if guard.look):
            if not finds(given_text, present, guard.look):
                missed += [guard.sign for _ in guard.pattern.finditer(given_text)]
        seen = masked(given_text, usage, present)
        for rule in (rule for rule in rules_of(usage) if rule.look and not finds(seen, present, rule.look)):
            edits = rule.find(seen, usage)
            missed += [rule.code for edit in edits if MASKS.isdisjoint(edit.before) and edit.before != edit.after]
        for doubt in (doubt for doubt in DOUBTS if doubt.look and not finds(seen, present, doubt.look)):
            missed += [doubt.code for match in doubt.pattern.finditer(seen) if doubt.keep(match, seen)]
    return missed


@given(texts, st.sampled_from(LANGUAGES))
def test_edits_are_ordered_disjoint_and_true(text: str, lang: str) -> None:
    edits = analyse(text, lang)
    reached = 0
    for edit in edits:
        assert reached <= edit.start <= edit.end
        assert text[edit.start : edit.end] == edit.before != edit.after
        reached = edit.end
    assert edited(text, edits) == typeset(text, lang)


@given(texts)
@example("l'É\u0301tat")
def test_no_letter_or_digit_changes_without_a_lexicon(text: str) -> None:
    lexical = {"T001", "T004", "T016", "T017", "T018", "T019", "T020", "T021", "T022", "T023", "T024", "T025"}
    lexical |= {"T026", "T028", "T030", "T033", "T038", "T063"}  # ordinals, n°, titles, H of the hour, Kg
    for edit in analyse(text):
        if lexical.isdisjoint(edit.rule.split("+")):
            assert letters(edit.before) == letters(edit.after), edit


def letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text) if char.isalnum() and char not in "ʼꀀꀁ")


@given(texts)
def test_a_traced_text_comes_out_traced_to_the_same_source(text: str) -> None:
    made = typeset(of_source(text))
    assert made == typeset(text)
    if text and isinstance(made, Traced):
        covered = sum(piece.end - piece.start for piece in made.pieces)
        assert covered == len(text)


@given(st.text("ab", max_size=12), st.data())
def test_changes_compose(text: str, data: st.DataObject) -> None:
    """Edits carried out one list after the other are the composed edits carried out at once."""
    now, changes = text, composed([], [])
    for rule in ("T001", "T002", "T003"):
        edits = data.draw(edits_on(now, rule))
        now, changes = edited(now, edits), composed(changes, edits)
    once = [Edit(c.rules, c.source_start, c.source_end, "", now[c.start : c.end]) for c in changes]
    assert edited(text, once) == now
    assert all(a.end <= b.start for a, b in pairwise(once))


@st.composite
def edits_on(draw: st.DrawFn, text: str, rule: str) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    apart = [span for at, span in enumerate(spans) if not at or spans[at - 1] != span]
    return [Edit(rule, start, end, text[start:end], draw(st.text("xyz", max_size=2))) for start, end in apart]


@given(prose, prose, prose)
def test_markup_keeps_its_words(left: str, inside: str, right: str) -> None:
    children = inlines(left, Emphasis(inlines(inside)), right)
    (para,) = typeset_release(Release("x", body=(Para(children),))).value.body
    assert isinstance(para, Para)
    set_ = para.children
    assert flatten(set_) == typeset(left + inside + right)
    marked = "".join(str(flatten(node.children)) for node in set_ if isinstance(node, Emphasis))
    assert decimals(marked) == decimals(inside)


def decimals(text: str) -> str:
    return "".join(filter(str.isdecimal, text)).replace("2", "")  # m2 becomes m²


@given(texts)
def test_doubts_lie_in_the_text(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in doubts(text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cases_are_stable_in_every_language(lang: str) -> None:
    assert [text for text in CASES if typeset(once := typeset(text, lang), lang) != once] == []


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
@pytest.mark.parametrize("lang", ["fr", "en-US", "es"])
def test_a_long_text_is_asked_for_all_that_a_short_one_is(rule: Rule, lang: str) -> None:
    shifted = [edit._replace(start=edit.start + LONG, end=edit.end + LONG) for edit in analyse(rule.example, lang)]
    assert analyse("\n" * LONG + rule.example, lang) == shifted


@given(st.text("0123٣a.", max_size=12))
def test_numbers_begin_where_no_digit_is_before(text: str) -> None:
    assert list(number_starts(text)) == [match.start() for match in re.finditer("(?<![0-9])[0-9]", text)]


HOSTILE = (
    *" \"'1aA.!:«»“”@/<`+-(#&;é…\n\u00a0\ud800\0",
    *(
        "a !",
        '"a" ',
        "“a” ",
        "1 000 ",
        "1:",
        "a@",
        "a.",
        "A.",
        "<a ",
        "e\u0301",
        "- ",
        "A ",
        "l' ",
        "<<a>>",
        "a://",
        "www.",
    ),
    *(
        "Etat ",
        "oe",
        "n° 1 ",
        "5 km ",
        "¿",
        "Tel 1",
        "::",
        "1.",
        "1'",
        "1h",
        "S/1/",
        " 'a'",
        "le ‘a’ ",
        " ‘",
        "''a",
        "’’a ",
        "manuvr",
        "2e ",
        "1 F CFA ",
        "3 m3/",
        "« 'a",
        "M. A",
        " .",
        "~/a ",
        "CH00 0000",
    ),
)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", HOSTILE, ids=ascii)
def test_time_grows_with_length_only(pattern: str) -> None:
    """Ten times the text takes far less than a hundred times as long, and 40 kB less than a second."""
    short, long = (measured((pattern * size)[:size]) for size in (4_000, 40_000))
    assert long < max(40 * short, 0.4)


def measured(text: str) -> float:
    start = time.process_time()
    list(doubts(typeset(text)))
    return time.process_time() - start


def test_every_language_has_rules() -> None:
    assert {lang[:2] for lang in LANGUAGES} == BY_LANGUAGE.keys()
