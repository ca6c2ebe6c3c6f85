"""Pages that Word saved and Google Docs exported: their lists as lists, what they put beside the text out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oimpress.model.traced import Traced
from oimpress.patterns import lazy
from oimpress.readers.html.limits import DEEPEST_LIST
from oimpress.readers.shared.tree import Node

MSO = lazy(r"mso-list\s*:\s*(?P<list>\S+)\s+level(?P<level>\d)", re.IGNORECASE)
GOOGLE = lazy(r"(?:^|\s)lst-(?P<list>kix_\S+)-(?P<level>\d)(?:\s|$)")
LABEL = "#label"  # what Word writes where the number or bullet of an item stands
BULLET = lazy(r"[·•▪■◦○●o§–\-\uf0b7\uf0a7\uf0d8\uf0fc]|\(?(?:\d{1,3}|[a-z])[.)°]")
NUMBERED = lazy(r"\(?(?:\d{1,3}|[a-z]{1,4})[.)°]", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """A list to which items are still added."""

    key: str
    level: int
    node: Node = field(default_factory=lambda: Node("ul"))


def gather_lists(page: Node) -> None:
    """Make lists of Word's items, which are paragraphs; put Google's lists, one a level, into each other."""
    for node in list(page.walk()):
        if any(_item(child) for child in node.elements()):
            node.content = list(_gathered(node))


def _item(node: Node) -> re.Match[str] | None:
    """The list and the level that ``node`` says it is of."""
    if node.tag in ("ul", "ol"):
        return GOOGLE.search(node.get("class"))
    return MSO.search(node.get("style")) if node.tag == "p" else None


def _gathered(parent: Node) -> Iterator[Node | Traced]:
    open_lists: list[_Open] = []
    for child in parent.content:
        found = _item(child) if isinstance(child, Node) else None
        if found is None or not isinstance(child, Node):
            if isinstance(child, Node) or not child.isspace():
                open_lists = []
            yield child
            continue
        level, key = min(int(found["level"]), DEEPEST_LIST), found["list"]
        while open_lists and (
            open_lists[-1].level > level or (open_lists[-1].level == level and open_lists[-1].key != key)
        ):
            open_lists.pop()
        if not open_lists or open_lists[-1].level < level:
            new = _Open(key, level, _list_of(child))
            if not open_lists:
                yield new.node
            else:
                items = open_lists[-1].node.content
                last = items[-1] if items else None
                (last.content if isinstance(last, Node) else items).append(new.node)
            open_lists.append(new)
        open_lists[-1].node.content += _items_of(child)


def _list_of(node: Node) -> Node:
    """An empty list of the kind that ``node`` asks for."""
    if node.tag != "p":
        return Node(node.tag, node.attributes, [])
    label = next((each.words for each in node.walk() if _is_label(each)), "")
    return Node("ol" if NUMBERED.match(label) else "ul", {"label": label} if NUMBERED.match(label) else {}, [])


def _items_of(node: Node) -> list[Node | Traced]:
    if node.tag != "p":
        return node.content
    marked = [each for each in node.walk() if _is_label(each)] or [*_bare_label(node)]
    for each in marked:
        each.tag = LABEL
    return [Node("li", {}, [node])]


def _bare_label(node: Node) -> Iterator[Node]:
    """The span that begins an item with nothing but a bullet or a number, where a program lost Word's name for it."""
    first = next((each for each in node.content if isinstance(each, Node) or not each.isspace()), None)
    if isinstance(first, Node) and first.tag == "span" and BULLET.fullmatch(first.words):
        yield first


def _is_label(node: Node) -> bool:
    return node.tag == "span" and "mso-list" in node.get("style") and "ignore" in node.get("style").lower()


def is_comment(node: Node) -> bool:
    """Whether ``node`` is a comment that Google Docs put below the text, or its mark in the text."""
    if node.tag == "a":
        return node.get("href").startswith("#cmnt")
    if node.tag not in ("p", "div", "sup"):
        return False
    first = next((each for each in node.walk() if each.tag == "a"), None)
    return first is not None and first.get("href").startswith("#cmnt_ref") and node.words.startswith(first.words)
