"""Tables that scroll by themselves where a screen is too narrow for them, so that the page never does."""

from __future__ import annotations

from typing import get_args

from oimpress.i18n import phrases
from oimpress.writers.page.markup import Element, element
from oimpress.writers.tabular import Size

SIZES = frozenset(size for size in get_args(Size) if size)


def let_scroll(root: Element, lang: str) -> None:
    """Put each table that a narrow screen cannot hold into a region that the keyboard can scroll."""
    tables = (table for table in root.iter("table") if not SIZES.isdisjoint(table.get("class", "").split()))
    for number, table in enumerate(list(tables), 1):
        label = f"{phrases(lang)('Table')} {number}"
        region = element("div", class_="scroll", role="region", tabindex="0", aria_label=label)
        region.tail, table.tail = table.tail, None
        table.addprevious(region)
        region.append(table)
