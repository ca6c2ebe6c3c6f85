"""Rows of a head, and the farewell of a mail, in one paragraph of the markup; a poem and a title keep their breaks."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Break, Release, SourceRef, Text
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
