"""Text with its provenance: whatever is cut, joined and edited, no source character is lost or counted twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oimpress.model.traced import Edit, Traced, inserted, join, of_source

TEXTS = st.text("aé '«\n", max_size=30)


@st.composite
def edited(draw: st.DrawFn, text: Traced) -> Traced:
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
    once = data.draw(edited(text))
    twice = data.draw(edited(once))
    assert sound(once)
    assert sound(twice)
    if once and twice:
        assert covered(twice) == list(range(len(source)))


@given(st.data(), TEXTS)
def test_cutting_and_joining_loses_nothing(data: st.DataObject, source: str) -> None:
    text = data.draw(edited(of_source(source)))
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
