"""How high the notes of a page stand, told without laying all of them out again for each that comes.

WeasyPrint lays out the whole foot of a page anew whenever a note is called: 500 short ones took twelve times what their
text takes. How high a note stands depends on itself and on the one above, whose margin may join with its own.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import inf
from typing import Any

from oimpress.writers.page.weasy import weasyprint

FEW = 2  # notes that are laid out together


def remember_heights(is_ours: Callable[[], bool]) -> None:
    """Let WeasyPrint add up the heights of notes, where ``is_ours`` says that a document is."""
    context = weasyprint().LayoutContext
    update = context._update_footnote_area

    def updated(self: Any) -> bool:
        area, notes = self.current_footnote_area, self.current_page_footnotes
        if not is_ours() or len(notes) <= FEW or self.in_column or area.style["max_height"].value != inf:
            overflows: bool = update(self)
            return overflows
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        height, around = _height(self, notes)
        area.children, area.height = notes, height
        self.page_bottom -= height + around
        return False

    context._update_footnote_area = updated


def _height(context: Any, notes: list[Any]) -> tuple[float, float]:
    """How high ``notes`` are below each other, and what their area has around them."""
    first, around = _laid_out(context, notes[0])
    pairs = pairwise(notes)
    return first + sum(_laid_out(context, *pair)[0] - _laid_out(context, pair[0])[0] for pair in pairs), around


def _laid_out(context: Any, *notes: Any) -> tuple[float, float]:
    """The same of one or two notes, remembered for as long as their document is laid out."""
    weasy, area = weasyprint(), context.current_footnote_area
    known: dict[tuple[Any, ...], tuple[float, float]] = context.__dict__.setdefault("oimpress_heights", {})
    key = (area.page.width, *notes)
    if key not in known:
        area.children = list(notes)
        copy = weasy.build.create_anonymous_boxes(area.deepcopy())
        copy = weasy.block.block_level_layout(context, copy, -inf, None, area.page)[0]
        known[key] = copy.height, copy.margin_height() - copy.height
    return known[key]
