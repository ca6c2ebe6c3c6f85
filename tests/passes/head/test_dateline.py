"""The dateline that opens the first paragraph: taken off with its date, told where no country is sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Date, Dateline, Link, Place, Release, Text
from oimpress.model.traced import Traced, of_source
from oimpress.passes.head.dateline import dateline
from tests.passes.reading import LEAD, MORE, bare, codes, draft, paragraphs, read, release, said


def dropped(given: Draft) -> list[tuple[str, str]]:
    return [(each.rule, str(each.text)) for each in dateline(given).dropped]


@pytest.mark.parametrize(
    ("head", "place", "date", "gone"),
    [
        ("Genève – ", Place("Genève", "CH"), None, [("H008", " – ")]),
        ("Genève, 9 mars 2024 – ", Place("Genève", "CH"), Date("9 mars 2024", "2024-03-09"), [("H008", ", "), ("H008", " – ")]),
        ("Genève (Nouvelles du BIT) – ", Place("Genève", "CH"), None, [("H010", " (Nouvelles du BIT) – ")]),
        ("GRENOBLE, France--(AGENCE)--", Place("GRENOBLE, France", "FR"), None, [("H010", "--(AGENCE)--")]),
    ],
)  # fmt: skip
def test_a_dateline_is_taken_off(head: str, place: Place, date: Date | None, gone: list[tuple[str, str]]) -> None:
    given = draft(f"  {head}{LEAD}\n{MORE}")
    done = dateline(given)
    assert done.value.release.dateline == Dateline(place, date)
    assert done.value.release.published == (date.when if date else "")
    assert said(done.value) == [LEAD, MORE]
    assert (dropped(given), done.notices) == (gone, ())
    made = done.value.release.dateline
    assert made is not None
    assert made.place
    for text, by, rule in ((made.place.text, "place", "H007"), (made.place.country, "edits", "H009")):
        assert isinstance(text, Traced)
        assert {getattr(piece, by) for piece in text.pieces} == {rule}


@pytest.mark.parametrize(("place", "code"), [("Bourg-la-Rivière", "H102"), ("Ottawa/Amman", "H103"), ("Genève", "")])
def test_a_place_whose_country_is_not_sure_is_told(place: str, code: str) -> None:
    done = dateline(draft(f"Un mot – {LEAD}\n".replace("Un mot", place)))
    assert [(one.code, one.where, one.detail) for one in done.notices] == ([(code, "l.1", place)] if code else [])


def test_further_down_it_has_a_country_and_a_date_and_the_head_has_no_place() -> None:
    whole, half = f"Genève, 9 mars 2024 – {LEAD}", f"Genève – {LEAD}"
    assert dateline(draft(f"{MORE}\n{whole}")).value.release.dateline
    assert not dateline(draft(f"{MORE}\n{half}")).value.release.dateline
    assert not dateline(draft(f"{MORE}\nBourg-la-Rivière, 9 mars 2024 – {LEAD}")).value.release.dateline
    known = Release("x", dateline=Dateline(Place(of_source("Lyon", 900), "FR")))
    assert dateline(draft(f"{MORE}\n{whole}", known)).value.release == known
    dated = Release("x", dateline=Dateline(None, Date("9 mars 2024", "2024-03-09")))
    found = dateline(draft(f"{MORE}\n{whole}", dated)).value.release.dateline
    assert found
    assert found.place


def test_it_goes_before_what_the_head_says() -> None:
    known = Release(
        "x",
        dateline=Dateline(Place(of_source("Lyon", 900), "FR"), Date(of_source("8 mars 2024", 910), "2024-03-08")),
        published="2024-03-08",
    )
    given = draft(f"Genève, 9 mars 2024 – {LEAD}", known)
    done = dateline(given).value.release
    assert done.dateline == Dateline(Place("Genève", "CH"), Date("9 mars 2024", "2024-03-09"))
    assert done.published == "2024-03-08"
    assert dropped(given) == [("H008", ", "), ("H008", " – "), ("H003", "Lyon"), ("H003", "8 mars 2024")]
    place = draft(f"Genève – {LEAD}", known)
    assert dateline(place).value.release.dateline == Dateline(Place("Genève", "CH"), Date("8 mars 2024", "2024-03-08"))
    assert dropped(place) == [("H008", " – "), ("H003", "Lyon")]


def test_the_title_said_again_behind_it_goes() -> None:
    titled = Release("x", title=(Text("La halle rouvre"),))
    given = draft(f"Genève – LA HALLE ROUVRE – {LEAD}", titled)
    assert said(dateline(given).value) == [LEAD]
    assert dropped(given) == [("H008", " – "), ("H004", "LA HALLE ROUVRE – ")]
    other = draft(f"Genève – La halle ferme – {LEAD}", titled)
    assert said(dateline(other).value) == [f"La halle ferme – {LEAD}"]
    assert said(dateline(draft(f"Genève – La halle – {LEAD}")).value) == [f"La halle – {LEAD}"]


def test_the_address_of_a_link_that_goes_is_accounted_for_and_another_stays() -> None:
    run = (
        Link(of_source("https://a.fr", 900), (Text(of_source("Genève")),)),
        Text(of_source(" – Une équipe a remis des abris à ", 6)),
        Link(of_source("https://b.fr", 950), (Text(of_source("mille familles", 41)),)),
    )
    given = replace(draft(LEAD), flow=(Line(run, 1, 1),))
    assert dropped(given) == [("H008", " – "), ("A004", "https://a.fr")]


def test_a_text_without_one_stays_as_it_is() -> None:
    given = draft(f"{LEAD}\n{MORE}")
    assert dateline(given).value is given
    empty = draft("")
    assert dateline(empty).value is empty


@pytest.mark.parametrize(
    ("opening", "place"),
    [("PARIS--(FIL DES VILLES)--", "PARIS"), ("Paris – ", ""), ("La suite--(FIL DES VILLES)--", "")],
)
def test_a_wires_stands_below_a_heading_too(opening: str, place: str) -> None:
    found = dateline(draft(f"La halle rouvre\n\n{opening}{LEAD}")).value.release.dateline
    assert (str(found.place.text) if found and found.place else "") == place


TITLE = "L'OIM aide les sinistrés du nord"


@pytest.mark.parametrize(
    ("opening", "place", "country"),
    [
        ("Haïti - ", "Haïti", "HT"),
        ("Genève – ", "Genève", "CH"),
        ("Thailand - ", "Thailand", "TH"),
        ("El Salvador - ", "El Salvador", "SV"),
        ("Port-au-Prince, Haïti – ", "Port-au-Prince, Haïti", "HT"),
        ("Goma/ Kinshasa – ", "Goma/ Kinshasa", "CD"),
        ("DJIBOUTI - ", "DJIBOUTI", "DJ"),
        ("N’Djamena – ", "N’Djamena", "TD"),
        ("Switzerland -", "Switzerland", "CH"),
        ("GENEVE (Nouvelles du BIT) – ", "GENÈVE", "CH"),
        ("Niquivil - ", "Niquivil", ""),
    ],
)
def test_datelines(opening: str, place: str, country: str) -> None:
    found = release(f"{TITLE}\n{opening}{LEAD}\n{MORE}\n")
    assert found.dateline is not None
    assert found.dateline.place is not None
    assert bare(found.dateline.place.text) == bare(place)
    assert found.dateline.place.country == country
    assert paragraphs(found.body) == [LEAD, MORE]


@pytest.mark.parametrize(
    ("opening", "text", "when"),
    [
        ("NEW YORK, le 20 février 2018 – ", "20 février 2018", "2018-02-20"),
        ("Nairobi/Juba, 9 mars – ", "9 mars", ""),
        ("Berne, 30.05.2007 - ", "30.05.2007", "2007-05-30"),
        ("Dakar, 1er mars 2024 – ", "1er mars 2024", "2024-03-01"),
    ],
)
def test_datelines_with_dates(opening: str, text: str, when: str) -> None:
    found = release(f"{TITLE}\n{opening}{LEAD}\n{MORE}\n")
    assert found.dateline is not None
    assert found.dateline.date is not None
    assert bare(found.dateline.date.text) == text
    assert found.dateline.date.when == found.published == when


@pytest.mark.parametrize(
    "opening",
    [
        "Contexte – ",
        "Le HCR – ",
        "L'enquête - menée en mai - montre que ",
        "En 2010 - une année noire - ",
        "« Haïti – Terre promise » est le titre du film. ",
        "Jean-Marie Falzone - directeur - ",
        "OIM – ",
        "De Goma à Bukavu – ",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    found = release(f"{TITLE}\n{opening}{LEAD}\n{MORE}\n")
    assert found.dateline is None or found.dateline.place is None


def test_a_place_unknown_to_the_table_is_told() -> None:
    assert "H102" in codes(read(f"{TITLE}\nNiquivil - {LEAD}\n{MORE}\n").notices)


def test_places_of_several_countries_are_told() -> None:
    told = codes(read(f"{TITLE}\nOttawa/Amman - {LEAD}\n{MORE}\n").notices)
    assert "H103" in told
    assert "H102" not in told


def test_an_inline_date_without_a_year_gets_none() -> None:
    assert release(f"{TITLE}\nHaïti - Mercredi dernier (25 mai), {LEAD}\n").published == ""
