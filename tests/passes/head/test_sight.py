"""A line of the head as evidence looks at it: what it holds, and where it stands among the others."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence.asking import sights_of
from oimpress.passes.head.limits import HALF_A_LINE, LEAST_OPENED, LONGEST_HEADLINE, SHORT
from oimpress.passes.head.sight import Sight, is_bare, is_house
from tests.passes.reading import LEAD, draft


def sights(text: str) -> list[Sight]:
    return sights_of([line for _, line in draft(text).lines()])


def sight(text: str) -> Sight:
    return sights(text)[0]


def test_a_line_knows_its_neighbours() -> None:
    first, second, third = sights("Un\n\nDeux\nTrois")
    assert (first.beside(1), second.beside(-1), third.beside(1), first.beside(-1)) == (second, first, None, None)
    assert [one.tight for one in (first, second, third)] == [False, False, True]
    assert (second.text, second.size, second.at) == ("Deux", 4, 1)


@pytest.mark.parametrize(
    "text",
    [
        "La halle rouvre.",
        "La halle rouvre !",
        "« La halle rouvre. »",
        "Elle (la halle) rouvre…",
        "La halle rouvre.”",
        "Trois étals rouvrent.2",
    ],
)
def test_a_line_that_ends_like_a_sentence(text: str) -> None:
    assert sight(text).ends


@pytest.mark.parametrize("text", ["La halle rouvre", "La halle rouvre :", "...", "La halle. Elle rouvre"])
def test_a_line_that_does_not(text: str) -> None:
    assert not sight(text).ends


def test_prose_is_long_and_ends() -> None:
    assert sight(LEAD * 2).prose
    assert not sight(LEAD[:-1] * 2).prose
    assert not sight("La halle rouvre.").prose
    assert [sight("x" * size + " y.").prose for size in (LONGEST_HEADLINE - 3, LONGEST_HEADLINE - 2)] == [False, True]


def test_verbs_and_capitals() -> None:
    assert sight("La halle reçoit du monde").verb
    assert not sight("La halle de la ville").verb
    assert sight("LA HALLE").capitals
    assert not sight("LA Halle").capitals
    assert not sight("ONU").capitals
    assert sight("ONUS").capitals


@pytest.mark.parametrize(
    ("text", "label", "number", "when", "rest", "place"),
    [
        ("Communiqué de presse", "Communiqué de presse", "", "", "", ""),
        ("*** COMMUNIQUÉ", "COMMUNIQUÉ", "", "", "", ""),
        ("Communiqué n° 12 du 12 mars 2024", "Communiqué", "n° 12", "2024-03-12", "", ""),
        ("Lyon, le 12 mars 2024", "", "", "2024-03-12", "Lyon", "Lyon"),
        ("Vaubrun, le 12 mars 2024", "", "", "2024-03-12", "Vaubrun", "Vaubrun"),
        ("12 mars 2024 – Vaubrun", "", "", "2024-03-12", "Vaubrun", "Vaubrun"),
        ("La halle rouvre, le 12 mars 2024", "", "", "2024-03-12", "halle rouvre", ""),
        ("Vaubrun 12 mars 2024", "", "", "2024-03-12", "Vaubrun", ""),
        ("Mars 2024", "", "", "2024-03", "", ""),
        ("Communiqué – mars 2024", "Communiqué", "", "2024-03", "", ""),
        ("Lyon", "", "", "", "Lyon", "Lyon"),
        ("Vaubrun", "", "", "", "Vaubrun", ""),
        ("La halle rouvre", "", "", "", "halle rouvre", ""),
    ],
)
def test_what_a_line_holds(text: str, label: str, number: str, when: str, rest: str, place: str) -> None:
    found = sight(text)
    held = (found.label[0] if found.label else "", found.number[0] if found.number else "")
    assert held == (label, number)
    assert (found.date.when if found.date else "", found.rest, found.place) == (when, rest, place)


@pytest.mark.parametrize(("size", "held"), [(SHORT - 1, True), (SHORT, False)])
def test_only_a_short_line_holds_a_label_a_number_or_a_date(size: int, held: bool) -> None:
    found = sight("Communiqué n° 12 du 12 mars 2024 ".ljust(size, "x"))
    assert (found.label is not None, found.number is not None, found.date is not None) == (held, held, held)


def test_only_a_long_line_opens_with_a_dateline() -> None:
    assert sight(f"Genève – {LEAD}").opening
    assert not sight("Genève – Il vient").opening
    text = f"Genève – {LEAD}"
    ended = [text[: size - 1] + "." for size in (LEAST_OPENED, LEAST_OPENED + 1)]
    assert [bool(sight(each).opening) for each in ended] == [False, True]
    open_ended = [text[:size] for size in (LONGEST_HEADLINE, LONGEST_HEADLINE + 1)]
    assert [bool(sight(each).opening) for each in open_ended] == [False, True]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Mairie de Lyon", 0),
        ("Service de presse – Mairie de Lyon", 0),
        ("La mairie de Lyon", 3),
        ("Ville de Lyon, mairie", 0),
        ("Le pont de la mairie", -1),
        ("- Mairie de Lyon", -1),
        ("Mairie de Lyon.", -1),
        ("La mairie reçoit du monde", -1),
        ("La halle", -1),
    ],
)
def test_where_the_word_for_a_body_stands(text: str, at: int) -> None:
    assert sight(text).body == at


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("La halle et", True),
        ("La halle,", True),
        ("La halle-", True),
        ("L'", True),
        ("La halle", False),
        ("-----", False),
    ],
)
def test_a_line_that_breaks_off(text: str, loose: bool) -> None:
    assert sight(text).loose is loose


def test_lines_that_say_the_same() -> None:
    one, two, three, four = sights("La halle rouvre\nLA HALLE ROUVRE\nLa halle ferme\nLa halle  rouvre")
    assert one.same(two)
    assert one.same(four)
    assert not one.same(three)


def test_ways_of_saying() -> None:
    assert sight("Publié le 12 mars 2024").says("published")
    assert not sight("Texte publié le 12 mars 2024").says("published")
    assert sight("Texte publié le 12 mars 2024").holds("published")
    assert sight("Un deux").words == ["Un", "deux"]


HOUSE = "Préfecture de la Vimeuse"


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (HOUSE, True),
        ("Cour administrative d'appel de Lormel", True),
        (f"La {HOUSE}", False),
        (f"{HOUSE}.", False),
        ("Préfecture : les guichets fermés", False),
        ("Le pont de Lormel", False),
        (f"{HOUSE} ouvre samedi", False),
    ],
)
def test_what_is_nothing_but_the_name_of_a_body(text: str, house: bool) -> None:
    assert sight(text).house is house


def test_a_long_line_is_no_name_of_a_body() -> None:
    assert [sight(HOUSE.ljust(size, "x")).house for size in (SHORT - 1, SHORT)] == [True, False]
    assert is_house(HOUSE.ljust(SHORT, "x"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ministère de la\nTransition", True),  # breaks off
        ("Ministère de la\n\nTransition", False),
        ("Le pont de la\nTransition", False),
        ("Le ministère de la\nTransition", False),
        ("Ministère de la\nTransition rouvre", False),
        ("Ministère de la\nTransition.", False),
        ("Ministère de la\nCommuniqué de presse", False),
        ("Ministère de la\nTransition, 12 mars 2024", False),
        ("Ministère de la\nMairie de Lormel", False),
        ("Ministère de la\n" + "T" * LONGEST_HEADLINE, True),
        ("Ministère de la\n" + "T" * (LONGEST_HEADLINE + 1), False),
        ("Ministère de l'Écologie\net du Climat", True),  # with what such a name goes on
        ("Ministère de l'Écologie\nle Climat", False),
        (f"{HOUSE}\nMarais d'aval", True),  # its last line
        (f"{HOUSE}\nmarais d'aval", False),
        (f"{HOUSE}\nMarais d'aval au port", False),
        (f"{HOUSE}\nLyon", False),
        (f"{HOUSE}\nPôle presse", False),
        (f"{HOUSE}\nMarais d'aval\nUn mot", False),
        (f"{HOUSE}\nMarais d'aval\n\nUn mot", True),
        ("Fédération des bouchers\nMarais d'aval", False),
    ],
)
def test_the_name_of_a_body_goes_on_in_the_next_line(text: str, named: bool) -> None:
    first, second, *_ = sights(text)
    assert (first.named, second.named) == (False, named)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Préfecture de la\nHaute-Vézère et\nBasse-Vézère", [(False, False), (True, True), (True, True)]),
        ("Fédération des\nbouchers et\ntripiers", [(False, False), (True, False), (True, False)]),
        (f"{HOUSE}\nBureau du port\nHalle", [(False, False), (False, True), (False, False)]),
    ],
)
def test_a_name_over_three_lines_is_an_official_body_s_as_its_first_line_is(
    text: str, found: list[tuple[bool, bool]]
) -> None:
    assert [(one.named, one.of_a_house) for one in sights(text)] == found


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("La halle et\nLe port", True),
        ("La halle et\n\nLe port", False),
        ("La halle\nle port", False),
        ("x" * HALF_A_LINE + "\nle port", False),
        ("x" * HALF_A_LINE + "y\nle port", True),
        ("x" * HALF_A_LINE + "y\nLe port", False),
        ("x" * HALF_A_LINE + " y.\nle port", False),
        ("La halle et\nport\nrouvre", True),
        ("La halle et\nport\nRouvre", False),
    ],
)
def test_a_line_goes_on_with_the_one_above_that_breaks_off(text: str, cut: bool) -> None:
    assert sights(text)[-1].cut_above is cut
    assert not sights(text)[0].cut_above


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("CP 17 octobre", True),
        ("Communiqué de presse n° 2024-12", True),
        ("Anvers, 27 février 2024, 7.00 a.m. CET", True),
        ("Berne, le 3 novembre 2021 Invitation aux médias", True),
        ("Lyon", True),
        ("", False),
        ("La piscine rouvre", False),
        ("Retour sur le 17 octobre", False),
        ("Lyon respire", False),
        ("CP 17 octobre : la halle rouvre", False),
    ],
)
def test_a_line_without_words_of_its_own(text: str, nothing: bool) -> None:
    assert is_bare(text) is nothing
