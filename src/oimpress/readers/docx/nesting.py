"""Runs that carry marks as inlines inside one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from oimpress.model.nodes import Call, Code, Emphasis, Foreign, Inline, Inlines, Link, Strong, Superscript
from oimpress.model.runs import flatten, inlines
from oimpress.model.traced import Traced, inserted
from oimpress.readers.shared.inlines import ATTRIBUTE, attribute_text
from oimpress.readers.shared.redirects import straight

RANK = ("link", "call", "em", "strong", "foreign", "sup", "code")


class RunMark(NamedTuple):
    """Markup over a run: its kind, and the address or the language."""

    kind: str
    value: str = ""
    number: int = 0  # tells two links to one address apart


Marked = tuple[frozenset[RunMark], Inline]


def nest(runs: Sequence[Marked]) -> Inlines:
    """Runs with marks as inlines inside one another: at each place the mark that reaches farthest goes outside."""
    parts: list[Inline] = []
    at = 0
    while at < len(runs):
        marks = runs[at][0]
        if not marks:
            parts.append(runs[at][1])
            at += 1
            continue
        ends = {mark: _end(runs, at, mark) for mark in marks}
        outer = max(marks, key=lambda mark: (ends[mark], -RANK.index(mark.kind), mark))
        inner = [(others - {outer}, leaf) for others, leaf in runs[at : ends[outer]]]
        parts.append(_wrapped(outer, nest(inner)))
        at = ends[outer]
    return inlines(*parts)


def _end(runs: Sequence[Marked], at: int, mark: RunMark) -> int:
    return next((i for i in range(at, len(runs)) if mark not in runs[i][0]), len(runs))


def _wrapped(mark: RunMark, children: Inlines) -> Inline:
    run = flatten(children)
    at = run.start if isinstance(run, Traced) else 0
    match mark.kind:
        case "em":
            return Emphasis(children)
        case "strong":
            return Strong(children)
        case "sup":
            return Superscript(children)
        case "code":
            return Code(children)
        case "call":
            return Call(inserted(mark.value, ATTRIBUTE, max(at, 0)), children)
        case "foreign":
            return Foreign(inserted(mark.value, ATTRIBUTE, max(at, 0)), children)
        case _:
            return Link(attribute_text(straight(mark.value), max(at, 0)), children)
