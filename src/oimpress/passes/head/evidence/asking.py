"""What speaks on a line of the head: each piece of evidence is a question with a name, which ``head.toml`` weighs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from sys import maxsize
from typing import TypeAlias

from oimpress.model.draft import Line
from oimpress.passes.head.sight import Sight
from oimpress.records import record


@record
class Page:
    """What is known of the page beside its lines, folded: its titles by the markup, who sends it, the house's words,
    and what the whole of it says."""

    titles: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    kickers: frozenset[str] = frozenset()
    furniture: frozenset[str] = frozenset()
    site: frozenset[str] = frozenset()  # what its ``<title>`` says beside the title
    text: str = ""  # all lines, in plain letters


Question: TypeAlias = Callable[[Sight, Page], object]
EVERY = maxsize
QUESTIONS: list[tuple[int, str, Question]] = []  # the longest line it is asked of, its name, itself


def evidence(most: int = EVERY) -> Callable[[Question], Question]:
    """Register a question under its name, with blanks; it is asked of lines of at most so many characters."""

    def register(question: Question) -> Question:
        QUESTIONS.append((most, question.__name__.replace("_", " "), question))
        return question

    return register


@cache
def _long() -> int:
    """The size from which on a line is asked what all longer ones are asked."""
    return max(most for most, _, _ in QUESTIONS if most < EVERY) + 1


@cache
def _asked_of(size: int) -> tuple[tuple[str, Question], ...]:
    """The questions that are asked of lines of so many characters."""
    return tuple((name, asks) for most, name, asks in QUESTIONS if most >= size)


def sights_of(lines: Sequence[Line]) -> list[Sight]:
    sights: list[Sight] = []
    for at, line in enumerate(lines):
        sights.append(Sight(line, at, sights))
    return sights


def evidence_on(lines: Sequence[Line], page: Page) -> list[frozenset[str]]:
    """What speaks on each line."""
    return [
        frozenset([name for name, asks in _asked_of(min(sight.size, _long())) if asks(sight, page)])
        for sight in sights_of(lines)
    ]
