"""The corpus against its gold: a table of scores, held as floors that only rise."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from oimpress.model.trail import UNEXPLAINED, Drop, rebuild
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source
from tests.quality import floors
from tests.quality.pages import Page, pages
from tests.quality.scores import Tally, lost_and_invented, tallies

PAGES = {page.name: page for page in pages()}


@cache
def normalised(page_name: str) -> Normalised:
    return normalise_source(Source(page_name, PAGES[page_name].data))


@cache
def scores() -> dict[str, Tally]:
    """A tally per field over the whole corpus; words lost and invented are counted, not scored."""
    made: dict[str, Tally] = {}
    for page in PAGES.values():
        done = normalised(page.name)
        for field, found, wanted in tallies(page, done):
            made.setdefault(field, Tally()).add(page.name, found, wanted)
        for field, found in zip(floors.WORDS, lost_and_invented(page, done.value), strict=True):
            made.setdefault(field, Tally()).add(page.name, found, Counter())
    return made


def test_floors(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{len(PAGES)} pages", *floors.table(scores()), sep="\n")
    floors.hold(scores(), accept=request.config.getoption("--accept"))


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.name.removesuffix(".txt"))
def test_every_character_is_accounted_for(page: Page) -> None:
    done = normalised(page.name)
    assert done.trail is not None
    assert rebuild(done.value, done.trail) == page.data
    lost = [step.text for step in done.trail.steps if isinstance(step, Drop) and step.rule == UNEXPLAINED]
    assert lost == []
