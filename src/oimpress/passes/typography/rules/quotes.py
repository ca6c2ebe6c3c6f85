"""Quotation marks: « » outside, “ ” inside; English and Spanish take “ ”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.rule import after, before, holds, rule

DOUBLED, STRAIGHT, SINGLE, CURLY = "T005", "T006", "T008", "T007"
CHEVRONS = re.compile(r"<<([^<>\n]*[^<>\s][^<>\n]*)>>")
PARAGRAPHS = re.compile(r"\n[ \t]*\n")
OPENERS = "([{«“‘’'/-–—\ue000"
CLOSERS = ")]}»”’',.;:!?…/-–—\ue000"
BLANK = " \u00a0\u202f\n\t"
Side = Literal["open", "close", "either", "neither"]


def doubled_signs(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make << >> guillemets when they stand in a pair. Source: Imprimerie nationale, by way of babel-french."""
    for match in CHEVRONS.finditer(run):
        yield Edit(DOUBLED, match.start(), match.start() + 2, "<<", "«")
        yield Edit(DOUBLED, match.end() - 2, match.end(), ">>", "»")


def straight(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make straight double quotes « », inside « » “ ”; where they do not pair leave the paragraph alone.

    Source: babel-french (Ramat: level 2 “ ”).
    """
    for start, marks in paired_stretches(run):
        outer = ("“", "”") if spacing.lang in ("en", "es") else ("«", "»")
        depth, at, level = 0, start, 0
        for mark, opens in marks:
            depth += run.count("«", at, mark) - run.count("»", at, mark)
            at = mark
            level -= not opens
            nested = depth > 0 or level > 0
            yield Edit(STRAIGHT, mark, mark + 1, '"', ("“", "”")[not opens] if nested else outer[not opens])
            level += opens


def paired_stretches(run: str) -> Iterator[tuple[int, list[tuple[int, bool]]]]:
    """``(start, marks)`` of each line, or paragraph over several lines, whose marks pair."""
    start = 0
    for gap in (*PARAGRAPHS.finditer(run), None):
        end = gap.start() if gap else len(run)
        if '"' in run[start:end]:
            lines = list(_lines(run, start, end))
            found = [(begin, pairs(run, begin, stop)) for begin, stop in lines]
            if all(marks is not None for _, marks in found):
                yield from ((begin, marks) for begin, marks in found if marks)
            elif whole := pairs(run, start, end):
                yield start, whole
            else:
                yield from ((begin, marks) for begin, marks in found if marks)
        start = gap.end() if gap else end


def _lines(run: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start <= end:
        stop = run.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def pairs(run: str, start: int, end: int) -> list[tuple[int, bool]] | None:
    """``(offset, whether it opens)`` of every straight double quote; None when they do not pair."""
    marks: list[tuple[int, bool]] = []
    level = 0
    at = run.find('"', start, end)
    while at >= 0:
        side = _side(run, at)
        if side == "neither":
            return None
        opens = side == "open" or (side == "either" and level == 0)
        level += 1 if opens else -1
        if level < 0 or level > 2:
            return None
        marks.append((at, opens))
        at = run.find('"', at + 1, end)
    return None if level else marks


def _side(run: str, at: int) -> Side:
    left, right = before(run, at), after(run, at + 1)
    can_open = left in OPENERS or left in BLANK
    can_close = right in CLOSERS or right in BLANK
    if can_open and can_close:
        if left in BLANK and right in BLANK:
            return "either" if left and right else ("open" if right else "close")
        return "open" if left in BLANK and right not in CLOSERS else "close" if right in BLANK else "either"
    return "open" if can_open else "close" if can_close else "neither"


def curly(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make “ ” around French words « » when they stand outside « ». Source: Imprimerie nationale.

    Stretches in another language, or in none for sure, are masked before and so left as they are.
    """
    depth = at = 0
    for match in FRENCH.finditer(run):
        depth += run.count("«", at, match.start()) - run.count("»", at, match.start())
        at = match.start()
        if depth <= 0:
            yield Edit(CURLY, match.start(), match.start() + 1, "“", "«")
            yield Edit(CURLY, match.end() - 1, match.end(), "”", "»")


FRENCH = re.compile(r"“(?![ \u00a0\u202f]*ꀂ)[^“”\n]*?[^\W\d_“”][^“”\n]*”")
HINTS = (" '", "\u00a0'", "\u202f'", "«'", "('", "‘")
SINGLES = re.compile(r"(?<![\w'’])(['‘])(?=\w)([^'‘«»“”\n]{1,300})(?<=[\w.!?…])(['’])(?!\w)")


def single(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make single quotes inside « » “ ”. Source: babel-french (level 2)."""
    if not holds(run, HINTS):
        return
    depth = at = 0
    for match in SINGLES.finditer(run):
        depth += run.count("«", at, match.start()) - run.count("»", at, match.start())
        at = match.start()
        if depth > 0 and (match[1] == "‘" or match[3] == "'"):
            yield Edit(SINGLE, match.start(), match.start() + 1, match[1], "“")
            yield Edit(SINGLE, match.end() - 1, match.end(), match[3], "”")


DOUBLED_SIGNS = rule("T005", "A", "<", doubled_signs, "le projet << Retour >>")
STRAIGHT_QUOTES = rule("T006", "A", '"', straight, 'le programme "Villes ouvertes"')
CURLY_QUOTES = rule("T007", "L", "“", curly, "“L’accueil est notre devoir”, dit-elle")
SINGLE_QUOTES = rule("T008", "L", "'‘", single, "« Le mot 'refuge' compte »")
