"""Runs: edits found in flat text are carried out through the markup."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.model.nodes import Break, Emphasis, Inlines, Strong, Text
from oimpress.model.runs import apply, cut, flatten, inlines, length, one_line, parted, plain, spans, strip
from oimpress.model.traced import Edit, Traced, of_source
from tests.strategies import children

MARKED: Inlines = (Text("l'"), Emphasis((Text("Etat"),)), Text(" dit "), Strong((Text('"oui"'),)), Text("."))


def test_an_edit_beside_markup_leaves_the_markup() -> None:
    done = apply(MARKED, [Edit("T", 1, 2, "'", "’"), Edit("T", 2, 3, "E", "É")])
    assert done[:2] == (Text("l’"), Emphasis((Text("État"),)))


def test_quotes_inside_markup_are_reached() -> None:
    done = apply(MARKED, [Edit("T", 11, 12, '"', "« "), Edit("T", 15, 16, '"', " »")])
    assert done[3] == Strong((Text("« oui »"),))


def test_an_edit_over_a_boundary_keeps_both_sides() -> None:
    done = apply((Text("a "), Emphasis((Text(" b"),))), [Edit("T", 1, 3, "  ", " ")])
    assert done == (Text("a "), Emphasis((Text("b"),)))


def test_markup_emptied_by_an_edit_goes() -> None:
    assert apply((Text("a"), Emphasis((Text("b"),))), [Edit("T", 1, 2, "b", "")]) == (Text("a"),)


def test_a_removed_line_feed_takes_its_break_along() -> None:
    assert apply((Text("a"), Break(), Text("b")), [Edit("T", 1, 2, "\n", " ")]) == (Text("a b"),)


BROKEN: Inlines = (Text("ab"), Emphasis((Text("cd"), Break(), Text("ef"))), Break(), Text("gh"))


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        (0, 10, BROKEN),
        (-3, 99, BROKEN),
        (1, 3, (Text("b"), Emphasis((Text("c"),)))),
        (4, 5, (Emphasis((Break(),)),)),
        (7, 9, (Break(), Text("g"))),
        (2, 2, ()),
        (8, 20, (Text("gh"),)),
        (10, 12, ()),
    ],
)
def test_a_cut_keeps_the_markup_of_what_it_keeps(start: int, end: int, part: Inlines) -> None:
    assert cut(BROKEN, start, end) == part


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        (0, 4, "abcd"),
        (-1, 9, "abcd"),
        (1, 4, "bcd"),
        (0, 3, "abc"),
        (-2, 2, "ab"),
        (3, 1, ""),
        (-3, -1, ""),
        (4, 9, ""),
    ],
)
def test_a_cut_of_one_text_is_a_slice(start: int, end: int, part: str) -> None:
    assert cut((Text("abcd"),), start, end) == ((Text(part),) if part else ())


def test_parts_end_at_each_offset() -> None:
    assert parted(BROKEN, [1, 1, 5, 8]) == [
        (Text("a"),),
        (),
        (Text("b"), Emphasis((Text("cd"), Break()))),
        (Emphasis((Text("ef"),)), Break()),
        (Text("gh"),),
    ]
    assert parted(BROKEN, []) == [BROKEN]
    assert parted((Text("ab"),), [0, 2, 2]) == [(), (Text("ab"),), (), ()]


def test_parts_of_a_normal_form() -> None:
    assert inlines("a", "", Text("b"), Emphasis(()), "c", Break(), "d") == (Text("abc"), Break(), Text("d"))
    assert inlines() == inlines("", Text("")) == ()
    (text,) = inlines("a", Text(of_source("b", 4)))
    assert isinstance(text, Text)
    assert isinstance(text.value, Traced)
    assert text.value.start == 4


@pytest.mark.parametrize(
    ("edits", "done"),
    [
        ([], BROKEN),
        ([Edit("T", 0, 0, "", "x")], (Text("xab"), *BROKEN[1:])),
        ([Edit("T", 2, 2, "", "x")], (Text("ab"), Emphasis((Text("xcd"), Break(), Text("ef"))), Break(), Text("gh"))),
        ([Edit("T", 9, 10, "h", "")], (*BROKEN[:3], Text("g"))),
        ([Edit("T", 0, 2, "ab", "")], BROKEN[1:]),
        (
            [Edit("T", 1, 3, "bc", "xyz")],
            (Text("axyz"), Emphasis((Text("d"), Break(), Text("ef"))), Break(), Text("gh")),
        ),
        ([Edit("T", 4, 5, "\n", " ")], (Text("ab"), Emphasis((Text("cd ef"),)), Break(), Text("gh"))),
        (
            [Edit("T", 4, 5, "\n", "x\ny")],
            (Text("ab"), Emphasis((Text("cdx"), Break(), Text("yef"))), Break(), Text("gh")),
        ),
        ([Edit("T", 0, 1, "a", ""), Edit("T", 7, 8, "\n", "")], (Text("b"), BROKEN[1], Text("gh"))),
        ([Edit("T", 10, 10, "", "!")], (*BROKEN[:3], Text("gh!"))),
    ],
)
def test_edits_go_where_they_begin(edits: list[Edit], done: Inlines) -> None:
    assert apply(BROKEN, edits) == done
    text = flatten(BROKEN)
    for edit in reversed(edits):
        text = text[: edit.start] + edit.after + text[edit.end :]
    assert flatten(apply(BROKEN, edits)) == text


@pytest.mark.parametrize(
    ("given_children", "done"),
    [
        ((Text(" a "),), (Text("a"),)),
        ((Text("a "), Emphasis((Text("b "),))), (Text("a "), Emphasis((Text("b"),)))),
        ((Emphasis((Text(" "),)), Text("a")), (Text("a"),)),
        ((Break(), Text("a"), Break()), (Text("a"),)),
        ((Text(" "),), ()),
    ],
)
def test_blanks_at_the_ends_go_with_their_markup(given_children: Inlines, done: Inlines) -> None:
    assert strip(given_children) == done
    assert strip(done) is done


@given(children, st.data())
def test_parts_are_the_cuts(made: Inlines, data: st.DataObject) -> None:
    at = sorted(data.draw(st.lists(st.integers(0, length(made)), max_size=5)))
    bounds = [0, *at, length(made)]
    assert parted(made, at) == [cut(made, start, end) for start, end in pairwise(bounds)]


@given(children, st.data())
def test_cuts_join_again(made: Inlines, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, length(made)))
    assert flatten(inlines(*cut(made, 0, at), *cut(made, at, length(made)))) == flatten(made)


@given(children)
def test_stripping_leaves_no_space_at_the_ends(made: Inlines) -> None:
    assert flatten(strip(made)) == str(flatten(made)).strip()


@given(children, st.data())
def test_edits_do_to_the_markup_what_they_do_to_the_text(made: Inlines, data: st.DataObject) -> None:
    text = str(flatten(made))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.sampled_from(["", "x", "xyz"]))
    done = apply(made, [Edit("T", start, end, text[start:end], new)])
    expected = text[:start] + new + text[end:]
    assert str(flatten(done)).replace("\n", "") == expected.replace("\n", "")
    assert done == inlines(*done)


SOURCE = "ab cd"
TRACED = of_source(SOURCE)


def test_a_run_is_traced_where_any_of_its_text_is() -> None:
    assert flatten((Text("a"), Break(), Text("b"))) == "a\nb"
    assert not isinstance(flatten((Text("a"), Break())), Traced)
    assert isinstance(flatten((Text("a"), Break(), Text(TRACED))), Traced)
    assert flatten((Emphasis((Text(TRACED),)),)) is TRACED
    assert flatten(()) == ""
    found = flatten((Text(TRACED), Break()))
    assert isinstance(found, Traced)
    assert [piece.edits for piece in found.pieces] == ["", "L004"]


@pytest.mark.parametrize(
    ("text", "line", "rules"),
    [
        ("a\nb", "a b", ["", "L005", ""]),
        ("a \n\n b", "a b", ["", "L005", ""]),
        ("\na\n", "a", ["L005", "", "L005"]),
        (" \n a", "a", ["L005", ""]),
        ("a b", "a b", [""]),
        (" a ", " a ", [""]),
    ],
)
def test_a_field_of_one_line_has_blanks_for_feeds_and_none_at_its_ends(text: str, line: str, rules: list[str]) -> None:
    done = one_line(of_source(text))
    assert done == line
    assert [piece.edits for piece in done.pieces] == rules


def test_breaks_are_blanks_in_plain_words() -> None:
    assert plain((Text("a"), Break(), Strong((Text("b"),)))) == "a b"
    assert length((Text("ab"), Break(), Strong((Text("c"),)))) == 4
    assert length((Text("ab"),)) == 2


def test_markup_is_found_with_its_place_the_outer_first() -> None:
    inner = Strong((Text("c"), Strong((Text("d"),))))
    made: Inlines = (Text("ab"), inner, Break(), Emphasis((Strong((Text("e"),)),)))
    assert [(start, end) for start, end, _ in spans(made, Strong)] == [(2, 4), (3, 4), (5, 6)]
    assert next(node for _, _, node in spans(made, Strong)) is inner
    assert [span[:2] for span in spans(made, Emphasis)] == [(5, 6)]
