"""What machines read of fields that a reader found filled: as of source text, with its rules."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Date, Dateline, Embargo, Fact, Place, Release, Text, Words
from oimpress.model.traced import Traced, of_source
from oimpress.passes.head.values import values


def edits(text: str) -> list[tuple[int, str]]:
    assert isinstance(text, Traced)
    return [(piece.start, piece.edits or piece.place) for piece in text.pieces]


def test_a_dateline_gets_its_country_and_its_day() -> None:
    given = Release(
        "x",
        dateline=Dateline(Place(of_source("Dakar", 40)), Date(of_source("3\u00a0mars 2026", 50))),
        published="2020-01-01",
    )
    made = values(given)
    assert made.dateline == Dateline(Place("Dakar", "SN"), Date("3\u00a0mars 2026", "2026-03-03"))
    assert made.published == "2026-03-03"
    assert made.dateline.place
    assert made.dateline.date
    assert edits(made.dateline.place.country) == [(40, "H009")]
    assert edits(made.dateline.date.when) == edits(made.published) == [(50, "H007")]


@pytest.mark.parametrize("date", [None, Date("bientôt"), Date("mars 2026")])
def test_without_a_whole_date_the_day_stays_what_it_was(date: Date | None) -> None:
    made = values(Release("x", dateline=Dateline(Place("Nulle-Part"), date), published="2020-01-01"))
    assert made.published == "2020-01-01"
    assert made.dateline == Dateline(Place("Nulle-Part"), date)
    assert values(Release("x", published="2020-01-01")).published == "2020-01-01"


def test_a_value_stands_where_its_words_do_at_the_very_start_too() -> None:
    made = values(Release("x", dateline=Dateline(Place(of_source("Dakar"))))).dateline
    assert made
    assert made.place
    assert edits(made.place.country) == [(0, "H009")]


def test_words_of_no_source_have_their_values_at_its_start() -> None:
    made = values(Release("x", dateline=Dateline(Place("Dakar"), Date("3 mars 2026")))).dateline
    assert made
    assert made.place
    assert edits(made.place.country) == [(0, "H009")]


def test_the_end_of_an_embargo_is_told_by_the_place_else_by_the_country() -> None:
    embargo = Embargo("Sous embargo jusqu’au 4 mars, 7 h")
    dated = Dateline(None, Date("3 mars 2026"))
    assert values(Release("x", embargo=embargo, dateline=dated), "FR").embargo == Embargo(
        embargo.text, "2026-03-04T06:00:00Z"
    )
    placed = Dateline(Place("Dakar"), Date("3 mars 2026"))
    assert values(Release("x", embargo=embargo, dateline=placed), "FR").embargo == Embargo(
        embargo.text, "2026-03-04T07:00:00Z"
    )
    assert values(Release("x")).embargo is None


FACT = Fact("fact", of_source("Date de début"), Words(of_source("12 mars 2024", 20)))


def test_a_record_of_facts_is_a_project_and_its_values_are_read() -> None:
    made = values(Release("x", facts=(FACT,), kicker=(Text("Discours"),), lang="fr"))
    assert made.kind == "project"
    assert made.facts[0].value != FACT.value
    plain = Fact("fact", "Date de début", Words("12 mars 2024"))
    assert values(Release("x", facts=(plain,))).facts == (plain,)
    half = Fact("fact", of_source("Date de début"), Words("12 mars 2024"))
    assert values(Release("x", facts=(half,))).facts == (half,)


def test_the_kind_is_that_of_the_kicker_or_of_the_title_or_stays() -> None:
    assert values(Release("x", kicker=(Text("Discours"),))).kind == "speech"
    assert values(Release("x", title=(Text("Discours du Président de la République"),))).kind == "speech"
    assert values(Release("x", kind="statement")).kind == "statement"
