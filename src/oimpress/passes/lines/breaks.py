"""Whether the break between two lines was made by a wrapper: cases in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from oimpress.knowledge.addresses import MAIL, begins_with_address, is_cut_address
from oimpress.knowledge.dates import find_date, small_weekdays
from oimpress.knowledge.languages import ends_in_small_word
from oimpress.knowledge.people import is_function, is_name
from oimpress.knowledge.phones import MANY_DIGITS
from oimpress.knowledge.sentences import ends_clause, ends_sentence
from oimpress.model.draft import Line
from oimpress.passes.kept import kept
from oimpress.passes.lines.columns import in_columns
from oimpress.passes.lines.divided import is_cut_by_program
from oimpress.passes.lines.labels import DETAILS_ALONE, OPENER, SHORT_NUMBER, WHEN, are_timed, label_of
from oimpress.passes.lines.limits import HANGING, LEAST_CUT, SHORT_SHARE
from oimpress.passes.lines.wrapping import CONTINUES, HALF_STOP, Wrapper, continues, ends_in
from oimpress.passes.pins import mark_of
from oimpress.passes.wordings import opens_anew, plainly, says_verb
from oimpress.patterns import lazy

SMALL = lazy(r"\s*[^\W\d_A-ZÀ-Þ]")
NUMBER_CUT = lazy(r"\d\n\s*\d{3}(?!\d)")
START = lazy(r"\s*[A-ZÀ-ÞŒ«“\"]")
LEAD_IN = lazy(
    r"\s*(?:Pour (?:plus|davantage|toute?s?|de plus|obtenir|en savoir)|For (?:more|further|additional)"
    r"|Para (?:más|mayor|obtener))\b"
)
ITEM_END = lazy(r";(?:\s*(?:et|ou|and|or|y|o))?\s*$")
CLOSES = lazy(r"\s*(?:[»”)\]]|\"(?=\s*(?:$|[,.;])))")  # no paragraph begins with a closing mark
OPENS_QUOTE = lazy(r"\s*[«“\"]")
BreakVerdict: TypeAlias = Literal["joined", "kept", "joined in doubt", "kept in doubt"]


@dataclass(frozen=True)
class Seam:
    """Two lines next to each other, what ``follows`` them, and the ``head`` of the paragraph that the first is in.

    ``opens`` says that the first is the first of its text; ``tied`` that it ends like an item of a list; ``inner`` that
    the text parts its paragraphs by blank lines, and none stands here.
    """

    line: Line
    below: Line
    follows: Line | None
    wrapper: Wrapper | None
    head: Line
    opens: bool = False
    tied: bool = False
    inner: bool = False

    @property
    def first(self) -> bool:
        """Whether the first line begins its paragraph."""
        return self.head.number == self.line.number

    @property
    def by(self) -> Wrapper:
        """The wrapper, which the cases below « not wrapped » know to be there."""
        assert self.wrapper is not None
        return self.wrapper

    @kept
    def room(self) -> bool:
        """Whether the first word of the second line had room in the first."""
        return self.by.room(self.line, self.below, self.first)

    def ends_with(self, *marks: str) -> bool:
        return self.line.plain.rstrip().endswith(marks)

    @property
    def pins(self) -> tuple[str, str]:
        """What a person says that the lines are."""
        return mark_of(self.line), mark_of(self.below)

    @kept
    def small_word(self) -> bool:
        return ends_in_small_word(self.line.plain)


class BreakCase(NamedTuple):
    """What a break is called, when it is one, and what becomes of it."""

    name: str
    applies: Callable[[Seam], bool]
    verdict: BreakVerdict

    @property
    def joins(self) -> bool:
        return self.verdict.startswith("joined")

    @property
    def sure(self) -> bool:
        return not self.verdict.endswith("doubt")


def read_break(seam: Seam) -> BreakCase:
    """The first case that applies; the last always does."""
    return next(case for case in CASES if case.applies(seam))


def between_items(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether the last paragraph ends like an item of a list that a colon, or an item like it, led to."""
    before = groups[-2][-1].plain if len(groups) > 1 else ""
    return bool(ends_in(ITEM_END, groups[-1][-1].plain) and (before.endswith(":") or ends_in(ITEM_END, before)))


def _stands_alone(seam: Seam) -> bool:
    """Whether the first line of a text is its title: a field of its own, never wrapped together with the body."""
    if not seam.opens:
        return False
    ends = ends_clause(seam.line.plain) or seam.small_word
    taken_away = seam.line.number > 1 + seam.line.gap  # a menu before it
    return bool(START.match(seam.below.plain)) and (taken_away or not ends)


def _is_pinned(seam: Seam) -> bool:
    return bool(seam.line.marks or seam.below.marks) and any(seam.pins)


def _is_cut_address(seam: Seam) -> bool:
    """Whether a web address that the end of the line cut goes on in the second line."""
    return is_cut_address(seam.line.plain, seam.below.plain)


def _goes_on_inside(seam: Seam) -> bool:
    """Whether the second line belongs to the item of a list: in mid-sentence, or farther in than its label.

    Where nothing was wrapped, what stands farther in may be the value of a label.
    """
    label = label_of(seam.head)
    if not label or label_of(seam.below) or OPENER.match(seam.below.plain):
        return False
    indent = len(seam.below.plain) - len(seam.below.plain.lstrip())
    hangs = seam.wrapper is not None and indent >= label.indent + HANGING
    goes_on = SMALL.match(seam.below.plain) is not None and not ends_clause(seam.line.plain)
    return len(seam.line.plain) >= LEAST_CUT and (hangs or goes_on)


def _reaches_another(seam: Seam) -> bool:
    """Whether a line ends with how to reach somebody, and the next, which begins anew, tells that of another.

    Behind it may stand when somebody answers, « 079 441 27 60, de 13 h à 15 h »; a mailbox alone begins anew as well.
    """
    line, below = seam.line.plain.rstrip(), seam.below.plain
    alone = DETAILS_ALONE.match(below) is not None
    if not (alone or START.match(below)) or seam.small_word or ends_sentence(line):
        return False
    ends = max((one.end() for one in _details(line)), default=0)
    told = ends == len(line) or (ends and WHEN.fullmatch(line, ends)) or (alone and SHORT_NUMBER.search(line))
    return bool(told) and any(_details(below))


def _names_somebody(seam: Seam) -> bool:
    """Whether a line says a function, a colon and who has it, and no name goes on below: « Presse : Zoé Roy »."""
    function, colon, name = plainly(seam.line.plain.strip()).partition(":")
    named = bool(colon) and START.match(seam.below.plain) is not None and is_name(name.strip())
    return named and is_function(function) and not ends_clause(function)


def _details(text: str) -> Iterator[re.Match[str]]:
    """The addresses and the numbers in a line."""
    yield from MAIL.finditer(text) if "@" in text else ()
    yield from MANY_DIGITS.finditer(text)


def _is_led(seam: Seam) -> bool:
    """Whether a colon or a number shows that the second line is a paragraph of its own, where it had room above."""
    numbered = seam.below.text.lstrip()[:1].isdigit() and not seam.small_word
    return (seam.ends_with(":") or numbered) and seam.room


def _are_two_titles(seam: Seam) -> bool:
    """Whether two lines that stand between blank ones are a title and its subtitle, each saying something whole."""
    if not (seam.first and seam.line.gap > 0) or seam.small_word or not START.match(seam.below.plain):
        return False
    texts = plainly(seam.line.plain).strip(), plainly(seam.below.plain).strip()
    if ends_clause(texts[0]):
        return False
    if seam.follows is not None and not seam.follows.gap:  # the subtitle goes on in small letters
        return opens_anew(texts[1]) and SMALL.match(seam.follows.plain) is not None
    return not ends_clause(texts[1]) and (opens_anew(texts[1]) or all(map(says_verb, texts)))


def _is_day(seam: Seam) -> bool:
    """Whether a day with a capital stands alone below a line that leads to none: « Mardi 20 septembre 2022 »."""
    text = seam.below.plain.strip()
    ends_here = seam.follows is None or seam.follows.gap > 0
    if not ends_here or seam.small_word or not text[:1].isupper() or not text[-4:].isdigit():
        return False
    day = find_date(text)
    return day is not None and day.end == len(text) and text[: day.start].strip(" ,").lower() in small_weekdays()


def _is_address(seam: Seam) -> bool:
    """Whether an address begins a line after a sentence; hardly a sentence begins so, but a paragraph may."""
    return begins_with_address(seam.below.plain) and ends_sentence(seam.line.plain)


def _is_ragged(seam: Seam) -> bool:
    """Whether a sentence breaks off in a line that is no heading's, where lines end anywhere and room says nothing."""
    text = seam.line.plain.strip()
    return seam.by.ragged and not ends_clause(text) and seam.by.measure(text) >= SHORT_SHARE * seam.by.width


def _goes_on(seam: Seam) -> bool:
    if DETAILS_ALONE.match(seam.below.plain) and seam.room and not seam.small_word:
        return False
    return bool(continues(seam.line, seam.below) or SMALL.match(seam.below.plain) or seam.small_word)


def _is_unended(seam: Seam) -> bool:
    text = seam.line.plain
    return not ends_clause(text) or bool(ends_in(HALF_STOP, text) and CONTINUES.match(seam.below.plain))


def _must_begin(seam: Seam) -> bool:
    """Whether the line below is too short but for the tag of a paragraph before it."""
    after = seam.follows
    return after is not None and not after.gap and seam.by.must_begin(seam.below, after)


def _has_no_tags(seam: Seam) -> bool:
    """Whether the tags of paragraphs had no room in lines that a wrapper filled."""
    by = seam.by
    return bool(by.opening) and not (by.can_end(seam.line, seam.first) and by.can_begin(seam.below))


def _begins_anew(seam: Seam) -> bool:
    """Whether a quotation or a heading stands below."""
    after = seam.follows
    heading = after is not None and not ends_clause(seam.below.plain) and seam.by.room(seam.below, after, True)
    return heading or bool(OPENS_QUOTE.match(seam.below.plain))


CASES: tuple[BreakCase, ...] = (
    BreakCase("an item of a list ends", lambda seam: seam.tied and seam.room, "kept"),
    BreakCase("a title stands alone", _stands_alone, "kept"),
    BreakCase("a person's word", lambda seam: _is_pinned(seam) and seam.pins[0] == seam.pins[1], "joined"),
    BreakCase("two words of a person", _is_pinned, "kept"),
    BreakCase("a blank line", lambda seam: seam.below.gap > 0, "kept"),
    BreakCase("columns", lambda seam: in_columns(seam.line) or in_columns(seam.below), "kept"),
    BreakCase("a closing mark", lambda seam: bool(seam.wrapper and CLOSES.match(seam.below.plain)), "joined"),
    # The tag that stood here took the room, not the text.
    BreakCase(
        "a tag after a sentence",
        lambda seam: seam.below.tag > 0 and ends_sentence(seam.line.plain),
        "kept in doubt",
    ),
    BreakCase("a tag", lambda seam: seam.below.tag > 0, "joined"),
    BreakCase("an address cut in two", _is_cut_address, "joined"),
    BreakCase("a word cut by a program", lambda seam: is_cut_by_program(seam.line, seam.below), "joined"),
    BreakCase("an item that goes on", _goes_on_inside, "joined"),
    BreakCase("a title and its subtitle", _are_two_titles, "kept"),
    BreakCase("a day alone", _is_day, "kept"),
    BreakCase("another way to reach somebody", _reaches_another, "kept"),
    BreakCase("somebody is named", _names_somebody, "kept"),
    BreakCase("hours in a row", lambda seam: are_timed(seam.below, seam.line, seam.follows), "kept"),
    BreakCase("no blank line, where they part paragraphs", lambda seam: seam.inner, "joined"),
    BreakCase("not wrapped", lambda seam: seam.wrapper is None, "kept"),
    BreakCase("a line of its own", lambda seam: bool(OPENER.match(seam.below.plain)), "kept"),
    BreakCase("too long to be wrapped", lambda seam: seam.by.overlong(seam.line), "kept"),
    BreakCase(
        "a number cut in two",
        lambda seam: bool(NUMBER_CUT.search(f"{seam.line.plain.rstrip()[-1:]}\n{seam.below.plain[:8]}")),
        "joined",
    ),
    BreakCase("a colon or a number, with room", _is_led, "kept"),
    BreakCase("a lead to more", lambda seam: bool(LEAD_IN.match(seam.below.plain)) and not seam.small_word, "kept"),
    BreakCase("an address, with room", lambda seam: _is_address(seam) and seam.room, "kept"),
    BreakCase("an address", _is_address, "kept in doubt"),
    BreakCase("the sentence goes on", _goes_on, "joined"),
    BreakCase("ragged, and no sentence ends", _is_ragged, "joined"),
    BreakCase("room", lambda seam: seam.room, "kept"),
    BreakCase("an item", lambda seam: seam.ends_with(";") and bool(OPENER.match(seam.head.plain)), "kept"),
    BreakCase("no sentence ends", _is_unended, "joined"),
    # A full line that ends a sentence: the room that the paragraph's tags would have taken decides. Where that leaves
    # both readings open, a quotation or a heading begins a paragraph and other words go on.
    BreakCase("short but for a tag", _must_begin, "kept"),
    BreakCase(
        "a quotation after a colon",
        lambda seam: seam.ends_with(":") and bool(OPENS_QUOTE.match(seam.below.plain)),
        "kept",
    ),
    # The tag that stood between them, and is gone, may have opened a paragraph.
    BreakCase(
        "something taken away",
        lambda seam: seam.below.number > seam.line.last + 1 and bool(START.match(seam.below.plain)),
        "kept in doubt",
    ),
    BreakCase("no room for tags", _has_no_tags, "joined"),
    BreakCase("a quotation or a heading", _begins_anew, "kept in doubt"),
    BreakCase("a full line", lambda seam: True, "joined in doubt"),
)
