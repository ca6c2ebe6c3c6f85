"""Panels of accordions and tabs: what a page shows when a heading is pressed is a part of its text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.tree import Node

OPENERS = frozenset({"aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"})
OPENING = ("aria-controls", "data-bs-target", "data-target", "href")


def panels(page: Node) -> frozenset[int]:
    """The panels of ``page`` that a heading or a tab opens, by their identity."""
    names: set[str] = set()
    found: set[int] = set()
    for node in page.walk():
        for control in _controls(node):
            names.update(said.removeprefix("#") for name in OPENING if (said := control.get(name)))
        found.update(id(other) for one, other in pairwise(node.elements()) if one.tag in HEADINGS and _opens(one))
    return frozenset(found | {id(node) for node in page.walk() if node.get("id") in names} if names else found)


def _controls(node: Node) -> Iterator[Node]:
    """What opens panels: tabs, and the buttons of headings."""
    if node.get("role") == "tab":
        yield node
    elif node.tag in HEADINGS:
        yield from filter(_is_button, node.walk())


def _opens(heading: Node) -> bool:
    return any(map(_is_button, heading.walk()))


def is_control(node: Node) -> bool:
    """Whether a link only opens a panel."""
    return node.get("role") in ("tab", "button") or not OPENERS.isdisjoint(node.attributes)


def _is_button(node: Node) -> bool:
    return node.tag == "button" or is_control(node)
