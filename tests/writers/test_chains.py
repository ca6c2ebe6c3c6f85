"""Steps that wait for each other are done among others, each once, whoever does how many ahead."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.writers import WorkStep, WorkSteps
from oimpress.writers.pdf.chains import Chain, LinkedSteps, beside, between


@dataclass(frozen=True)
class Said:
    """A step that gives its own name."""

    called: str

    @property
    def inputs(self) -> tuple[object, ...]:
        return (self.called,)

    def __call__(self) -> bytes:
        return self.called.encode()


def counted(links: int, idle: int) -> LinkedSteps[list[bytes]]:
    """So many links after so many turns in which there is nothing to do, each named by the result before it."""
    for _ in range(idle):
        yield None
    results = [b"0"]
    for _ in range(links):
        results.append((yield Said(f"{results[-1].decode()}+")) or b"")
    return results


def working(ahead: int, done: list[str]) -> WorkSteps:
    """Whoever takes so many steps before giving the first result."""

    def results(steps: Iterable[WorkStep]) -> Iterator[bytes]:
        waiting: deque[bytes] = deque()
        for step in steps:
            done.append(step.called)
            waiting.append(step())
            while len(waiting) > ahead:
                yield waiting.popleft()
        yield from waiting

    return results


@settings(max_examples=50)
@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 12), st.integers(0, 9))
def test_what_is_done_does_not_depend_on_how_much_is_ahead(links: int, idle: int, others: int, ahead: int) -> None:
    done: list[str] = []
    steps, chain = working(ahead, done), Chain(counted(links, idle))
    names = [f"release {number}" for number in range(others)]
    given = list(beside(chain, map(Said, names), steps))
    assert given == [name.encode() for name in names]
    assert chain.end(steps) == [b"0" + b"+" * number for number in range(links + 1)]
    assert sorted(done) == sorted([*names, *("0" + "+" * number for number in range(1, links + 1))])


@pytest.mark.parametrize(("ahead", "beside_them"), [(0, 4), (3, 3), (8, 1)])
def test_a_chain_goes_on_while_others_are_done(ahead: int, beside_them: int) -> None:
    done: list[str] = []
    steps, chain = working(ahead, done), Chain(counted(4, 0))
    list(beside(chain, map(Said, "abcdefg"), steps))
    assert sum(name.startswith("0") for name in done) == beside_them


@settings(max_examples=50)
@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 12), st.integers(0, 9))
def test_others_are_handed_out_evenly_with_the_steps_of_a_chain(
    links: int, turns: int, others: int, ahead: int
) -> None:
    done: list[str] = []
    steps, chain = working(ahead, done), Chain(counted(links, 0))
    names = [f"page {number}" for number in range(others)]
    assert between(chain, turns, list(map(Said, names)), steps) == [name.encode() for name in names]
    assert chain.end(steps) == [b"0" + b"+" * number for number in range(links + 1)]
    assert sorted(done) == sorted([*names, *("0" + "+" * number for number in range(1, links + 1))])


def test_a_turn_is_one_step_of_the_chain_and_its_share_of_others() -> None:
    done: list[str] = []
    between(Chain(counted(3, 0)), 3, list(map(Said, "abcdef")), working(9, done))
    assert done == ["0+", "a", "b", "0++", "c", "d", "0+++", "e", "f"]
