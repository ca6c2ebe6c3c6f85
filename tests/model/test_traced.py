"""Text with its provenance: whatever is cut, joined and edited, no source character is lost or counted twice."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.model.traced import Edit, Piece, Traced, add_rule, edited, inserted, join, of_source, replacing

TEXTS = st.text("aé '«\n", max_size=30)


@st.composite
def changed(draw: st.DrawFn, text: Traced) -> Traced:
    """``text`` after some disjoint edits."""
    marks = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edits = [
        Edit(draw(st.sampled_from("AB")), a, b, str(text)[a:b], draw(st.text("xy", max_size=2)))
        for a, b in zip(marks[::2], marks[1::2], strict=False)
    ]
    kept = [edit for i, edit in enumerate(edits) if not i or edit.start >= edits[i - 1].end]
    kept = [edit for i, edit in enumerate(kept) if not i or edit[1:3] != kept[i - 1][1:3]]
    return text.edited(kept)


def covered(text: Traced) -> list[int]:
    return [offset for piece in text.pieces for offset in range(piece.start, piece.end)]


def sound(text: Traced) -> bool:
    return sum(piece.length for piece in text.pieces) == len(text)


@given(st.data(), TEXTS)
def test_edits_account_for_every_character(data: st.DataObject, source: str) -> None:
    text = of_source(source)
    once = data.draw(changed(text))
    twice = data.draw(changed(once))
    assert sound(once)
    assert sound(twice)
    if once and twice:
        assert covered(twice) == list(range(len(source)))


@given(st.data(), TEXTS)
def test_cutting_and_joining_loses_nothing(data: st.DataObject, source: str) -> None:
    text = data.draw(changed(of_source(source)))
    at = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=3)))
    parts = [text[a:b] for a, b in zip([0, *at], [*at, len(text)], strict=True)]
    assert join(parts) == text
    if text:
        assert covered(join(parts)) == covered(text)
    assert all(map(sound, parts))


def test_verbatim_pieces_say_what_the_source_says() -> None:
    text = of_source("l'état, á Durango", 7).edited([Edit("T1", 1, 2, "'", "’"), Edit("T2", 8, 9, "á", "à")])
    assert text == "l’état, à Durango"
    assert [(piece.start, piece.end, piece.edits) for piece in text.pieces] == [
        (7, 8, ""),
        (8, 9, "T1"),
        (9, 15, ""),
        (15, 16, "T2"),
        (16, 24, ""),
    ]


def test_a_second_rule_is_named_after_the_first() -> None:
    text = of_source("a'b").edited([Edit("T1", 1, 2, "'", "´")]).edited([Edit("T2", 1, 2, "´", "’")])
    assert [piece.edits for piece in text.pieces] == ["", "T1+T2", ""]


def test_deleted_text_stays_in_the_account_of_what_is_left() -> None:
    text = of_source("a  b").edited([Edit("T1", 1, 2, " ", "")])
    assert text == "a b"
    assert covered(text[:1]) == [0, 1]
    assert covered(text[1:]) == [2, 3]


def test_an_insertion_knows_where_it_stands() -> None:
    text = of_source("98%", 40).edited([Edit("T3", 2, 2, "", "\u00a0")])
    assert text.pieces[1][:4] == (1, 42, 42, "T3")
    assert inserted("x", "M1", 5).pieces[0][:3] == (1, 5, 5)


def test_it_is_the_string_it_looks_like() -> None:
    assert of_source("abc") == "abc"
    known: dict[str, int] = {of_source("abc"): 1}
    assert known["abc"] == 1
    assert Traced("").start == -1


A, B = of_source("abc", 10, "P1"), of_source("de", 20, "P2")
JOINED = join((A, B))


def test_characters_and_stretches_are_cut_like_those_of_a_string() -> None:
    plain = "abcde"
    for at in range(-5, 5):
        assert JOINED[at] == plain[at]
    for start in range(-6, 7):
        for stop in range(-6, 7):
            assert JOINED[start:stop] == plain[start:stop]
    assert (JOINED[3].start, JOINED[-1].start, JOINED[1:4].pieces) == (
        20,
        21,
        (Piece(2, 11, 13, "", "P1"), Piece(1, 20, 21, "", "P2")),
    )
    assert JOINED[:] is JOINED


@pytest.mark.parametrize("at", [5, 6, -6])
def test_a_character_that_is_not_there(at: int) -> None:
    with pytest.raises(IndexError, match=r"^string index out of range$"):
        JOINED[at]


def test_steps_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^traced text is cut with step 1$"):
        JOINED[::2]


def test_it_begins_and_ends_where_its_source_does() -> None:
    assert (JOINED.start, JOINED.end) == (10, 22)
    around = join((inserted("«", "T1", 99), A, inserted("»", "T1", 99)))
    assert (around.start, around.end) == (10, 13)
    nothing = inserted("x", "T1", 5)
    assert (nothing.start, nothing.end) == (-1, -1)


def test_blanks_are_stripped_with_their_pieces() -> None:
    text = of_source("  ab ", 7)
    assert [(one, one.start, one.end) for one in (text.strip(), text.lstrip(), text.rstrip(), text.strip(" a"))] == [
        ("ab", 9, 11),
        ("ab ", 9, 12),
        ("  ab", 7, 11),
        ("b", 10, 11),
    ]
    assert of_source("   ").strip() == ""
    assert of_source("   ").strip().pieces == ()


def test_plain_text_beside_it_has_no_provenance() -> None:
    assert ("x" + A).pieces == (Piece(1, 0, 0, "?", "?"), *A.pieces)
    assert (A + "x").pieces == (*A.pieces, Piece(1, 0, 0, "?", "?"))
    assert join(()).pieces == ()


def test_neighbours_are_one_piece_where_they_go_on_from_one_another() -> None:
    text = of_source("abcdef", 10, "P1")
    assert join((text[:2], text[2:])).pieces == text.pieces
    assert len(join((text[:2], text[3:])).pieces) == 2
    assert len(join((text[:2], text[2:].put_by("P2"))).pieces) == 2
    assert join((text[:2], of_source(""), text[2:])).pieces == text.pieces
    assert len(join((replacing("x", "T1", 10, 12), text[2:])).pieces) == 2


def test_an_edit_in_text_of_several_pieces() -> None:
    text = JOINED.edited([Edit("T1", 0, 1, "a", "A"), Edit("T2", 2, 4, "cd", "X"), Edit("T3", 5, 5, "", "!")])
    assert text == "AbXe!"
    assert text.pieces == (
        Piece(1, 10, 11, "T1", "P1"),
        Piece(1, 11, 12, "", "P1"),
        Piece(1, 12, 13, "T2", "P1"),
        Piece(0, 20, 21, "T2", "P2"),
        Piece(1, 21, 22, "", "P2"),
        Piece(1, 22, 22, "T3", "P2"),
    )


@pytest.mark.parametrize(
    ("at", "place", "source"), [(0, "P1", 10), (1, "P1", 11), (3, "P2", 20), (4, "P2", 21), (5, "P2", 22)]
)
def test_an_insertion_stands_where_the_text_behind_it_does(at: int, place: str, source: int) -> None:
    (put,) = [piece for piece in JOINED.edited([Edit("T1", at, at, "", "x")]).pieces if piece.edits]
    assert put == Piece(1, source, source, "T1", place)


def test_an_insertion_behind_changed_text_stands_at_its_end() -> None:
    text = replacing("xy", "T1", 30, 33)
    assert text.edited([Edit("T2", 1, 1, "", "-")]).pieces[1] == Piece(1, 33, 33, "T2", "")
    assert text.edited([Edit("T2", 2, 2, "", "-")]).pieces[1] == Piece(1, 33, 33, "T2", "")


def test_cutting_changed_text_gives_its_source_to_the_first_part() -> None:
    text = replacing("xyz", "T1", 30, 33)
    assert [text[at].pieces for at in range(3)] == [
        (Piece(1, 30, 33, "T1", ""),),
        (Piece(1, 33, 33, "T1", ""),),
        (Piece(1, 33, 33, "T1", ""),),
    ]


def test_changing_neighbours_of_the_source_once_more_is_one_change() -> None:
    text = of_source("abcd").edited([Edit("T1", 1, 2, "b", "B")])
    assert text.edited([Edit("T2", 0, 4, "aBcd", "x")]).pieces == (Piece(1, 0, 4, "T2+T1", ""),)


@pytest.mark.parametrize(
    ("rules", "rule", "both"),
    [("", "A", "A"), ("A", "A", "A"), ("A", "B", "A+B"), ("A+B", "A", "A+B"), ("A", "B+A+C", "A+B+C")],
)
def test_a_rule_is_named_once(rules: str, rule: str, both: str) -> None:
    assert add_rule(rules, rule) == both


def test_edits_that_do_nothing_leave_no_piece() -> None:
    assert A.edited([Edit("T1", 1, 1, "", "")]) == "abc"
    assert A.edited([Edit("T1", 1, 1, "", "")]).pieces == A.pieces


def test_plain_text_is_edited_too() -> None:
    edits = [Edit("T1", 1, 2, "b", "B"), Edit("T2", 3, 3, "", "!")]
    assert edited("abc", edits) == "aBc!"
    assert edited(A, edits) == "aBc!"
    assert edited(A, ()) is A
    assert not isinstance(edited("abc", edits), Traced)
    assert isinstance(edited(A, edits), Traced)


def test_it_comes_back_from_a_pickle() -> None:
    back = pickle.loads(pickle.dumps(JOINED))
    assert (back, back.pieces) == (JOINED, JOINED.pieces)


def test_putting_it_elsewhere_keeps_all_else() -> None:
    assert replacing("x", "T1", 3, 5).put_by("P9").pieces == (Piece(1, 3, 5, "T1", "P9"),)


def test_what_a_person_said_is_told_by_its_first_piece() -> None:
    assert of_source("Lyon", place="M003").given
    assert not of_source("Lyon").given
    assert not Traced("").given
    assert of_source("Lyon", place="M003").put_by("H001").given


def test_an_insertion_into_nothing_stands_at_the_head_of_the_source() -> None:
    made = Traced("").edited([Edit("T001", 0, 0, "", "x")])
    assert (str(made), made.pieces) == ("x", (Piece(1, 0, 0, "T001", ""),))


def test_a_piece_that_stands_for_nothing_is_none() -> None:
    made = join((of_source("a"), Traced("", (Piece(0, 5, 5, "T001"),)), of_source("b", 7)))
    assert made.pieces == (Piece(1, 0, 1), Piece(1, 7, 8))
    kept = join((of_source("a"), Traced("", (Piece(0, 5, 6, "T001"),))))
    assert kept.pieces == (Piece(1, 0, 1), Piece(0, 5, 6, "T001"))
