"""Quotation marks of another language or level, where English or Spanish takes its own."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import DOUBLE, GUILLEMETS, SINGLE, Pair, Usage
from oimpress.typography.guards import FOREIGN
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import begins, begun, rule

CODE = "T047"
MARKS = begun([*"«»“”„‘", r"’(?!(?<=[^\W_]’)[^\W_])", "\n(?=[ \t]*\n)"])  # no apostrophe inside a word
MEANS = lazy(
    r"(?:signific\w*|quiere decir|es decir|equivale\w*|traduc\w*|sentido de|latín|griego|árabe|inglés|francés|alemán"
    r"|italiano|quechua|náhuatl|voz|palabra|término)\W[^.\n]{0,24}$"
)
LONGEST_QUOTED = 80  # characters of a quotation in single marks
PAIRS = (GUILLEMETS, DOUBLE, SINGLE)


def levels(run: str, usage: Usage) -> Iterator[Edit]:
    """Give each pair of quotation marks those of its level.

    « » become what the language writes; “ ” and ‘ ’ of an English text stay at the level they were typed at, unless
    the house or the level around them says otherwise. Source: New Hart's Rules, 9.2; Chicago, 13.30; RAE, Ortografía,
    III.3.4.8.
    """
    edits: list[Edit] = []
    for opened, closed, outer in _nested(run):
        if run[opened + 1 : opened + 3].lstrip(BLANKS).startswith(FOREIGN):
            continue
        pair = _right(run[opened], outer, usage)
        if pair == SINGLE and not outer and usage.lang[:2] == "es" and not _is_meaning(run, opened, closed):
            pair = usage.levels[0]
        for at, mark in ((opened, pair[0]), (closed, pair[1])):
            if run[at] != mark:
                edits.append(Edit(CODE, at, at + 1, run[at], mark))
    yield from sorted(edits, key=lambda edit: edit.start)


def _nested(run: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """``(opening, closing, marks around)`` of each pair; a mark without its partner is none."""
    stack: list[int] = []
    for at in begins(run, MARKS):
        mark = run[at]
        if mark in "«“„‘" and not (mark == "“" and stack and run[stack[-1]] == "„"):
            stack.append(at)
        elif mark == "\n":
            stack.clear()
        elif not (mark == "’" and _is_apostrophe(run, stack)):
            opened = next((n for n in range(len(stack) - 1, -1, -1) if _fit(run[stack[n]], mark)), -1)
            if opened >= 0:
                yield stack[opened], at, tuple(run[n] for n in stack[:opened])
                del stack[opened:]


def _is_meaning(run: str, opened: int, closed: int) -> bool:
    """Whether single marks of a Spanish text hold one word, or what a word means, or cannot be told."""
    words = run[opened + 1 : closed]
    plain = closed - opened < LONGEST_QUOTED and not any(mark in words for mark in "'‘’“”«»\"")
    return not plain or " " not in words or MEANS.search(run, max(opened - 30, 0), opened) is not None


def _fit(opening: str, closing: str) -> bool:
    return (opening, closing) in PAIRS or (opening == "„" and closing in "“”")


def _is_apostrophe(run: str, stack: list[int]) -> bool:
    return not any(run[place] == "‘" for place in stack)


def _right(mark: str, outer: tuple[str, ...], usage: Usage) -> Pair:
    """The pair for what opens with ``mark`` inside ``outer``."""
    typed = next((pair for pair in PAIRS if pair[0] == mark), DOUBLE)
    chosen = usage.levels
    level = len(outer)
    if usage.lang[:2] == "en" and not usage.convention.quotes and level == 0:
        return typed if typed in (DOUBLE, SINGLE) else chosen[0]
    if usage.lang[:2] == "en" and not usage.convention.quotes:
        return _other(outer[-1])
    if level == 0 and typed == SINGLE and usage.lang[:2] == "es":
        return SINGLE  # a meaning or a gloss
    return chosen[min(level, 2)]


def _other(mark: str) -> Pair:
    return DOUBLE if mark == "‘" else SINGLE


RULE = rule(CODE, "A", "«“„‘", levels, "the «other» marks")
