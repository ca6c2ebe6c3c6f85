"""Texts whose paragraphs are parted by blank lines: which of their line ends are none of a paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.passes.lines.parted import inner_lines
from tests.passes.reading import draft

FULL = "Les agents de la commune ont remis des abris aux familles"  # 57 characters, no end
END = "sans logis, puis ils ont regagné la ville avant le soir."
PARAGRAPH = f"{FULL}\n{END}"
OTHERS = f"\n\n{PARAGRAPH}\n\n{PARAGRAPH}"


def inner(text: str) -> list[int]:
    return sorted(inner_lines([line for _, line in draft(text).lines()]))


def test_lines_go_on_from_the_one_above_inside_of_paragraphs() -> None:
    assert inner(f"{PARAGRAPH}{OTHERS}") == [2, 5, 8]
    assert inner(f"Un titre\n\n{PARAGRAPH}{OTHERS}") == [4, 7, 10]


def test_two_stretches_tell_too_little() -> None:
    assert inner(f"{PARAGRAPH}\n\n{PARAGRAPH}") == []
    assert inner("") == []


@pytest.mark.parametrize(("size", "found"), [(130, True), (131, False)])
def test_a_line_too_long_to_be_wrapped_tells_that_nothing_is(size: int, found: bool) -> None:
    assert bool(inner(f"{'x' * size}\n\n{PARAGRAPH}{OTHERS}")) is found


@pytest.mark.parametrize(
    "stretch",
    [
        f"{FULL}\nsans logis",  # ends like no sentence
        f"- {FULL}\n{END}",
        f"{FULL}\n- {END}",
        f"{FULL}\n1. {END}",
        f"Tél. : {FULL}\n{END}",
        f"{FULL}\nNord   {END}",
        "Un abri\nest venu.",  # too narrow
        f"Un mot\n{FULL}\nUn mot\n{END}",  # too uneven
        f"Un mot de plus pour tous\n{FULL}\nUn mot de plus pour tous\n{END}",
        f"{FULL}\n{FULL}\nUn mot de plus\n{END}",
        FULL,
    ],
)
def test_a_stretch_that_is_no_prose_keeps_its_lines(stretch: str) -> None:
    found = inner(f"{stretch}{OTHERS}")
    size = stretch.count("\n") + 1
    assert found == [size + 3, size + 6]


@pytest.mark.parametrize("changes", [{"level": 2}, {"tag": 3}, {"marks": frozenset({"bold"})}])
def test_a_line_that_the_markup_sets_apart_is_its_own(changes: dict[str, object]) -> None:
    first, *rest = (line for _, line in draft(f"{PARAGRAPH}{OTHERS}").lines())
    given = [replace(first, **changes), *rest]  # type: ignore[arg-type]
    assert sorted(inner_lines(given)) == [5, 8]


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        (FULL, "Sans logis, puis ils ont regagné la ville avant le soir.", True),  # no room: it had to break
        ("Une aide attendue", f"{FULL} et la ville.", False),  # a heading, with room behind it
        ("Une aide attendue", f"la {FULL} et la ville.", True),  # a small letter goes on
        (
            "Une aide attendue" + "x" * 46,
            f"Abcdef {FULL[7:]} et la ville.",
            False,
        ),  # room for the word to its last sign
        ("Une aide attendue" + "x" * 47, f"Abcdef {FULL[7:]} et la ville.", True),
        ("Une aide attendue,", f"{FULL} et la ville.", True),
        ("Une aide attendue par", f"{FULL} et la ville.", True),
        ("Une aide attendue :", f"{FULL} et la ville.", False),
        (f"{FULL} :", f"{FULL} et la ville.", False),
        ("Une aide attendue", f"« {FULL} et la ville.", False),
    ],
)
def test_a_line_can_stand_above_its_text_like_a_heading(first: str, second: str, goes_on: bool) -> None:
    wide = f"{PARAGRAPH}\n{END}"
    found = inner(f"{first}\n{second}\n{wide}{OTHERS}")
    assert (2 in found) is goes_on


def test_four_lines_of_which_three_are_full_are_prose() -> None:
    assert inner(f"{FULL}\n{FULL}\nun mot de plus\n{FULL}\n{END}{OTHERS}")[:4] == [2, 3, 4, 5]


@pytest.mark.parametrize(("size", "wrapped"), [(35, False), (36, True)])
def test_a_sentence_that_ends_near_the_end_of_its_line_tells_nothing(size: int, wrapped: bool) -> None:
    wide = f"{FULL} du nord"[:60].ljust(60, "x")
    ended = f"{wide}\n{'y' * (size - 1)}.\n" * 2 + END
    assert bool(inner(f"{ended}{OTHERS}")) is wrapped


@pytest.mark.parametrize(("times", "wrapped"), [(1, True), (2, False)])
def test_sentences_that_end_before_a_line_is_full_tell_that_lines_are_paragraphs(times: int, wrapped: bool) -> None:
    ended = f"{FULL}\nIls sont partis vers le nord.\n" * times + END  # one of four breaks, or two of six
    assert bool(inner(f"{ended}{OTHERS}")) is wrapped


def filled(size: int, more: int = 0, ragged: str = "") -> str:
    """Two paragraphs in one stretch of lines, the first of which ends ``size`` characters into its line."""
    full = "les familles du nord attendent encore un abri et de l'eau pour"
    first = [full] * (5 + more) + ([ragged] if ragged else []) + [full[: size - 1] + "."]
    return "\n".join([*first, "Mots qui commencent encore, et d’autres dont la phrase va vers", *[full] * 3, END])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (filled(51), False),  # room for « Mots », and six columns more
        (filled(52), True),
        (filled(51, ragged="les familles du nord attendent"), True),  # lines end anywhere
    ],
)
def test_a_sentence_with_room_behind_it_ends_a_paragraph_where_a_program_filled_the_lines(
    text: str, whole: bool
) -> None:
    assert bool(inner(f"{text}{OTHERS}")) is whole
