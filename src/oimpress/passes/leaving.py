"""Text left out of a release, with the addresses that its links hold beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from oimpress.model.draft import Draft, Flow, Line
from oimpress.model.nodes import Inlines, Link, Release
from oimpress.model.runs import flatten, spans
from oimpress.model.traced import GIVEN, Traced
from oimpress.model.walk import runs
from oimpress.notices import Dropped, Result

ADDRESS = "A004"


def left_out(line: Line, rule: str) -> tuple[Dropped, ...]:
    """``line`` left out by ``rule``, or by a person's word, with the addresses of its links."""
    return Dropped(line.text, GIVEN if line.text.given else rule), *addresses(line.children)


def without(draft: Draft, gone: Mapping[int, str]) -> Result[Draft]:
    """``draft`` without the lines at the positions ``gone``, each left out by its rule."""
    if not gone:
        return Result(draft)
    dropped = (each for at, line in draft.lines() if at in gone for each in left_out(line, gone[at]))
    return Result(draft.without(gone), (), tuple(dropped))


def all_left_out(flow: Flow, rule: str) -> Iterator[Dropped]:
    """Every line and block of ``flow`` left out by ``rule``."""
    for item in flow:
        if isinstance(item, Line):
            yield from left_out(item, rule)
        else:
            for run in runs(Release("left-out", body=(item,))):
                yield Dropped(flatten(run.children), rule)
                yield from addresses(run.children)


def addresses(children: Inlines, end: int | None = None) -> Iterator[Dropped]:
    """The addresses of the links in the run up to ``end``, left out where only their words are kept. Rule A004."""
    for _, stop, link in spans(children, Link):
        if (end is None or stop <= end) and isinstance(link, Link) and isinstance(link.href, Traced):
            yield Dropped(link.href, ADDRESS)
