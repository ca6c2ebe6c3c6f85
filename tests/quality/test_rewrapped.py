"""The prose of the corpus, wrapped anew by Tidy and at fixed widths: are its paragraphs found again?"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Iterator

import pytest

from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.quality import floors, tidied
from tests.quality.elements import found_on, wanted_on
from tests.quality.pages import Page, pages
from tests.quality.scores import Tally

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})  # as most pages of that time
ENOUGH = 4  # paragraphs, for a page to be worth it


def prose() -> Iterator[Page]:
    """The pages that are paragraphs only, so that their order is the gold's."""
    apart = {"asides", "figures", "headings", "lists", "notes", "notices", "tables", "about"}
    for page in pages():
        if page.gold["title"] and len(page.gold.get("paragraphs", [])) >= ENOUGH and apart.isdisjoint(page.gold):
            yield page


def menu() -> list[str]:
    """The lines before the title on a page of the family that has a menu."""
    page = next(page for page in pages() if page.name.startswith("nav-") and page.gold["title"])
    return [page.text.splitlines()[number - 1] for number in page.gold["furniture"]]


def rewrapped(page: Page, wrap: Callable[[list[str]], list[str]]) -> Source:
    lines = [*menu(), page.gold["title"], *wrap([text.translate(STRAIGHT) for text in page.gold["paragraphs"]])]
    return Source(page.name, "\n".join(lines).encode())


def score(wrap: Callable[[list[str]], list[str]]) -> Tally:
    tally = Tally()
    for page in prose():
        found = found_on(normalise_source(rewrapped(page, wrap)))
        tally.add(page.name, found["paragraphs"] + found["headings"], wanted_on(page.gold)["paragraphs"])
    return tally


@pytest.mark.parametrize("how", ["tidy", "60", "72", "85"])
def test_floors(
    how: str,
    validator: Callable[[str], list[str]],
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    program = validator("tidy") if how == "tidy" else []

    def wrap(paragraphs: list[str]) -> list[str]:
        if program:
            return tidied.tidy(program, [html.escape(text, quote=False) for text in paragraphs])
        return [line for text in paragraphs for line in textwrap.wrap(text, int(how), break_on_hyphens=False)]

    scores = {f"rewrapped, {how}": score(wrap)}
    with capsys.disabled():
        print("", *floors.table(scores), sep="\n")
    floors.hold(scores, accept=request.config.getoption("--accept"))
