"""Frames on a page of a PDF: grounds, and what four rules enclose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from oimpress.readers.shared.pdfrules import THIN, PageBox

MOST_FRAMES = 200  # of a page: more are a drawing


def frames(boxes: Sequence[PageBox], least: float) -> list[PageBox]:
    """The frames at least so high, the smallest first."""
    found = set(islice((*_grounds(boxes), *_enclosed(boxes)), MOST_FRAMES))
    return sorted((box for box in found if box[3] - box[2] >= least), key=lambda box: (_size(box), box))


def frame_of(box: PageBox, framed: Sequence[PageBox]) -> PageBox | None:
    """The smallest frame in which something lies."""
    across, up = (box[0] + box[1]) / 2, (box[2] + box[3]) / 2
    return next((each for each in framed if each[0] <= across <= each[1] and each[2] <= up <= each[3]), None)


def _size(box: PageBox) -> float:
    return (box[1] - box[0]) * (box[3] - box[2])


def _grounds(boxes: Sequence[PageBox]) -> Iterator[PageBox]:
    return (box for box in boxes if box[1] - box[0] > THIN and box[3] - box[2] > THIN)


def _enclosed(boxes: Sequence[PageBox]) -> Iterator[PageBox]:
    """The places between two rules across that begin and end where two upright ones stand."""
    across = [box for box in boxes if box[3] - box[2] <= THIN < box[1] - box[0]]
    upright = {_corner(box[0], box[2], box[3]) for box in boxes if box[1] - box[0] <= THIN < box[3] - box[2]}
    by_ends: dict[tuple[int, int], list[PageBox]] = {}
    for rule in across:
        by_ends.setdefault((_near(rule[0]), _near(rule[1])), []).append(rule)
    for held in by_ends.values():
        if len(held) == 2:  # more rules draw a table
            low, high = sorted(held, key=lambda rule: rule[2])
            left, right = (_corner(at, low[2], high[3]) for at in (low[0], low[1]))
            if left in upright and right in upright:
                yield low[0], low[1], low[2], high[3]


def _corner(across: float, low: float, high: float) -> tuple[int, int, int]:
    return _near(across), _near(low), _near(high)


def _near(place: float) -> int:
    """A place to the thickness of a rule."""
    return round(place / (2 * THIN))
