"""The best labelling of some lines, found exactly, and for each line how near another reading comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from oimpress.passes.labelling.tables import LabelTable, Reading, Ways

UNRIVALLED = 10_000  # the margin of a line that can be read in one way only
NEVER = -1_000_000_000
Scores = dict[int, int]  # state -> the most points that lead to it, or on from it


class Contradiction(ValueError):
    """The labels that were pinned cannot stand together; ``args[0]`` is the position of the line."""


def read(evidence: Sequence[Set[str]], by: LabelTable, pins: Mapping[int, str] | None = None) -> list[Reading]:
    """One reading for each line. ``pins`` fixes labels by position: a person's word binds the search.

    Of labellings with equally many points the one wins whose labels come first in the table. Raises Contradiction.
    """
    pins = pins or {}
    worth = [by.worth(frozenset(seen), pins.get(at, "")) for at, seen in enumerate(evidence)]
    ways = [by.ways(tuple(options)) for options in worth]
    forward = _forward(worth, ways)
    ahead = {state: by.graph.end(state) for state in forward[-1]}
    state = max(ahead, key=lambda each: forward[-1][each] + ahead[each])
    best = forward[-1][state] + ahead[state]
    path: list[Reading] = []
    for at in range(len(evidence) - 1, -1, -1):
        through, behind = _through(forward[at], worth[at], ahead, ways[at])
        losses = {by.labels[number].name: best - most for number, most in through.items()}
        number, state = _back(forward[at], worth[at], forward[at + 1][state], state, ways[at])
        path.append(_reading(by.labels[number].name, worth[at][number], losses, evidence[at]))
        ahead = behind
    return path[::-1]


def _forward(worth: Sequence[Mapping[int, int]], ways: Sequence[Ways]) -> list[Scores]:
    found: list[Scores] = [{0: 0}]
    for at, options in enumerate(worth):
        here: Scores = {}
        for before, score in found[-1].items():
            for number, after, cost in ways[at][before]:
                points = score + cost + options[number]
                if points > here.get(after, NEVER):
                    here[after] = points
        if not here:
            raise Contradiction(at)
        found.append(here)
    return found


def _through(before: Scores, worth: Mapping[int, int], ahead: Scores, ways: Ways) -> tuple[dict[int, int], Scores]:
    """The most points of a whole labelling that gives this line each label; and those ahead of each state before it."""
    through: dict[int, int] = {}
    behind: Scores = {}
    for state, score in before.items():
        best = NEVER
        for number, after, cost in ways[state]:
            if after in ahead:
                rest = cost + worth[number] + ahead[after]
                if rest > best:  # noqa: PLR1730 - the innermost loop: a call costs more than the rest of it
                    best = rest
                if score + rest > through.get(number, NEVER):
                    through[number] = score + rest
        if best > NEVER:
            behind[state] = best
    return through, behind


def _back(before: Scores, worth: Mapping[int, int], score: int, after: int, ways: Ways) -> tuple[int, int]:
    """The label and the state before it by which the best labelling came to ``after`` with ``score`` points."""
    return next(
        (number, state)
        for state, points in before.items()
        for number, to, cost in ways[state]
        if to == after and points + cost + worth[number] == score
    )


def _reading(label: str, support: int, losses: Mapping[str, int], seen: Set[str]) -> Reading:
    rival = min((name for name in losses if name != label), key=losses.__getitem__, default="")
    margin = losses[rival] if rival else UNRIVALLED
    return Reading(label, support, margin, rival, losses, frozenset(seen))
