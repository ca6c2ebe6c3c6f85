"""The thresholds of the model: what is just inside is told otherwise than what is just outside."""

from __future__ import annotations

import pytest

from oimpress.model.comparison import differences
from oimpress.model.nodes import Para, Release, Text
from oimpress.model.opening import opening
from tests.thresholds import Boundary, blind, names


def said(*words: str) -> Release:
    return Release("a", body=(Para((Text(" ".join(words)),)),))


def is_edited(shared: int) -> bool:
    """Whether a paragraph of a hundred words is an edit of one with which it shares so many."""
    before, after = (
        [f"mot{at}" for at in range(shared)] + [f"{side}{at}" for at in range(100 - shared)] for side in "ab"
    )
    return len(differences(said(*before), said(*after))) == 1


MODEL = (
    Boundary("ALIKE", 39, 40, is_edited),
    Boundary("WORDS", 10, 11, lambda n: opening(said(*["mot"] * n)).endswith("…")),
)


@pytest.mark.parametrize("boundary", MODEL, ids=lambda one: one.name)
def test_what_is_just_inside_is_told_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("model") == sorted(boundary.name for boundary in MODEL)
    assert not list(blind("model", MODEL))
