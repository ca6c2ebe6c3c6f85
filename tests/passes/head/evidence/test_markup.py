"""What the markup of a source says of a line of the head."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.passes.head.evidence import Page, evidence_on

NAMES = {
    "heading of the first level",
    "lower heading",
    "page s own title",
    "called otherwise",
    "bold",
    *(f"marked {mark}" for mark in ("kicker", "subtitle", "standfirst", "date", "title")),
}


def seen(text: str, page: Page | None = None, level: int = 0, marks: tuple[str, ...] = ()) -> set[str]:
    (found,) = evidence_on([Line((Text(text),), 1, 1, level=level, marks=frozenset(marks))], page or Page())
    return NAMES & found


def test_a_line_without_markup_says_nothing() -> None:
    assert seen("La halle rouvre") == set()


def test_levels_of_headings() -> None:
    assert seen("La halle rouvre", level=1) == {"heading of the first level"}
    assert seen("La halle rouvre", level=2) == seen("La halle rouvre", level=6) == {"lower heading"}


@pytest.mark.parametrize("mark", ["kicker", "subtitle", "standfirst", "date", "title"])
def test_the_marks_of_a_reader(mark: str) -> None:
    assert seen("La halle rouvre", marks=(mark,)) == {f"marked {mark}"}
    assert seen("La halle rouvre", marks=("bold",)) == {"bold"}


def test_the_title_that_the_page_has_beside_its_text() -> None:
    page = Page(titles=frozenset({"la halle rouvre", "oui", "nord"}))
    assert seen("LA HALLE ROUVRE", page) == seen("Nord", page) == {"page s own title"}
    assert seen("La halle ferme", page) == {"called otherwise"}
    assert seen("Oui", page) == set()  # too short to be told by
