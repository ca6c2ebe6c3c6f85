"""Hyphens at the ends of a PDF's lines, by what the text tells of a program that divides words."""

from __future__ import annotations

import pytest

from oimpress.readers.pdf.cuts import divisions
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_pdf import paragraphs, pdf

MANY = "La com-\nmune lance une réu-\nnion et un grand pro-\njet de quartier.\n"


@pytest.mark.parametrize(("start", "end"), [("res", "source"), ("recom", "mande"), ("long", "temps")])
def test_a_program_that_divides_many_words_put_the_hyphen(start: str, end: str) -> None:
    assert divisions(MANY).cut(start, end)
    assert not divisions("La com-\nmune lance un projet.\n").cut(start, end)


@pytest.mark.parametrize(
    ("start", "end"),
    [("porte", "parole"), ("Rhône", "Alpes"), ("quartier", "commune"), ("elles", "mêmes"), ("rond", "point")],
)
def test_the_hyphen_of_a_compound_stays_among_them(start: str, end: str) -> None:
    assert not divisions(f"{MANY}Un rond-point. La commune est là.\n").cut(start, end)


def test_lines_that_end_with_a_sentence_s_dash_are_not_counted() -> None:
    assert not divisions("Le maire -\nson adjoint -\nla ville -\nla halle\n").often
    assert not divisions("Saint-\nBrieuc, Rhône-\nAlpes, Val-\nFleuri\n").often


def test_words_divided_in_a_narrow_column_are_whole() -> None:
    words = "une res-<br>source pour la com-<br>mune, que la recom-<br>mande le rap-<br>port, dit le porte-<br>parole"
    body = f"<h1>La piscine rouvre</h1><p>{words} ce soir à tous les habitants de la ville et du canton.</p>"
    (found,) = paragraphs(lawful(Source("a.pdf", pdf(body))))[:1]
    assert found.startswith("une ressource pour la commune, que la recommande le rapport, dit le porte-parole")
