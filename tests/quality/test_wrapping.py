"""Lines to paragraphs, against the programs that wrapped them: HTML Tidy itself, and a wrapper of visible columns."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Iterable

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Release
from oimpress.model.runs import inlines
from oimpress.model.traced import of_source
from oimpress.passes.lines.unwrap import unwrap
from tests.quality.tidied import tidy
from tests.quality.writing import Clean, write

Wrap = Callable[[Clean], list[str]]


def lines(texts: Iterable[str]) -> tuple[Line, ...]:
    made, at = [], 0
    for number, text in enumerate(texts, 1):
        end = at + len(text)
        made.append(Line(inlines(of_source(text, at)), number, number, 0, (end, end + 1)))
        at = end + 1
    return tuple(made)


def unwrapped(texts: list[str]) -> tuple[list[str], int]:
    """The paragraphs made of ``texts``, and how many breaks were called doubtful."""
    result = unwrap(Draft(Release("x"), lines(texts)))
    return [str(line.text) for _, line in result.value.lines()], len(result.notices)


def scores(documents: Iterable[Clean], wrap: Wrap) -> tuple[float, float, float]:
    """Precision and recall of paragraphs, and the share of documents with no fault."""
    right = found = wanted = exact = count = 0
    for clean in documents:
        gold = [" ".join(paragraph.split()) for paragraph in clean.paragraphs]
        made, _doubts = unwrapped(wrap(clean))
        right += len(set(gold) & set(made))
        found += len(set(made))
        wanted += len(set(gold))
        exact += gold == made
        count += 1
    return right / found, right / wanted, exact / count


@pytest.mark.slow
def test_what_tidy_wrapped_is_unwrapped(validator: Callable[[str], list[str]]) -> None:
    program = validator("tidy")
    precision, recall, exact = scores(
        map(write, range(500)), lambda clean: tidy(program, [html.escape(p, quote=False) for p in clean.paragraphs])
    )
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\nTidy, 500 documents: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}, whole {exact:.3f}")
    assert f1 >= 0.985
    assert exact >= 0.86


@pytest.mark.parametrize("width", [45, 60, 72, 85, 100])
def test_what_another_program_wrapped_is_unwrapped(width: int) -> None:
    precision, recall, exact = scores(
        map(write, range(150)), lambda clean: [line for p in clean.paragraphs for line in textwrap.wrap(p, width)]
    )
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\n{width} columns: F1 {f1:.4f}, whole {exact:.3f}")
    assert f1 >= 0.90  # without tags to count, a full line that ends a sentence says little; such breaks are told


def test_what_was_not_wrapped_is_left() -> None:
    assert scores(map(write, range(150)), lambda clean: clean.paragraphs) == (1.0, 1.0, 1.0)


def test_a_break_that_reads_both_ways_is_told(validator: Callable[[str], list[str]]) -> None:
    """Where the program errs on Tidy's lines, it has said that it might."""
    program = validator("tidy")
    for clean in map(write, range(60)):
        made, doubts = unwrapped(tidy(program, [html.escape(p, quote=False) for p in clean.paragraphs]))
        if made != [" ".join(paragraph.split()) for paragraph in clean.paragraphs]:
            assert doubts


@pytest.mark.parametrize(
    ("texts", "paragraphs"),
    [
        (["Le projet a touché plus de 7", "500 personnes dans la région.", "Une autre phrase suit ici sans"], 2),
        (["Il a parlé de « la crise", "» à tous les participants venus", "de loin ; il a dit beaucoup de"], 1),
        (["Premier paragraphe.", "Deuxième paragraphe.", "Troisième paragraphe."], 3),
        (
            [
                "Pour information, la mission que l'OIM a ouverte à",
                "Kinshasa et ses bureaux dans les provinces du",
                "Kasaï.",
            ],
            1,
        ),
    ],
)
def test_small_cases(texts: list[str], paragraphs: int) -> None:
    filler = ["La coordination des secours reste difficile dans", "toute la zone, où les routes sont coupées et les"]
    end = ["ponts détruits par la crue."]
    made, _ = unwrapped([*filler, *end, *texts] if paragraphs != 3 else texts)
    assert len(made) == paragraphs + (1 if paragraphs != 3 else 0)
