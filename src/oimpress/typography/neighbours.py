"""What stands beside a place, spaces set aside."""

from __future__ import annotations

from typing import Final

from oimpress.typography.convention import NBSP, NNBSP, SPACE

BLANK: Final = frozenset((SPACE, NBSP, NNBSP))
BLANKS: Final = SPACE + NBSP + NNBSP


def left_of(run: str, at: int, reach: int = 2) -> str:
    """The last character before ``at`` that is no space, among the ``reach`` before it; empty when there is none."""
    return run[max(at - reach, 0) : at].rstrip(BLANKS)[-1:]


def skip_left(run: str, at: int) -> int:
    """Where the spaces that end at ``at`` begin."""
    while at and run[at - 1] in BLANK:
        at -= 1
    return at
