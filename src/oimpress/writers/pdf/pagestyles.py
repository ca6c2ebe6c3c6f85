"""The styles of pages and of the boxes in their margins, computed once for all pages that the same rules hold for.

WeasyPrint computes them anew for every page, goes through those of all pages before for it, and measures the sixteen
boxes of running heads even where no rule puts anything into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, wraps
from typing import Any

from oimpress.writers.page.weasy import weasyprint

KNOWN = "oimpress_page_styles"
EMPTY = ("normal", "inhibit", "none")  # contents that make no box. Source: CSS Paged Media 3, 6.3


@cache
def share_page_styles() -> None:
    """Have every document of WeasyPrint's do so."""
    layout = weasyprint().layout
    page = layout.page
    compute, margin_boxes = page.set_page_type_computed_styles, layout.make_margin_boxes

    @wraps(compute)
    def computed(kind: Any, html: Any, styles: Any) -> None:
        known, all_styles = styles.__dict__.setdefault(KNOWN, {}), styles.get_computed_styles()
        rules = _rules(kind, styles)
        if rules not in known:
            compute(kind, html, styles)
            known[rules] = {part: style for (one, part), style in all_styles.items() if one == kind}
        all_styles.update({(kind, part): style for part, style in known[rules].items()})

    @wraps(margin_boxes)
    def boxes(context: Any, made: Any, state: Any) -> Iterator[Any]:
        styles = context.style_for
        own = styles.__dict__.get(KNOWN, {}).get(_rules(made.page_type, styles), {})
        margins = [style for part, style in own.items() if part and part[:1] == "@"]
        if any(style["content"] not in EMPTY for style in margins):
            yield from margin_boxes(context, made, state)

    page.set_page_type_computed_styles, layout.make_margin_boxes = computed, boxes


def _rules(kind: Any, styles: Any) -> tuple[bool, ...]:
    """Which rules hold for pages of a ``kind``, and whether it is the first, whose size all others' may depend on."""
    chosen = (
        styles._page_type_match(selector, kind)
        for sheet, _, _ in styles._sheets
        for _, selectors, _ in sheet.page_rules
        for _, _, selector in selectors
    )
    return (kind.index == 0, *chosen)
