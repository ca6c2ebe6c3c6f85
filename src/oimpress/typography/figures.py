"""Numbers in digits: where one ends, what it is part of, and the no-break space after it."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import NBSP
from oimpress.typography.rule import before

MOST_DIGITS = 20  # digits looked at, for linear time
NOT_SMALL = 99


def is_identifier(run: str, end: int) -> bool:
    """Whether the digits that end at ``end`` are part of a word such as H1 or A320; 4x6 is none, but a size."""
    start = end
    while start and end - start < MOST_DIGITS and run[start - 1].isdigit():
        start -= 1
    left = before(run, start)
    return (left.isalpha() or left == "_") and not (left in "x×" and before(run, start - 1).isdigit())


def small_number(run: str, end: int) -> int:
    """The number of one or two digits that ends at ``end``; 99 when it is more than that, or part of something."""
    start = end - 2 if run[max(end - 2, 0) : end].isdigit() and end > 1 else end - 1
    left = before(run, start)
    return NOT_SMALL if left.isalnum() or (left and left in ".,:/") else int(run[start:end])


def are_minutes(run: str, end: int) -> bool:
    """Whether the two digits that end at ``end`` are minutes after an hour, as in 14 h 30."""
    return run[max(end - 4, 0) : end - 2].endswith(("h\u00a0", "h ", "h\u202f"))


def bound(code: str, run: str, start: int, end: int) -> Iterator[Edit]:
    """A no-break space instead of ``run[start:end]``."""
    if run[start:end] != NBSP:
        yield Edit(code, start, end, run[start:end], NBSP)
