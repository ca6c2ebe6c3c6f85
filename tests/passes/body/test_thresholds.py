"""Every threshold of the passes over the body: what is just inside is read otherwise than what is just outside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, lines_of
from oimpress.model.nodes import Aside, List, Release, Section
from oimpress.model.runs import flatten
from oimpress.passes.body.grids import keyed_table
from oimpress.passes.body.headings import QUESTION, headings
from oimpress.passes.body.lists import lists
from oimpress.passes.body.settle import settle
from oimpress.passes.body.sidebar import HEADING, QUOTED, pull_quotes, sidebar
from oimpress.readers.shared.characters import lines_of as lines_of_text
from tests.passes.drafts import PROSE, draft, line, wide
from tests.thresholds import Boundary, blind, names, reach

DATELINE = "Dakar, Sénégal – Une équipe mobile a remis des abris à mille familles des provinces du nord."


def ends_with_items(size: int) -> bool:
    items = [wide(size, "m") + " ;", PROSE]
    return any(isinstance(item, List) for item in lists(draft("Il faut :", *items)).value.flow)


def heads(*texts: str) -> bool:
    return any(isinstance(item, Section) for item in headings(draft(*texts)).value.flow)


def apart_heads(text: str) -> bool:
    """Whether a word heads a section that stands between blank lines."""
    given = Draft(Release("x", lang="fr"), (line(PROSE), line(text, 3, 1), line(PROSE, 5, 1)))
    return any(isinstance(item, Section) for item in headings(given).value.flow)


def has_aside(given: Draft) -> bool:
    return any(isinstance(item, Aside) for item in given.flow)


def beside(count: int) -> bool:
    return has_aside(sidebar(draft("Contexte :", *["Un fait."] * (count - 1), DATELINE)).value)


def signed_beside(size: int) -> bool:
    return has_aside(sidebar(draft("Contexte :", "Un fait.", "Un autre.", "Amina Diallo", wide(size), "Fin.")).value)


def role(size: int) -> bool:
    """Whether what a person is, in so many characters, stands with the name below a sidebar."""
    given = draft("Un témoin", "Un fait.", "Un autre.", "Amina Diallo", "directrice " + wide(size - 11), DATELINE)
    found = next(item for item in sidebar(given).value.flow if isinstance(item, Aside))
    return "directrice" in flatten(found.attribution)


def pulled(size: int) -> bool:
    words = wide(size)
    return bool(pull_quotes(draft(f"Elle a dit : « {words}, et plus encore »", f"« {words} »", PROSE)).dropped)


def named(size: int) -> bool:
    name = "Amina Diallo, "
    return has_aside(
        pull_quotes(draft("« Nous avons tout laissé là-bas »", name + wide(size - len(name)), PROSE)).value
    )


def indented(columns: int) -> bool:
    """Whether the second item of a list, which stands farther in, has a list of its own."""
    given = lists(draft("Il faut :", "- un toit", " " * columns + "- de l'eau", "- du pain", PROSE))
    return [len(item.items) for item in given.value.flow if isinstance(item, List)] == [2]


def keyed(*rows: str) -> bool:
    """Whether rows are a table, as the reader of texts gives them."""
    found = [item for row in rows for item in lines_of(lines_of_text(row))]
    return keyed_table([replace(item, gap=0) for item in found], 0) is not None


BOUNDARIES = (
    Boundary("LEAST_PROSE", 119, 120, lambda n: heads("Une aide attendue", "m" * n, PROSE)),
    Boundary("SHORTEST_HEADING", 2, 3, lambda n: apart_heads("Abri"[:n])),
    Boundary("LONGEST_HEADING", 90, 91, lambda n: heads(PROSE, "A" + wide(n - 1), PROSE)),
    Boundary("LONGEST_SHORT", 40, 41, lambda n: heads("Une aide attendue", "m" * (n - 1) + ".", PROSE)),
    Boundary("LEAST_INDENT", 1, 2, indented),
    Boundary("LONGEST_ITEM", 398, 399, ends_with_items),
    Boundary("LONGEST_CELL", 80, 81, lambda n: keyed("M" * n + "    1", "Un    2")),
    Boundary("LEAST_TABBED", 2, 3, lambda n: keyed(*["Un\tmot"] * n)),
    Boundary("LEAST_COLUMNS", 2, 3, lambda n: keyed(*["   ".join(["mot"] * n)] * 3)),
    Boundary("LONGEST_PARAGRAPH", 2500, 2501, lambda n: bool(settle(draft("m" * n)).notices)),
    Boundary("LONGEST_SIDEBAR", 11, 12, beside),
    Boundary("LEAST_TEXT", 100, 101, signed_beside),
    Boundary("LEAST_PULLED", 19, 20, pulled),
    Boundary("LONGEST_FUNCTION", 90, 91, named),
    Boundary("LONGEST_ROLE", 120, 121, role),
    reach("headings.QUESTION{4,58}", 58, QUESTION, "… ?"),
    reach("sidebar.HEADING{2,60}", 60, HEADING, "…"),
    reach("sidebar.QUOTED{15,400} least", 14, QUOTED, "«…»"),
    reach("sidebar.QUOTED{15,400}", 400, QUOTED, "«…»"),
    reach("sidebar.QUOTED{15,400} least 2", 14, QUOTED, "“…”"),
    reach("sidebar.QUOTED{15,400} 2", 400, QUOTED, "“…”"),
    reach("sidebar.QUOTED{15,400} least 3", 14, QUOTED, '"…"'),
    reach("sidebar.QUOTED{15,400} 3", 400, QUOTED, '"…"'),
)


@pytest.mark.parametrize("boundary", BOUNDARIES, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("body") == sorted(boundary.name for boundary in BOUNDARIES)
    assert not list(blind("body", BOUNDARIES))
