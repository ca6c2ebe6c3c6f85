"""Text that stands twice: taken once, with its dateline; what only resembles a copy stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Link, Para, Release, Text
from oimpress.model.traced import of_source
from oimpress.passes.lines.duplicates import duplicates
from oimpress.passes.lines.limits import SHORTEST_COPY
from oimpress.passes.pins import PIN, pin_of
from tests.passes.reading import draft, said

LEAD = "Une équipe mobile a remis des abris à mille familles du nord."
MORE = "Le gouvernement a salué ce geste et annoncé une reconstruction."
LAST = "Deux autres équipes partiront la semaine prochaine vers le sud."


def left(*lines: str) -> list[str]:
    return said(duplicates(draft("\n".join(lines))).value)


def test_a_line_below_its_copy_goes_and_says_why() -> None:
    done = duplicates(draft(f"{LEAD}\n{LEAD}\n{MORE}"))
    assert said(done.value) == [LEAD, MORE]
    assert [(str(each.text), each.rule) for each in done.dropped] == [(LEAD, "B007")]
    kept = done.value.flow[0]
    assert isinstance(kept, Line)
    assert kept.number == 1


@pytest.mark.parametrize(
    "typed",
    [
        LEAD.upper(),
        LEAD.replace("é", "e").replace("à", "a"),
        LEAD.replace(" ", "\u00a0"),
        LEAD.replace("abris", "abris "),
        LEAD.replace("a remis", "a-remis"),
        f"  {LEAD}",
    ],
)
def test_a_copy_may_be_typed_otherwise(typed: str) -> None:
    assert left(LEAD, typed, MORE) == [LEAD, MORE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Une équipe mobile – la première – a remis des abris.", "Une équipe mobile la première a remis des abris."),
        (
            "Dakar, Sénégal – Une équipe mobile - la première — a remis des abris à mille familles.",
            "Une équipe mobile - la première — a remis des abris à mille familles.",
        ),
    ],
)
def test_dashes_that_end_no_dateline_part_no_copies(first: str, second: str) -> None:
    assert left(first, second, MORE) == [first, MORE]


def test_marks_typed_otherwise_are_the_same() -> None:
    one = "L’équipe « mobile » – celle du nord – a remis des abris."
    other = 'L\'équipe "mobile" - celle du nord - a remis des abris.'
    assert left(one, other) == [one]


def test_a_stretch_that_stands_twice_goes_whole() -> None:
    assert left(LEAD, MORE, LEAD, MORE, LAST) == [LEAD, MORE, LAST]
    assert left("Titre", LEAD, MORE, "Titre", LEAD, MORE) == ["Titre", LEAD, MORE]


def test_what_stands_thrice_is_taken_once() -> None:
    assert left(LEAD, LEAD, LEAD) == [LEAD]


@pytest.mark.parametrize(
    "lines",
    [
        [LEAD, MORE, LEAD],
        [LEAD, MORE, LEAD, LAST],
        [LEAD, LEAD[:-1] + " et du sud."],
        ["Oui, nous le ferons demain.", "Oui, nous le ferons demain."],
        [LEAD],
        [],
        ["", ""],
    ],
)
def test_what_is_no_copy_stays(lines: list[str]) -> None:
    assert left(*lines) == [one for one in lines if one]


@pytest.mark.parametrize(("size", "count"), [(SHORTEST_COPY - 1, 2), (SHORTEST_COPY, 1)])
def test_short_lines_may_repeat(size: int, count: int) -> None:
    text = ("Abris, eau, soins, riz, sel, huile et savon pour tous"[: size - 1]) + "."
    assert len(left(text, text)) == count


def test_ligatures_are_the_letters_that_they_join() -> None:
    assert len(left(f"Œuvres sociales : {LEAD}", f"Oeuvres sociales : {LEAD}")) == 1


def test_a_short_line_between_dashes_has_no_dateline() -> None:
    assert left("Dakar – Un abri.", "Un abri.", LEAD, LEAD) == ["Dakar – Un abri.", "Un abri.", LEAD]


def test_short_lines_beside_copies_stay_in_their_places() -> None:
    lines = ["Oui.", LEAD, LEAD, "Oui.", "Non.", "Oui."]
    assert left(*lines) == ["Oui.", LEAD, "Oui.", "Non.", "Oui."]


def test_of_two_the_one_with_a_dateline_stays() -> None:
    assert left(f"Dakar – {LEAD}", LEAD, MORE) == [f"Dakar – {LEAD}", MORE]
    assert left(LEAD, f"Dakar – {LEAD}", MORE) == [f"Dakar – {LEAD}", MORE]
    assert left(LEAD, MORE, f"Dakar – {LEAD}", MORE) == [f"Dakar – {LEAD}", MORE]


def test_a_title_whose_words_open_the_text_is_no_copy_of_it() -> None:
    title = LEAD.rstrip(".")
    assert left(title, f"Dakar – {LEAD}") == [title, f"Dakar – {LEAD}"]
    assert left(title, f"Dakar – {title}") == [title, f"Dakar – {title}"]
    assert left(LEAD, f"Dakar – {LEAD}") == [f"Dakar – {LEAD}"]


def test_a_line_that_a_person_named_stays() -> None:
    given = draft(f"{LEAD}\n{LEAD}")
    first, second = (one for _, one in given.lines())
    second.marks = frozenset({"pin standfirst"})
    assert said(duplicates(Draft(given.release, (first, second))).value) == [LEAD, LEAD]


def test_blocks_between_are_no_lines_and_stay() -> None:
    given = draft(f"{LEAD}\n{LEAD}")
    flow = (given.flow[0], Para((Text("bloc"),)), given.flow[1])
    assert said(duplicates(Draft(Release("x"), flow)).value) == [LEAD, "Para"]


def test_the_address_of_a_link_that_goes_is_accounted_for() -> None:
    first = draft(LEAD).flow[0]
    linked = Line((Link(of_source("http://x.example/"), (Text(of_source(LEAD)),)),), 2, 2)
    done = duplicates(Draft(Release("x"), (first, linked)))
    assert [(str(each.text), each.rule) for each in done.dropped] == [(LEAD, "B007"), ("http://x.example/", "A004")]


def pinned(*pins: str) -> list[str]:
    """A paragraph as often as there are ``pins``, each copy with a person's word on it: what stays."""
    flow = [line for _, line in draft("\n".join([LEAD] * len(pins))).lines()]
    marked = (replace(line, marks=frozenset({PIN + pin} if pin else ())) for line, pin in zip(flow, pins, strict=True))
    left = duplicates(replace(draft(LEAD), flow=tuple(marked))).value
    return [pin_of(line) for _, line in left.lines()]


@pytest.mark.parametrize(
    ("pins", "left"),
    [
        (("", ""), [""]),
        (("title", "title"), ["title"]),  # one of the lines that a person calls the title is enough
        (("", "title"), ["", "title"]),
        (("title", ""), ["title"]),
        (("title", "body"), ["title", "body"]),
        (("", "body"), ["", "body"]),
        (("body", "title"), ["body", "title"]),
    ],
)
def test_a_copy_that_a_person_names_stays(pins: tuple[str, ...], left: list[str]) -> None:
    assert pinned(*pins) == left
