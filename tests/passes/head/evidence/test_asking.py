"""Questions about a line of the head: each under its name, and asked of lines that are not too long for it."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence import Page, evidence_on
from oimpress.passes.head.evidence import asking as module
from oimpress.passes.head.evidence.asking import EVERY, Question, evidence, sights_of
from oimpress.passes.head.sight import Sight
from tests.passes.reading import draft


def yes(line: Sight, page: Page) -> object:
    return True


def same_above(line: Sight, page: Page) -> object:
    above = line.beside(-1)
    return above is not None and above.same(line)


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str, Question]]:
    """Three questions in place of the usual ones."""
    asked: list[tuple[int, str, Question]] = [(3, "short", yes), (5, "longer", yes), (EVERY, "any", yes)]
    monkeypatch.setattr(module, "QUESTIONS", asked)
    monkeypatch.setattr(module, "_long", module._long.__wrapped__)
    monkeypatch.setattr(module, "_asked_of", module._asked_of.__wrapped__)
    return asked


@pytest.mark.parametrize(
    ("size", "names"),
    [
        (3, {"short", "longer", "any"}),
        (4, {"longer", "any"}),
        (5, {"longer", "any"}),
        (6, {"any"}),
        (7, {"any"}),
        (900, {"any"}),
    ],
)
@pytest.mark.usefixtures("questions")
def test_a_question_is_asked_of_lines_up_to_its_length(size: int, names: set[str]) -> None:
    assert evidence_on([line for _, line in draft("x" * size).lines()], Page()) == [names]


def test_a_question_is_known_by_the_words_of_its_name(questions: list[tuple[int, str, Question]]) -> None:
    assert evidence(9)(same_above) is same_above
    assert evidence()(yes) is yes
    assert questions[3:] == [(9, "same above", same_above), (EVERY, "yes", yes)]
    lines = [line for _, line in draft("Un mot\nUN MOT").lines()]
    assert [("same above" in found, "yes" in found) for found in evidence_on(lines, Page())] == [
        (False, True),
        (True, True),
    ]


def test_a_line_knows_its_place_among_the_others() -> None:
    sights = sights_of([line for _, line in draft("Un\nDeux\nTrois").lines()])
    assert [(one.at, one.text) for one in sights] == [(0, "Un"), (1, "Deux"), (2, "Trois")]
    assert sights[0].others == sights
