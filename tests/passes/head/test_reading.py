"""Kicker, title, subtitle, dates and datelines, in the forms that were seen; and what only looks like one."""

from __future__ import annotations

import pytest

from oimpress.knowledge.dates import find_date
from oimpress.model.runs import flatten
from oimpress.passes.datelines import split_dateline
from tests.passes.reading import LEAD, MORE, bare, codes, paragraphs, read, release

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


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("le 10 décembre 2010,", "2010-12-10"),
        ("27 nov 2023", "2023-11-27"),
        ("February 20, 2018", "2018-02-20"),
        ("3 de mayo de 2019", "2019-05-03"),
        ("2018-06-01", "2018-06-01"),
        ("31 février 2020", ""),
        ("9 mars", ""),
    ],
)
def test_dates(text: str, when: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found.when == when


@pytest.mark.parametrize("text", ["en 2010", "mai", "12 500 000", "25 personnes", "1.3 millions", "le mars rouge 12"])
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("head", "kicker", "kind"),
    [
        ("Communiqué\nGlobal\n\n", "Communiqué – Global", "press-release"),
        ("Comunicado\nGlobal\n\n", "Comunicado – Global", "press-release"),
        ("Official Statements\n", "Official Statements", "statement"),
        ("Migrant Stories\n", "Migrant Stories", "story"),
        ("Discours\n", "Discours", "speech"),
    ],
)
def test_kickers(head: str, kicker: str, kind: str) -> None:
    found = release(f"{head}{TITLE}\n\n{LEAD}\n\n{MORE}\n")
    assert bare(str(flatten(found.kicker))) == kicker
    assert found.kind == kind
    assert bare(str(flatten(found.title))) == TITLE


def test_a_date_line_is_the_date_of_publication() -> None:
    found = release(f"27 nov 2023\n\n{TITLE}\n\n{LEAD}\n\n{MORE}")
    assert found.published == "2023-11-27"
    assert bare(str(flatten(found.title))) == TITLE


def test_a_title_loses_the_dash_left_at_its_end() -> None:
    assert bare(str(flatten(release(f"{TITLE} -\n{LEAD}\n{MORE}").title))) == TITLE


def test_a_line_between_title_and_dateline_is_the_subtitle() -> None:
    found = release(f"{TITLE}\nPlus de 1 000 familles en ont besoin\nHaïti - {LEAD}\n{MORE}")
    assert bare(str(flatten(found.subtitle))) == "Plus de 1 000 familles en ont besoin"


def test_a_caption_between_title_and_dateline_is_no_subtitle() -> None:
    found = release(f"{TITLE}\nUne famille à Goma. Photo: IOM 2017/Awa Sow\nGoma - {LEAD}\n{MORE}\n")
    assert not found.subtitle
    assert found.dateline
    assert paragraphs(found.body) == [LEAD, MORE]


@pytest.mark.parametrize("text", [f"{LEAD}\n{MORE}\n", f"Haïti - {LEAD}\n{MORE}\n", "Tél : +41 22 717 91 11\n" + LEAD])
def test_no_title_is_told_and_nothing_is_taken_for_it(text: str) -> None:
    done = read(text)
    assert done.value.title == ()
    assert "H101" in codes(done.notices)


@pytest.mark.parametrize(
    "text",
    ["Genève – Les pays membres ont adopté le budget", "Kaboul, 3 mai -- Une explosion a frappé", "Suisse -La loi"],
)
def test_known_places_need_no_full_sentence(text: str) -> None:
    assert split_dateline(text, known=True)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Déclaration de la Cheffe de mission de l'OIM sur les inondations", "statement"),
        ("Déclaration conjointe de l’OIM et du HCR sur le naufrage", "statement"),
        ("Déclaration de M. William Swing, Directeur général de l'OIM", "statement"),
        ("Statement by the Director General on the floods", "statement"),
        ("Declaración del Director General sobre las inundaciones", "statement"),
        ("Discours du Directeur général devant le Conseil", "speech"),
        ("Allocution d'ouverture de la Directrice générale", "speech"),
        ("Déclaration de Marrakech : les ministres s'engagent", "press-release"),
        ("Déclaration de New York pour les réfugiés et les migrants", "press-release"),
        ("Discours de haine : le directeur de l'OIM alerte", "press-release"),
        ("Déclaration du 9 mai : le directeur se félicite", "press-release"),
        ("La déclaration du Directeur général a été lue", "press-release"),
    ],
)
def test_a_title_may_tell_that_somebody_speaks(title: str, kind: str) -> None:
    assert release(f"{title}\nMali - {LEAD}\n{MORE}").kind == kind


def test_a_kicker_goes_before_what_the_title_tells() -> None:
    assert release(f"Discours\nDéclaration du Directeur général\n{LEAD}\n{MORE}").kind == "speech"
