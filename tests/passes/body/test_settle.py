"""The end of the body's passes: stray quotation marks, paragraphs, headings with what follows them."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Fact, Para, Release, Section, Text, Words
from oimpress.model.runs import plain
from oimpress.passes.body.limits import LONGEST_PARAGRAPH
from oimpress.passes.body.settle import settle, stray_quotes
from tests.passes.reading import codes, draft, said

RECORD = Release("x", facts=(Fact("duration", "Durée", Words("12 mois")),))


@pytest.mark.parametrize(
    ("text", "left", "doubted", "dropped"),
    [
        ('"Le projet aide.\nIl finit."', ["Le projet aide.", "Il finit."], False, 2),
        ('"Le projet aide."', ["Le projet aide."], False, 2),
        (' "Le projet aide.\nIl finit." ', [" Le projet aide.", "Il finit. "], False, 2),
        ('"Le projet aide.\nIl finit.', ["Le projet aide.", "Il finit."], True, 1),
        ('"Le projet" aide.\nIl finit.', ['"Le projet" aide.', "Il finit."], False, 0),
        ('"Le projet" aide "tout.\nIl finit.', ['"Le projet" aide "tout.', "Il finit."], True, 0),
        ('"Le projet" "aide".\nIl finit.', ['"Le projet" "aide".', "Il finit."], False, 0),
        ('Le projet aide.\nIl finit."', ["Le projet aide.", 'Il finit."'], False, 0),
        ("Le projet aide.", ["Le projet aide."], False, 0),
    ],
)
def test_quotes_that_an_export_put_around_a_record(text: str, left: list[str], doubted: bool, dropped: int) -> None:
    done = stray_quotes(draft(text, RECORD))
    assert said(done.value) == left
    assert codes(done.notices) == ({"B102"} if doubted else set())
    assert [(str(each.text), each.rule) for each in done.dropped] == [('"', "B006")] * dropped


def test_quotes_of_what_is_no_record_stay() -> None:
    text = '"Le projet aide.\nIl finit."'
    assert said(stray_quotes(draft(text)).value) == text.split("\n")
    assert stray_quotes(draft("", RECORD)).value.flow == ()


def test_the_doubt_names_the_line() -> None:
    (told,) = stray_quotes(draft('\n"Le projet', RECORD)).notices
    assert (told.where, told.detail) == ("l.2", '"Le projet')


def line(text: str, level: int = 0) -> Line:
    return Line((Text(text),), 1, 1, level=level)


def test_lines_are_paragraphs_and_headings_hold_what_follows() -> None:
    flow = (line("Un."), line("A", 1), line(" Deux. "), line("B", 2), line("Trois."), line("C", 1), line("Quatre."))
    body = settle(Draft(Release("x"), flow)).value.release.body
    first, a, c = body
    assert isinstance(first, Para)
    assert isinstance(a, Section)
    assert isinstance(c, Section)
    two, b = a.blocks
    assert isinstance(two, Para)
    assert isinstance(b, Section)
    assert [plain(one.heading) for one in (a, b, c)] == ["A", "B", "C"]
    assert plain(two.children) == "Deux."
    assert [len(one.blocks) for one in (a, b, c)] == [2, 1, 1]


def test_blocks_stay_and_empty_lines_go() -> None:
    block = Para((Text("bloc"),))
    done = settle(Draft(Release("x"), (block, line("  "), line("Un."))))
    assert [plain(one.children) for one in done.value.release.body if isinstance(one, Para)] == ["bloc", "Un."]
    assert done.value.flow == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ils sont partis.Les abris restent là.",
        "Ils partent !Niamey attend encore",
        "« Oui »Niamey attend",
        "x" * (LONGEST_PARAGRAPH + 1),
    ],
)
def test_several_paragraphs_on_one_line_are_told(text: str) -> None:
    assert codes(settle(draft(text)).notices) == {"B103"}


@pytest.mark.parametrize(
    "text", ["Ils sont partis. Les abris restent.", "www.iom.int", "La S.A.R.L. du nord", "x" * LONGEST_PARAGRAPH]
)
def test_one_paragraph_is_no_doubt(text: str) -> None:
    assert settle(draft(text)).notices == ()
