"""What the markup of a source says of a line of the head."""

from __future__ import annotations

import pytest

from oimpress.model.draft import SUBJECT, SUBJECT_ALONE, Line
from oimpress.model.nodes import Text
from oimpress.passes.head.evidence import Page, evidence_on

NAMES = {
    "heading of the first level",
    "a mail s subject",
    "says a mail s subject",
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


def test_the_subject_that_a_mail_says_in_its_field_alone_is_no_heading() -> None:
    assert seen("La halle rouvre", level=1, marks=(SUBJECT_ALONE,)) == {"a mail s subject"}


def test_the_line_of_a_mail_that_says_its_subject() -> None:
    assert seen("La halle rouvre", marks=(SUBJECT,)) == {"says a mail s subject"}


@pytest.mark.parametrize("mark", ["kicker", "subtitle", "standfirst", "date", "title"])
def test_the_marks_of_a_reader(mark: str) -> None:
    assert seen("La halle rouvre", marks=(mark,)) == {f"marked {mark}"}
    assert seen("La halle rouvre", marks=("bold",)) == {"bold"}


def test_the_title_that_the_page_has_beside_its_text() -> None:
    page = Page(titles=frozenset({"la halle rouvre", "oui", "nord"}))
    assert seen("LA HALLE ROUVRE", page) == seen("Nord", page) == {"page s own title"}
    assert seen("La halle ferme", page) == {"called otherwise"}
    assert seen("Oui", page) == set()  # too short to be told by


def heads_a_site(name: str, *below: tuple[str, int]) -> bool:
    lines = [Line((Text(text),), n, n, level=level) for n, (text, level) in enumerate([(name, 1), *below], 1)]
    return "heads the site" in evidence_on(lines, Page(site=frozenset({name.casefold()})))[0]


def test_the_name_of_a_site_stands_above_a_menu_or_above_another_heading() -> None:
    assert heads_a_site("Groupe Vinci", ("Accueil", 0))
    assert heads_a_site("Groupe Vinci", ("Communiqué", 0), ("La halle rouvre", 2))
    assert not heads_a_site("Groupe Vinci", ("Communiqué", 0), ("La halle rouvre", 0))
    assert not heads_a_site("Mairie de Lannec", ("Communiqué", 0), ("La halle rouvre", 2))


@pytest.mark.parametrize(
    ("name", "levels", "told"),
    [
        ("Espace presse", (1, 2), True),
        ("Actualités", (1, 2), True),
        ("Nachrichten und Pressemeldungen", (2, 3), True),
        ("Sala de prensa", (0, 0), True),
        ("Espace presse", (1, 0), False),  # nothing else heads the text
        ("Actualités", (0, 0), False),  # the kind of text, as a label says it
        ("Espace presse : la mairie ouvre le sien", (1, 2), False),
        ("Communiqué de presse", (1, 2), False),
        ("La presse régionale", (1, 2), False),
    ],
)
def test_the_name_of_a_room_of_the_site(name: str, levels: tuple[int, int], told: bool) -> None:
    texts = zip((name, "La halle rouvre samedi"), levels, strict=True)
    found = evidence_on([Line((Text(text),), 1, 1, level=level) for text, level in texts], Page())
    assert ("names a section" in found[0]) is told
    assert "names a section" not in found[1]


def test_a_heading_that_names_the_page() -> None:
    page = Page(titles=frozenset({"la halle rouvre"}))
    for text, level, told in (
        ("La halle rouvre", 2, True),
        ("La halle rouvre", 0, False),
        ("La halle rouvre", 1, False),
        ("La halle", 2, False),
    ):
        (found,) = evidence_on([Line((Text(text),), 1, 1, level=level)], page)
        assert ("heading that names the page" in found) is told
