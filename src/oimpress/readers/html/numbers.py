"""The numbers of ordered lists, as browsers count: from a start, down where a list is reversed, anew from a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from oimpress.model.nodes import Item, List
from oimpress.patterns import lazy
from oimpress.readers.shared.inlines import marker
from oimpress.readers.shared.ordinals import lettered, roman
from oimpress.readers.shared.tree import Node

# What an attribute and what a style sheet call the figures of a list.
FIGURES = {"a": "a", "A": "A", "i": "i", "I": "I", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A",
           "upper-latin": "A", "lower-roman": "i", "upper-roman": "I"}  # fmt: skip
COUNTED = lazy(r"[1-9]\d{0,3}")
LISTED = lazy(r"list-style(?:-type)?\s*:[^;]*?\b((?:lower|upper)-(?:alpha|latin|roman))", re.IGNORECASE)


def ordered_lists(node: Node, items: Sequence[tuple[Node, Item]]) -> Iterator[List]:
    """The items of a list with their elements, as lists that count up by ones: of a reversed one, each item is one."""
    if label := node.get("label"):
        yield List(tuple(item for _, item in items), True, marker("" if label == "1." else label))
        return
    counted = enumerate(zip(_numbers(node, [each for each, _ in items]), items, strict=True))
    for _, group in groupby(counted, lambda each: each[1][0] - each[0]):
        found = [each for _, each in group]
        yield List(tuple(item for _, (_, item) in found), True, marker(_label(node, found[0][0])))


def _numbers(node: Node, items: Sequence[Node]) -> Sequence[int]:
    """The number of each item; without a start where one would be nought or less. Source: HTML, 4.4.5 and 4.4.8."""
    step = -1 if "reversed" in node.attributes else 1
    start = node.get("start")
    at = int(start) if COUNTED.fullmatch(start) else len(items) if step < 0 else 1
    found: list[int] = []
    for item in items:
        at = int(item.get("value")) if COUNTED.fullmatch(item.get("value")) else at
        found.append(at)
        at += step
    return found if min(found) > 0 else range(1, len(items) + 1)


def _label(node: Node, number: int) -> str:
    """The label of a number as browsers show it; empty for the plain ``1.``."""
    styled = LISTED.search(node.get("style"))
    figures = FIGURES.get(node.get("type") or (styled[1].lower() if styled else ""), "")
    if not figures:
        return "" if number == 1 else f"{number}."
    made = roman(number) if figures in "iI" else lettered(number)
    return f"{made.upper() if figures.isupper() else made}."
