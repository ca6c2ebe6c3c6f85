"""The verbs of a flow: what stands together, what goes, what takes the place of another."""

from __future__ import annotations

from oimpress.model.draft import Draft, Line, lines_of, words_of
from oimpress.model.nodes import Para, Release, Text


def line(text: str, number: int = 1) -> Line:
    return Line((Text(text),), number, number)


BLOCK = Para((Text("un bloc"),))
ONE, TWO, THREE = line(" un ", 1), line("deux", 2), line("trois", 3)
DRAFT = Draft(Release("x"), (ONE, TWO, BLOCK, BLOCK, THREE))


def test_lines_keep_their_positions_in_the_flow() -> None:
    assert list(DRAFT.lines()) == [(0, ONE), (1, TWO), (4, THREE)]
    assert lines_of(DRAFT.flow) == [ONE, TWO, THREE]


def test_lines_that_follow_each_other_are_together_and_blocks_alone() -> None:
    assert list(DRAFT.grouped()) == [[ONE, TWO], BLOCK, BLOCK, [THREE]]
    assert list(Draft(Release("x")).grouped()) == []


def test_a_draft_without_some_positions_keeps_the_others_and_itself() -> None:
    assert DRAFT.without({0, 3}).flow == (TWO, BLOCK, THREE)
    assert DRAFT.without(()).flow == DRAFT.flow
    assert len(DRAFT.flow) == 5


def test_a_draft_with_others_at_some_positions_keeps_the_order() -> None:
    assert DRAFT.replaced({1: BLOCK, 2: ONE}).flow == (ONE, BLOCK, ONE, BLOCK, THREE)
    assert DRAFT.replaced({9: BLOCK}).flow == DRAFT.flow


def test_the_words_of_a_line_and_of_nothing_else() -> None:
    assert words_of(ONE) == "un"
    assert words_of(BLOCK) == words_of(None) == ""
