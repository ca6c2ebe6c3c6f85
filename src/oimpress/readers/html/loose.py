"""Words that stand between the blocks of a page and in none: each stretch of them becomes a block of its own.

Browsers do the same. Source: CSS 2.2, 9.2.1.1 (anonymous block boxes).
"""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Traced
from oimpress.readers.html.furniture import HOLDERS, TAGS
from oimpress.readers.html.tree import BLOCKS, LOOSE
from oimpress.readers.shared.tree import Node

ROOMS = frozenset({"article", "body", "center", "div", "header", "main", "section"})
INLINE = frozenset({"br", *TAGS}) - HOLDERS  # what goes whatever stands around it parts no words


def box_loose(page: Node) -> None:
    """Put the words beside blocks, with the links and pictures among them, into blocks that no tag made."""
    blocks: set[int] = set()
    for node in reversed(list(page.walk())):
        inner = [child for child in node.elements() if id(child) in blocks]
        if node.tag in ROOMS and inner:
            node.content = list(_boxed(node, blocks))
        if inner or (node.tag in BLOCKS and node.tag not in INLINE):
            blocks.add(id(node))


def _boxed(node: Node, blocks: set[int]) -> Iterator[Node | Traced]:
    loose: list[Node | Traced] = []
    for item in (*node.content, None):
        if item is not None and id(item) not in blocks:
            loose.append(item)
            continue
        if any(not item.isspace() for box in loose for item in (box.texts() if isinstance(box, Node) else (box,))):
            yield Node(LOOSE, {}, loose)
        else:
            yield from loose
        loose = []
        if item is not None:
            yield item
