"""Captions of a PDF's tables: lines that number one, right above or below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Table
from oimpress.patterns import lazy

NUMBERED = lazy(
    r"(?:tableau|table|tab\.|cuadro|tabla|tabelle)[ \u00a0]\d{1,3}[ \u00a0]*[.:–—-][ \u00a0]", re.IGNORECASE
)


def captioned(flow: Sequence[Line | Block]) -> list[Line | Block]:
    """``flow`` with each caption given to its table: all stand below theirs where more do than above, else above."""
    beside = [(_table_at(flow, at - 1), _table_at(flow, at + 1)) for at in range(len(flow)) if _is_caption(flow[at])]
    below = sum(above and not under for above, under in beside) > sum(under and not above for above, under in beside)
    made: list[Line | Block | None] = [*flow]
    for at, item in enumerate(flow):
        sides = (at - 1, at + 1) if below else (at + 1, at - 1)
        side = next((each for each in sides if _table_at(made, each)), None)
        if _is_caption(item) and side is not None and isinstance(table := made[side], Table):
            made[side] = replace(table, caption=item.children)
            made[at] = None
    return [item for item in made if item is not None]


def _is_caption(item: Line | Block) -> TypeGuard[Line]:
    return isinstance(item, Line) and not item.level and NUMBERED.match(item.plain) is not None


def _table_at(flow: Sequence[Line | Block | None], at: int) -> bool:
    """Whether a table without a caption stands there."""
    return 0 <= at < len(flow) and isinstance(table := flow[at], Table) and not table.caption
