"""Who publishes: the office that is named, the organisation of a style, or who issues the releases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import oimpress
from oimpress.publisher import publisher
from oimpress.settings.style import StyleTable
from oimpress.style import load_style

OURS = StyleTable(organisation="Maison des Îles", named_as=("MDI", "Maison des Îles"))
OWN = StyleTable(organisation="Région Vézelin")


def issued(issuer: str, text: str = "") -> tuple[str, Callable[[], bytes]]:
    return issuer, f"<release>{text}</release>".encode


@pytest.mark.parametrize("style", [OURS, OWN, StyleTable()])
def test_an_office_that_has_a_name_publishes(style: StyleTable) -> None:
    assert publisher("Musée de Brumal", style, [issued("Ville d’Ypreville", "la MDI")]) == "Musée de Brumal"


def test_a_style_of_its_own_names_its_house_whatever_releases_say() -> None:
    assert publisher("", OWN, [issued("Ville d’Ypreville"), issued("")]) == "Région Vézelin"


@pytest.mark.parametrize(
    ("releases", "by"),
    [
        ([issued("", "La MDI ouvre un centre.")], "Maison des Îles"),
        ([issued("", "la maison des îles")], "Maison des Îles"),
        ([issued("MDI Niamey")], "Maison des Îles"),
        ([issued("", "La MDI ouvre."), issued("", "La MDI ferme.")], "Maison des Îles"),
        ([issued("", "La MDI ouvre."), issued("", "Sans nom.")], ""),
        ([issued("Ville d’Ypreville", "avec la MDI")], "Ville d’Ypreville"),
        ([issued("Ville d’Ypreville"), issued("VILLE D’YPREVILLE")], "VILLE D’YPREVILLE"),
        ([issued("Ville d’Ypreville"), issued("")], ""),
        ([issued("Ville d’Ypreville"), issued("Musée de Brumal")], ""),
        ([issued("", "La MDIO ouvre, l’AMDI aussi.")], ""),
        ([issued("", "Un centre ouvre.")], ""),
        ([], ""),
    ],
)
def test_a_style_for_any_office_asks_the_releases(releases: list[tuple[str, Callable[[], bytes]]], by: str) -> None:
    assert publisher("", OURS, releases) == by


def test_without_a_name_anywhere_who_issues_the_releases_publishes_them() -> None:
    assert publisher("", StyleTable(), [issued("Ville d’Ypreville")]) == "Ville d’Ypreville"


@pytest.mark.parametrize("name", ["oim", "sobre"])
def test_the_styles_that_come_with_us_are_for_any_office(name: str) -> None:
    settings = load_style(name).settings
    assert settings.organisation
    assert settings.named_as


PAGE = """VILLE D’YPREVILLE

COMMUNIQUÉ DE PRESSE

Ypreville, le 12 mars 2024

Le pont rouvre lundi

Le pont rouvre à huit heures.
"""


def test_a_page_of_another_office_bears_its_own_name_once() -> None:
    release = oimpress.normalise(PAGE.encode()).value
    assert release.issuer == "VILLE D’YPREVILLE"
    page = oimpress.write(release, "html").decode()
    assert "Organisation internationale" not in page
    assert page.partition("<body")[2].partition("<!--")[0].count(release.issuer) == 1
    assert f'<meta name="author" content="{release.issuer}">' in page
