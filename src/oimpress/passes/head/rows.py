"""Lines of a head, and the farewell of a mail, that line breaks part inside one paragraph of the markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from oimpress.model.draft import Draft, Line
from oimpress.model.runs import cut, strip
from oimpress.passes.head.ending import ends_mail, of_mail, says
from oimpress.passes.head.evidence.asking import sights_of
from oimpress.passes.head.limits import DATE_LINES, LONGEST_HEADLINE
from oimpress.passes.head.sight import Sight
from oimpress.passes.head.words import said


def in_rows(draft: Draft) -> Draft:
    """Part paragraphs of the head at their line breaks where one row is a label, a date, a body or a greeting.

    What a mail says goodbye with is parted from its text too.
    """
    if not any("\n" in line.plain for _, line in draft.lines()):
        return draft
    mail = of_mail(draft)
    flow = [
        part
        for at, item in enumerate(draft.flow)
        for part in (_parted(item, at < DATE_LINES, mail) if isinstance(item, Line) and "\n" in item.plain else (item,))
    ]
    return replace(draft, flow=tuple(flow))


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
