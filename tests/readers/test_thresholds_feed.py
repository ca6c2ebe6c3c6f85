"""Every threshold of the reader of feeds: a text just inside is read otherwise than one just outside."""

from __future__ import annotations

import pytest

from oimpress.readers.feed.items import BACK_TO_SITE
from tests.thresholds import Boundary, blind, names, reach

FEEDS = (
    reach("items.BACK_TO_SITE{1,400}", 398, BACK_TO_SITE, "The post … appeared first on OIM"),
    reach("items.BACK_TO_SITE{1,200}", 199, BACK_TO_SITE, "The post Un titre appeared first on …"),
)


@pytest.mark.parametrize("boundary", FEEDS, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("feed") == sorted(boundary.name for boundary in FEEDS)
    assert not list(blind("feed", FEEDS))
