"""The order of the passes: for each pair that does not commute a page in ``order/`` that shows it.

Neighbours have a page that bears their names; for passes farther apart, of which one says that it needs the other, any
of the pages or seeds shows it. Of those that need one another through a third, the pages of both needs do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise, takewhile
from pathlib import Path
from typing import Any

import pytest

from oimpress import readers
from oimpress.errors import UsageError
from oimpress.model.draft import Draft
from oimpress.model.house import PRESS
from oimpress.notices import Result
from oimpress.passes.profiles import PROFILES, Pass, Profile, find_profile
from oimpress.readers.shared.reader import Drafted
from oimpress.sources import Source

ORDER = Path(__file__).parent / "order"
PROFILE = PROFILES[PRESS]
STEPS: tuple[Pass[Any], ...] = (*PROFILE.structure, *PROFILE.finish)
NEIGHBOURS: list[tuple[Pass[Any], Pass[Any]]] = [*pairwise(PROFILE.structure), *pairwise(PROFILE.finish)]
HALVES: tuple[tuple[Pass[Any], ...], ...] = (PROFILE.structure, PROFILE.finish)
APART = [
    (one, other)
    for steps in HALVES
    for one, other in combinations(steps, 2)
    if one.name in other.after and (one, other) not in NEIGHBOURS
]
# What a person says that lines of these pages are.
PINS: dict[str, Mapping[str, tuple[str, ...]]] = {"pinned-furniture": {"title": ("- Structure",)}}
CODES = re.compile(r"\b([A-Z])(\d{3})(?:-[A-Z](\d{3}))?")


def name_of(pair: tuple[Pass[Any], Pass[Any]]) -> str:
    return f"{pair[0].name}-{pair[1].name}"


def page(name: str) -> Path:
    return ORDER / f"{name}.txt"


def draft(path: Path) -> Draft:
    (found,) = readers.read(Source(path.name, path.read_bytes()))
    assert isinstance(found, Drafted)
    return replace(found.draft.value, pins=PINS.get(path.stem, {}))


def results(steps: Sequence[Pass[Any]], given: Any) -> Iterator[tuple[Pass[Any], Result[Any]]]:
    """What each pass makes of what the one before it gave; finishing passes are given the release."""
    for step in steps:
        release = isinstance(given, Draft) and step in PROFILE.finish
        result = step(given.release if release else given)
        yield step, result
        given = result.value


def outcome(steps: Sequence[Pass[Any]], given: Draft) -> object:
    """All that a reader or an editor can see of what the passes make."""
    made = [result for _, result in results(steps, given)]
    release = made[-1].value
    notices = sorted((one.code, one.where, one.detail) for result in made for one in result.notices)
    dropped = sorted((str(one.text), one.rule) for result in made for one in result.dropped)
    return release, notices, dropped


@cache
def as_ordered(path: Path) -> object:
    return outcome(STEPS, draft(path))


def changes(path: Path, one: Pass[Any], other: Pass[Any]) -> bool:
    """Whether a page becomes something else when the first of two passes comes right behind the second."""
    rest = [step for step in STEPS if step is not one]
    behind = rest.index(other) + 1
    try:
        return outcome((*rest[:behind], one, *rest[behind:]), draft(path)) != as_ordered(path)
    except UsageError:
        return True  # the lines that a person names are gone


@pytest.mark.parametrize("pair", [pair for pair in NEIGHBOURS if page(name_of(pair)).exists()], ids=name_of)
def test_a_page_changes_when_two_neighbours_change_places(pair: tuple[Pass[Any], Pass[Any]]) -> None:
    one, other = pair
    assert changes(page(name_of(pair)), one, other)
    assert one.name in other.after


@pytest.mark.slow
@pytest.mark.parametrize("pair", [pair for pair in NEIGHBOURS if not page(name_of(pair)).exists()], ids=name_of)
def test_neighbours_without_a_page_commute(pair: tuple[Pass[Any], Pass[Any]], seeds: list[Path]) -> None:
    one, other = pair
    assert one.name not in other.after
    assert not [path.name for path in (*sorted(ORDER.glob("*.txt")), *seeds) if changes(path, one, other)]


@pytest.mark.parametrize("pair", APART, ids=name_of)
def test_a_page_changes_when_a_pass_comes_behind_one_that_needs_it(
    pair: tuple[Pass[Any], Pass[Any]], seeds: list[Path]
) -> None:
    own = page(name_of(pair))
    assert any(changes(path, *pair) for path in ([own] if own.exists() else (*sorted(ORDER.glob("*.txt")), *seeds)))


def needs_of(step: Pass[Any]) -> frozenset[str]:
    """The passes after which one must stand, those too that these need."""
    by_name = {one.name: one for one in STEPS}
    return frozenset(step.after).union(*(needs_of(by_name[name]) for name in step.after))


def last_before_a_need(one: Pass[Any], steps: Sequence[Pass[Any]]) -> Pass[Any]:
    """The last pass behind which ``one`` can come before one that needs it; itself when the next one does."""
    behind = steps[steps.index(one) + 1 :]
    free = list(takewhile(lambda other: one.name not in needs_of(other), behind))
    return free[-1] if free else one


@pytest.mark.slow
@pytest.mark.parametrize(("one", "steps"), [(one, steps) for steps in HALVES for one in steps])
def test_a_pass_may_come_later_until_another_needs_it(
    one: Pass[Any], steps: Sequence[Pass[Any]], seeds: list[Path]
) -> None:
    """So pairs far apart that do not commute are all told, by a need or by a chain of them."""
    other = last_before_a_need(one, steps)
    pages = (*sorted(ORDER.glob("*.txt")), *seeds)
    assert [path.name for path in pages if other is not one and changes(path, one, other)] == []


def test_every_page_shows_a_pair() -> None:
    assert {path.stem for path in ORDER.glob("*.txt")} <= {name_of(pair) for pair in (*NEIGHBOURS, *APART)}


def test_a_pass_says_what_it_gives(seeds: list[Path]) -> None:
    """Its docstring names the rules by which it leaves text out, and its notices."""
    given: dict[str, set[str]] = {}
    for path in (*sorted(ORDER.glob("*.txt")), *seeds):
        for step, result in results(STEPS, draft(path)):
            codes = {one.code for one in result.notices} | {one.rule for one in result.dropped}
            given.setdefault(step.name, set()).update(codes)
    unsaid = {step.name: given[step.name] - promised(step) - {"A004"} for step in STEPS}
    assert {name: codes for name, codes in unsaid.items() if codes} == {}


def promised(step: Pass[Any]) -> set[str]:
    """The codes that the docstring of a pass names; of a stretch all."""
    found = CODES.findall(step.run.__doc__ or "")
    return {
        f"{letter}{number:03}" for letter, first, last in found for number in range(int(first), int(last or first) + 1)
    }


def test_a_profile_with_a_pass_before_its_time_is_refused() -> None:
    plain = find_profile("plain").structure
    late = replace(plain[0], after=("settle",))
    with pytest.raises(ValueError, match="settle stands before settle, whose work it needs"):
        Profile((late,))
