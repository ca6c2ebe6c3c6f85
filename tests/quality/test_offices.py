"""Pages of other offices: scores that do not sink, faults that do not grow, and every character accounted for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from oimpress.errors import ReadError
from oimpress.model.trail import UNEXPLAINED, Drop
from oimpress.pipeline import Normalised
from tests.quality.offices import FOLDER, measure, normalised
from tests.quality.pages import Page, pages

BOUNDS = Path(__file__).with_name("offices.toml")
PAGES = tuple(pages(FOLDER))
BY_NAME = {page.name: page for page in PAGES}


@cache
def read(name: str) -> Normalised:
    """A page, read once for all that is asked of it."""
    return normalised(BY_NAME[name])


def test_scores_do_not_sink_and_faults_do_not_grow(request: pytest.FixtureRequest) -> None:
    scores, faults = measure(PAGES, lambda page: read(page.name))
    reached = {field: int(tally.score * 1000) / 1000 for field, tally in scores.items()}
    if request.config.getoption("--accept"):
        counts = {kind: len(places) for kind, places in faults.items()}
        BOUNDS.write_text(_table("scores", reached) + "\n" + _table("faults", counts), "utf-8")
    held = tomllib.loads(BOUNDS.read_text("utf-8"))
    sunk = [field for field, floor in held["scores"].items() if reached[field] < floor]
    assert not sunk, "\n".join(miss for field in sunk for miss in scores[field].missed)
    grown = [kind for kind, places in faults.items() if len(places) > held["faults"].get(kind, 0)]
    assert not grown, "\n".join(f"{kind}: {place}" for kind in grown for place in faults[kind])


def _table(name: str, rows: Mapping[str, float]) -> str:
    return f"[{name}]\n" + "".join(f'"{key}" = {value}\n' for key, value in sorted(rows.items()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_character_is_accounted_for(page: Page) -> None:
    try:
        done = read(page.name)
    except ReadError:  # a mail of several releases, a page without any text
        return
    assert done.trail is not None
    assert [step.text for step in done.trail.steps if isinstance(step, Drop) and step.rule == UNEXPLAINED] == []
