"""Headings inside the body: each case by the smallest flow that meets it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Call, Para, Release, Section, Text
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


def bold(text: str, number: int = 1) -> Line:
    return replace(line(text, number), marks=frozenset({"bold"}))


FOUND: dict[str, tuple[str | Line, ...]] = {
    "a person's word": (line("tout de suite", 1, pin="heading"), PROSE_LINE),
    "another word of a person": (line("Une aide attendue", 1, pin="body"), PROSE_LINE),
    "heads a part": ("Notes aux rédactions :", "Oui."),
    "too short or too long": ("Oh", PROSE_LINE),
    "a small letter": ("une aide attendue", PROSE_LINE),
    "a question with its answer": ("Que faut-il faire ?", PROSE_LINE),
    "a question": ("Que faut-il faire ?", "Partir."),
    "ends a sentence": ("Une aide attendue.", PROSE_LINE),
    "a day above its hours": ("Samedi 20 septembre", "9h-12h : visite de l’horloge"),
    "holds an address": ("À lire : https://a.fr/halle/", PROSE_LINE),
    "a name": ("Amina Diallo", PROSE_LINE),
    "breaks off": ("Une aide attendue dans", PROSE_LINE),
    "bold between others": (bold("Programme"), "9 h 00 Accueil"),
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


def test_bold_lines_between_the_headings_of_a_source_stand_below_them() -> None:
    given = flow(
        bold("Une aide rare", 1), PROSE_LINE, line("Une aide", 2, level=2), PROSE_LINE, bold("Une aide attendue", 3),
        PROSE_LINE, line("Une autre aide", 4), PROSE_LINE, bold("Elle est dite.", 5), PROSE_LINE,
    )  # fmt: skip
    done = headings(Draft(Release("r"), given)).value
    assert [one.level for _, one in done.lines()] == [0, 0, 2, 0, 3, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "texts",
    [
        (bold("Programme"), bold("Tarifs", 2), "9 h 00 Accueil"),
        (bold("2 500 emplois"), "créés en un an"),
        (bold("Nous ouvrons."), "9 h 00 Accueil"),
        ("Programme", "9 h 00 Accueil"),
    ],
)
def test_other_bold_lines_head_nothing_by_their_type(texts: tuple[str | Line, ...]) -> None:
    assert "bold between others" not in cases(*texts).values()


def test_a_heading_of_a_persons_word_has_the_level_of_the_one_above() -> None:
    given = flow(
        line("Un don reçu", 1, pin="heading"),
        line("Une aide", 2, level=3),
        PROSE_LINE,
        line("Un abri neuf", 4, pin="heading"),
        line("Un mot", 5, pin="body"),
    )
    done = headings(Draft(Release("x"), given)).value
    assert [one.level for _, one in done.lines()] == [3, 3, 0, 3, 0]


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


MEDIUM = "Le gouvernement a salué ce geste et annoncé deux ans de travaux."  # prose, since it ends


@pytest.mark.parametrize(
    ("texts", "words", "case"),
    [
        (("Oui", PROSE_LINE), "Oui", "one word"),
        (("A" * 2 + "x", PROSE_LINE), "AAx", "one word"),
        (("Une " + "a" * 86, PROSE_LINE), "Une " + "a" * 86, "between paragraphs"),
        (("Une " + "a" * 87, PROSE_LINE), "Une " + "a" * 87, "too short or too long"),
        (("« Une aide attendue", PROSE_LINE), "« Une aide attendue", "between paragraphs"),
        (("2024, une année noire", PROSE_LINE), "2024, une année noire", "between paragraphs"),
        (("Une aide (attendue)", PROSE_LINE), "Une aide (attendue)", "ends a sentence"),
        (('Une "aide"', PROSE_LINE), 'Une "aide"', "ends a sentence"),
        (("Une « aide », dit-il", PROSE_LINE), "Une « aide », dit-il", "ends a sentence"),
        (("Une « aide » attendue", PROSE_LINE), "Une « aide » attendue", "between paragraphs"),
        (("Une aide attendue", "Un abri neuf."), "Une aide attendue", "beside short lines"),
        (("Une aide attendue", MEDIUM), "Une aide attendue", "between paragraphs"),
        (("Une aide attendue", MEDIUM.rstrip(".")), "Une aide attendue", "beside short lines"),
        (("Une aide attendue", "x" * 120), "Une aide attendue", "between paragraphs"),
        (("Une aide attendue", "x" * 119), "Une aide attendue", "beside short lines"),
        (("Une aide attendue", "x" * 40 + "."), "Une aide attendue", "between paragraphs"),
        (("Une aide attendue", "x" * 39 + "."), "Une aide attendue", "beside short lines"),
        (("Un abri neuf", "Une aide attendue", PROSE_LINE), "Une aide attendue", "beside short lines"),
        (("Un abri neuf.", "Une aide attendue", PROSE_LINE), "Une aide attendue", "between paragraphs"),
        ((line("Une aide attendue", 1, gap=1), line("Partons.", 2, gap=1)), "Une aide attendue", "beside short lines"),
        ((line("Une aide attendue", 1, gap=1), "Partons"), "Une aide attendue", "beside short lines"),
        ((line("Bamako", 1, gap=1), line(PROSE_LINE, 2, gap=1)), "Bamako", "between paragraphs"),
        (("  Une aide attendue  ", PROSE_LINE), "  Une aide attendue  ", "between paragraphs"),
    ],
)
def test_the_case_of_a_line(texts: tuple[str | Line, ...], words: str, case: str) -> None:
    assert cases(*texts)[words] == case


@pytest.mark.parametrize(
    ("question", "above", "answer"),
    [
        ("Que faut-il faire ?", "Une aide attendue.", PROSE_LINE),
        ("Que faut-il faire\u202f?", "Une aide attendue.", PROSE_LINE),
        ("Que faut-il faire?", "Il a dit « non ».", PROSE_LINE),
        ("Que faut-il faire ?", "« Oui », a-t-elle dit.", PROSE_LINE),
        ("Que faut-il faire ?", "Où aller ? Au nord.", MEDIUM),
    ],
)
def test_questions_that_head_their_answer(question: str, above: str, answer: str) -> None:
    assert cases(above, question, answer)[question] == "a question with its answer"
    assert cases(question, answer)[question] == "a question with its answer"


@pytest.mark.parametrize(
    ("above", "question", "below"),
    [
        ("Une aide attendue.", "Pourquoi ?", PROSE_LINE),  # one word asks nothing that a paragraph answers
        ("Une aide attendue.", "Et lui : que faire ?", PROSE_LINE),
        ("Une aide attendue.", "Q" * 4 + "ue faire ici ou là " * 4 + "?", PROSE_LINE),
        ("Une aide attendue.", "Que faut-il faire ?", "Partir."),
        ("Une aide attendue.", "Que faut-il faire ?", "— Partir, a dit le chef du village, et laisser ce que nous avons ici."),
        ("Une aide attendue", "Que faut-il faire ?", PROSE_LINE),
        ("Il demande,", "Que faut-il faire ?", PROSE_LINE),
        ("“ Nous partons.", "Que faut-il faire ?", PROSE_LINE),
        ("− Je pars.", "Que faut-il faire ?", PROSE_LINE),
    ],
)  # fmt: skip
def test_questions_that_head_no_paragraph(above: str, question: str, below: str) -> None:
    assert cases(above, question, below)[question] != "a question with its answer"


def test_a_question_far_above_or_below_makes_an_interview() -> None:
    asked = ("Que faut-il faire ?", PROSE_LINE)
    assert cases("Où aller ?", PROSE_LINE, *asked)["Que faut-il faire ?"] == "a question"
    assert cases("Où aller.", PROSE_LINE, *asked)["Que faut-il faire ?"] == "a question with its answer"
    long = "Où aller " + "o" * 90 + " ?"
    assert cases(long, PROSE_LINE, *asked)["Que faut-il faire ?"] == "a question with its answer"


def test_blocks_are_prose_above_and_below() -> None:
    block = Para((Text("Un tableau"),))
    release = Release("x")
    head = line("Une aide attendue", 2)

    def case(*items: Line | Para | Section) -> str:
        return next(
            next(iter(one.seen)) for one in headings(Draft(release, items)).value.readings if one.words == head.plain
        )

    assert case(head, block) == "between paragraphs"
    assert case(block, head, block) == "between paragraphs"
    assert case(block, head, line(PROSE_LINE, 3)) == "between paragraphs"
    assert case(line("Un abri neuf", 1), head, block) == "beside short lines"
    assert case(head, Section((Text("Bilan"),), (block,))) == "beside short lines"


def test_a_heading_stands_above_something() -> None:
    assert cases(PROSE_LINE, "Une aide attendue") == {PROSE_LINE: "too short or too long"}


def test_every_line_is_told_as_what_it_was_read() -> None:
    read = headings(Draft(Release("x"), flow(PROSE_LINE, "Une aide attendue", PROSE_LINE))).value.readings
    assert [(one.where, one.region, one.label) for one in read] == [
        ("l.1", "headings", "paragraph"),
        ("l.2", "headings", "heading"),
    ]


def test_what_stands_above_the_first_heading_stays_as_it_is() -> None:
    given = flow("Un abri neuf.", PROSE_LINE)
    assert headings(Draft(Release("x"), given)).value.flow == given
    done = headings(
        Draft(Release("x"), (*given, *flow("Une aide attendue", PROSE_LINE, "Un don reçu", PROSE_LINE)))
    ).value
    assert [type(item) for item in done.flow] == [Line, Line, Section, Section]


@pytest.mark.parametrize(
    ("day", "below", "heads"),
    [
        ("Samedi 20 septembre", "9h-12h : visite", True),
        ("Dimanche 21 septembre 2025", "15 h – lecture", True),
        ("Le 20 septembre", "9h : visite", False),
        ("Samedi 20 septembre", "La halle ouvre.", False),
        ("Samedi 20 septembre, à la halle", "9h : visite", False),
    ],
)
def test_a_day_heads_the_hours_of_its_programme(day: str, below: str, heads: bool) -> None:
    assert (cases(day, below).get(day) == "a day above its hours") is heads


def test_the_call_of_a_note_does_not_hide_the_end_of_a_sentence() -> None:
    called = Line((Text("Une aide attendue."), Call("n1", (Text("1"),))), 2, 2)
    assert "ends a sentence" in cases(PROSE_LINE, called, PROSE_LINE).values()
