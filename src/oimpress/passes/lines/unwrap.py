"""Lines to paragraphs: breaks that a wrapper made are closed, breaks that somebody meant are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from oimpress.knowledge.language import ends_in_small_word
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Inline, Text
from oimpress.model.runs import inlines, strip
from oimpress.model.traced import replacing
from oimpress.notices import Notice, Result, notice
from oimpress.passes.lines.columns import in_columns
from oimpress.passes.lines.wrapping import CONTINUES, CUT_WORD, HALF_STOP, TERMINAL, Wrapper, continues, detect, ends_in
from oimpress.passes.pins import pin_of
from oimpress.patterns import lazy

JOIN = "L002"
LONGER = 1.3  # times the longest sure paragraph: what is above has a break that was doubted
MOST = 2500  # characters of a paragraph where none is sure
MISFITS = 0.1  # of the lines: inline tags, which are gone, account for a few
SMALL = lazy(r"\s*[^\W\d_A-ZÀ-Þ]")
NUMBER_CUT = lazy(r"\d\n\s*\d{3}(?!\d)")
START = lazy(r"\s*[A-ZÀ-ÞŒ«“\"]")
LEAD_IN = lazy(
    r"\s*(?:Pour (?:plus|davantage|toute?s?|de plus|obtenir|en savoir)|For (?:more|further|additional)"
    r"|Para (?:más|mayor|obtener))\b"
)
WEB = ("www.", "http://", "https://")
ITEM_END = lazy(r";(?:\s*(?:et|ou|and|or|y|o))?\s*$")
CLOSES = lazy(r"\s*(?:[»”)\]]|\"(?=\s*(?:$|[,.;])))")  # no paragraph begins with a closing mark
OPENS_QUOTE = lazy(r"\s*[«“\"]")
# What begins a line of its own: list markers, labels of contact lines, a lone separator.
OPENER = lazy(
    r"\s*(?:[-–—•*·▪◦‣]\s|\d{1,2}[.)]\s|[a-z]\)\s|-$"
    r"|(?:t[ée]l(?:[ée]phone)?|tel|phone|mobile|fax|e-?mail|courriel|correo|site web|web)\b"
    r"(?:\.?\s*[:+]|\.\s*(?:[(\d]|\w+\s*:)))",
    re.IGNORECASE,
)


def unwrap(draft: Draft) -> Result[Draft]:
    """Join the lines that a wrapper broke. Rule L002.

    Notices: L101 a break that reads both ways, L102 a hyphen at one, L103 paragraphs that would wrap otherwise.
    """
    flow: list[object] = []
    notices: list[Notice] = []
    for is_line, group in groupby(draft.flow, lambda item: isinstance(item, Line)):
        items = list(group)
        if is_line:
            lines, doubts = _joined([item for item in items if isinstance(item, Line)])
            flow += lines
            notices += doubts
        else:
            flow += items
    return Result(draft.with_fields(tuple(flow)), tuple(notices))  # type: ignore[arg-type]


def _joined(lines: Sequence[Line]) -> tuple[list[Line], list[Notice]]:
    wrapper = detect(lines)
    groups = [[lines[0]]]
    doubtful: set[int] = set()  # numbers of lines that may begin a paragraph, though they were joined
    notices: list[Notice] = []
    for at, (line, below) in enumerate(pairwise(lines), 2):
        after = lines[at] if at < len(lines) else None
        soft, sure = _pinned(line, below) or _soft(line, below, after, wrapper, groups[-1][0])
        if at == 2 and _stands_alone(line, below):
            soft, sure = False, True
        if wrapper and _between_items(groups) and wrapper.room(line, below, len(groups[-1]) == 1):
            soft, sure = False, True
        if not sure:
            notices.append(_at_the_break("L101", line, below))
        if not soft:
            groups.append([below])
            continue
        if not sure:
            doubtful.add(below.number)
        if ends_in(CUT_WORD, line.plain):
            notices.append(_at_the_break("L102", line, below))
        groups[-1].append(below)
    if wrapper:
        groups = list(_by_length(groups, doubtful)) if doubtful else groups
        notices += _check(groups, wrapper)
    return [_join(group) for group in groups], notices


def _by_length(groups: Sequence[list[Line]], doubtful: AbstractSet[int]) -> Iterator[list[Line]]:
    """``groups`` parted at a doubtful break, where they are far longer than every paragraph that is sure."""
    breaks = [[n for n, line in enumerate(group) if line.number in doubtful] for group in groups]
    whole = [group for group, found in zip(groups, breaks, strict=True) if not found]
    longest = max((_size(group) for group in whole if ends_in(TERMINAL, group[-1].plain)), default=MOST)
    for group, found in zip(groups, breaks, strict=True):
        size = _size(group)
        if not found or size <= LONGER * longest:
            yield group
            continue
        before = [0, *accumulate(len(line.plain) + 1 for line in group)]
        half = min(found, key=lambda n: abs(size - 2 * before[n]))
        yield group[:half]
        yield group[half:]


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.plain) + 1 for line in lines)


def _check(groups: Sequence[Sequence[Line]], wrapper: Wrapper) -> list[Notice]:
    """Wrap what was joined once more and compare with the source: a notice when more than a few lines differ."""
    joined = [group for group in groups if len(group) > 1]
    wrong = sum(map(wrapper.misfits, joined))
    lines = sum(map(len, joined))
    return [notice("L103", detail=f"{wrong}/{lines}")] if wrong > lines * MISFITS else []


def _between_items(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether the last paragraph ends like an item of a list that a colon, or an item like it, led to."""
    before = groups[-2][-1].plain if len(groups) > 1 else ""
    return bool(ends_in(ITEM_END, groups[-1][-1].plain) and (before.endswith(":") or ends_in(ITEM_END, before)))


def _at_the_break(code: str, line: Line, below: Line) -> Notice:
    return notice(code, f"l.{line.last}", f"{line.plain[-38:]} / {below.plain[:38]}")


def _soft(line: Line, below: Line, after: Line | None, wrapper: Wrapper | None, head: Line) -> tuple[bool, bool]:
    """Whether the break between two lines was made by a wrapper, and whether that is sure.

    ``after`` is the line after ``below``; ``head`` is the first line of the paragraph.
    """
    text = line.plain
    first = head.number == line.number
    if below.gap or in_columns(line) or in_columns(below):
        return False, True
    if wrapper and CLOSES.match(below.plain):
        return True, True
    if below.tag:  # the tag that stood here took the room, not the text
        return (False, False) if text.rstrip().endswith((".", "!", "?", "»")) else (True, True)
    if wrapper is None or OPENER.match(below.plain) or wrapper.overlong(line):
        return False, True
    if NUMBER_CUT.search(f"{text.rstrip()[-1:]}\n{below.plain[:8]}"):
        return True, True
    led = text.rstrip().endswith(":") or below.text.lstrip()[:1].isdigit()
    if led and wrapper.room(line, below, first):
        return False, True
    if LEAD_IN.match(below.plain) and not ends_in_small_word(text):
        return False, True
    if below.plain.lstrip().startswith(WEB) and text.rstrip().endswith((".", "!", "?")):
        return False, wrapper.room(line, below, first)  # hardly a sentence begins with an address, but a paragraph may
    if continues(line, below) or SMALL.match(below.plain) or ends_in_small_word(text):
        return True, True
    if wrapper.room(line, below, first):
        return False, True
    if text.rstrip().endswith(";") and OPENER.match(head.plain):
        return False, True  # an item of a list
    if not ends_in(TERMINAL, text) or (ends_in(HALF_STOP, text) and CONTINUES.match(below.plain)):
        return True, True
    return _at_a_full_stop(line, below, after, wrapper, first)


def _pinned(line: Line, below: Line) -> tuple[bool, bool] | None:
    """What a person's word says of the break between two lines: those of one pin belong together."""
    if not line.marks and not below.marks:
        return None
    pin, other = pin_of(line), pin_of(below)
    return (bool(pin) and pin == other, True) if pin or other else None


def _stands_alone(line: Line, below: Line) -> bool:
    """Whether the first line of a text is its title: a field of its own, never wrapped together with the body."""
    ends = ends_in(TERMINAL, line.plain) or ends_in_small_word(line.plain)
    taken_away = line.number > 1 + line.gap  # a menu before it
    return bool(START.match(below.plain)) and (taken_away or not ends)


def _at_a_full_stop(line: Line, below: Line, after: Line | None, wrapper: Wrapper, first: bool) -> tuple[bool, bool]:
    """A full line that ends a sentence: the room that the paragraph's tags would have taken decides.

    Where that leaves both readings open, a quotation or a heading begins a paragraph and other words go on.
    """
    if after is not None and not after.gap and wrapper.must_begin(below, after):
        return False, True
    if OPENS_QUOTE.match(below.plain) and line.plain.rstrip().endswith(":"):
        return False, True
    if below.number > line.last + 1 and START.match(below.plain):
        return False, False  # the tag that stood between them, and is gone, may have opened a paragraph
    if wrapper.opening and not (wrapper.can_end(line, first) and wrapper.can_begin(below)):
        return True, True
    heading = after is not None and not ends_in(TERMINAL, below.plain) and wrapper.room(below, after, True)
    return not (heading or OPENS_QUOTE.match(below.plain)), False


def _join(group: Sequence[Line]) -> Line:
    """The lines of a paragraph as one; nothing comes between the halves of a word that was cut at its hyphen."""
    if len(group) == 1:
        return group[0]
    parts: list[Inline] = [*strip(group[0].children)]
    for line, below in pairwise(group):
        if not (ends_in(CUT_WORD, line.plain) and SMALL.match(below.plain)):
            parts.append(Text(replacing(" ", JOIN, *line.ending)))
        parts += strip(below.children)
    return replace(group[0], children=inlines(*parts), last=group[-1].last, ending=group[-1].ending)
