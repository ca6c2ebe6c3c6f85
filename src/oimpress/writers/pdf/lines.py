"""How the lines of a PDF are broken where WeasyPrint knows no better: titles balanced, few hyphens below each other.

WeasyPrint has neither ``text-wrap: balance`` nor ``hyphenate-limit-lines``: two of its functions are wrapped, for our
own documents only; the version is pinned and tests fail when they change.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, Literal, TypeAlias

from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.balance import balanced, is_title
from oimpress.writers.pdf.footarea import remember_heights
from oimpress.writers.pdf.hyphens import hyphenated

Care: TypeAlias = Literal["none", "counted", "balanced"]  # what matters of lines: how many there are, or all
OURS: ContextVar[Care] = ContextVar("oimpress_lines", default="none")


@contextmanager
def set_lines(care: Care = "balanced") -> Iterator[None]:
    """Within, what this thread lays out has few lines that end in a hyphen below each other, and titles balanced.

    Balanced or not, a title has as many lines.
    """
    _wrap()
    token = OURS.set(care)
    try:
        yield
    finally:
        OURS.reset(token)


@cache
def _wrap() -> None:
    """Wrap the functions that break lines and that find room for notes, once a process."""
    block, inline = weasyprint().block, weasyprint().inline
    lay, lay_next = block.iter_line_boxes, inline.get_next_linebox

    def lines(context: Any, line: Any, y: float, bottom: float, skip: Any, column: Any, *rest: Any) -> Iterator[Any]:
        if OURS.get() == "balanced" and skip is None and is_title(column) and not context.excluded_shapes:
            return balanced(lay, (context, line, y, bottom, skip, column), *rest)
        made: Iterator[Any] = lay(context, line, y, bottom, skip, column, *rest)
        return made

    def next_line(context: Any, line: Any, y: float, bottom: float, skip: Any, *rest: Any) -> Any:
        if OURS.get() != "none" and line.style["hyphens"] == "auto":
            return hyphenated(lay_next, context, line, y, bottom, skip, *rest)
        return lay_next(context, line, y, bottom, skip, *rest)

    block.iter_line_boxes, inline.get_next_linebox = lines, next_line
    remember_heights(lambda: OURS.get() != "none")
