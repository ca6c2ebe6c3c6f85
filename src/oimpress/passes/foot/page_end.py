"""The lines that close a page below its contacts, and are none of them."""

from __future__ import annotations

from collections.abc import Sequence

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Figure
from oimpress.passes.foot.limits import SHORT_LINE
from oimpress.passes.foot.words import plainly, said


def above_page_end(flow: Sequence[Line | Block]) -> int:
    """Where the last lines begin that close a page and are no contacts."""
    end = len(flow)
    while end and is_outside_line(flow[end - 1]):
        end -= 1
    return end


def is_outside_line(item: Line | Block) -> bool:
    words = item.plain.strip() if isinstance(item, Line) else ""
    return isinstance(item, Figure) or (bool(words) and is_outside(words))


def is_outside(text: str) -> bool:
    """Whether a line below contacts is none of them: a page's tool, or the head of something else."""
    return is_tool(text) or said("outside").match(plainly(text)) is not None


def is_tool_line(item: Line | Block) -> bool:
    return isinstance(item, Line) and is_tool(item.plain.strip())


def is_tool(text: str) -> bool:
    """Whether a line says nothing but what a page offers its readers."""
    return len(text) <= SHORT_LINE and said("tool").match(plainly(text)) is not None
