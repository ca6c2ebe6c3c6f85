"""Lines in capitals that have lost their accents: all are given back, or none."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from oimpress.knowledge.folding import unaccented
from oimpress.patterns import lazy
from oimpress.typography.lexicons import words

LABEL = lazy(r"COMMUNIQUE(?=S? DE PRESSE(?!\w))")  # elsewhere it may be a verb
UNIT = lazy(r"[0-9][ \u00a0\u202f]?[a-zµ]{1,3}[²³]?(?!\w)")
WORD = lazy(r"[A-Z]{4,}")


class CapitalLine(NamedTuple):
    """What is known of one line: where it begins, whether it is in capitals, and whether an accent stays lost in it."""

    start: int
    capitals: bool
    bare: bool


@cache
def uncapped() -> dict[str, str]:
    """Words in capitals without their accents -> with them; with nothing where two words differ by them only."""
    return {unaccented(word): word if unaccented(word) != word else "" for word in words("uncapped")}


def stays_bare(run: str, at: int) -> bool:
    """Whether ``at`` is in a line of capitals with a word that lost an accent no rule can give back for sure."""
    return _line_at(run, at).bare


def all_capitals(run: str, at: int) -> bool:
    """Whether all letters of the line that holds ``at`` are capitals, but for the symbols of units."""
    return _line_at(run, at).capitals


def _line_at(run: str, at: int) -> CapitalLine:
    lines = _lines(run)
    return lines[bisect_right(lines, at, key=attrgetter("start")) - 1]


@lru_cache(maxsize=4)  # a rule asks for each capital of a run in turn
def _lines(run: str) -> tuple[CapitalLine, ...]:
    starts = accumulate((len(line) + 1 for line in run.split("\n")), initial=0)
    return tuple(_seen(start, line) for start, line in zip(starts, run.split("\n"), strict=False))


def _seen(start: int, line: str) -> CapitalLine:
    capitals = line.isupper() or UNIT.sub("", line).isupper()
    bare = capitals and not uncapped().keys().isdisjoint(WORD.findall(LABEL.sub("", line)))
    return CapitalLine(start, capitals, bare)
