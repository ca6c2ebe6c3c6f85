"""Dates in running text: found by day and month, and never made up."""

from __future__ import annotations

import pytest

from oimpress.knowledge.dates import (
    FoundDate,
    find_date,
    month_alone,
    months,
    small_weekdays,
    undotted,
    weekdays,
    written_dates,
)


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Le 3 mars 2026 à Paris", "3 mars 2026", "2026-03-03"),
        ("le 1er août", "1er août", ""),
        ("le 1er aout 2024", "1er aout 2024", "2024-08-01"),
        ("15 févr. 2024, à midi", "15 févr. 2024", "2024-02-15"),
        ("le 2 juill. 2025 -", "2 juill. 2025", "2025-07-02"),
        ("5 fév. 2025", "5 fév. 2025", "2025-02-05"),
        ("el 5 de enero de 2023", "5 de enero de 2023", "2023-01-05"),
        ("el 5º de setiembre de 2023", "5º de setiembre de 2023", "2023-09-05"),
        ("on 2nd May 2021", "2nd May 2021", "2021-05-02"),
        ("this 17th day of June 2025", "17th day of June 2025", "2025-06-17"),
        ("March 14th, 2022.", "March 14th, 2022", "2022-03-14"),
        ("Sept. 9, 2019", "Sept. 9, 2019", "2019-09-09"),
        ("en mars 12", "mars 12", ""),
        ("(30.05.2007)", "30.05.2007", "2007-05-30"),
        ("30/5/2007", "30/5/2007", "2007-05-30"),
        ("30-05-1999", "30-05-1999", "1999-05-30"),
        ("lu le 2024-02-29.", "2024-02-29", "2024-02-29"),
        ("le 31 juin 2024", "31 juin 2024", ""),
        ("2024-13-01", "2024-13-01", ""),
        ("le 4 mai puis le 5 juin 2020", "4 mai", ""),
        ("Tulle, le 14.05.24", "14.05.24", "2024-05-14"),
        ("CP 12/03/24 - Travaux", "12/03/24", "2024-03-12"),
        ("03/14/24", "03/14/24", "2024-03-14"),
        ("03/14/2024", "03/14/2024", "2024-03-14"),
        ("le 12/03/97", "12/03/97", "1997-03-12"),
        ("Paris, le 12 mars 24", "12 mars 24", "2024-03-12"),
        ("mardi 12 mars 24, à midi", "12 mars 24", "2024-03-12"),
        ("le 12 mars '24 à midi", "12 mars '24", "2024-03-12"),
        ("lundi 12 mars 24", "12 mars", ""),
        ("le 12 mars 24 communes", "12 mars", ""),
        ("le 31 juin 24", "31 juin", ""),
        ("le 10 décembre 2010,", "10 décembre 2010", "2010-12-10"),
        ("27 nov 2023", "27 nov 2023", "2023-11-27"),
        ("February 20, 2018", "February 20, 2018", "2018-02-20"),
        ("3 de mayo de 2019", "3 de mayo de 2019", "2019-05-03"),
        ("2018-06-01", "2018-06-01", "2018-06-01"),
        ("31 février 2020", "31 février 2020", ""),
        ("le 9 mars", "9 mars", ""),
    ],
)
def test_the_first_date_is_found(text: str, words: str, when: str) -> None:
    found = find_date(text)
    assert found is not None
    assert (text[found.start : found.end], found.when) == (words, when)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mars 2024",
        "en 2024",
        "12 marsouins",
        "le 123 mars",
        "1.2.24",
        "31/12/1850",
        "2024-5-6",
        "mars 125",
        "v 1.2.3",
        "02.11.12.13.24",
        "10.11.12.24",
        "31/31/24",
        "00.05.24",
        "réf. A12/03/24",
        "12/03.24",
        "en 2010",
        "mai",
        "12 500 000",
        "25 personnes",
        "1.3 millions",
        "le mars rouge 12",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("04/03/2026", "2026-04-03"),
        ("12.03.24", "2024-12-03"),
        ("03/03/2026", ""),
        ("14/03/2026", ""),
        ("3 mars 2026", ""),
    ],
)
def test_figures_can_mean_two_days(text: str, other: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found.other == other


@pytest.mark.parametrize(
    ("text", "start", "words", "when"),
    [
        ("Juin 2025", 0, "Juin 2025", "2025-06"),
        ("Communiqué – Avril 2024", 10, "Avril 2024", "2024-04"),
        ("(mayo de 2024)", 0, "mayo de 2024", "2024-05"),
    ],
)
def test_a_month_stands_alone(text: str, start: int, words: str, when: str) -> None:
    found = month_alone(text, start)
    assert found is not None
    assert (text[found.start : found.end], found.when) == (words, when)


@pytest.mark.parametrize("text", ["", "Juin", "Bilan de juin 2025", "Juin 2025 : le bilan", "2025", "12 juin 2025"])
def test_what_is_no_month_alone(text: str) -> None:
    assert month_alone(text) is None


def test_a_day_before_its_month_goes_before_one_behind_it() -> None:
    assert find_date("5 mai 6 juin") == FoundDate(0, 5, "")
    assert find_date("mai 5 juin 2020") == FoundDate(0, 5, "")


def test_only_the_part_that_is_asked_for_is_read() -> None:
    text = "le 3 mars 2026 ou le 4 avril 2027"
    assert find_date(text, 15) == FoundDate(21, 33, "2027-04-04")
    assert find_date(text, 15, 29) == FoundDate(21, 28, "")
    assert find_date(text, 0, 5) is None


def test_days_of_the_week_that_a_sentence_writes_small() -> None:
    assert {"mardi", "martes"} <= small_weekdays() < weekdays()
    assert "tuesday" in weekdays() - small_weekdays()


def test_months_are_known_by_names_and_abbreviations() -> None:
    names = months()
    assert {name for name, number in names.items() if number == 2} >= {
        "février",
        "fevrier",
        "fev",
        "february",
        "febrero",
    }
    assert {names[name] for name in ("sept", "setiembre", "septembre", "september")} == {9}
    assert {names[name] for name in ("dec", "decembre", "décembre", "diciembre")} == {12}
    assert names["aout"] == names["août"] == 8


@pytest.mark.parametrize(
    ("text", "undotted_text"),
    [
        ("20. Mai 2007", "20 Mai 2007"),
        ("am 1. Februar 2022, Wien", "am 1 Februar 2022, Wien"),
        ("3.11.2021", "3.11.2021"),
        ("20. 5. 2007", "20. 5. 2007"),
        ("Es waren 12.", "Es waren 12."),
    ],
)
def test_the_dot_of_a_german_day_goes(text: str, undotted_text: str) -> None:
    assert undotted(text) == undotted_text


@pytest.mark.parametrize("name", ["Januar", "Februar", "März", "Juni", "Juli", "Oktober", "Dezember"])
def test_german_months_are_known(name: str) -> None:
    found = find_date(f"am 3 {name} 2022")
    assert found is not None
    assert found.when.startswith("2022-")
    assert find_date(f"am 3. {name} 2022") is None  # « … étaient 3. Mars 2022 … » begins a sentence


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("mars 2024", ("2024-03",)),
        ("enero de 2024", ("2024-01",)),
        ("samedi 2 mars 2024", ("2024-03-02",)),
        ("1er mars 2024", ("2024-03-01",)),
        ("Le  3 mars 2024", ("2024-03-03",)),
        ("le mardi 3 mars 2024", ("2024-03-03",)),
        ("13/4/2026", ("2026-04-13",)),
        ("3/4/2026", ("2026-04-03", "2026-03-04")),
        ("2024-02-30", ()),
        ("2024-13", ()),
        ("3 mars", ()),
        ("le 3 mars 2024 à Paris", ()),
        ("31/31/2024", ()),
        ("1/2.2024", ()),
    ],
)
def test_a_date_and_nothing_else(text: str, dates: tuple[str, ...]) -> None:
    assert written_dates(text) == dates
