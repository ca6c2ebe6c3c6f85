"""Runs: the text of one block laid flat, and changes brought back through its markup.

A run is what a proof-reader sees: ``l'<em>Etat</em>`` reads ``l'Etat``. Rules look at runs and return edits, so a
quotation mark in ``<strong>`` finds its partner outside. A ``<br/>`` counts as one line feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import get_args

from oimpress.model.nodes import Break, Inline, Inlines, Marked, Text
from oimpress.model.traced import Edit, Traced, edited, inserted, join
from oimpress.patterns import lazy

MARKED: tuple[type[Marked], ...] = get_args(Marked)


def flatten(children: Inlines) -> str:
    """The run of ``children``; traced if any of its text is."""
    if len(children) == 1 and isinstance(only := children[0], Text):
        return only.value
    parts = list(_leaves(children))
    if any(isinstance(part, Traced) and part is not BREAK for part in parts):
        return parts[0] if len(parts) == 1 else join(parts)
    return "".join(parts)


def _leaves(children: Inlines) -> Iterator[str]:
    for child in children:
        match child:
            case Text(value):
                yield value
            case Break():
                yield BREAK
            case _:
                yield from _leaves(child.children)


BREAK = inserted("\n", "L004")
ONE_LINE = "L005"
FEED = lazy(r"\s*\n\s*")


def one_line(text: Traced) -> Traced:
    """``text`` for a field of one line: a space in the place of each line break, none at the ends. Rule L005."""
    feeds = FEED.finditer(str(text)) if "\n" in text else ()
    last = len(text)
    return text.edited(
        [Edit(ONE_LINE, *at.span(), at[0], " " if at.start() and at.end() < last else "") for at in feeds]
    )


def plain(children: Inlines) -> str:
    """The run of ``children`` as an ordinary string, line breaks as spaces."""
    return str(flatten(children)).replace("\n", " ")


def length(children: Inlines) -> int:
    """Code points of the run of ``children``."""
    if len(children) == 1 and isinstance(only := children[0], Text):
        return len(only.value)
    return sum(map(len, _leaves(children)))


def inlines(*parts: Inline | str) -> Inlines:
    """Children in normal form: strings become Text, empty ones vanish, neighbours join."""
    kept: list[Inline] = []
    texts: list[str] = []  # neighbours that wait to be joined, so that many cost no more than few
    for part in parts:
        if isinstance(part, str | Text):
            value = part if isinstance(part, str) else part.value
            texts += (value,) if value else ()
        elif not isinstance(part, MARKED) or part.children:
            kept += _waiting(texts)
            texts = []
            kept.append(part)
    return (*kept, *_waiting(texts))


def _waiting(texts: list[str]) -> tuple[Text, ...]:
    if not texts:
        return ()
    return (Text(texts[0] if len(texts) == 1 else _joined(texts)),)


def _joined(texts: list[str]) -> str:
    return join(texts) if any(isinstance(text, Traced) for text in texts) else "".join(texts)


def cut(children: Inlines, start: int, end: int) -> Inlines:
    """The children whose run is ``flatten(children)[start:end]``, markup kept."""
    if len(children) == 1 and isinstance(only := children[0], Text):
        if start <= 0 and end >= len(only.value):
            return children
        value = only.value[max(start, 0) : max(end, 0)]
        return (Text(value),) if value else ()
    kept: list[Inline] = []
    at = 0
    for child in children:
        size = length((child,))
        left, right = max(start - at, 0), min(end - at, size)
        at += size
        if left >= right:
            continue
        match child:
            case Text(value):
                kept.append(Text(value[left:right]))
            case Break():
                kept.append(child)
            case _:
                kept.append(replace(child, children=cut(child.children, left, right)))
    return inlines(*kept)


def parted(children: Inlines, offsets: Sequence[int]) -> list[Inlines]:
    """``children`` cut at each of ``offsets`` (ascending): one part more than there are offsets. Linear in both."""
    parts: list[Inlines] = []
    part: list[Inline] = []
    at = cuts = 0
    for child in children:
        begin, size = at, length((child,))
        at = begin
        while cuts < len(offsets) and offsets[cuts] < begin + size:
            part += cut((child,), at - begin, offsets[cuts] - begin)
            parts.append(inlines(*part))
            part, at, cuts = [], max(offsets[cuts], begin), cuts + 1
        part += cut((child,), at - begin, size)
        at = begin + size
    parts.append(inlines(*part))
    return [*parts, *[()] * (len(offsets) - cuts)]


def strip(children: Inlines) -> Inlines:
    """``children`` without white space at either end of their run."""
    text = str(flatten(children))
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return cut(children, start, end) if start or end < len(text) else children


def apply(children: Inlines, edits: Sequence[Edit]) -> Inlines:
    """``children`` with ``edits`` (ordered, disjoint, in run offsets) carried out.

    Text that an edit puts in goes where the edit begins; an edit over a markup boundary leaves the boundary at the
    end of the new text. A line feed that an edit removes takes its ``<br/>`` along.
    """
    if not edits:
        return children
    if len(children) == 1 and isinstance(only := children[0], Text):
        return inlines(edited(only.value, edits))
    flat = edited(flatten(children), edits)
    return inlines(*_refill(children, flat, _Shift(edits, length(children), len(flat)), 0))


class _Shift:
    """Maps offsets before the edits to offsets after them; asked in ascending order."""

    def __init__(self, edits: Sequence[Edit], end: int, new_end: int) -> None:
        self._edits = edits
        self._ends = end, new_end
        self._next = 0
        self._moved = 0

    def __call__(self, offset: int) -> int:
        if offset == self._ends[0]:
            return self._ends[1]
        while self._next < len(self._edits) and self._edits[self._next].end <= offset:
            edit = self._edits[self._next]
            if edit.start == edit.end == offset:
                break  # an insertion at a boundary goes to the right of it
            self._moved += len(edit.after) - (edit.end - edit.start)
            self._next += 1
        if self._next < len(self._edits):
            edit = self._edits[self._next]
            if edit.start < offset:
                return edit.start + self._moved + len(edit.after)
        return offset + self._moved


def _refill(children: Inlines, flat: str, shift: _Shift, at: int) -> Iterator[Inline]:
    for child in children:
        size = length((child,))
        begin = shift(at)
        match child:
            case Text():
                yield Text(flat[begin : shift(at + size)])
            case Break():
                left, feed, right = _around_feed(flat[begin : shift(at + 1)])
                yield from (Text(left), *((child,) if feed else ()), Text(right))
            case _:
                yield replace(child, children=inlines(*_refill(child.children, flat, shift, at)))
        at += size


def _around_feed(text: str) -> tuple[str, bool, str]:
    """What stands before and after the line feed in ``text``, and whether there is one."""
    at = text.find("\n")
    return (text, False, text[len(text) :]) if at < 0 else (text[:at], True, text[at + 1 :])


def spans(children: Inlines, kind: type[Marked], at: int = 0) -> Iterator[tuple[int, int, Marked]]:
    """``(start, end, node)`` in run offsets of every ``kind`` among ``children``, outermost first."""
    for child in children:
        size = length((child,))
        if isinstance(child, kind):
            yield at, at + size, child
        if isinstance(child, MARKED):
            yield from spans(child.children, kind, at)
        at += size
