"""Rows of a head, and the farewell of a mail, in one paragraph of the markup; a poem and a title keep their breaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Break, Emphasis, Inlines, Release, SourceRef, Text
from oimpress.model.runs import inlines
from oimpress.passes.head.rows import in_rows
from tests.passes.reading import LEAD, said

MAIL = Release("x", source=SourceRef("x.eml", "", "message/rfc822", "mail"))
PAGE = Release("x")


def broken(*texts: str, release: Release = PAGE, above: int = 0) -> Draft:
    """A paragraph whose rows breaks part, below so many lines."""
    parts = [part for text in texts for part in (Break(), Text(text))][1:]
    line = Line(inlines(*parts), 1, 1, gap=1)
    return Draft(release, (*[Line((Text("Un mot."),), 1, 1)] * above, line))


@pytest.mark.parametrize(
    "texts",
    [
        ["Ville de Lannec", "Communiqué de presse"],
        ["Communiqué de presse", "La halle rouvre samedi"],
        ["Lannec, le 3 juin 2024", "La halle rouvre samedi"],
        ["La halle rouvre samedi", "Le 3 juin 2024", "Préfecture de la Corrèze"],
    ],
)
def test_rows_of_a_head_are_lines(texts: list[str]) -> None:
    done = in_rows(broken(*texts))
    assert said(done) == texts
    assert [line.gap for _, line in done.lines()] == [1, *[0] * (len(texts) - 1)]


@pytest.mark.parametrize(
    "texts",
    [
        ["La halle rouvre", "le 3 juin 2024 après deux ans"],
        ["La mer s'en va", "et revient."],
        ["COMMUNIQUÉ", "DE PRESSE"],
        ["Bonjour,", "la halle rouvre"],
        [LEAD, "Communiqué de presse"],
        ["Communiqué de presse : la halle rouvre", "samedi"],
    ],
)
def test_other_rows_stay_together(texts: list[str]) -> None:
    assert said(in_rows(broken(*texts))) == ["\n".join(texts)]


def headed(*texts: str, titles: tuple[str, ...] = (), level: int = 1) -> list[tuple[str, int]]:
    """The lines, and their levels, that a heading of these rows becomes on a page of ``titles``."""
    given = broken(*texts)
    heading = replace(given, flow=(replace(next(line for _, line in given.lines()), level=level),), titles=titles)
    return [(line.plain, line.level) for _, line in in_rows(heading).lines()]


@pytest.mark.parametrize(
    "texts",
    [
        ["La Verrière rallume ses fours", "Onze spectacles dans une halle"],
        ["Les halles rouvrent samedi", "Le marché revient au centre"],
        ["A folding turbine goes to sea", "The 6 MW machine can lie flat"],
        ["La Verrière rallume ses fours", "Onze spectacles dans une halle", "et un bal"],
    ],
)
def test_a_subtitle_that_opens_anew_is_a_line_of_its_own(texts: list[str]) -> None:
    assert headed(*texts) == [(texts[0], 1), ("\n".join(texts[1:]), 0)]


@pytest.mark.parametrize(
    "texts",
    [
        ["La Verrière", "Onze spectacles dans une halle"],
        ["La ville choisit un maire pour", "Le Havre et ses plages"],
        ["La ligne rouvre de Caen à la gare", "Le Havre et ses plages"],
        ["Cols fermés, vies perdues :", "Une présence médicale permanente"],
        ["Les halles rouvrent samedi", "après deux ans de travaux"],
        ["Les halles rouvrent samedi", "Bilan de deux ans de travaux"],
    ],
)
def test_a_title_of_two_rows_stays_whole_where_it_is_not_sure(texts: list[str]) -> None:
    assert headed(*texts) == [("\n".join(texts), 1)]


@pytest.mark.parametrize(
    ("rows", "parted"),
    [
        ((Text("La Verrière rallume ses fours"), Break(), Emphasis((Text("Bilan de deux ans"),))), True),
        ((Emphasis((Text("La Verrière rallume ses fours"),)), Break(), Text("Bilan de deux ans")), False),
        ((Text("La Verrière rallume ses fours"), Break(), Emphasis((Text("Bilan"),)), Text(" de deux ans")), False),
        ((Text("La Verrière rallume ses fours."), Break(), Emphasis((Text("Bilan de deux ans"),))), False),
    ],
)
def test_a_slanted_row_below_an_upright_one_is_its_subtitle(rows: Inlines, parted: bool) -> None:
    done = in_rows(Draft(PAGE, (Line(rows, 1, 1),)))
    assert len(list(done.lines())) == 1 + parted


def test_what_a_page_says_is_its_title_parts_or_holds_two_rows() -> None:
    bilan = ["Les halles rouvrent samedi", "Bilan de deux ans de travaux"]
    assert headed(*bilan, titles=(f"{bilan[0]} - Ville de Lannec",)) == [(bilan[0], 1), (bilan[1], 0)]
    fours = ["La Verrière rallume ses fours", "Onze spectacles dans une halle"]
    assert headed(*fours, titles=(" ".join(fours),)) == [("\n".join(fours), 1)]
    assert headed(*fours, level=0) == [("\n".join(fours), 0)]


def test_what_goes_on_below_the_head_stays_together() -> None:
    done = in_rows(broken("Communiqué de presse", "La halle rouvre", LEAD, "Un mot.", "Un autre."))
    assert said(done) == ["Communiqué de presse", "La halle rouvre", f"{LEAD}\nUn mot.\nUn autre."]


def test_deep_in_the_text_nothing_is_parted() -> None:
    assert said(in_rows(broken("Ville de Lannec", "Communiqué", above=10)))[-1] == "Ville de Lannec\nCommuniqué"


def test_the_greeting_and_the_farewell_of_a_mail_are_lines() -> None:
    texts = ["Bonjour,", "voici notre texte"]
    assert said(in_rows(broken(*texts, release=MAIL))) == texts
    end = ["Un mot.", "Un autre.", "Je reste à votre disposition.", "Bien à vous,", "Maud"]
    done = in_rows(broken(*end, release=MAIL, above=20))
    assert said(done)[20:] == ["Un mot.\nUn autre.", *end[2:]]
    assert said(in_rows(broken(*end, above=20)))[20:] == ["\n".join(end)]
