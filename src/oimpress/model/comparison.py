"""What differs between two versions of a release: place by place, and word by word within a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, TypeAlias

from oimpress.model.anchors import tied
from oimpress.model.nodes import Anchor, Release
from oimpress.model.runs import plain, spans
from oimpress.model.walk import runs, slots
from oimpress.patterns import lazy
from oimpress.records import record

StretchKind: TypeAlias = Literal["same", "gone", "new"]
TOKEN = lazy(r"\d+(?:[\u00a0\u202f.,]\d+)*|\w+|\s+|[^\w\s]")  # a number is one, set apart or not
WORD = lazy(r"\w+")
NUMBER = lazy(r"\[\d+\]")
ALIKE = 0.4  # of the words of two texts; below, one stands instead of the other and is no edit of it
MOST_PAIRS = 40_000  # texts of one stretch by those of the other; of longer ones none is told as an edit of another


@record
class WordStretch:
    """Some words of a change: the same in both versions, gone, or new."""

    kind: StretchKind
    text: str


@record
class Difference:
    """One text that differs. ``place`` is its path in the later version, in the earlier one for a text that is gone.

    ``before`` is empty for a text that is new, ``after`` for one that is gone.
    """

    place: str
    before: str
    after: str

    def pieces(self) -> tuple[WordStretch, ...]:
        """The two texts as one row of words, those that are gone before those that are new in their place."""
        old, new = TOKEN.findall(self.before), TOKEN.findall(self.after)
        return tuple(_pieces(old, new))


class _Slot(NamedTuple):
    """A text of a release; ``kind`` is its path without the numbers."""

    kind: str
    path: str
    text: str


def differences(before: Release, after: Release) -> tuple[Difference, ...]:
    """Every text and attribute in which ``after`` differs from ``before``, in the order of the later version.

    What a release says of its source counts for nothing: two readings of one text in two files are the same. Places
    that links within a release lead to are told by their words: with one more, all have other numbers.
    """
    old, new = tuple(_slots(by_words(before))), tuple(_slots(by_words(after)))
    found: list[Difference] = []
    matcher = SequenceMatcher(None, [(each.kind, each.text) for each in old], [(each.kind, each.text) for each in new])
    for verdict, first, last, new_first, new_last in matcher.get_opcodes():
        if verdict != "equal":
            found += _stretch(old[first:last], new[new_first:new_last])
    return tuple(found)


def by_words(release: Release) -> Release:
    """``release`` with each place that its links lead to called by the word there."""
    words = {
        anchor.id: plain(anchor.children)
        for run in runs(release)
        for _, _, anchor in spans(run.children, Anchor)
        if isinstance(anchor, Anchor)
    }
    return tied(release, words.__getitem__).release if words else release


def _slots(release: Release) -> Iterator[_Slot]:
    for path, text in slots(release):
        if not path.startswith("source/"):
            yield _Slot(NUMBER.sub("", path), path, str(text))


def _stretch(old: Sequence[_Slot], new: Sequence[_Slot]) -> Iterator[Difference]:
    """The differences of two stretches that share no text: an edit where two are alike, else each alone."""
    for one, other in _aligned(old, new):
        if one and other:
            yield Difference(other.path, one.text, other.text)
        elif one:
            yield Difference(one.path, one.text, "")
        elif other:
            yield Difference(other.path, "", other.text)


def _aligned(old: Sequence[_Slot], new: Sequence[_Slot]) -> list[tuple[_Slot | None, _Slot | None]]:
    """Both in their order, with those side by side that make the most of what they have in common."""
    likeness = [[_likeness(one, other) for other in new] for one in old] if len(old) * len(new) <= MOST_PAIRS else []
    best = _best(likeness, len(old), len(new))
    rows: list[tuple[_Slot | None, _Slot | None]] = []
    at, by = 0, 0
    while at < len(old) and by < len(new):
        if likeness and likeness[at][by] and best[at][by] == best[at + 1][by + 1] + likeness[at][by]:
            rows.append((old[at], new[by]))
            at, by = at + 1, by + 1
        elif best[at + 1][by] >= best[at][by + 1]:
            rows.append((old[at], None))
            at += 1
        else:
            rows.append((None, new[by]))
            by += 1
    return [*rows, *((each, None) for each in old[at:]), *((None, each) for each in new[by:])]


def _best(likeness: Sequence[Sequence[float]], height: int, width: int) -> list[list[float]]:
    """What can at most be had in common from each pair of places on: the alignment of Needleman and Wunsch, 1970."""
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for at in reversed(range(len(likeness))):
        for by in reversed(range(width)):
            pair = best[at + 1][by + 1] + likeness[at][by] if likeness[at][by] else 0.0
            best[at][by] = max(pair, best[at + 1][by], best[at][by + 1])
    return best


def _likeness(one: _Slot, other: _Slot) -> float:
    """How much of their words two texts of one kind share, from 0 to 1 (Dice); 0 for what is no edit of the other.

    What can stand only once in a release is an edit whatever its words.
    """
    if one.kind != other.kind:
        return 0.0
    ours, theirs = Counter(WORD.findall(one.text)), Counter(WORD.findall(other.text))
    shared = 2 * (ours & theirs).total() / ((ours + theirs).total() or 1)
    if "[" not in one.path:
        return max(shared, ALIKE)
    return shared if shared >= ALIKE else 0.0


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[WordStretch]:
    for verdict, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if verdict == "equal":
            yield WordStretch("same", "".join(old[first:last]))
            continue
        if first < last:
            yield WordStretch("gone", "".join(old[first:last]))
        if new_first < new_last:
            yield WordStretch("new", "".join(new[new_first:new_last]))
