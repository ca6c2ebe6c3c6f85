"""The verbs of a flow: what stands together, what goes, what takes the place of another; sections in sections."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Draft, Line, lines_of, nested, put_by, words_of
from oimpress.model.nodes import Block, Break, Para, Release, Section, Strong, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, of_source


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


def test_a_line_knows_its_text_traced_or_not_and_its_place() -> None:
    traced = of_source("trois", 7)
    assert Line((Text(traced),), 1, 1).text.start == 7
    bare = Line((Text("trois"), Strong((Text(" mots"),))), 2, 4)
    assert isinstance(bare.text, Traced)
    assert (bare.text, bare.plain, type(bare.plain)) == ("trois mots", "trois mots", str)
    assert (bare.where, ONE.where) == ("l.2-4", "l.1")


def test_fields_and_flow_change_each_by_itself() -> None:
    assert DRAFT.with_fields((ONE,)) == Draft(Release("x"), (ONE,))
    assert DRAFT.with_fields(()).flow == ()
    assert DRAFT.with_fields(kind="project") == Draft(Release("x", kind="project"), DRAFT.flow)


def test_a_draft_with_the_flow_that_it_has_is_itself() -> None:
    assert DRAFT.with_fields((*DRAFT.flow[:1], *DRAFT.flow[1:])) is DRAFT
    assert DRAFT.with_fields(DRAFT.flow, kind="project") is not DRAFT
    assert DRAFT.with_fields(DRAFT.flow[:-1]) is not DRAFT


def heading(name: str) -> Section:
    return Section((Text(name),), ())


def outline(blocks: tuple[Block, ...]) -> list[object]:
    """Sections by their names, with what stands in them; a paragraph is « p »."""
    return [(str(flatten(one.heading)), *outline(one.blocks)) if isinstance(one, Section) else "p" for one in blocks]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], []),
        ([0, 0], ["p", "p"]),
        ([0, 1, 0, 1, 0], ["p", ("1", "p"), ("3", "p")]),
        ([1, 2, 0, 1], [("0", ("1", "p")), ("3",)]),
        ([1, 2, 3, 2, 0], [("0", ("1", ("2",)), ("3", "p"))]),
        ([3, 2, 1], [("0",), ("1",), ("2",)]),
        ([1, 3, 2, 0], [("0", ("1",), ("2", "p"))]),
    ],
)
def test_a_section_takes_in_what_follows_up_to_its_equal(levels: list[int], expected: list[object]) -> None:
    blocks = [(level, heading(str(at)) if level else BLOCK) for at, level in enumerate(levels)]
    assert outline(nested(blocks)) == expected


def test_what_a_section_holds_already_comes_first_and_no_other_block_takes_anything_in() -> None:
    (one,) = nested([(1, Section((Text("a"),), (BLOCK,))), (0, Para((Text("b"),)))])
    assert isinstance(one, Section)
    assert one.blocks == (BLOCK, Para((Text("b"),)))
    assert nested([(1, BLOCK), (0, BLOCK)]) == (BLOCK, BLOCK)


def test_traced_text_says_why_it_stands_there_however_deep() -> None:
    children = (Text(of_source("un", 0)), Break(), Strong((Text(of_source(" deux", 2)), Text(" trois"))))
    placed = put_by(children, "B001")
    assert placed == children
    text = flatten(placed)
    assert isinstance(text, Traced)
    assert [str(text)[:2], *(piece.place for piece in text.pieces)] == ["un", "B001", "L004", "B001", "?"]
