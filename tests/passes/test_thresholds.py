"""Every threshold of the passes that are shared by rooms: what is just inside is read otherwise than what is just outside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.errors import UsageError
from oimpress.passes.credits import CREDIT_LINE, CREDIT_TAIL, figure_of
from oimpress.passes.datelines import AFTER_DATE, AGENCIES, BEFORE_DATE, OPENING, WIRE, opening_of, reads_like_place
from oimpress.passes.foot.backmatter import _is_caption
from oimpress.passes.pins import pinned
from tests.passes.drafts import PROSE, draft, line
from tests.thresholds import Boundary, blind, names, reach, wording

ROOM = "oimpress.passes"


def is_found(count: int) -> bool:
    """Whether a pin finds its words on so many lines."""
    texts = [f"mot{at}" for at in range(count)]
    try:
        pinned(replace(draft(*texts), pins={"title": (" ".join(texts),)}))
    except UsageError:
        return False
    return True


BOUNDARIES = (
    Boundary(
        "LONGEST_CAPTION", 400, 401, lambda n: figure_of(line("Un camp".ljust(n - 11, "m") + " © OIM 2020")) is None
    ),
    Boundary("LONGEST_ACRONYM", 5, 6, lambda n: reads_like_place("ABCDEF"[:n])),
    Boundary(
        "LONGEST_DATELINE", 79, 80, lambda n: opening_of(f"{'Paris,'.ljust(n - 3)}le 3 mai 2020. {PROSE}") is None
    ),
    Boundary("LEAST_BEHIND", 24, 25, lambda n: opening_of("Paris, le 3 mars 2026. " + "M" * n) is None),
    Boundary("MOST_PINNED", 6, 7, is_found),
    Boundary("SHORTEST_ABOVE", 14, 15, lambda n: _is_caption(line("m" * n))),
    Boundary("LONGEST_ABOVE", 250, 251, lambda n: _is_caption(line("m" * n))),
    reach("credits.CREDIT_LINE{2,110}", 109, CREDIT_LINE, "© …"),
    reach("credits.CREDIT_TAIL{2,60}", 60, CREDIT_TAIL, "© …"),
    reach("datelines.OPENING{1,90}", 90, OPENING, "L… – Le", "search"),
    reach("datelines.AGENCIES{2,40}", 40, AGENCIES, " (…)"),
    reach("datelines.AFTER_DATE{2,40}", 40, AFTER_DATE, " (…) – L", "match"),
    reach("datelines.AFTER_DATE{2,30}", 30, AFTER_DATE, " /…/ – L", "match"),
    reach("datelines.AFTER_DATE{2,30} 2", 30, AFTER_DATE, " /…/- L", "match"),
    reach("datelines.BEFORE_DATE{1,60}", 60, BEFORE_DATE, "L…, le "),
    reach("datelines.WIRE{1,60}", 60, WIRE, "L… -- (PANA) -- L", "search"),
    reach("datelines.WIRE{2,40}", 40, WIRE, "Dakar -- (…) -- L", "search"),
)
WORDINGS = (
    wording("order{3,30}", 30, ROOM, "À diffuser auprès …", "match"),
    wording("address_line{0,60}", 60, ROOM, "…, 69003 Lyon", "match"),
    wording("address_line{1,40}", 40, ROOM, "69003 L…", "match"),
    wording("address_line{3,40}", 40, ROOM, "rue …, 12", "match"),
    wording("address_line{2,30}", 30, ROOM, "rue de la Paix, 12, 1000 …", "match"),
)
EVERY = (*BOUNDARIES, *WORDINGS)


@pytest.mark.parametrize("boundary", EVERY, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("shared") == sorted(boundary.name for boundary in EVERY)
    assert not list(blind("shared", EVERY))
