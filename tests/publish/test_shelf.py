"""Releases on their way to publications: whole when they are asked for, next to nothing in memory."""

from __future__ import annotations

import gc
import pickle
import tracemalloc
from dataclasses import replace
from io import BytesIO

import pytest

from oimpress.model.codec import to_xml
from oimpress.model.nodes import Para, Release, Text
from oimpress.notices import notice
from oimpress.publish.kept import Facts, Kept
from oimpress.publish.publications import Options, publications
from oimpress.publish.shelf import Assets, HeldPart, ShelvedPart
from oimpress.spool import HELD, spool
from oimpress.style import load_style
from oimpress.writers import find

RELEASES, MOST = 4_000, 200  # bytes that a release may take in the plan


def kept(number: int) -> Kept:
    made = Release(f"r{number}", title=(Text(f"Un titre, le {number}"),), body=(Para((Text("Voici. " * 200),)),))
    facts = Facts(made.id, f"2026-01-{number % 28 + 1:02}", "Un titre", "fr", "ab" * 32, "cd" * 16, False, (), ())
    return Kept(facts, to_xml(made), b"{}")


def test_a_part_comes_back_with_its_pictures_and_without_what_nobody_asks() -> None:
    held = HeldPart(kept(1).noting([notice("W001", "", "a.png")]), {"a.png": b"picture"}, 3)
    with spool() as shelf:
        part, trailed = ShelvedPart(shelf, held, False), ShelvedPart(shelf, held, True)
        assert part.kept == replace(kept(1), trail_json=b"")
        assert trailed.kept == kept(1)
        assert (dict(part.pictures), part.order) == (held.pictures, 3)
        assert trailed.held == HeldPart(kept(1), held.pictures, 3)
        assert pickle.loads(pickle.dumps(trailed)).held == trailed.held
        assert dict(Assets([part, ShelvedPart(shelf, HeldPart(kept(2)), False)])) == {("r1", "a.png"): b"picture"}
        assert Assets([part]).get("a.png") is None


def test_the_plan_of_a_kit_takes_two_hundred_bytes_a_release() -> None:
    parts = [HeldPart(kept(1))] * RELEASES
    with spool() as shelf:
        shelf.append(bytes(HELD + 1))  # from here on in a file
        form, style = find("html"), load_style("oim")
        list(publications([ShelvedPart(shelf, part, False) for part in parts[:2]], form, style, Options()))  # loads
        tracemalloc.start()
        shelved = [ShelvedPart(shelf, part, False) for part in parts]
        (one,) = publications(shelved, form, style, Options())
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(one.parts) == RELEASES
    assert held / RELEASES < MOST


@pytest.mark.parametrize("form", ["html", "docx", "epub"])
def test_a_publication_is_the_same_from_the_shelf(form: str) -> None:
    parts = [HeldPart(kept(number)) for number in range(3)]
    style = load_style("oim")
    with spool() as shelf:
        shelved = [ShelvedPart(shelf, part, False) for part in parts]
        (one,) = publications(shelved, find(form), style, Options())
        notices = one.written(out := BytesIO(), style)
        whole = find(form).write(one.edition(style), style)
    assert (out.getvalue(), notices) == (whole.value, whole.notices)
