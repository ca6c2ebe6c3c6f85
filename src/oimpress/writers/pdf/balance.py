"""The lines of a title, of about one length. Source: CSS Text 4, 6.4.1 (``text-wrap-style: balance``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

LaidLines: TypeAlias = list[tuple[Any, Any]]  # each with where the next one begins
Lay: TypeAlias = Callable[..., Iterator[tuple[Any, Any]]]

TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MOST_LINES = 6  # of what is balanced: more are a text
STEPS = 6  # of the search for the least width: the last one moves it by less than a hundredth


def is_title(column: Any) -> bool:
    """Whether ``column`` holds the lines of a title, or of its line in the contents."""
    source = column.element
    if source is None or column.element_tag != source.tag:
        return False
    return source.tag in TITLES or source.get("class") == "subtitle" or source.find("a[@class='entry']") is not None


def balanced(lay: Lay, begun: tuple[Any, ...], absolute: Any, fixed: Any, *rest: Any) -> Iterator[tuple[Any, Any]]:
    """The lines in the least width that needs no more of them, each where the whole width would have put it.

    ``begun`` ends in the box that holds them.
    """
    column = begun[-1]
    whole = column.width

    def tried(width: float, absolute: Any, fixed: Any) -> LaidLines:
        column.width = width
        try:
            return list(lay(*begun, absolute, fixed, *rest))
        finally:
            column.width = whole

    width = _narrowest(lambda width: tried(width, [], []), whole)
    for line, resume in tried(width, absolute, fixed):
        line.translate(_before(column.style) * (whole - width), 0)
        yield line, resume


def _narrowest(tried: Callable[[float], LaidLines], whole: float) -> float:
    """The least width in which there are as many lines as in the ``whole``, none of them longer than it."""
    count = len(tried(whole))
    if not 1 < count <= MOST_LINES:
        return whole
    low, high = whole / 2, whole
    for _ in range(STEPS):
        middle = (low + high) / 2
        made = tried(middle)
        fits = len(made) == count and all(line.width <= middle for line, _ in made)
        low, high = (low, middle) if fits else (middle, high)
    return high


def _before(style: Any) -> float:
    """The part of the spare width that stands before a line."""
    start = 1.0 if style["direction"] == "rtl" else 0.0
    return {"center": 0.5, "left": 0.0, "right": 1.0, "end": 1.0 - start}.get(style["text_align_all"], start)
