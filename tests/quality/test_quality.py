"""The corpus against its gold: a table of scores, held as floors that only rise."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from oimpress.model.trail import UNEXPLAINED, Drop, rebuild
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source
from tests.quality.pages import Page, pages
from tests.quality.scores import Tally, lost_and_invented, tallies

FLOORS = Path(__file__).with_name("floors.toml")
PAGES = tuple(pages())
WORDS = ("words lost", "words invented")


@cache
def normalised(page_name: str) -> Normalised:
    page = next(page for page in PAGES if page.name == page_name)
    return normalise_source(Source(page.name, page.data))


@cache
def scores() -> dict[str, Tally]:
    """A tally per field over the whole corpus; words lost and invented are counted, not scored."""
    made: dict[str, Tally] = {}
    for page in PAGES:
        done = normalised(page.name)
        for field, found, wanted in tallies(page, done):
            made.setdefault(field, Tally()).add(page.name, found, wanted)
        for field, found in zip(WORDS, lost_and_invented(page, done.value), strict=True):
            made.setdefault(field, Tally()).add(page.name, found, Counter())
    return made


def floors() -> dict[str, float]:
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def measured() -> dict[str, float]:
    """Per field a number that should rise: a score cut to three decimals, or minus the words that are wrong."""
    return {
        field: float(-tally.found) if field in WORDS else int(tally.score * 1000) / 1000
        for field, tally in scores().items()
    }


def table() -> Iterator[str]:
    held = floors()
    yield f"{'field':<16} {'wanted':>6} {'found':>6} {'right':>6} {'score':>7} {'floor':>7}"
    for field, value in measured().items():
        tally = scores()[field]
        floor = f"{held[field]:7g}" if field in held else f"{'-':>7}"
        yield f"{field:<16} {tally.wanted:>6} {tally.found:>6} {tally.right:>6} {value:>7g} {floor}"


def test_floors(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{len(PAGES)} pages", *table(), sep="\n")
    now, held = measured(), floors()
    fallen = {field: (now.get(field), floor) for field, floor in held.items() if now.get(field, -1e9) < floor}
    assert not fallen, "\n".join(["score, floor:", str(fallen), *(m for f in fallen for m in scores()[f].missed)])
    if request.config.getoption("--accept"):
        risen = {**held, **now}
        FLOORS.write_text("".join(f'"{field}" = {value}\n' for field, value in sorted(risen.items())), "utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name.removesuffix(".txt"))
def test_every_character_is_accounted_for(page: Page) -> None:
    done = normalised(page.name)
    assert done.trail is not None
    assert rebuild(done.value, done.trail) == page.data
    lost = [step.text for step in done.trail.steps if isinstance(step, Drop) and step.rule == UNEXPLAINED]
    assert lost == []
