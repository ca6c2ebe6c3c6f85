"""Headings inside the body (intertitres), and the sections they open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oimpress.model.draft import Draft, Line, placed
from oimpress.model.nodes import Block, Para, Section
from oimpress.model.runs import strip
from oimpress.notices import Result
from oimpress.passes.language import ends_in_small_word
from oimpress.passes.lexicon import words
from oimpress.passes.people import is_name

HEADING, PARA = "B014", "B001"
LONGEST = 90
SENTENCE = re.compile(r"[.!?…;:,»”)\"][\s\u00a0]*$|[»”\"],")
START = re.compile(r"[A-ZÀ-ÞŒ0-9«“\"¿]")
PROSE = 120  # characters: a line above it is a paragraph, whatever it ends with


def headings(draft: Draft) -> Result[Draft]:
    """Make sections of short lines that end like no sentence and stand above a paragraph. Rule B014."""
    if any(line.level for _, line in draft.lines()):
        return Result(draft)  # the source's own markup says which lines are headings
    flow = draft.flow
    marks = [at for at in range(len(flow)) if _is_heading(flow, at)]
    if not marks:
        return Result(draft)
    made: list[Line | Block] = list(flow[: marks[0]])
    for at, end in zip(marks, [*marks[1:], len(flow)], strict=True):
        heading = flow[at]
        assert isinstance(heading, Line)
        blocks = tuple(_block(item) for item in flow[at + 1 : end])
        made.append(Section(placed(strip(heading.children), HEADING), blocks))
    return Result(draft.having(tuple(made)))


def _block(item: Line | Block) -> Block:
    return Para(placed(strip(item.children), PARA)) if isinstance(item, Line) else item


def _is_heading(flow: Sequence[Line | Block], at: int) -> bool:
    item = flow[at]
    if not isinstance(item, Line) or at + 1 >= len(flow):
        return False
    text = str(item.text).strip()
    if not 3 <= len(text) <= LONGEST or not START.match(text) or SENTENCE.search(text):
        return False
    if is_name(text) or ends_in_small_word(text):
        return False
    if " " not in text and not item.gap and text.casefold() not in words("not-places"):
        return False  # one word can be many things; blank lines around it make it a heading
    below = flow[at + 1]
    if not isinstance(below, Line):
        return not isinstance(below, Section) and (at == 0 or _is_prose(flow[at - 1]))
    return _is_prose(below) and (at == 0 or not isinstance(flow[at - 1], Line) or _ends(flow[at - 1]))


def _is_prose(item: Line | Block) -> bool:
    if not isinstance(item, Line):
        return True
    text = str(item.text).strip()
    return len(text) >= PROSE or (len(text) > 40 and bool(SENTENCE.search(text)))


def _ends(item: Line | Block) -> bool:
    """Whether the line before a heading ends a sentence, or is itself a heading's length."""
    text = str(item.text).strip() if isinstance(item, Line) else ""
    return bool(SENTENCE.search(text))
