"""Where contacts stand in a flow: the words that lead to them, the lines that belong to them, and where they end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from oimpress.model.draft import LETTERHEAD, Line
from oimpress.model.nodes import Block, Cell, Figure, Item, List, Para, Quote, Row, Table, Text
from oimpress.passes.foot.page_end import is_outside, is_tool
from oimpress.passes.foot.region import is_given, is_other, regions, signed_by
from oimpress.passes.pins import PIN
from tests.passes.reading import LEAD, draft

TEL, MAIL = "Tél. : 01 42 68 53 00", "awa@x.example"


def flow(text: str) -> list[Line | Block]:
    return list(draft(text).flow)


def found(text: str) -> list[tuple[int, int]]:
    """The stretches of the lines of ``text``, which are numbered from 0 without the blank ones."""
    return regions(flow(text))


def pinned(line: Line | Block, label: str) -> Line:
    assert isinstance(line, Line)
    return replace(line, marks=frozenset({f"{PIN}{label} 0"}))


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Contact presse :\nAwa Sow\n" + TEL, [(0, 3)]),
        ("Contact presse :\nAwa Sow", []),  # nothing answers
        (f"{LEAD}\nContact presse :\nAwa Sow\n{TEL}\n{LEAD}", [(1, 4)]),
        (f"Contact presse :\n{MAIL}\n{LEAD}\nContact presse :\n{MAIL}", [(0, 2), (3, 5)]),
        (f"Contact presse :\n{MAIL}\nContact presse :\n{MAIL}", [(0, 4)]),
        ("Contact presse :\nUn\nDeux\nTrois\nQuatre\nCinq\n" + MAIL, [(0, 7)]),
        ("Contact presse :\nUn\nDeux\nTrois\nQuatre\nCinq\nSix\n" + LEAD + "\n" + MAIL, [(8, 9)]),
        ("Pour en savoir plus :\nAwa Sow\n" + MAIL, [(0, 3)]),
        ("Informations :\nUn mot\nContact presse :\nAwa Sow\n" + MAIL, [(2, 5)]),  # the lead behind it has the answer
        ("Contact presse :\nAwa Sow\n20 75 31 41 22", [(0, 3)]),  # any number below a heading
        ("Contact presse :\nUn\nDeux\nTrois\n20 75 31 41 22", [(0, 5)]),  # a name, a function, a body
        ("Contact presse :\nUn\nDeux\nTrois\nQuatre\n20 75 31 41 22", []),
        (f"Contact presse :\nAwa Sow\n{TEL}\nÀ propos de la régie\nUn mot", [(0, 3)]),
        (f"Contact presse :\nAwa Sow\n{TEL}\nMentions légales\nUn mot", [(0, 3)]),
        (f"Contact presse :\nAwa Sow\n{TEL}\n« Nous partons »", [(0, 3)]),
        (f"Contact presse :\nAwa Sow\n{TEL}\nLyon", [(0, 4)]),
        (f"Contact presse :\nAwa Sow\n{TEL}\n\nLyon", [(0, 3)]),  # a blank parts it from the last number
        (f"Contact presse :\n\nAwa Sow\n\n{TEL}\n\n12, rue du Lac, 69003 Lyon", [(0, 4)]),  # blanks say nothing there
        (f"Contact presse :\nAwa Sow\n{TEL}\n\n12, rue du Lac, 69003 Lyon", [(0, 3)]),
        (f"Contact presse :\n\nAwa Sow\n\n{TEL}\n\nLyon", [(0, 3)]),
        (f"Contact presse :\n\nAwa Sow\n\n{TEL}\n\n12 halles", [(0, 3)]),
        (f"Contact presse :\nAwa Sow\n\nDirectrice\n{TEL}", [(0, 4)]),
        (f"Contact presse :\nAwa Sow\n{TEL}\nLes commerçants sont là.", [(0, 3)]),
        (f"Contact presse :\nAwa Sow\n{TEL}\n{'m' * 140}", [(0, 4)]),
        (f"Contact presse :\nAwa Sow\n{TEL}\n{'m' * 141}", [(0, 3)]),
        (f"Contact presse :\nAwa Sow\n{TEL}\nEt {'m' * 543} {MAIL}", [(0, 4)]),  # 560 characters with an address
        (f"Contact presse :\nAwa Sow\n{TEL}\nEt {'m' * 544} {MAIL}", [(0, 3)]),
        (f"Contact presse : {'m' * 520} {MAIL}", [(0, 1)]),
        (f"Contact presse : {'m' * 600} {MAIL}", []),
        ("", []),
    ],
)
def test_where_contacts_stand_that_words_lead_to(text: str, stretches: list[tuple[int, int]]) -> None:
    assert found(text) == stretches


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        (f"{LEAD}\nAwa Sow\n{MAIL}", [(1, 3)]),
        (f"{LEAD}\nAwa Sow\nDirectrice\n{MAIL}", [(1, 4)]),
        (f"{LEAD}\nDirectrice\nAwa Sow\n{MAIL}", [(1, 4)]),
        (f"{LEAD}\nDirectrice\n\nAwa Sow\n{MAIL}", [(2, 4)]),
        (f"{LEAD}\nRégie des bus\nAwa Sow\nDirectrice\n{MAIL}", [(2, 5)]),
        (f"{LEAD}\nAwa Sow\n\nUn\nDeux\nTrois\n{MAIL}", [(5, 6)]),  # too far above to be theirs
        (f"{LEAD}\nAwa Sow\n\nUn\nDeux\n{MAIL}", [(1, 5)]),
        (f"{LEAD}\n{TEL}\nUn\nDeux\nTrois\nQuatre\n{MAIL}", [(6, 7)]),
        (f"{LEAD}\n{MAIL}", [(1, 2)]),
        (f"{LEAD}\nRégie des bus\n{MAIL}", [(1, 3)]),
        (f"{LEAD}\nUn mot\n{MAIL}", [(2, 3)]),  # it says nobody's name
        (f"{LEAD}\nAwa Sow\n20 75 31 41 22", [(1, 3)]),  # below a name any number
        (f"{LEAD}\nUn mot\n20 75 31 41 22", []),
        (f"{LEAD}\nAwa Sow\nUn mot\n20 75 31 41 22", [(1, 4)]),
        (f"{LEAD}\nAwa Sow\nUn mot\nDeux\n20 75 31 41 22", []),
        (f"{LEAD}\nAwa Sow\n{MAIL}\nPartager", [(1, 3)]),
        (f"{LEAD}\nAwa Sow\n{MAIL}\nPartager\nImprimer", [(1, 3)]),
        (f"{LEAD}\nAwa Sow\n{MAIL}\n{LEAD}", []),
        (f"{LEAD}\nAwa Sow\n{MAIL}\n{'m' * 140}", [(1, 4)]),
        (f"{LEAD}\nAwa Sow\n{MAIL}\n{'m' * 141}", []),
        (f"{LEAD}\nAwa Sow\n{MAIL}\nLi Wu\n{TEL}", [(1, 5)]),
        (f"{LEAD}\nAwa Sow\n{MAIL}\n\nLi Wu\n{TEL}", [(3, 5)]),
        (LEAD, []),
    ],
)
def test_short_lines_that_end_a_release_and_say_how_to_reach_somebody(
    text: str, stretches: list[tuple[int, int]]
) -> None:
    assert found(text) == stretches


def headed(text: str) -> list[tuple[int, int]]:
    """The stretches where the markup makes a heading of the line « Information »."""
    return regions(
        [replace(one, level=2) if isinstance(one, Line) and one.plain == "Information" else one for one in flow(text)]
    )


def test_a_marked_heading_leads_to_contacts_and_not_to_prose() -> None:
    assert headed(f"{LEAD}\nInformation\nRégie des bus\n{MAIL}\n{LEAD}") == [(1, 4)]
    assert headed(f"Un mot\nInformation\n{LEAD}\nRégie des bus\n{MAIL}\n{LEAD}") == []
    assert headed(f"Un mot\nInformation\nRégie des bus\nUn mot de fin.\n{MAIL}") == [(1, 3)]
    assert found(f"{LEAD}\nInformation\nRégie des bus\n{MAIL}\n{LEAD}") == []


@pytest.mark.parametrize(
    ("below", "stretches"),
    [
        (f"Awa Sow\nAttachée de presse\n{TEL}", [(1, 5)]),
        (f"Régie des bus\n{MAIL}", [(1, 4)]),
        (f"Une enquête de 2020\n{MAIL}", []),  # what a text was taken from
        ("Awa Sow\nAttachée de presse", []),
    ],
)
def test_the_heading_source_leads_to_who_can_be_asked(below: str, stretches: list[tuple[int, int]]) -> None:
    lines = flow(f"{LEAD}\nSource\n{below}\n\n{LEAD}")
    marked = [replace(one, level=2) if isinstance(one, Line) and one.plain == "Source" else one for one in lines]
    assert regions(marked) == stretches
    assert regions(lines) == []


def table(*rows: Sequence[str]) -> Table:
    return Table(tuple(Row(tuple(Cell((Text(words),) if words else ()) for words in row)) for row in rows))


def para(words: str) -> Para:
    return Para((Text(words),))


BOX = [para("Contact presse"), para(MAIL)]


@pytest.mark.parametrize(
    ("block", "is_one"),
    [
        (table(("Contact presse", MAIL)), True),
        (table(("Un mot", "Deux", f"Contact presse\n{MAIL}")), True),
        (table(("Un mot", "Deux", "Trois", f"Contact presse\n{MAIL}")), False),
        (table(("Standard : accueil", "Contact presse"), ("Un mot", "Deux")), False),
        (table(("Un mot", MAIL)), False),
        (table(("Awa Sow", MAIL), ("Li Wu", TEL)), True),
        (table(("Régie des bus", MAIL)), True),
        (table(("Awa Sow", MAIL), ("Li Wu", "Un mot")), False),
        (Quote(tuple(BOX)), True),
        (Quote((para("Un mot"), *BOX)), True),
        (Quote((para("Un mot"), para(MAIL))), False),
        (List((Item((BOX[0],)), Item((BOX[1],)))), True),
        (List((Item((para("Un mot"),)), Item((BOX[0],)), Item((BOX[1],)))), False),  # its first item leads
        (Figure("x.png", caption=(Text(f"Contact presse : {MAIL}"),)), False),
    ],
)
def test_blocks_that_hold_contacts(block: Block, is_one: bool) -> None:
    assert regions([*flow(LEAD), block]) == ([(1, 2)] if is_one else [])


def test_a_figure_below_contacts_ends_them() -> None:
    picture = Figure("x.png")
    assert regions([*flow(f"{LEAD}\nAwa Sow\n{MAIL}"), picture]) == [(1, 3)]
    assert regions([*flow(f"Contact presse :\n{MAIL}"), picture, *flow("Lyon")]) == [(0, 2)]


def test_a_table_without_details_ends_contacts_and_one_with_details_belongs_to_them() -> None:
    led = flow(f"Contact presse :\n{MAIL}")
    assert regions([*led, table(("Un", "Deux"))]) == [(0, 2)]
    assert regions([*led, table(("Un", TEL))]) == [(0, 3)]


def test_a_topic_in_a_table_leads_to_contacts_only_where_the_table_tells_how_to_reach_somebody() -> None:
    led = flow(f"Contact : Awa Sow, {MAIL}")
    assert regions([*flow(LEAD), table(("Bassin", "Public"), ("Grand", "Clubs")), *led]) == [(2, 3)]
    assert regions([*flow(LEAD), table(("Public", "Presse"), (MAIL, "06 39 98 12 12")), *led]) == [(1, 3)]


def test_a_letterhead_set_down_behind_the_text_is_a_stretch_of_its_own() -> None:
    lines = flow(f"Contact presse :\n{MAIL}\nRégie des bus\n12, rue du Lac")
    behind = [replace(line, marks=frozenset({LETTERHEAD})) for line in lines[2:] if isinstance(line, Line)]
    assert regions([*lines[:2], *behind]) == [(0, 2), (2, 4)]
    assert regions(behind) == [(0, 2)]


def test_what_a_site_offers_above_its_pages_is_no_letterhead() -> None:
    lines = flow(
        f"Contact presse :\n{MAIL}\nFaire un don | Appelez-nous : 02 99 00 12 34\nRégie des dons\n12, rue du Lac"
    )
    behind = [replace(line, marks=frozenset({LETTERHEAD})) for line in lines[2:] if isinstance(line, Line)]
    assert regions([*lines[:2], *behind]) == [(0, 2), (3, 5)]
    assert regions([*lines[:2], behind[0]]) == [(0, 2)]


@pytest.mark.parametrize(
    ("label", "given", "other"),
    [
        ("contact", True, False),
        ("person", True, False),
        ("sentence", True, False),
        ("note", False, False),
        ("title", False, True),
        ("body", False, True),
    ],
)
def test_what_a_person_says_of_a_line(label: str, given: bool, other: bool) -> None:
    line = pinned(flow("Un mot")[0], label)
    assert (is_given(line), is_other(line)) == (given, other)


def test_of_what_nobody_speaks() -> None:
    (line,) = flow("Un mot")
    assert isinstance(line, Line)
    for item in (line, Figure(), replace(line, marks=frozenset({"x"}))):
        assert not is_given(item)
        assert not is_other(item)


@pytest.mark.parametrize(
    ("text", "given", "stretches"),
    [
        (LEAD + "\nUn\nDeux\nTrois", {1: "contact"}, [(1, 2)]),
        (LEAD + "\nUn\nDeux\nTrois", {1: "contact", 2: "person"}, [(1, 3)]),
        (LEAD + "\nUn\nDeux\nTrois", {1: "contact", 2: "person", 3: "phone"}, [(1, 4)]),
        (LEAD + "\nUn\nDeux\nTrois", {1: "contact", 3: "person"}, [(1, 2), (3, 4)]),
        (f"Contact presse :\n{MAIL}\n\nUn mot\n\nDeux", {2: "contact"}, [(0, 3)]),
        (f"Contact presse :\n{MAIL}\n\nUn mot\n\nDeux", {3: "contact"}, [(0, 4)]),
        (f"Contact presse :\n{MAIL}\n{LEAD}\nUn mot", {3: "contact"}, [(0, 2), (3, 4)]),
        (f"{LEAD}\nContact presse :\n{MAIL}", {0: "contact"}, [(0, 3)]),
        (f"{LEAD}\nContact presse :\n{MAIL}", {2: "contact"}, [(1, 3)]),
        (f"{LEAD}\nContact presse :\n{MAIL}", {1: "body"}, [(2, 3)]),
        (f"{LEAD}\nAwa Sow\n{MAIL}", {2: "body"}, []),
        (f"{LEAD}\nUn mot\n{MAIL}\nDeux", {3: "body"}, [(2, 3)]),
        (f"{LEAD}\n{MAIL}\nDeux\n{TEL}", {2: "body"}, [(3, 4)]),
        (f"{LEAD}\nDirectrice\nAwa Sow\n{MAIL}", {2: "body"}, [(3, 4)]),
        (f"Contact presse :\n{MAIL}\nÀ propos de la régie", {2: "contact"}, [(0, 3)]),
    ],
)
def test_lines_that_a_person_calls_contacts_or_something_else(
    text: str, given: dict[int, str], stretches: list[tuple[int, int]]
) -> None:
    items = [pinned(item, given[at]) if at in given else item for at, item in enumerate(flow(text))]
    assert regions(items) == stretches


def test_two_stretches_that_touch_without_a_line_given_stay_two() -> None:
    led = flow(f"Contact presse :\n{MAIL}\nMentions légales\nContact presse :\n{TEL}\nUn\nDeux")
    assert regions([*led[:6], pinned(led[6], "contact")]) == [(0, 2), (3, 7)]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        (f"Awa Sow\nDirectrice\n{MAIL}", (0, 3)),
        (f"Awa Sow\n{MAIL}\nUn mot", (0, 2)),
        (f"Awa Sow\n{MAIL}\nUn mot\nPartager", (0, 2)),
        (f"Awa Sow\nPartager\n{MAIL}", (0, 0)),
        (f"{MAIL}\nPartager\n{TEL}", (0, 1)),
        ("Awa Sow\nwww.x.example", (0, 0)),
        (f"{MAIL}\nwww.x.example\nUn mot", (0, 2)),
        ("Awa Sow\nUn mot", (0, 0)),
        (f"{LEAD}\n{MAIL}", (0, 0)),
        (f"{'m' * 140}\n{MAIL}", (0, 2)),
        (f"{'m' * 141}\n{MAIL}", (0, 0)),
        (f"La régie roule.\n{MAIL}", (0, 0)),
        ("", (0, 0)),
    ],
)
def test_what_a_signature_says_of_its_sender(text: str, stretch: tuple[int, int]) -> None:
    assert signed_by(flow(text)) == stretch


@pytest.mark.parametrize(
    ("text", "tool", "outside"),
    [
        ("Partager", True, True),
        ("Partager " + "m" * 71, True, True),
        ("Partager " + "m" * 72, False, False),
        ("Mentions légales", False, True),
        ("Awa Sow", False, False),
    ],
)
def test_what_stands_below_contacts_and_is_none(text: str, tool: bool, outside: bool) -> None:
    assert (is_tool(text), is_outside(text)) == (tool, outside)


@pytest.mark.parametrize(
    ("name", "number", "found"),
    [
        ("Awa Sow", "70 55 51 12", True),
        ("Awa Sow", "70 55 51 12 / 76.55.51.12", True),
        ("Awa Sow", "70 55 51", False),
        ("Awa Sow", "70 55 51 1", False),
        ("Un mot", "70 55 51 12", False),
    ],
)
def test_who_signs_can_be_reached_by_a_number_of_four_pairs(name: str, number: str, found: bool) -> None:
    assert bool(regions(draft(f"{LEAD}\n\n{name}\n{number}").flow)) is found
