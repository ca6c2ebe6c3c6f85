"""Headings inside the body (intertitres), and the sections they open."""

from __future__ import annotations

from collections.abc import Sequence

from oimpress.knowledge.language import ends_in_small_word
from oimpress.knowledge.lexicon import words
from oimpress.knowledge.people import is_name
from oimpress.model.draft import Draft, Line, put_by
from oimpress.model.nodes import Block, Para, Section
from oimpress.model.runs import strip
from oimpress.notices import Result
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import heads_a_part
from oimpress.patterns import lazy

HEADING, PARA = "B014", "B001"
LONGEST = 90
SENTENCE = lazy(r"[.!?…;:,»”)\"][\s\u00a0]*$|[»”\"],")
START = lazy(r"[A-ZÀ-ÞŒ0-9«“\"¿]")
QUESTION = lazy(r"[^.!?…;:«»“”\"]{4,58}[\s\u00a0\u202f]?\?")
SPEECH = ("-", "–", "—", "−")  # what opens a line of a dialogue
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
        made.append(Section(put_by(strip(heading.children), HEADING), blocks))
    return Result(draft.with_fields(tuple(made)))


def _block(item: Line | Block) -> Block:
    return Para(put_by(strip(item.children), PARA)) if isinstance(item, Line) else item


def _is_heading(flow: Sequence[Line | Block], at: int) -> bool:
    item = flow[at]
    if not isinstance(item, Line) or at + 1 >= len(flow):
        return False
    if pin := pin_of(item):
        return pin == "heading"
    text = item.plain.strip()
    if heads_a_part(text):
        return True
    if not 3 <= len(text) <= LONGEST or not START.match(text):
        return False
    if text.endswith("?"):
        return _is_question(flow, at, text)
    if SENTENCE.search(text):
        return False
    if is_name(text) or ends_in_small_word(text):
        return False
    if " " not in text and not item.gap and text.casefold() not in words("not-places"):
        return False  # one word can be many things; blank lines around it make it a heading
    below = flow[at + 1]
    if not isinstance(below, Line):
        return not isinstance(below, Section) and (at == 0 or _is_prose(flow[at - 1]))
    if item.gap and not below.gap and SENTENCE.search(below.plain):
        return True  # set apart above, and close to its text
    return _is_prose(below) and (at == 0 or not isinstance(flow[at - 1], Line) or _ends(flow[at - 1]))


def _is_question(flow: Sequence[Line | Block], at: int, text: str) -> bool:
    """Whether a question stands above its answer: on its own, in no quotation, list, dialogue or interview."""
    below = flow[at + 1]
    if not QUESTION.fullmatch(text) or " " not in text.rstrip("? \u00a0\u202f") or not isinstance(below, Line):
        return False
    if not _is_prose(below) or below.plain.lstrip().startswith(SPEECH):
        return False
    if _asks(flow, at - 2) or _asks(flow, at + 2):
        return False
    above = flow[at - 1] if at else None
    if not isinstance(above, Line):
        return True
    before = above.plain.strip()
    return _ends(above) and not before.startswith(SPEECH) and before[-1] not in ":," and not _is_open(before)


def _asks(flow: Sequence[Line | Block], at: int) -> bool:
    """Whether one more question stands an answer away: an interview."""
    item = flow[at] if 0 <= at < len(flow) else None
    return isinstance(item, Line) and len(item.text) <= LONGEST and item.plain.rstrip().endswith("?")


def _is_open(text: str) -> bool:
    """Whether a quotation that began goes on after ``text``."""
    return text.count("«") > text.count("»") or text.count("“") > text.count("”")


def _is_prose(item: Line | Block) -> bool:
    if not isinstance(item, Line):
        return True
    text = item.plain.strip()
    return len(text) >= PROSE or (len(text) > 40 and bool(SENTENCE.search(text)))


def _ends(item: Line | Block) -> bool:
    """Whether the line before a heading ends a sentence, or is itself a heading's length."""
    text = item.plain.strip() if isinstance(item, Line) else ""
    return bool(SENTENCE.search(text))
