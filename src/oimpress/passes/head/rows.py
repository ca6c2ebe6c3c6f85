"""Lines of a head, and the farewell of a mail, that line breaks part inside one paragraph of the markup."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import pairwise

from oimpress.knowledge.folding import fold
from oimpress.knowledge.languages import ends_in_small_word
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Block, Emphasis
from oimpress.model.runs import cut, strip
from oimpress.passes.head.ending import ends_mail, of_mail, says
from oimpress.passes.head.evidence.asking import sights_of
from oimpress.passes.head.limits import DATE_LINES, LEAST_ROW, LONGEST_HEADLINE
from oimpress.passes.head.reading import page_of
from oimpress.passes.head.sight import Sight
from oimpress.passes.head.words import plainly, said
from oimpress.passes.wordings import opens_anew


def in_rows(draft: Draft) -> Draft:
    """Part paragraphs of the head at their line breaks where one row is a label, a date, a body or a greeting.

    A title is parted from its subtitle where it is sure, what a mail says goodbye with from its text.
    """
    if not any("\n" in line.plain for _, line in draft.lines()):
        return draft
    mail, titles = of_mail(draft), page_of(draft).titles
    flow: list[Line | Block] = []
    for at, item in enumerate(draft.flow):
        if not isinstance(item, Line) or "\n" not in item.plain:
            flow.append(item)
        elif at < DATE_LINES and (seam := _subtitle_at(item, titles)):
            flow += _title_and_subtitle(item, seam)
        else:
            flow += _parted(item, at < DATE_LINES, mail)
    return replace(draft, flow=tuple(flow))


def _subtitle_at(line: Line, titles: Set[str]) -> int:
    """Where the subtitle begins in a title of several rows; 0 where none is sure."""
    if fold(line.plain) in titles:
        return 0
    breaks = [at for at, char in enumerate(line.plain) if char == "\n"]
    told = next((at for at in breaks if fold(line.plain[:at]) in titles), -1)
    return 1 + (told if told >= 0 else next((at for at in breaks if _are_two(line, at)), -1))


def _are_two(line: Line, at: int) -> bool:
    """Whether the row below a whole one is slanted alone, or opens anew in a heading."""
    above, below = plainly(line.plain[:at]), plainly(line.plain[at + 1 :]).lstrip()
    if min(len(above.split()), len(below.split())) < LEAST_ROW or ends_clause(above) or ends_in_small_word(above):
        return False
    heading = line.level > 0 or not {"title", "bold"}.isdisjoint(line.marks)
    return (heading and opens_anew(below)) or (len(below) <= LONGEST_HEADLINE and _is_slanted_below(line, at))


def _is_slanted_below(line: Line, at: int) -> bool:
    parts = [cut(line.children, start, end) for start, end in ((0, at), (at + 1, len(line.plain)))]
    upright, slanted = ([isinstance(each, Emphasis) for each in strip(part)] for part in parts)
    return all(slanted) and not any(upright)


def _title_and_subtitle(line: Line, seam: int) -> Iterator[Line]:
    yield replace(line, children=strip(cut(line.children, 0, seam - 1)))
    below = strip(cut(line.children, seam, len(line.plain)))
    yield replace(line, children=below, gap=0, level=0, marks=line.marks - {"title"})


def _parted(line: Line, in_head: bool, mail: bool) -> Iterator[Line]:
    """The line in parts: the rows of a head, what goes on below them, and each row that ends a mail."""
    breaks = [at for at, char in enumerate(line.plain) if char == "\n"]
    spans = list(pairwise([-1, *breaks, len(line.plain)]))
    each = [replace(line, children=strip(cut(line.children, start + 1, end))) for start, end in spans]
    alone = {n for n, row in enumerate(each) if mail and ends_mail(row)} | set(
        _head_rows(each, mail) if in_head else ()
    )
    starts = [n for n in range(len(each)) if not n or n in alone or n - 1 in alone]
    for first, behind in pairwise([*starts, len(each)]):
        children = strip(cut(line.children, spans[first][0] + 1, spans[behind - 1][1]))
        if children:
            yield replace(line, children=children, gap=line.gap if not first else 0)


def _head_rows(each: list[Line], mail: bool) -> Iterator[int]:
    """The positions of the rows before the first prose, where one of them says what stands at a head."""
    sights = sights_of([row for row in each if row.plain])
    if len(sights) < len(each):
        return
    if said("label").fullmatch(" ".join(row.text for row in sights)):
        return  # « COMMUNIQUÉ » above « DE PRESSE »
    prose = next((n for n, row in enumerate(sights) if row.prose or row.opening), len(each))
    if any(_tells(row) or (mail and says(row.line, "greeting")) for row in sights[:prose]):
        yield from range(prose)


def _tells(row: Sight) -> bool:
    """Whether a row is nothing but a label, a date with its place, or the name of a body."""
    if row.size > LONGEST_HEADLINE or row.ends:
        return False
    dated = row.date is not None and (not row.rest or bool(row.place))
    return row.house or dated or (row.label is not None and not row.rest)
