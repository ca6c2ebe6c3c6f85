"""The blocks of a page as a second reading compares them: where they stand, what they say, how much of it are links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from oimpress.knowledge.sentences import ends_clause
from oimpress.readers.html.bylines import words_of
from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.leaves import is_block
from oimpress.readers.html.tree import BLOCKS, HEADINGS
from oimpress.readers.shared.tree import Node

# What is part of a text by what it is.
STANDING = frozenset({*HEADINGS, "td", "th", "dt", "dd", "figcaption", "caption", "blockquote", "summary", "pre"})

Path: TypeAlias = tuple[Node, ...]
PageKind: TypeAlias = tuple[str, ...]


class PagePiece(NamedTuple):
    """A block without blocks in it, or text that stands beside blocks: in the last element of ``path``."""

    path: Path
    text: str
    prose: int  # characters outside links
    loose: bool = False

    @property
    def node(self) -> Node:
        return self.path[-1]

    @property
    def kind(self) -> PageKind:
        """What the element is by its tag and what it stands in."""
        around = (f"{node.tag} {node.get('class')}" for node in self.path[-2:-4:-1])
        return (self.node.tag, *around)

    @property
    def is_named(self) -> bool:
        """Whether its kind is more than a bare element."""
        return any(node.get("class") for node in self.path[-2:-4:-1])

    @property
    def home(self) -> int:
        """What it stands in, lists apart, by its identity."""
        around = [node for node in self.path[:-1] if node.tag not in ("ul", "ol", "li")]
        return id(around[-1] if around else self.node)

    @property
    def is_standing(self) -> bool:
        """Whether it is part of a text by what it is."""
        return self.node.tag in STANDING or any(node.tag in ("figure", "table") for node in self.path)

    @property
    def is_linked(self) -> bool:
        """Whether at least half of it are links."""
        return self.prose <= len(self.text) / 2

    @property
    def is_prose(self) -> bool:
        return not self.is_linked and ends_clause(self.text)


def pieces_of(article: Node, judge: Judge) -> Iterator[PagePiece]:
    """The blocks of ``article``, and what stands beside blocks, without what ``judge`` leaves out."""
    waiting: list[Path] = [(article,)]
    while waiting:
        path = waiting.pop()
        node = path[-1]
        inner = [child for child in node.elements() if not judge.rule(child)]
        blocks = [child for child in inner if is_block(child)]
        loose = [item for item in node.content if not isinstance(item, Node) or (item in inner and item not in blocks)]
        text = words_of(Node("div", {}, loose))
        if text and (node.tag in BLOCKS or blocks):
            prose = sum(judge.sizes.prose(item) if isinstance(item, Node) else len(item.strip()) for item in loose)
            yield PagePiece(path, text, prose, bool(blocks))
        waiting += ((*path, child) for child in reversed(blocks))
