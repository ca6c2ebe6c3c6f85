"""Headings inside the body (intertitres), and the sections they open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from oimpress.knowledge.addresses import HINT
from oimpress.knowledge.dates import find_date, small_weekdays
from oimpress.knowledge.languages import ends_in_small_word
from oimpress.knowledge.lexicon import words
from oimpress.knowledge.people import is_name
from oimpress.knowledge.sentences import last_mark
from oimpress.model.draft import Draft, Line, LineReading, put_by, words_of
from oimpress.model.nodes import Block, Call, Para, Section
from oimpress.model.runs import flatten, strip
from oimpress.notices import Result
from oimpress.passes.body.limits import LEAST_PROSE, LONGEST_HEADING, LONGEST_SHORT, SHORTEST_HEADING
from oimpress.passes.lines.labels import begins_with_hour
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import heads_a_part
from oimpress.patterns import lazy

HEADING, PARA = "B014", "B001"
BOLD = "bold"
QUOTED_PART = lazy(r"[»”\"],")
START = lazy(r"[A-ZÀ-ÞŒ0-9«“\"¿]")
QUESTION = lazy(r"[^.!?…;:«»“”\"]{4,58}[\s\u00a0\u202f]?\?")
SPEECH = ("-", "–", "—", "−")  # what opens a line of a dialogue


def headings(draft: Draft) -> Result[Draft]:
    """Make sections of short lines that end like no sentence and stand above a paragraph. Rule B014."""
    if any(line.level for _, line in draft.lines()):
        return Result(_levelled(draft))  # the source's own markup says which lines are headings
    flow = draft.flow
    cases = {at: case for at in range(len(flow)) if (case := _case_of(flow, at))}
    draft = replace(draft, readings=(*draft.readings, *(_told(flow[at], case) for at, case in cases.items())))
    marks = [at for at, case in cases.items() if case.heads]
    if not marks:
        return Result(draft)
    made: list[Line | Block] = list(flow[: marks[0]])
    for at, end in zip(marks, [*marks[1:], len(flow)], strict=True):
        heading = flow[at]
        assert isinstance(heading, Line)
        blocks = tuple(_block(item) for item in flow[at + 1 : end])
        made.append(Section(put_by(strip(heading.children), HEADING), blocks))
    return Result(draft.with_fields(tuple(made)))


def _levelled(draft: Draft) -> Draft:
    """The draft whose lines have a level too that a person, or bold type alone, says are headings.

    A person's have that of the heading above, bold ones stand below it: programs that name headings leave those bare.
    """
    level, above = min(line.level for _, line in draft.lines() if line.level), 0
    changed: dict[int, Line | Block] = {}
    for at, line in draft.lines():
        level, above = line.level or level, line.level or above
        if not line.level and pin_of(line) == "heading":
            changed[at] = replace(line, level=level)
        elif not line.level and above and BOLD in line.marks and (case := _case_of(draft.flow, at)) and case.heads:
            changed[at] = replace(line, level=above + 1)
    return draft.replaced(changed)


def _told(item: Line | Block, case: HeadingCase) -> LineReading:
    assert isinstance(item, Line)
    label = "heading" if case.heads else "paragraph"
    return LineReading(item.where, item.plain, "headings", label, 0, {}, frozenset({case.name}))


def _block(item: Line | Block) -> Block:
    return Para(put_by(strip(item.children), PARA)) if isinstance(item, Line) else item


class Spot(NamedTuple):
    """A line of the flow that stands above something, and its words."""

    flow: Sequence[Line | Block]
    at: int
    line: Line
    text: str

    @property
    def below(self) -> Line | Block:
        return self.flow[self.at + 1]

    @property
    def above(self) -> Line | Block | None:
        return self.flow[self.at - 1] if self.at else None


class HeadingCase(NamedTuple):
    """What a line is called, when it is one, and whether it is a heading."""

    name: str
    applies: Callable[[Spot], bool]
    heads: bool


def _case_of(flow: Sequence[Line | Block], at: int) -> HeadingCase | None:
    """The first case that applies to a line; the last always does. None for a block, and for the last of the flow."""
    item = flow[at]
    if not isinstance(item, Line) or at + 1 >= len(flow):
        return None
    spot = Spot(flow, at, item, _uncalled(item))
    return next(case for case in CASES if case.applies(spot))


def _uncalled(line: Line) -> str:
    """The words of a line without the call of a note at its end."""
    last = line.children[-1] if line.children else None
    return str(flatten(line.children[:-1] if isinstance(last, Call) else line.children)).strip()


def _is_ended(text: str) -> bool:
    """Whether a line ends with a mark, as no heading does, or says more behind a quotation."""
    return bool(last_mark(text)) or text.rstrip().endswith((")", '"')) or QUOTED_PART.search(text) is not None


def _is_alone(spot: Spot) -> bool:
    """Whether a line is one word close to the text; it can be many things."""
    return " " not in spot.text and not spot.line.gap and spot.text.casefold() not in words("not-places")


def _stands_close(spot: Spot) -> bool:
    """Whether a line is set apart above, and close to its text."""
    below = spot.below
    return bool(spot.line.gap and isinstance(below, Line) and not below.gap and _is_ended(below.plain))


def _stands_between(spot: Spot) -> bool:
    """Whether a line stands below a paragraph's end and above prose."""
    if not isinstance(spot.below, Line):
        return not isinstance(spot.below, Section) and (spot.above is None or _is_prose(spot.above))
    return _is_prose(spot.below) and (not isinstance(spot.above, Line) or _ends(spot.above))


def _is_bold_apart(spot: Spot) -> bool:
    """Whether a line is bold from end to end, as those above and below it are not, and what follows opens anew."""
    beside = [item for item in (spot.above, spot.below) if isinstance(item, Line)]
    opens = not isinstance(spot.below, Line) or not spot.below.plain.lstrip()[:1].islower()
    return BOLD in spot.line.marks and opens and not any(BOLD in line.marks for line in beside)


def _is_day_of_hours(spot: Spot) -> bool:
    """Whether a day with its weekday stands above the first hour of a programme."""
    day = find_date(spot.text)
    if day is None or day.end < len(spot.text) or spot.text[: day.start].strip(" ,").lower() not in small_weekdays():
        return False
    return isinstance(spot.below, Line) and begins_with_hour(spot.below)


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
    return isinstance(item, Line) and len(item.text) <= LONGEST_HEADING and item.plain.rstrip().endswith("?")


def _is_open(text: str) -> bool:
    """Whether a quotation that began goes on after ``text``."""
    return text.count("«") > text.count("»") or text.count("“") > text.count("”")


def _is_prose(item: Line | Block) -> bool:
    if not isinstance(item, Line):
        return True
    text = item.plain.strip()
    return len(text) >= LEAST_PROSE or (len(text) > LONGEST_SHORT and _is_ended(text))


def _ends(item: Line | Block) -> bool:
    """Whether the line before a heading ends a sentence, or is itself a heading's length."""
    return _is_ended(words_of(item))


CASES: tuple[HeadingCase, ...] = (
    HeadingCase("a person's word", lambda spot: pin_of(spot.line) == "heading", True),
    HeadingCase("another word of a person", lambda spot: bool(pin_of(spot.line)), False),
    HeadingCase("heads a part", lambda spot: heads_a_part(spot.text), True),
    HeadingCase("too short or too long", lambda spot: not SHORTEST_HEADING <= len(spot.text) <= LONGEST_HEADING, False),
    HeadingCase("a small letter", lambda spot: not START.match(spot.text), False),
    HeadingCase("a question with its answer", lambda spot: _is_question(spot.flow, spot.at, spot.text), True),
    HeadingCase("a question", lambda spot: spot.text.endswith("?"), False),
    HeadingCase("ends a sentence", lambda spot: _is_ended(spot.text), False),
    HeadingCase("a day above its hours", _is_day_of_hours, True),
    HeadingCase("holds an address", lambda spot: HINT.search(spot.text) is not None, False),
    HeadingCase("a name", lambda spot: is_name(spot.text), False),
    HeadingCase("breaks off", lambda spot: ends_in_small_word(spot.text), False),
    HeadingCase("bold between others", _is_bold_apart, True),
    HeadingCase("one word", _is_alone, False),
    HeadingCase("close to its text", _stands_close, True),
    HeadingCase("between paragraphs", _stands_between, True),
    HeadingCase("beside short lines", lambda spot: True, False),
)
