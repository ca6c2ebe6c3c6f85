"""Successive edits as one: what became of each stretch of the source text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from oimpress.model.traced import Edit, add_rule


class Replacement(NamedTuple):
    """``now[start:end]`` stands for ``source[source_start:source_end]`` because of ``rules``."""

    start: int
    end: int
    source_start: int
    source_end: int
    rules: str


def composed(changes: Sequence[Replacement], edits: Sequence[Edit]) -> list[Replacement]:
    """``changes`` followed by ``edits`` of the text they made; both ordered and disjoint, and so is the result.

    An edit of what a change has made becomes one with it. Linear in the number of both.
    """
    done: list[Replacement] = []
    drift = 0  # offset in the text before the edits, minus offset in the source
    moved = 0  # offset after the edits, minus offset before them
    reach = -1  # end, before the edits, of the change that the last edit made
    at = 0
    for edit in edits:
        while at < len(changes) and _is_left_of(changes[at], edit):
            done.append(_shifted(changes[at], moved))
            drift = changes[at].end - changes[at].source_end
            at += 1
        if done and (edit.start < reach or (edit.start == reach and edit.start == edit.end)):
            last = done.pop()
            start, source_start, rules, end = last.start, last.source_start, last.rules, max(reach, edit.end)
        else:
            start, source_start, rules, end = edit.start + moved, edit.start - drift, "", edit.end
        while at < len(changes) and not _is_right_of(changes[at], edit):
            old = changes[at]
            if old.start < edit.start and old.start + moved < start:
                start, source_start = old.start + moved, old.source_start
            drift, end, rules = old.end - old.source_end, max(end, old.end), add_rule(rules, old.rules)
            at += 1
        reach = end
        moved += len(edit.after) - (edit.end - edit.start)
        done.append(Replacement(start, end + moved, source_start, end - drift, add_rule(rules, edit.rule)))
    done += (_shifted(change, moved) for change in changes[at:])
    return done


def _is_left_of(change: Replacement, edit: Edit) -> bool:
    if change.end == edit.start:
        return not (_is_empty(change) or edit.start == edit.end)
    return change.end < edit.start


def _is_right_of(change: Replacement, edit: Edit) -> bool:
    if change.start == edit.end:
        return not (_is_empty(change) or edit.start == edit.end)
    return change.start > edit.end


def _is_empty(change: Replacement) -> bool:
    """Whether it puts in or takes out only: such a change has no place of its own in one of the texts."""
    return change.start == change.end or change.source_start == change.source_end


def _shifted(change: Replacement, by: int) -> Replacement:
    return change._replace(start=change.start + by, end=change.end + by) if by else change
