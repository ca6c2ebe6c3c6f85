"""The thresholds of what a list says of corrections: what is just inside is told otherwise than what is outside."""

from __future__ import annotations

import pytest

from oimpress.digest.corrections import told
from oimpress.model.comparison import Difference
from tests.thresholds import Boundary, blind, names


def are_all_told(places: int) -> bool:
    """Whether so many places are named, without the number of others."""
    return "more" not in told([Difference(f"body/p[{at}]", "un", "") for at in range(1, places + 1)], "en")


def is_quoted(size: int) -> bool:
    """Whether a word of this length is quoted that was replaced."""
    return "now" in told([Difference("body/p[1]", "x" * size, "y" * size)], "en")


CORRECTIONS = (Boundary("MOST", 3, 4, are_all_told), Boundary("LONGEST", 60, 61, is_quoted))


@pytest.mark.parametrize("boundary", CORRECTIONS, ids=lambda one: one.name)
def test_what_is_just_inside_is_told_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("digest") == sorted(boundary.name for boundary in CORRECTIONS)
    assert not list(blind("digest", CORRECTIONS))
