"""When a release is from."""

from __future__ import annotations

import pytest

from oimpress.model.dating import day_of
from oimpress.model.nodes import Date, Dateline, Place, Release

SAID = Dateline(Place("Lyon"), Date("3 mai", "2024-05-03"))


@pytest.mark.parametrize(
    ("release", "day"),
    [
        (Release("a"), ""),
        (Release("a", dateline=Dateline(Place("Lyon"))), ""),
        (Release("a", dateline=SAID), "2024-05-03"),
        (Release("a", dateline=SAID, published="2024-05-04"), "2024-05-04"),
    ],
)
def test_what_was_published_goes_before_what_a_dateline_says(release: Release, day: str) -> None:
    assert day_of(release) == day
