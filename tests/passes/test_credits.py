"""Credits of pictures: of any office, by its acronym; and words that only begin like one."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.model.runs import plain
from oimpress.model.traced import Traced, of_source
from oimpress.passes.credits import CREDIT_LINE, figure_of


@pytest.mark.parametrize(
    "line",
    [
        "Photo OIM 2010 / Jean Dupont",
        "Crédit photo MSF",
        "Photo: Jean Dupont",
        "Credit UN/Maria Lopez",
        "Photo CICR, 2011",
    ],
)
def test_credits(line: str) -> None:
    assert CREDIT_LINE.fullmatch(line)


@pytest.mark.parametrize(
    "line",
    ["Photos HD sur demande", "Photo HD", "Crédits FEDER votés en mai", "Photos PME primées", "Photo de famille"],
)
def test_no_credits(line: str) -> None:
    assert not CREDIT_LINE.fullmatch(line)


def figure(text: str) -> tuple[str, str] | None:
    """The caption and the credit that a line is."""
    found = figure_of(Line((Text(of_source(text)),), 1, 1))
    return (plain(found.caption), plain(found.credit)) if found else None


@pytest.mark.parametrize(
    "credit",
    [
        "© Jean Dupont",
        "Photo : Jean Dupont",
        "PHOTO: J. Dupont",
        "Crédit photo : Ville de Lyon",
        "CRÉDIT PHOTO : Ville de Lyon",
        "Photo credit: UN",
        "photo by : Jean Dupont",
        "Foto: Ana Ruiz",
        "Photos © OIM",
        "Photo OIM 2010 / Jean Dupont",
        "  Photo : Jean Dupont  ",
    ],
)
def test_a_credit_alone(credit: str) -> None:
    assert figure(credit) == ("", credit.strip())


@pytest.mark.parametrize(
    ("caption", "gap", "credit"),
    [
        ("La halle rouvre.", " ", "Photo : Jean Dupont"),
        ("La halle rouvre !", " ", "Crédit photo : Ville de Lyon"),
        ("« La halle »", " ", "© OIM"),
        ("La halle rouvre", " ", "(Photo : Jean Dupont)"),
        ("La halle rouvre", " ", "© Ville de Lyon"),
        ("La halle rouvre", " ", "[© Ville de Lyon]"),
        ("La halle rouvre", " ", "Photo : © Ville de Lyon"),
    ],
)
def test_a_caption_with_its_credit(caption: str, gap: str, credit: str) -> None:
    assert figure(f"{caption}{gap}{credit}") == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "La halle rouvre.",
        "Photo de famille",
        "Photo : jean@x.example",
        "La halle rouvre. Photos sur demande à la mairie.",
        "Photo : Jean Dupont. La halle rouvre mardi. Tous sont venus.",
        "Photographie : " + "x" * 400,
        "",
    ],
)
def test_other_lines_are_no_picture(text: str) -> None:
    assert figure(text) is None


def test_each_part_is_put_by_its_rule() -> None:
    found = figure_of(Line((Text(of_source("La halle rouvre. Photo : Jean Dupont")),), 1, 1))
    assert found
    for part, rule in ((found.caption, "B011"), (found.credit, "B010")):
        assert {
            piece.place
            for one in part
            if isinstance(one, Text) and isinstance(one.value, Traced)
            for piece in one.value.pieces
        } == {rule}
