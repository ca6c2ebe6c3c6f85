"""What is looked at before an expression is asked never says no where the expression would find something."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from oimpress.knowledge.folding import fold, unaccented
from oimpress.knowledge.sentences import PAIRS, sentence_ends
from oimpress.model.draft import Line
from oimpress.model.runs import inlines
from oimpress.passes.head.evidence.bodies import _whole
from oimpress.passes.head.sight import Sight
from oimpress.passes.head.words import said
from oimpress.passes.lines.limits import LINE_TAIL
from oimpress.passes.lines.wrapping import CUT_WORD, ends_in, ends_in_cut_word

LETTERS = st.text(alphabet="aeéAÉ -_1²\u00a0\n'’.", max_size=LINE_TAIL)
NUMBERED = st.text(alphabet="nN°ºoréf.:/_ -CP0129٣²", max_size=30)
ASCII = st.text(st.characters(max_codepoint=127), max_size=30)


@given(LETTERS)
def test_a_cut_word(text: str) -> None:
    assert ends_in_cut_word(text) == ends_in(CUT_WORD, text)


@given(NUMBERED)
def test_the_number_of_a_release_has_a_figure(text: str) -> None:
    sight = Sight(Line(inlines(text), 1, 1), 0, ())
    assert sight.figures or said("number").search(text) is None


@given(ASCII)
def test_folding_ascii_is_folding_all_the_same(text: str) -> None:
    letters = unaccented(text.replace("’", "'")).casefold().replace("-", " ")
    assert fold(text) == " ".join(letters.split())


@given(LETTERS, st.sampled_from(("a", "é", "aé", "a a", "-a")))
def test_whole_words_are_those_of_the_expression(text: str, name: str) -> None:
    shape = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    assert list(_whole(text, name)) == [match.span() for match in shape.finditer(text)]


@given(st.lists(st.sampled_from(("Il vient. ", "Oui ! ", "mot ")), max_size=6))
def test_marks_that_no_text_has_part_no_sentences(words: list[str]) -> None:
    text = "".join(words)
    shifted = [end - 2 for end in sentence_ends("()" + text)]
    assert not any(mark in text for pair in PAIRS for mark in pair)
    assert list(sentence_ends(text)) == shifted
