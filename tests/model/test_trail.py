"""trail + release = source, to the byte."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oimpress.errors import InvalidRelease, ReadError
from oimpress.model.codec import from_xml, to_xml
from oimpress.model.nodes import Para, Release, Text
from oimpress.model.traced import of_source
from oimpress.model.trail import UNEXPLAINED, Change, Drop, Keep, draw, from_json, rebuild, retrace, to_json
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


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"trail": 1, "release": "a", "encoding": "utf-8", "steps": [["keep", "x"]]}',
        b'{"trail": 1, "release": "a", "encoding": "no-such", "steps": []}',
        json.dumps({"trail": 99, "release": "a", "encoding": "utf-8", "steps": []}).encode(),
    ],
)
def test_what_is_no_trail_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidRelease, match=r"t\.json"):
        from_json(data, "t.json")
