"""Where and when a text was signed at its end is its dateline; a line of the text that only resembles it stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Date, Dateline, Link, Place, Release, Text
from oimpress.model.traced import of_source
from oimpress.passes.foot.signed import signed
from oimpress.passes.pins import PIN
from tests.passes.reading import LEAD, MORE, draft, read, said

TEXT = f"La régie ouvre trois lignes de nuit\n\n{LEAD}\n\n{MORE}\n\n"


def dateline(given: Draft) -> tuple[str, str, str]:
    """Place, date and day of publication that a text has at its end."""
    release = signed(given).value.release
    found = release.dateline
    place, date = (str(each.text) if each else "" for each in (found.place, found.date)) if found else ("", "")
    return place, date, str(release.published)


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Fait à Liège, le 4 juin 2025", "Liège", "4 juin 2025"),
        ("Fait à Vaubrun-sur-Lie, le 4 juin 2025.", "Vaubrun-sur-Lie", "4 juin 2025"),
        ("Signé à Vaubrun le 4 juin 2025 .", "Vaubrun", "4 juin 2025"),
        ("Done at Vaubrun, the 4 June 2025", "Vaubrun", "4 June 2025"),
        ("À Vaubrun, le 4 juin 2025", "Vaubrun", "4 juin 2025"),
        ("Dated this 4th day of June 2025", "", "4th day of June 2025"),
        ("Kinshasa, ce 4 juin 2025", "Kinshasa", "4 juin 2025"),
        ("Lyon, mercredi 4 juin 2025", "Lyon", "mercredi 4 juin 2025"),
    ],
)
def test_a_text_signed_at_its_end(line: str, place: str, date: str) -> None:
    given = draft(f"{TEXT}{line}\n\nLe bureau\n")
    assert dateline(given) == (place, date, "2025-06-04")
    done = signed(given)
    assert line not in said(done.value)
    assert len(said(done.value)) == len(said(given)) - 1
    assert {each.rule for each in done.dropped} == {"H008"}


@pytest.mark.parametrize(
    ("before", "line", "place"),
    [
        ("Le conseil se réunit à Vaubrun.", "Vaubrun, le 4 juin 2025", "Vaubrun"),
        ("La mairie, 1 place du Tilleul, 87120 Vaubrun.", "Vaubrun, le 4 juin 2025", "Vaubrun"),
        ("Le conseil se réunit.", "Vaubrun-sur-Lie, mercredi 4 juin 2025", ""),
        ("Le conseil se réunit.", "Vaubrun-sur-Lie, le mercredi 4 juin 2025", "Vaubrun-sur-Lie"),
        ("Le conseil se réunit.", "Saint-Brun, le 4 juin 2025", "Saint-Brun"),
        ("Inauguration de la halle.", "Inauguration, le 4 juin 2025", ""),
        ("Le conseil se réunit à Vaubrun, puis :", "Vaubrun, le 4 juin 2025\n\nLimoges, le 5 juin 2025", "Limoges"),
        ("Le conseil se réunit à Vaubrun.", "Vaubrun, le 4 juin 2025\n\nTout le monde y est bienvenu.", ""),
    ],
)
def test_a_place_that_only_the_text_knows_dates_it_once(before: str, line: str, place: str) -> None:
    assert dateline(draft(f"{TEXT}{before}\n\n{line}\n\nLe bureau\n"))[0] == place


@pytest.mark.parametrize(
    "line",
    [
        "Prochain conseil, le 4 juin 2025",
        "Le 4 juin 2025",
        "Lyon accueillera la fête, le 4 juin 2025, à midi",
        "Lyon, le 4 juin 2025 et Nantes le 5",
        "Lyon, le 4 juin 2025 !",
        "Vaubrun, le 4 juin 2025",  # a place that nobody knows, without « Fait à »
        "À ce jour, le 4 juin 2025",
        "Dated bottles found on 4 June 2025",
        "Fait à la hâte par tous les agents du service, le 4 juin 2025",
        "« Lyon, le 4 juin 2025",
        "Lyon, le premier juin",
        "Lyon",
    ],
)
def test_other_dates_stay(line: str) -> None:
    given = draft(f"{TEXT}{line}\n\n{MORE}x\n")
    assert signed(given).value is given


def test_it_is_one_of_the_last_lines_and_no_title() -> None:
    line = "Fait à Liège, le 4 juin 2025"
    after = "\n".join(["Un mot"] * 14)
    assert dateline(draft(f"{TEXT}{line}\n{after}"))[0] == "Liège"
    assert dateline(draft(f"{TEXT}{line}\n{after}\nUn mot"))[0] == ""
    assert dateline(draft(line))[0] == ""
    assert dateline(draft(f"Un titre\n{line}"))[0] == "Liège"


def test_the_last_such_line_tells() -> None:
    assert dateline(draft(f"{TEXT}Lyon, le 3 juin 2025\nFait à Liège, le 4 juin 2025"))[0] == "Liège"


@pytest.mark.parametrize(("size", "found"), [(70, True), (71, False)])
def test_a_long_line_signs_nothing(size: int, found: bool) -> None:
    line = "Fait à Liège, le 4 juin 2025"
    assert bool(dateline(draft(f"{TEXT}{line}{'.' * (size - len(line))}"))[0]) is found


def test_the_head_goes_first() -> None:
    done = read(f"La régie ouvre trois lignes\n\nNantes, le 2 juin 2025 – {LEAD}\n\n{MORE}\n\nLyon, le 4 juin 2025\n")
    assert done.value.dateline is not None
    assert done.value.dateline.place is not None
    assert str(done.value.dateline.place.text) == "Nantes"


def pinned(line: str, pin: str, release: Release) -> Draft:
    given = draft(f"{TEXT}{line}", release)
    *before, last = given.flow
    assert isinstance(last, Line)
    return replace(given, flow=(*before, replace(last, marks=frozenset({PIN + pin}))))


HEADED = Release(
    "x",
    dateline=Dateline(Place(of_source("Nantes", 900)), Date(of_source("2 juin 2025", 910))),
    published="2025-06-02",
)


def test_a_persons_word_goes_before_the_head() -> None:
    given = pinned("Lyon, le 4 juin 2025", "dateline", HEADED)
    assert dateline(given) == ("Lyon", "4 juin 2025", "2025-06-02")
    assert [str(each.text) for each in signed(given).dropped if each.rule == "H003"] == ["Nantes", "2 juin 2025"]


def test_a_line_that_a_person_says_is_something_else_signs_nothing() -> None:
    given = pinned("Lyon, le 4 juin 2025", "body", Release("x"))
    assert signed(given).value is given
    assert dateline(draft(f"{TEXT}Lyon, le 4 juin 2025", HEADED))[0] == "Nantes"


def test_a_day_of_publication_that_is_known_stays() -> None:
    assert dateline(draft(f"{TEXT}Lyon, le 4 juin 2025", Release("x", published="2025-06-01")))[2] == "2025-06-01"


def test_the_address_of_a_link_in_it_is_accounted_for() -> None:
    given = draft(f"{TEXT}Lyon, le 4 juin 2025")
    *before, last = given.flow
    assert isinstance(last, Line)
    linked = replace(last, children=(Link(of_source("https://a.fr", 500), (Text(last.text),)),))
    dropped = signed(replace(given, flow=(*before, linked))).dropped
    assert ("A004", "https://a.fr") in [(each.rule, str(each.text)) for each in dropped]
