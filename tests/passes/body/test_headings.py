"""Headings inside the body: each case by the smallest flow that meets it."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Para, Release, Section, Text
from oimpress.passes.body.headings import CASES, headings

PROSE_LINE = "Le gouvernement a salué ce geste et annoncé que la reconstruction durerait deux ans dans toute la région."


def line(text: str, number: int, gap: int = 0, pin: str = "", level: int = 0) -> Line:
    marks = frozenset({f"pin {pin}"} if pin else ())
    return Line((Text(text),), number, number, gap, level=level, marks=marks)


def flow(*texts: str | Line) -> tuple[Line, ...]:
    return tuple(line(text, at) if isinstance(text, str) else text for at, text in enumerate(texts, 1))


def cases(*texts: str | Line) -> dict[str, str]:
    """Words of a line -> the case that decided."""
    read = headings(Draft(Release("x"), flow(*texts))).value.readings
    return {one.words: next(iter(one.seen)) for one in read}


FOUND: dict[str, tuple[str | Line, ...]] = {
    "a person's word": (line("tout de suite", 1, pin="heading"), PROSE_LINE),
    "another word of a person": (line("Une aide attendue", 1, pin="body"), PROSE_LINE),
    "heads a part": ("Notes aux rédactions :", "Oui."),
    "too short or too long": ("Oh", PROSE_LINE),
    "a small letter": ("une aide attendue", PROSE_LINE),
    "a question with its answer": ("Que faut-il faire ?", PROSE_LINE),
    "a question": ("Que faut-il faire ?", "Partir."),
    "ends a sentence": ("Une aide attendue.", PROSE_LINE),
    "holds an address": ("À lire : https://a.fr/halle/", PROSE_LINE),
    "a name": ("Amina Diallo", PROSE_LINE),
    "breaks off": ("Une aide attendue dans", PROSE_LINE),
    "one word": ("Bamako", PROSE_LINE),
    "close to its text": (line("Une aide attendue", 1, gap=1), "Partons."),
    "between paragraphs": (PROSE_LINE, "Une aide attendue", PROSE_LINE),
    "beside short lines": ("Une aide attendue", "Un abri neuf", PROSE_LINE),
}


@pytest.mark.parametrize("name", FOUND)
def test_a_case_is_met_by_its_lines(name: str) -> None:
    assert name in cases(*FOUND[name]).values()


def test_every_case_has_its_lines() -> None:
    assert list(FOUND) == [case.name for case in CASES]


def test_what_heads_takes_in_what_follows() -> None:
    done = headings(Draft(Release("x"), flow(PROSE_LINE, "Une aide attendue", PROSE_LINE, PROSE_LINE))).value
    first, section = done.flow
    assert isinstance(first, Line)
    assert isinstance(section, Section)
    assert section.heading == (Text("Une aide attendue"),)
    assert section.blocks == (Para((Text(PROSE_LINE),)),) * 2


def test_the_sources_own_headings_stand_alone() -> None:
    given = flow(line("Une aide", 1, level=2), PROSE_LINE, "Une aide attendue", PROSE_LINE)
    assert headings(Draft(Release("x"), given)).value.flow == given


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Que faut-il faire ?",
            "– Partir, a dit le chef du village, et laisser derrière nous tout ce que nous avons ici.",
        ),
        ("Il demande :", "Que faut-il faire ?", PROSE_LINE),
        ("– Je ne sais pas.", "Que faut-il faire ?", PROSE_LINE),
        ("« Nous partons.", "Que faut-il faire ?", PROSE_LINE),
        ("Que faut-il faire ?", PROSE_LINE, "Où faut-il aller ?", PROSE_LINE),
    ],
    ids=["dialogue", "colon", "speech above", "open quotation", "interview"],
)
def test_questions_that_head_nothing(texts: tuple[str, ...]) -> None:
    assert set(cases(*texts).values()).isdisjoint({"a question with its answer"})


def test_one_word_that_heads_parts_or_stands_apart() -> None:
    assert cases("Contexte", PROSE_LINE)["Contexte"] == "between paragraphs"
    assert cases(line("Bamako", 1, gap=1), PROSE_LINE)["Bamako"] == "close to its text"
