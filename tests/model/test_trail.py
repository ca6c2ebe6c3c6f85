"""trail + release = source, to the byte."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oimpress.errors import InvalidRelease, ReadError
from oimpress.model.codec import from_xml, to_xml
from oimpress.model.nodes import Break, Para, Release, Text
from oimpress.model.traced import Edit, Traced, inserted, join, of_source, replacing
from oimpress.model.trail import BETWEEN, UNEXPLAINED, Change, Drop, Keep, Step, Trail, draw, rebuild, retrace
from oimpress.model.trail_json import from_json, to_json
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.damage import documents


def checked(data: bytes) -> None:
    """The law: what is stored rebuilds the source, and nothing is unexplained."""
    done = normalise_source(Source("x.txt", data))
    assert done.trail is not None
    stored = from_json(to_json(done.trail))
    assert stored == done.trail
    assert rebuild(from_xml(to_xml(done.value)), stored) == data
    assert [step for step in stored.steps if step.rule == UNEXPLAINED] == []


def test_the_seeds_are_rebuilt(seeds: list[Path]) -> None:
    for path in seeds:
        checked(path.read_bytes())


@given(documents())
def test_damaged_documents_are_rebuilt(text: str) -> None:
    checked(text.encode())


@given(
    st.text(
        st.one_of(st.sampled_from("aÉ'\"«»:;-•|\n\r\t 1)+@.<>=\u00a0\u202f\ufeff\x00"), st.characters(codec="utf-8"))
    )
)
@example("e\u0301\n\u0301")
@example("\ufeff-\r\n\x0c\u2028x")
def test_any_text_is_rebuilt_or_refused(text: str) -> None:
    try:
        checked(text.encode())
    except ReadError:
        return


@given(st.binary(max_size=300))
def test_any_bytes_are_rebuilt_or_refused(data: bytes) -> None:
    try:
        checked(data)
    except (ReadError, InvalidRelease):
        return


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman", "cp850", "latin-1"])
def test_other_encodings_are_rebuilt(encoding: str) -> None:
    text = "Déjà l’été à Genève\n\nGenève – Les « réfugiés » élisent leur délégué, où qu’ils soient. Ça y est."
    data = text.encode(encoding, "ignore")
    checked(data)


def test_a_trail_holds_no_kept_text(seeds: list[Path]) -> None:
    for path in seeds:
        done = normalise_source(Source(path.name, path.read_bytes()))
        assert done.trail is not None
        stored = to_json(done.trail).decode()
        kept = [text for text, step in retrace(done.value, done.trail) if isinstance(step, Keep) and step.length > 30]
        assert len(kept) > 5
        assert [text for text in kept if text in stored] == []
        held = sum(len(step.text) if isinstance(step, Drop) else 0 for step in done.trail.steps)
        held += sum(len(step.before) for step in done.trail.steps if isinstance(step, Change))
        left = sum(step.length for step in done.trail.steps if isinstance(step, Keep))
        assert held + left == len(path.read_text())


def test_every_character_of_the_output_has_a_reason(seeds: list[Path]) -> None:
    from oimpress.model.traced import Traced
    from oimpress.model.walk import slots

    known = ("@kind", "source/@", "body/aside[1]/@kind")
    for path in seeds:
        done = normalise_source(Source(path.name, path.read_bytes()))
        for where, text in slots(done.value):
            if not where.startswith(known):
                assert isinstance(text, Traced), where
                assert all(piece.edits or piece.place for piece in text.pieces), where
                assert "?" not in "".join(piece.edits + piece.place for piece in text.pieces), where


def test_lost_text_is_kept_and_named() -> None:
    source = "kept lost"
    release = Release("a", body=(Para((Text(of_source("kept", 0, "B001")),)),))
    drawn = draw(source, release, ())
    assert drawn.steps == (Keep("B001", "body/p[1]", 0, 4), Drop(UNEXPLAINED, " lost"))
    assert rebuild(release, drawn) == source.encode()


def test_text_used_twice_is_counted_once() -> None:
    twice = of_source("abc", 0, "B001")
    release = Release("a", body=(Para((Text(twice),)), Para((Text(twice[1:]),))))
    assert rebuild(release, draw("abc", release, [])) == b"abc"


def test_an_edited_release_is_found_out(seeds: list[Path]) -> None:
    done = normalise_source(Source("x.txt", seeds[0].read_bytes()))
    assert done.trail is not None
    edited = replace(done.value, contacts=())
    with pytest.raises(InvalidRelease, match="missing"):
        rebuild(edited, done.trail)


def of(*texts: Traced) -> Release:
    """A release of a paragraph for each text."""
    return Release("a", body=tuple(Para((Text(text),)) for text in texts))


def steps(source: str, release: Release, *dropped: tuple[str, str]) -> tuple[Step, ...]:
    """The trail's steps, which rebuild the source."""
    drawn = draw(source, release, dropped)
    assert rebuild(release, drawn).decode() == source
    return drawn.steps


def test_what_is_kept_changed_and_left_out_stands_in_the_order_of_the_source() -> None:
    source = "un deux, trois quatre"
    text = of_source(source, 0)[:14].put_by("B001").edited([Edit("T1", 7, 8, ",", ";")])
    gone = of_source(source)[15:]
    assert steps(source, of(text), (gone, "F001")) == (
        Keep("B001", "body/p[1]", 0, 7),
        Change("T1", "body/p[1]", 7, ",", ";"),
        Keep("B001", "body/p[1]", 8, 6),
        Drop(BETWEEN, " "),
        Drop("F001", "quatre"),
    )


@pytest.mark.parametrize(
    ("text", "rule"),
    [("\n \t", BETWEEN), ("\x00\n", BETWEEN), ("\u200b", BETWEEN), ("a", UNEXPLAINED), (" a ", UNEXPLAINED)],
)
def test_blanks_and_what_is_invisible_hold_blocks_apart(text: str, rule: str) -> None:
    assert steps(f"un{text}", of(of_source("un", 0, "B001")))[1:] == (Drop(rule, text),)


def test_stretches_that_go_on_from_one_another_are_one_step() -> None:
    one, two = of_source("ab", 0, "B001"), of_source("cd", 2, "B001")
    assert steps("abcd", of(join((one, two)))) == (Keep("B001", "body/p[1]", 0, 4),)
    assert steps("abcd", of(one, two)) == (Keep("B001", "body/p[1]", 0, 2), Keep("B001", "body/p[2]", 0, 2))
    whole = of_source("abcdef")
    assert steps("abcdef", Release("a"), (whole[:2], "F001"), (whole[2:4], "F001"), (whole[4:], "F002")) == (
        Drop("F001", "abcd"),
        Drop("F002", "ef"),
    )
    text = of_source("ab", 0, "B001").edited([Edit("T1", 0, 1, "a", "A"), Edit("T1", 1, 2, "b", "B")])
    assert len(steps("ab", of(text))) == 2


def test_what_stands_twice_is_an_insertion_the_second_time() -> None:
    text = of_source("abcd", 0, "B001")
    assert steps("abcd", of(text[:3], text[1:])) == (
        Keep("B001", "body/p[1]", 0, 3),
        Change("B001", "body/p[2]", 0, "", "bc"),
        Keep("B001", "body/p[2]", 2, 1),
    )
    assert steps("abcd", of(text, text)) == (
        Keep("B001", "body/p[1]", 0, 4),
        Change("B001", "body/p[2]", 0, "", "abcd"),
    )
    once = replacing("x", "T1", 2, 4).put_by("B001")
    assert steps("abcd", of(text[:3], once)) == (
        Keep("B001", "body/p[1]", 0, 3),
        Change("T1", "body/p[2]", 0, "d", "x"),
    )


def test_what_is_left_out_and_kept_is_left_out_for_the_rest_only() -> None:
    text = of_source("abcd", 0, "B001")
    assert steps("abcd", of(text[:3]), (text[1:], "F001")) == (Keep("B001", "body/p[1]", 0, 3), Drop("F001", "d"))
    assert steps("abc", of(text[:3]), (text[1:3], "F001")) == (Keep("B001", "body/p[1]", 0, 3),)


def test_text_without_provenance_that_is_left_out_says_nothing() -> None:
    assert steps("ab", of(of_source("ab", 0, "B001")), ("ab", "F001")) == (Keep("B001", "body/p[1]", 0, 2),)
    assert steps("ab", of(of_source("ab", 0, "B001")), (inserted("x", "T1", 1), "F001")) == (
        Keep("B001", "body/p[1]", 0, 2),
    )


def test_changed_text_that_is_left_out_names_both_rules() -> None:
    assert steps("ab", Release("a"), (replacing("x", "T1", 0, 2), "F001")) == (Drop("T1+F001", "ab"),)


def test_what_is_put_in_without_a_place_stands_behind_what_it_follows() -> None:
    text = of_source("abcd", 0, "B001")
    release = Release("a", body=(Para((Text(text[:2]), Break(), Text(text[2:]))),))
    found = steps("abcd", release)
    assert [type(step) for step in found] == [Keep, Change, Keep]
    put = join((inserted("-", "T1", 0), text))
    assert steps("abcd", of(put))[0] == Change("T1", "body/p[1]", 0, "", "-")


def test_rules_are_counted_where_they_change_or_leave_out() -> None:
    trail = Trail(
        "a", "utf-8", (Keep("B001", "x", 0, 1), Change("T1+T2", "x", 0, "a", "b"), Drop("T1", "c"), Drop("T1", "d"))
    )
    assert trail.rules == {"T1": 3, "T2": 1}


def test_a_text_is_told_by_its_digest() -> None:
    drawn = draw("é", of(of_source("é", 0, "B001")), (), law="text")
    assert drawn.sha256 == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
    assert draw("é", of(of_source("é", 0, "B001")), ()).sha256 == ""
    stored = to_json(drawn)
    assert b'"trail": 2' in stored
    assert b'"law": "text"' in stored
    assert from_json(stored) == drawn


def test_bytes_that_are_no_text_come_back() -> None:
    source = b"a\xe9".decode("utf-8", "surrogateescape")
    drawn = draw(source, of(of_source("a", 0, "B001")), ((of_source(source)[1:], "R001"),))
    assert rebuild(of(of_source("a", 0, "B001")), drawn) == b"a\xe9"
    assert len(draw(source, Release("a"), (), law="text").sha256) == 64


def test_a_release_edited_after_its_trail_was_drawn_is_refused_in_words() -> None:
    release = of(of_source("abcd", 0, "B001").edited([Edit("T1", 1, 2, "b", "BB")]))
    drawn = draw("abcd", release, ())
    with pytest.raises(
        InvalidRelease, match=r"^a: body/p\[1\]: “Bx” where the trail says “BB”; it was edited after its trail"
    ):
        rebuild(of(of_source("aBxcd", 0)), drawn)
    with pytest.raises(InvalidRelease, match=r"^a: body/p\[1\] is missing; the trail belongs to another release"):
        rebuild(Release("a"), drawn)
