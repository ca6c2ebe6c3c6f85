"""The blocks of a page that hold no other: its paragraphs, headings, items and cells."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.tree import BLOCKS
from oimpress.readers.shared.tree import Node


def leaf_blocks(root: Node, judge: Judge, within: bool) -> Iterator[tuple[Node, ...]]:
    """The paths from ``root`` to every block without blocks in it, in the order of the page; no furniture."""
    waiting: list[tuple[Node, ...]] = [(root,)]
    while waiting:
        path = waiting.pop()
        deeper = [child for child in path[-1].elements() if not judge.rule(child, within)]
        if path[-1].tag in BLOCKS and path[-1].tag != "br" and not any(map(is_block, deeper)):
            yield path
        else:
            waiting += ((*path, child) for child in reversed(deeper))


def is_block(node: Node) -> bool:
    """Whether ``node`` interrupts a paragraph: a block, or what holds one (a link around a whole teaser)."""
    if node.tag in BLOCKS:
        return node.tag != "br"
    return any(map(is_block, node.elements()))
