"""What a labelling is judged by: labels, the points that evidence gives them, and which may follow which.

A table is a TOML file that a press officer can read. ``[labels]`` has a row for each label, ``[points]`` one for each
piece of evidence (label = points), ``[steps]`` one for each label (next label = points), ``[ends]`` the points for
what stands at the end. A label can want or bar *flags*, which labels before it have set: "one title", "this contact
has its person already" are no matter of two neighbours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import NamedTuple, TypeAlias

from oimpress.model.draft import LineReading
from oimpress.own_files import own_file
from oimpress.records import record

MOST_KEPT = 4096  # sets of evidence
START = "start"  # what stands before the first line, in steps


@record
class Label:
    """A label and when it may be given; every set of names that is empty asks nothing.

    ``base`` are its points without evidence. ``needs`` is the evidence of which one piece must be there, ``after`` the
    labels of which one must stand right before. ``wants`` are flags that must be up and ``bars`` such as must not;
    ``held`` gives points where a flag is up. It puts up the flags ``sets``, and before that takes down all others when
    it ``begins`` something anew. ``pins`` are the words by which a person binds it upon a line, if not its own name.
    """

    name: str
    base: int = 0
    needs: Set[str] = frozenset()
    after: Set[str] = frozenset()
    wants: Set[str] = frozenset()
    bars: Set[str] = frozenset()
    sets: Set[str] = frozenset()
    begins: bool = False
    held: Mapping[str, int] = field(default_factory=dict)
    pins: Set[str] = frozenset()

    def takes(self, pin: str) -> bool:
        """Whether a line can have it that a person called ``pin``."""
        return pin in self.pins if self.pins else pin == self.bare

    @property
    def bare(self) -> str:
        """The name that people use: without the star of a label that begins something anew."""
        return self.name.rstrip("*")


class Reading(NamedTuple):
    """What a line was taken for, and how sure that is.

    ``support`` are the points of the line itself: without rivals it can still be poor. ``margin`` is how many points
    the best labelling loses that reads the line otherwise, as its ``rival``; ``losses`` says the same of every label
    that the line can have. ``seen`` is the evidence on it.
    """

    label: str
    support: int
    margin: int
    rival: str
    losses: Mapping[str, int]
    seen: frozenset[str]


class State(NamedTuple):
    """What a search must know of the lines before: the last label and the flags that are up."""

    last: str
    flags: frozenset[str] = frozenset()


StepPoints: TypeAlias = tuple[int, int, int]  # number of the label given, of the state it leads to, points
Steps: TypeAlias = Mapping[str, Mapping[str, int]]


class Graph:
    """The states that labels lead to, each numbered and worked out when it is first reached; 0 is the start."""

    def __init__(self, labels: Sequence[Label], steps: Steps, ends: Mapping[str, int]) -> None:
        self._labels, self._rows, self._ends = labels, steps, ends
        self._states = [State(START)]
        self._numbers = {self._states[0]: 0}
        self._steps: dict[int, tuple[StepPoints, ...]] = {}
        self._worth: dict[int, int] = {}
        self._numbering = Lock()  # the desk reads in several threads

    def steps(self, number: int) -> tuple[StepPoints, ...]:
        """The ways on from a state."""
        if number not in self._steps:
            self._steps[number] = tuple(self._worked_out(self._states[number]))
        return self._steps[number]

    def end(self, number: int) -> int:
        """The points of a state at the end."""
        if number not in self._worth:
            state = self._states[number]
            self._worth[number] = sum(points for said, points in self._ends.items() if _holds(said, state))
        return self._worth[number]

    def _worked_out(self, state: State) -> Iterator[StepPoints]:
        row = self._rows.get(state.last, {})
        for number, label in enumerate(self._labels):
            if _may_follow(label, state):
                after = self._number(State(label.name, _flags_after(label, state.flags)))
                held = sum([points for flag, points in label.held.items() if flag in state.flags]) if label.held else 0
                yield number, after, row.get(label.name, 0) + held

    def _number(self, state: State) -> int:
        with self._numbering:
            if state not in self._numbers:
                self._states.append(state)
                self._numbers[state] = len(self._states) - 1
            return self._numbers[state]


class Ways(dict[int, tuple[StepPoints, ...]]):
    """The ways on from a state by some labels, worked out when they are first asked for."""

    def __init__(self, graph: Graph, allowed: tuple[int, ...]) -> None:
        super().__init__()
        self._graph, self._allowed = graph, frozenset(allowed)

    def __missing__(self, state: int) -> tuple[StepPoints, ...]:
        self[state] = found = tuple(step for step in self._graph.steps(state) if step[0] in self._allowed)
        return found


@dataclass(frozen=True)
class LabelTable:
    """Labels, evidence and steps, made ready for the search: labels and states have numbers."""

    labels: tuple[Label, ...]
    points: Mapping[str, Mapping[str, int]]
    graph: Graph
    _known: dict[tuple[int, ...], Ways] = field(default_factory=dict, compare=False, repr=False)
    _worth: dict[tuple[frozenset[str], str], dict[int, int]] = field(default_factory=dict, compare=False, repr=False)

    def ways(self, allowed: tuple[int, ...]) -> Ways:
        """The ways on from each state by the labels of these numbers; asked for again and again, so they are kept."""
        if allowed not in self._known:
            self._known[allowed] = Ways(self.graph, allowed)
        return self._known[allowed]

    def binds(self, pin: str) -> bool:
        """Whether a person's word says which label a line has."""
        return any(label.takes(pin) for label in self.labels)

    def worth(self, seen: frozenset[str], pinned: str = "") -> dict[int, int]:
        """The points of each label that a line can have on which ``seen`` speaks, by its number.

        Few sets of evidence make up most lines of an archive, so what they are worth is kept.
        """
        if (seen, pinned) not in self._worth:
            if len(self._worth) >= MOST_KEPT:
                self._worth.clear()
            self._worth[seen, pinned] = dict(self._worked_out(seen, pinned))
        return self._worth[seen, pinned]

    def _worked_out(self, seen: Set[str], pinned: str) -> Iterator[tuple[int, int]]:
        told: dict[str, int] = {}
        for name in seen:
            for label_name, points in self.points[name].items():
                told[label_name] = told.get(label_name, 0) + points
        for number, label in enumerate(self.labels):
            if label.takes(pinned) if pinned else not label.needs or not label.needs.isdisjoint(seen):
                yield number, label.base + told.get(label.name, 0)

    def reasons(self, name: str, seen: Set[str]) -> list[tuple[str, int]]:
        """The evidence in ``seen`` that speaks for or against a label, what weighs most first."""
        told = [(each, self.points[each][name]) for each in seen if name in self.points[each]]
        return sorted(told, key=lambda one: (-abs(one[1]), one[0]))


def table(labels: tuple[Label, ...], points: Steps, steps: Steps, ends: Mapping[str, int]) -> LabelTable:
    """A table of these rows. ``ends`` gives points by the last label, by a flag, or by ``no FLAG``."""
    return LabelTable(labels, points, Graph(labels, steps, ends))


def _may_follow(label: Label, state: State) -> bool:
    near = not label.after or state.last in label.after
    return near and label.wants <= state.flags and state.flags.isdisjoint(label.bars)


def _flags_after(label: Label, flags: frozenset[str]) -> frozenset[str]:
    if label.begins:
        return frozenset(label.sets)
    return flags | label.sets if label.sets else flags


def _holds(said: str, state: State) -> bool:
    return said.removeprefix("no ") not in state.flags if said.startswith("no ") else said in (state.last, *state.flags)


@cache
def load(package: str, name: str) -> LabelTable:
    """The table ``name``.toml that lies in ``package``."""
    rows = tomllib.loads(own_file(package, f"{name}.toml").read_text("utf-8"))
    return table(tuple(_labels(rows["labels"])), rows["points"], rows.get("steps", {}), rows.get("ends", {}))


def _labels(rows: Mapping[str, Mapping[str, object]]) -> Iterator[Label]:
    for name, row in rows.items():
        yield Label(name, **{key: frozenset(said) if isinstance(said, list) else said for key, said in row.items()})  # type: ignore[arg-type]


def told(where: str, words: str, region: str, one: Reading) -> LineReading:
    """A reading with the words it is of, for people."""
    return LineReading(where, words, region, one.label, one.support, one.losses, one.seen)
