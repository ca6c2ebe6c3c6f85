"""Lines to paragraphs: breaks that a wrapper made are closed, breaks that somebody meant are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from oimpress.knowledge.addresses import is_cut_address
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Draft, Line, LineReading
from oimpress.model.nodes import Block, Inline, Inlines, Text
from oimpress.model.runs import apply, cut, flatten, inlines, length, strip
from oimpress.model.traced import Edit, replacing
from oimpress.notices import Notice, Result, notice
from oimpress.passes.lines.breaks import SMALL, Seam, between_items, read_break
from oimpress.passes.lines.divided import DIVIDED, divided
from oimpress.passes.lines.limits import LONGER_THAN_SURE, LONGEST_PARAGRAPH, MISFITS
from oimpress.passes.lines.parted import inner_lines
from oimpress.passes.lines.wrapping import Wrapper, detect, ends_in_cut_word

JOIN = "L002"


def unwrap(draft: Draft) -> Result[Draft]:
    """Join the lines that a wrapper broke, and the words that it divided. Rules L002, L010.

    Notices: L101 a break that reads both ways, L102 a hyphen at one, L103 paragraphs that would wrap otherwise.
    """
    flow: list[Line | Block] = []
    notices: list[Notice] = []
    readings: list[LineReading] = []
    for item in draft.grouped():
        if not isinstance(item, list):
            flow.append(item)
            continue
        joined = _joined(item)
        flow += joined.lines
        notices += joined.notices
        readings += joined.readings
    draft = replace(draft, readings=(*draft.readings, *readings))
    return Result(draft.with_fields(tuple(flow)), tuple(notices))


class Joined(NamedTuple):
    """The paragraphs of lines next to each other, the doubts, and how each break was read."""

    lines: list[Line]
    notices: list[Notice]
    readings: list[LineReading]


def _joined(lines: Sequence[Line]) -> Joined:
    wrapper, inner, whole = detect(lines), inner_lines(lines), divided(lines)
    groups = [[lines[0]]]
    doubtful: set[int] = set()  # numbers of lines that may begin a paragraph, though they were joined
    notices: list[Notice] = []
    readings: list[LineReading] = []
    for at, (line, below) in enumerate(pairwise(lines), 2):
        tied = bool(wrapper) and between_items(groups)
        after = lines[at] if at < len(lines) else None
        seam = Seam(line, below, after, wrapper, groups[-1][0], at == 2, tied, below.number in inner)
        case = read_break(seam)
        readings.append(LineReading(below.where, below.plain, "breaks", case.verdict, 0, {}, frozenset({case.name})))
        if not case.sure:
            notices.append(_at_the_break("L101", line, below))
        if not case.joins:
            groups.append([below])
            continue
        if not case.sure:
            doubtful.add(below.number)
        if ends_in_cut_word(line.plain) and line.number not in whole:
            notices.append(_at_the_break("L102", line, below))
        groups[-1].append(below)
    if wrapper:
        groups = list(by_length(groups, doubtful))
        notices += check(groups, wrapper)
    return Joined([_join(group, whole) for group in groups], notices, readings)


def by_length(groups: Sequence[list[Line]], doubtful: AbstractSet[int]) -> Iterator[list[Line]]:
    """``groups`` parted at a doubtful break, where they are far longer than every paragraph that is sure."""
    breaks = [[n for n, line in enumerate(group) if line.number in doubtful] for group in groups]
    whole = [group for group, found in zip(groups, breaks, strict=True) if not found]
    longest = max((_size(group) for group in whole if ends_clause(group[-1].plain)), default=LONGEST_PARAGRAPH)
    for group, found in zip(groups, breaks, strict=True):
        size = _size(group)
        if not found or size <= LONGER_THAN_SURE * longest:
            yield group
            continue
        before = [0, *accumulate(len(line.plain) + 1 for line in group)]
        half = min(found, key=lambda n: abs(size - 2 * before[n]))
        yield group[:half]
        yield group[half:]


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.plain) + 1 for line in lines)


def check(groups: Sequence[Sequence[Line]], wrapper: Wrapper) -> list[Notice]:
    """Wrap what was joined once more and compare with the source: a notice when more than a few lines differ."""
    joined = [group for group in groups if len(group) > 1]
    wrong = sum(map(wrapper.misfits, joined))
    lines = sum(map(len, joined))
    return [notice("L103", detail=f"{wrong}/{lines}")] if wrong > lines * MISFITS else []


def _at_the_break(code: str, line: Line, below: Line) -> Notice:
    return notice(code, f"l.{line.last}", f"{line.plain[-38:]} / {below.plain[:38]}")


def _join(group: Sequence[Line], whole: AbstractSet[int]) -> Line:
    """The lines of a paragraph as one, as far in as the first; nothing comes between halves of a word or an address.

    The hyphen goes at the ends of the lines whose numbers are in ``whole``.
    """
    if len(group) == 1:
        return group[0]
    parts: list[Inline] = [*cut(group[0].children, 0, _indent(group[0]))]
    for line, below in pairwise(group):
        parts += _without_hyphen(line) if line.number in whole else strip(line.children)
        if not _are_halves(line.plain, below.plain):
            parts.append(Text(replacing(" ", JOIN, *line.ending)))
    parts += strip(group[-1].children)
    return replace(group[0], children=inlines(*parts), last=group[-1].last, ending=group[-1].ending)


def _indent(line: Line) -> int:
    return len(line.plain) - len(line.plain.lstrip())


def _are_halves(above: str, below: str) -> bool:
    return bool(ends_in_cut_word(above) and SMALL.match(below)) or is_cut_address(above, below)


def _without_hyphen(line: Line) -> Inlines:
    children = strip(line.children)
    end = length(children)
    return apply(children, [Edit(DIVIDED, end - 1, end, str(flatten(children))[-1:], "")])
