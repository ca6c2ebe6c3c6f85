"""Lines of the head with a date, a place or both, taken apart; dates that do not exist."""

from __future__ import annotations

import pytest

from oimpress.model.traced import of_source
from oimpress.passes.head.dates import dateline_of, stamp_of
from tests.passes.reading import LEAD, MORE, codes, read


@pytest.mark.parametrize(
    ("text", "place", "date", "when", "dropped"),
    [
        ("Genève, le 9 mars 2024", "Genève", "9 mars 2024", "2024-03-09", [", le "]),
        ("Fait à Paris, le lundi 3 mars 2025", "Paris", "lundi 3 mars 2025", "2025-03-03", ["Fait à ", ", le "]),
        ("Signé à Paris, ce 3 mars 2025", "Paris", "3 mars 2025", "2025-03-03", ["Signé à ", ", ce "]),
        ("Done at Vaubrun, 3 March 2025", "Vaubrun", "3 March 2025", "2025-03-03", ["Done at ", ", "]),
        ("Hecho en Lima, 3 de marzo de 2025", "Lima", "3 de marzo de 2025", "2025-03-03", ["Hecho en ", ", "]),
        (
            "Publié le 3 mars 2025 par la direction de la ville",
            "",
            "3 mars 2025",
            "2025-03-03",
            ["Publié le ", " par la direction de la ville"],
        ),
        ("Sevilla, a 17 de noviembre de 2025", "Sevilla", "17 de noviembre de 2025", "2025-11-17", [", a "]),
        ("En Lima, a 3 de marzo de 2025", "Lima", "3 de marzo de 2025", "2025-03-03", ["En ", ", a "]),
        ("Port-au-Prince (Haïti), 4 mai 2021", "Port-au-Prince (Haïti)", "4 mai 2021", "2021-05-04", [", "]),
        ("Goma (RDC)/Bukavu, 4 mai 2021", "Goma (RDC)/Bukavu", "4 mai 2021", "2021-05-04", [", "]),
        ("4 mai 2021 – Dakar", "Dakar", "4 mai 2021", "2021-05-04", [" – "]),
        ("4 mai 2021", "", "4 mai 2021", "2021-05-04", []),
        ("Le 4 mai 2021, 10 h", "", "Le 4 mai 2021, 10 h", "2021-05-04", []),
        ("4 de mayo de 2021 - 4:15 p. m.", "", "4 de mayo de 2021", "2021-05-04", [" - 4:15 p. m."]),
        ("On 4 May 2021 | 9:05 hrs", "", "4 May 2021", "2021-05-04", ["On ", " | 9:05 hrs"]),
        ("4 mai 2021 - 10 h", "", "4 mai 2021 - 10 h", "2021-05-04", []),
        ("4 mai 2021, 16:15", "", "4 mai 2021, 16:15", "2021-05-04", []),
        ("4 mai 2021 - 16:15 au port", "", "4 mai 2021 - 16:15 au port", "2021-05-04", []),
        ("Genève, 31 juin 2024", "Genève", "31 juin 2024", "", [", "]),
        ("Genève", "Genève", "", "", []),
        ("GENÈVE –", "GENÈVE", "", "", [" –"]),
        ("Le Vernet-d'Aulne, le 9 mars 2024", "Le Vernet-d'Aulne", "9 mars 2024", "2024-03-09", [", le "]),
        ("La date, le 9 mars 2024", "", "La date, le 9 mars 2024", "2024-03-09", []),
        (
            "Rabat, le 24 mai 2022 / 23 chaoual 1443",
            "Rabat",
            "24 mai 2022",
            "2022-05-24",
            [", le ", " / 23 chaoual 1443"],
        ),
    ],
)
def test_a_line_is_taken_apart(text: str, place: str, date: str, when: str, dropped: list[str]) -> None:
    stamp = stamp_of(of_source(text))
    assert (str(stamp.place or ""), str(stamp.date or ""), stamp.when) == (place, date, when)
    assert [str(each.text) for each in stamp.dropped] == dropped


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Communiqué", ["Communiqué"]),
        ("Genève, le 9 mars 2024, pour suite à donner", ["pour suite à donner"]),
        (
            "Mise à jour du plan local d'urbanisme le 12 mars 2024 : Autre texte",
            ["Mise à jour du plan local d'urbanisme le", "Autre texte"],
        ),
        ("Publié le 12 mars 2024 par la mairie, à Vaubrun", []),
        ("Publié le 12 mars 2024 à 7 h 31 | Transport | Ajouter aux favoris", []),
        ("Publié le 12 mars 2024 — Dernière modification le 13/03/2024", []),
        ("Posté le 12 mars 2024 dans Communiqués", []),
        (
            "12 mars 2024 dans Communiqués de la ville de Vaubrun-sur-Lie",
            ["dans Communiqués de la ville de Vaubrun-sur-Lie"],
        ),
        ("Publié le 12 mars 2024 | Transport urbain de nuit", ["Transport urbain de nuit"]),
    ],
)
@pytest.mark.parametrize("of_site", [False, True])
def test_words_beside_place_and_date_stay(text: str, more: list[str], of_site: bool) -> None:
    stamp = stamp_of(of_source(text), of_site)
    assert [str(each) for each in stamp.more] == more
    joints = [str(gone).casefold().split() for gone, rule in stamp.dropped if rule == "H008"]
    assert {word for words in joints for word in words if word.isalpha()} <= {"le", "publié", "posté"}


@pytest.mark.parametrize(
    "text", ["Publié le 11/03/2025", "Publicado el 11 de marzo de 2025", "Mis en ligne le 11 mars 2025 par la mairie"]
)
def test_what_a_site_was_published_on_dates_the_release_alone(text: str) -> None:
    line, when, dropped, doubts = dateline_of([stamp_of(of_source(text), of_site=True)], "l.1")
    assert (line, when, doubts) == (None, "2025-03-11", [])
    assert [str(each.text) for each in dropped] == [text]


def test_an_author_beside_the_day_of_a_page_says_that_it_is_the_sites() -> None:
    day = of_source("mercredi 9 mai 2012, par Awa Sow")
    assert dateline_of([stamp_of(day, of_site=True)], "l.1")[:2] == (None, "2012-05-09")
    line, when, dropped, _ = dateline_of([stamp_of(day)], "l.1")
    assert line is not None
    assert line.date is not None
    assert (str(line.date.text), when) == ("mercredi 9 mai 2012", "2012-05-09")
    assert [str(each.text) for each in dropped] == [", par Awa Sow"]


def test_words_that_date_a_text_at_its_foot_are_no_part_of_the_day() -> None:
    line, when, *_ = dateline_of([stamp_of(of_source("Dated this 17th day of June 2025"))], "l.1")
    assert line is not None
    assert line.date is not None
    assert (str(line.date.text), when) == ("17th day of June 2025", "2025-06-17")


@pytest.mark.parametrize(
    ("place", "lang", "country"),
    [
        ("Portneuf-les-Chutes", "fr-CA", "CA"),
        ("Portneuf-les-Chutes", "fr-FR", ""),  # what programs write by themselves
        ("Portneuf-les-Chutes", "fr", ""),
        ("Dakar", "fr-CA", "SN"),
    ],
)
def test_the_country_of_a_place_that_nobody_knows_is_that_of_the_page_s_language(
    place: str, lang: str, country: str
) -> None:
    line, _, _, doubts = dateline_of([stamp_of(of_source(f"{place}, le 14 mai 2025"))], "l.1", lang)
    assert line is not None
    assert line.place is not None
    assert line.place.country == country
    assert [one.code for one in doubts] == ([] if country else ["H102"])


def test_a_day_with_its_place_goes_before_the_same_day_alone() -> None:
    line, *_ = dateline_of(
        [stamp_of(of_source(text)) for text in ("jeudi 11 avril 2013", "Tunis, le 11 avril 2013")], "l.1"
    )
    assert line is not None
    assert line.date is not None
    assert line.date.text == "11 avril 2013"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("11 mars 2025", "11 mars 2025"),
        ("Publié à Genève, le 11 mars 2025", "11 mars 2025"),
        ("Publié le 11 mars", "11 mars"),
    ],
)
def test_other_dates_of_a_site_stay_its_dateline(text: str, date: str) -> None:
    line, *_ = dateline_of([stamp_of(of_source(text), of_site=True)], "l.1")
    assert line is not None
    assert line.date is not None
    assert line.date.text == date


def test_a_dateline_goes_before_the_day_of_a_site() -> None:
    stamps = [stamp_of(of_source(text), of_site=True) for text in ("Publié le 12/03/2025", "Genève, le 11 mars 2025")]
    line, when, *_ = dateline_of(stamps, "l.1")
    assert line is not None
    assert line.date is not None
    assert (line.date.text, when) == ("11 mars 2025", "2025-03-11")


def test_what_lines_say_together() -> None:
    stamps = [stamp_of(of_source(text)) for text in ("Genève", "9 mars", "Paris, le 9 mars 2024")]
    line, when, dropped, doubts = dateline_of(stamps, "l.1")
    assert line is not None
    assert line.place is not None
    assert line.date is not None
    assert (line.place.text, line.place.country, line.date.text, when) == ("Genève", "CH", "9 mars 2024", "2024-03-09")
    assert [(str(each.text), each.rule) for each in dropped] == [
        (", le ", "H008"),
        ("Paris", "H003"),
        ("9 mars", "H003"),
    ]
    assert doubts == []


def test_a_date_without_year_is_shown_and_means_no_day() -> None:
    line, when, _, doubts = dateline_of([stamp_of(of_source("9 mars"))], "l.1")
    assert line is not None
    assert line.date is not None
    assert (line.place, line.date.text, line.date.when, when, doubts) == (None, "9 mars", "", "", [])


def test_without_place_and_date_there_is_no_dateline() -> None:
    assert dateline_of([stamp_of(of_source("Communiqué"))], "l.1")[:2] == (None, "")


@pytest.mark.parametrize(
    ("text", "codes"), [("Niquivil, 3 mai 2024", ["H102"]), ("Ottawa/Amman, 3 mai 2024", ["H103"])]
)
def test_a_place_without_a_country_is_told(text: str, codes: list[str]) -> None:
    _, _, _, doubts = dateline_of([stamp_of(of_source(text))], "l.2")
    assert [(one.code, one.where) for one in doubts] == [(code, "l.2") for code in codes]


def test_a_date_that_does_not_exist_is_told_and_stays_as_it_is_printed() -> None:
    done = read(f"L'OIM aide les sinistrés\nGenève, le 31 juin 2024\n\n{LEAD}\n\n{MORE}\n")
    (told,) = [one for one in done.notices if one.code == "H108"]
    assert told.detail == "31 juin 2024"
    assert done.value.dateline is not None
    assert done.value.dateline.date is not None
    assert (done.value.dateline.date.text.replace("\u00a0", " "), done.value.dateline.date.when) == ("31 juin 2024", "")
    assert "H108" not in codes(read(f"Un titre\nGenève, le 30 juin 2024\n\n{LEAD}\n\n{MORE}\n").notices)


@pytest.mark.parametrize(("lang", "unsure"), [("en", True), ("en-US", True), ("en-GB", False), ("fr", False)])
def test_figures_that_can_be_two_days_are_told_in_english(lang: str, unsure: bool) -> None:
    _, when, _, doubts = dateline_of([stamp_of(of_source("03/04/2025"))], "l.1", lang)
    assert when == ("" if unsure else "2025-04-03")
    assert [(one.code, one.where, one.detail) for one in doubts] == ([("H109", "l.1", "03/04/2025")] if unsure else [])
