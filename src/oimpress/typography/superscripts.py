"""The ends of ordinals set high: 1er, 2e, XXIe, 3es."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from oimpress.model.nodes import Break, Inline, Inlines, Superscript, Text
from oimpress.model.runs import inlines, length
from oimpress.patterns import lazy
from oimpress.typography.roman import ROMAN

ORDINAL = lazy(r"[0-9IVX](?<![\w.,/’'-].)[0-9IVX]{0,5}(ers?|res?|es?)(?!\w)")
FIRST = frozenset(("1", "I"))


def raised(children: Inlines, seen: str) -> Inlines:
    """``children`` with the ends of ordinals in superscript, where they are not so yet.

    ``seen`` is their run with everything protected masked. Source: Imprimerie nationale.
    """
    ends = deque(_ends(seen))
    return inlines(*_raised(children, ends, 0)) if ends else children


def _ends(seen: str) -> Iterator[tuple[int, int]]:
    for match in ORDINAL.finditer(seen):
        number = seen[match.start() : match.start(1)]
        is_number = number.isdecimal() or ROMAN.fullmatch(number)
        if is_number and (number in FIRST) == ("r" in match[1]):
            yield match.span(1)


def _raised(children: Inlines, ends: deque[tuple[int, int]], at: int) -> Iterator[Inline]:
    """``children``, which begin at ``at``; what lies behind them is taken off ``ends``."""
    for child in children:
        stop = at + length((child,))
        if isinstance(child, Text):
            yield from _cut(child.value, ends, at)
        elif isinstance(child, Break | Superscript):
            yield child
        else:
            yield replace(child, children=inlines(*_raised(child.children, ends, at)))
        while ends and ends[0][1] <= stop:
            ends.popleft()
        at = stop


def _cut(value: str, ends: deque[tuple[int, int]], at: int) -> Iterator[Inline]:
    stop, done = at + len(value), at
    while ends and ends[0][0] < stop:
        start, end = max(ends[0][0], done), min(ends[0][1], stop)
        yield Text(value[done - at : start - at])
        yield Superscript((Text(value[start - at : end - at]),))
        done = end
        if ends[0][1] > stop:
            break
        ends.popleft()
    yield Text(value[done - at :])
