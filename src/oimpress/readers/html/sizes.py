"""How much each element of a page says, counted once: all its characters, and those outside links."""

from __future__ import annotations

from typing import NamedTuple

from oimpress.readers.shared.tree import Node

UNREAD = frozenset({
    "head", "script", "style", "template", "select", "textarea", "datalist", "button", "svg", "iframe", "object",
})  # fmt: skip


class PictureSize(NamedTuple):
    """Characters, blanks at the ends of stretches apart; ``prose`` are those that no link holds."""

    all: int = 0
    prose: int = 0


class Sizes:
    """The sizes of all elements in ``root``; what is put together later is counted when it is asked for."""

    def __init__(self, root: Node) -> None:
        self._sizes: dict[int, PictureSize] = {}
        for node in reversed(list(root.walk())):
            self._sizes[id(node)] = self._count(node)

    def knows(self, node: Node) -> bool:
        return id(node) in self._sizes

    def of(self, node: Node) -> PictureSize:
        return self._sizes.get(id(node)) or self._count(node)

    def prose(self, node: Node) -> int:
        return self.of(node).prose

    def of_links(self, node: Node) -> bool:
        """Whether at least half of the words are links, as in teasers and menus."""
        size = self.of(node)
        return bool(size.all) and size.prose <= size.all / 2

    def only_links(self, node: Node) -> bool:
        """Whether nothing but links has words in it."""
        size = self.of(node)
        return bool(size.all) and not size.prose

    def _count(self, node: Node) -> PictureSize:
        if node.tag in UNREAD:
            return PictureSize()
        words = prose = 0
        for child in node.content:
            if isinstance(child, Node):
                inner = self.of(child)
                words += inner.all
                prose += inner.prose
            else:
                length = len(str.strip(child))
                words += length
                prose += length
        return PictureSize(words, 0 if node.tag == "a" and "href" in node.attributes else prose)
