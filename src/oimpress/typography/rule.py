"""What a rule is, and how its edits are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import field
from functools import lru_cache
from typing import Literal, TypeAlias

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.records import record
from oimpress.typography.convention import Usage

Tier: TypeAlias = Literal["A", "L"]
Look: TypeAlias = tuple[tuple[str, re.Pattern[str]], ...]
Find: TypeAlias = Callable[[str, Usage], Iterator[Edit]]
DIGITS = "0123456789"
LONG = 1_000  # characters from which on it pays to look first where something can stand
LONGEST_WORD = 30  # letters of a word, for linear time


@record
class Rule:
    """``find`` yields ordered, disjoint edits to a run.

    It is asked only when the run holds a character of ``needs`` and, unless it is empty, something that one of ``look``
    finds: patterns with the character they begin with, so that they are found fast. Its words stand in ``rules.toml``
    under ``code``. Tier A needs no knowledge but the pattern, tier L a lexicon or a look at the language. ``example``
    is a text the rule changes.
    """

    code: str
    tier: Tier
    needs: frozenset[str]
    find: Find
    example: str
    look: Look = ()
    begins: frozenset[str] = field(init=False)  # the characters that ``look`` begins with; ``needs`` where it is empty

    def __post_init__(self) -> None:
        object.__setattr__(self, "begins", frozenset(first for first, _ in self.look) or self.needs)


def rule(code: str, tier: Tier, needs: str, find: Find, example: str, look: Sequence[str] = ()) -> Rule:
    """A rule, with the characters it ``needs`` written as one string, and the expressions it looks for first."""
    return Rule(code, tier, frozenset(needs), find, example, begun(look))


def begun(look: Sequence[str]) -> Look:
    """Each expression compiled, with the character it begins with."""
    return tuple((expression.removeprefix("\\")[0], lazy(expression)) for expression in look)


def change(code: str, start: int, before: str, after: str) -> Iterator[Edit]:
    """The smallest edit that turns ``before`` at ``start`` into ``after``; none when they are the same."""
    if before == after:
        return
    left, most = 0, min(len(before), len(after))
    while left < most and before[left] == after[left]:
        left += 1
    right = 0
    while right < most - left and before[-1 - right] == after[-1 - right]:
        right += 1
    old, new = before[left : len(before) - right], after[left : len(after) - right]
    yield Edit(code, start + left, start + left + len(old), old, new)


def word_at(run: str, start: int, end: int) -> tuple[int, int]:
    """The borders of the word around ``run[start:end]``: letters and digits, at most LONGEST_WORD on either side."""
    first, last = max(start - LONGEST_WORD, 0), min(end + LONGEST_WORD, len(run))
    while start > first and run[start - 1].isalnum():
        start -= 1
    while end < last and run[end].isalnum():
        end += 1
    return start, end


def holds(run: str, hints: tuple[str, ...]) -> bool:
    """Whether ``run`` holds one of ``hints``: a look that costs less than a search."""
    for hint in hints:  # noqa: SIM110 - a generator would cost more than the look
        if hint in run:
            return True
    return False


def places(run: str, sign: str) -> Iterator[int]:
    """Where ``sign`` stands, faster than a pattern would tell."""
    at = run.find(sign)
    while at >= 0:
        yield at
        at = run.find(sign, at + len(sign))


def finds(run: str, present: Set[str], look: Look) -> bool:
    """Whether one of the patterns ``look`` finds something in ``run``, whose characters are ``present``."""
    for first, pattern in look:  # noqa: SIM110 - as above
        if first in present and pattern.search(run):
            return True
    return False


def matches_at(pattern: re.Pattern[str], run: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What ``finditer`` yields of a pattern that can begin nowhere but at ``starts``, which ascend."""
    reached = 0
    for at in starts:
        if at >= reached and (match := pattern.match(run, at)):
            reached = match.end()
            yield match


def at_numbers(pattern: re.Pattern[str], run: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that can begin only where a number does; a short run is searched as fast as it is."""
    return pattern.finditer(run) if len(run) < LONG else matches_at(pattern, run, number_starts(run))


@lru_cache(maxsize=1)  # rule after rule asks while nothing is changed
def number_starts(run: str) -> tuple[int, ...]:
    """Where the numbers begin, faster than a pattern would tell."""
    find, found = run.find, list[int]()
    for digit in DIGITS:
        at = find(digit)
        while at >= 0:
            if not at or run[at - 1] not in DIGITS:
                found.append(at)
            at = find(digit, at + 1)
    return tuple(sorted(found))


def lines_with(run: str, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The lines in which ``sign`` is found: what looks no farther than a line need not look at the others."""
    end = -1
    while match := sign.search(run, end + 1):
        start, end = run.rfind("\n", 0, match.start()) + 1, run.find("\n", match.end())
        if end < 0:
            end = len(run)
        yield start, end


def begins(run: str, look: Look) -> list[int]:
    """Where what ``look`` finds begins, in order."""
    return sorted(match.start() for first, pattern in look if first in run for match in pattern.finditer(run))


def before(run: str, at: int) -> str:
    """The character left of ``at``; empty at the start."""
    return run[at - 1] if at else ""


def after(run: str, at: int) -> str:
    """The character at ``at``; empty at the end."""
    return run[at] if at < len(run) else ""
