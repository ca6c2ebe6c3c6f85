"""Where and when a text was written, as its first paragraph says: dashes, full stops, bars, wires; and prose."""

from __future__ import annotations

import pytest

from oimpress.passes.datelines import opening_of, reads_like_place, split_dateline

TEXT = "Une équipe mobile a remis des abris à mille familles du nord."


@pytest.mark.parametrize(
    ("head", "place", "when", "country"),
    [
        ("Genève – ", "Genève", "", "CH"),
        ("Genève -- ", "Genève", "", "CH"),
        ("GENÈVE, 9 mars 2024 — ", "GENÈVE", "2024-03-09", "CH"),
        ("Genève, le 9 mars 2024 – ", "Genève", "2024-03-09", "CH"),
        ("GENEVE (Nouvelles du BIT) – ", "GENEVE", "", "CH"),
        ("Bourg-la-Rivière – ", "Bourg-la-Rivière", "", ""),
        ("Bourg-la-Rivière (Togo) – ", "Bourg-la-Rivière (Togo)", "", "TG"),
        ("Bourg-la-Rivière (AGENCE) – ", "Bourg-la-Rivière", "", ""),
        ("Bourg-la-Rivière (Togo), le 3 mars 2026 – ", "Bourg-la-Rivière (Togo)", "2026-03-03", "TG"),
        ("Bourg-la-Rivière (Togo), le 3 mars 2026. ", "Bourg-la-Rivière (Togo)", "2026-03-03", "TG"),
        ("Bourg-la-Rivière (AGENCE), le 3 mars 2026. ", "Bourg-la-Rivière", "2026-03-03", ""),
        ("Paris (AGENCE), le 3 mars 2026. ", "Paris", "2026-03-03", "FR"),
        ("Paris, le 3 mars 2026. ", "Paris", "2026-03-03", "FR"),
        ("Paris, le mardi 3 mars 2026 | ", "Paris", "2026-03-03", "FR"),
        ("Paris le 3 mars 2026 – ", "Paris", "2026-03-03", "FR"),
        ("Paris (3 mars 2026) – ", "Paris", "2026-03-03", "FR"),
        ("Paris, 3 mars 2026 (Xinhua) -- ", "Paris", "2026-03-03", "FR"),
        ("Bourg-la-Rivière, 3 mars 2026 : ", "Bourg-la-Rivière", "2026-03-03", ""),
        ("GRENOBLE, France--(AGENCE)--", "GRENOBLE, France", "", "FR"),
        ("Vaubrun--(AGENCE)--", "Vaubrun", "", ""),
        ("GENÈVE, Suisse–(AGENCE)–9 mars 2024–", "GENÈVE, Suisse", "2024-03-09", "CH"),
        ("Bruxelles, mardi 3 mars 2026 – ", "Bruxelles", "2026-03-03", "BE"),
        ("Montréal, mardi 3 mars 2026 — ", "Montréal", "2026-03-03", "CA"),
    ],
)
def test_a_paragraph_opens_with_its_place(head: str, place: str, when: str, country: str) -> None:
    found = opening_of(f"{head}{TEXT}")
    assert found is not None
    assert (head[: found.place], found.when, found.country) == (place, when, country)
    assert found.text == len(head)
    assert bool(found.date) is bool(when)
    if found.date:
        assert head[slice(*found.date)] in ("9 mars 2024", "3 mars 2026", "mardi 3 mars 2026")


@pytest.mark.parametrize(
    ("head", "place", "date"),
    [
        ("4 August 2021, Dakar – ", "Dakar", "4 August 2021"),
        ("Le 12 mars 2024, Lyon – ", "Lyon", "12 mars 2024"),
        ("Lundi 4 mai 2021 à Lyon : ", "Lyon", "Lundi 4 mai 2021"),
        ("May 4, 2021 – Dakar – ", "Dakar", "May 4, 2021"),
    ],
)
def test_a_day_may_stand_before_its_place(head: str, place: str, date: str) -> None:
    found = opening_of(f"{head}{TEXT}")
    assert found is not None
    assert found.date is not None
    assert (head[found.first : found.place], head[slice(*found.date)]) == (place, date)
    assert found.text == len(head)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"Le 12 mars 2024, Lyon {TEXT}",
        f"12 mars 2024, Bourg-la-Rivière – {TEXT}",
        f"Le 12 mars 2024 – {TEXT}",
        f"Depuis le 12 mars 2024, Lyon – {TEXT}",
        f"Contexte – {TEXT}",
        f"ONU – {TEXT}",
        f"genève – {TEXT}",
        f"Genève – {TEXT.lower()}",
        f"Les agents de la ville – {TEXT}",
        f"Le maire a remis le prix au village – {TEXT}",
        f"Paris, le 3 mars 2026, {TEXT}",
        f"Paris, le 3 mars 2026. {TEXT[:10]}",
        f"{TEXT} Paris, le 3 mars 2026. {TEXT}",
        f"le 3 mars 2026. {TEXT}",
        f"une équipe--(AGENCE)--{TEXT}",
        "",
    ],
)
def test_prose_opens_with_none(text: str) -> None:
    assert opening_of(text) is None


def test_a_place_that_must_be_known_is_one_of_the_gazetteer() -> None:
    assert split_dateline(f"Genève – {TEXT}", known=True)
    assert split_dateline(f"Bourg-la-Rivière – {TEXT}", known=True) is None


def test_a_dash_without_a_blank_behind_it_wants_a_place_that_is_known() -> None:
    assert opening_of(f"Genève –{TEXT}")
    assert opening_of(f"Bourg-la-Rivière –{TEXT}") is None


@pytest.mark.parametrize(
    "place",
    [
        "Genève",
        "Port-au-Prince",
        "San José de Ocuné",
        "Caire et Tunis",
        "L’Isle-Adam",
        "VAUBRUN-SUR-LIE",
        "Goma/Bukavu",
        "Vaux B",
        "Aa Bb Cc Dd Ee",
        "Vernet d'Aulne",
        "Saint-Rémy lès Vignes",
    ],
)
def test_words_that_read_like_a_place(place: str) -> None:
    assert reads_like_place(place)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "ONU",
        "genève",
        "Contexte",
        "Genève 2",
        "Un deux Trois Quatre Cinq Six",
        "Aa Bb Cc Dd Ee Ff",
        "Goma/bukavu",
        "Bureau OIM",
        "Genève a dit",
        "Les agents",
    ],
)
def test_words_that_do_not(words: str) -> None:
    assert not reads_like_place(words)


def test_capitals_that_the_text_writes_small_too_are_no_acronym() -> None:
    assert reads_like_place("VAUXY", "VAUXY, 16 juin 2025 – La fromagerie de Vauxy ouvre")
    assert not reads_like_place("VAUXY", "VAUXY, 16 juin 2025 – La VAUXY ouvre")
    assert not reads_like_place("ONU", "ONU, 16 juin 2025 – Onusida publie son rapport")


@pytest.mark.parametrize(
    "text",
    ["Genève – Les pays membres ont adopté le budget", "Kaboul, 3 mai -- Une explosion a frappé", "Suisse -La loi"],
)
def test_known_places_need_no_full_sentence(text: str) -> None:
    assert split_dateline(text, known=True)
