"""The search against every labelling there is, on tables and evidence that hypothesis makes up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.passes.labelling.search import UNRIVALLED, Contradiction, read
from oimpress.passes.labelling.tables import START, Label, LabelTable, table

NAMES = ("plain", "once", "late", "fresh")
EVIDENCE = ("date", "verb", "name")
FLAGS = ("seen", "full")
points = st.integers(-9, 9)
rows = st.dictionaries(st.sampled_from(NAMES), points)


Made: TypeAlias = tuple[tuple[Label, ...], LabelTable, dict[str, dict[str, int]], dict[str, int]]


def flags() -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(FLAGS), max_size=1)


@st.composite
def tables(draw: st.DrawFn) -> Made:
    """A table whose label ``plain`` may always stand, so that every line can be read."""
    labels = [Label("plain", draw(points), sets=draw(flags()))]
    for name in NAMES[1:]:
        needs = draw(st.frozensets(st.sampled_from(EVIDENCE), max_size=2))
        after = draw(st.frozensets(st.sampled_from((*NAMES, START)), max_size=2))
        held = draw(st.dictionaries(st.sampled_from(FLAGS), points, max_size=1))
        asks = (needs, after, draw(flags()), draw(flags()), draw(flags()))
        labels.append(Label(name, draw(points), *asks, begins=draw(st.booleans()), held=held))
    steps = draw(st.dictionaries(st.sampled_from((*NAMES, START)), rows))
    ends = draw(st.dictionaries(st.sampled_from((*NAMES, *FLAGS, "no seen", "no full")), points))
    speak = {name: draw(rows) for name in EVIDENCE}
    return tuple(labels), table(tuple(labels), speak, steps, ends), steps, ends


def total(
    given: Sequence[Label],
    seen: Sequence[set[str]],
    by: LabelTable,
    steps: dict[str, dict[str, int]],
    ends: dict[str, int],
) -> int | None:
    """The points of one labelling, counted as the words of the table say; None when it is not allowed."""
    last, up, score = START, set[str](), 0
    for label, here in zip(given, seen, strict=True):
        if (label.needs and not label.needs & here) or (label.after and last not in label.after):
            return None
        if not label.wants <= up or label.bars & up:
            return None
        score += of_its_own(label, here, by) + steps.get(last, {}).get(label.name, 0)
        score += sum(more for flag, more in label.held.items() if flag in up)
        up = (set() if label.begins else up) | label.sets
        last = label.name
    return score + sum(
        more for said, more in ends.items() if said in (last, *up) or (said[:3] == "no " and said[3:] not in up)
    )


def of_its_own(label: Label, here: set[str], by: LabelTable) -> int:
    return label.base + sum(by.points[name].get(label.name, 0) for name in here)


def every(labels: Sequence[Label], count: int) -> Iterator[tuple[Label, ...]]:
    return product(labels, repeat=count)


@given(tables(), st.lists(st.sets(st.sampled_from(EVIDENCE)), min_size=1, max_size=4))
@settings(max_examples=120, deadline=None)
def test_the_best_labelling_is_found_and_margins_are_losses(made: Made, seen: list[set[str]]) -> None:
    labels, by, steps, ends = made
    scored = {
        tuple(label.name for label in one): score
        for one in every(labels, len(seen))
        if (score := total(one, seen, by, steps, ends)) is not None
    }
    best = max(scored.values())
    found = read(seen, by)
    assert scored[tuple(one.label for one in found)] == best
    for at, one in enumerate(found):
        others = {name: max(score for path, score in scored.items() if path[at] == name) for name in one.losses}
        assert one.losses == {name: best - score for name, score in others.items()}
        assert set(others) == {path[at] for path in scored}
        rest = [score for path, score in scored.items() if path[at] != one.label]
        assert one.margin == (best - max(rest) if rest else UNRIVALLED)
        label = next(each for each in labels if each.name == one.label)
        assert one.support == of_its_own(label, seen[at], by)


SIMPLE = (Label("title", 5, sets=frozenset({"titled"}), bars=frozenset({"titled"})), Label("text"))


def test_a_pin_binds_the_search() -> None:
    by = table(SIMPLE, {}, {}, {})
    assert [one.label for one in read([set(), set()], by)] == ["title", "text"]
    assert [one.label for one in read([set(), set()], by, {1: "title"})] == ["text", "title"]
    assert [one.label for one in read([set(), set()], by, {0: "text", 1: "text"})] == ["text", "text"]


def test_a_pin_needs_no_evidence() -> None:
    by = table((Label("date", needs=frozenset({"date"})), Label("text")), {"date": {"date": 4}}, {}, {})
    assert [one.label for one in read([set()], by, {0: "date"})] == ["date"]


def test_pins_that_cannot_stand_together_are_told() -> None:
    with pytest.raises(Contradiction):
        read([set(), set()], table(SIMPLE, {}, {}, {}), {0: "title", 1: "title"})


def test_what_is_equal_is_read_the_same_every_time() -> None:
    by = table((Label("one"), Label("two")), {}, {}, {})
    assert [[one.label for one in read([set(), set()], by)] for _ in range(3)] == [["one", "one"]] * 3
