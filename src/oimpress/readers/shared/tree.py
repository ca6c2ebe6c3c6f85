"""Sources with markup: a light tree whose text knows its place in the text of the whole source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from oimpress.errors import ReadError
from oimpress.model.draft import LINE_END
from oimpress.model.traced import Traced, of_source
from oimpress.notices import Dropped

MOST_MARKS = 1_000_000


@dataclass(slots=True, eq=False)
class Node:
    """An element: ``content`` holds elements and stretches of text in the order of the source."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Node | Traced] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The attribute called ``name``; empty when it is not there."""
        return self.attributes.get(name, "")

    def elements(self) -> list[Node]:
        """The children that are elements."""
        return [child for child in self.content if isinstance(child, Node)]

    def find(self, *tags: str) -> Node | None:
        """The first child that is one of ``tags``."""
        for child in self.content:
            if isinstance(child, Node) and child.tag in tags:
                return child
        return None

    def walk(self) -> Iterator[Node]:
        """The element itself and every element in it, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.elements())

    def texts(self) -> Iterator[Traced]:
        """Every stretch of text in the element, in document order."""
        waiting: list[Node | Traced] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Node):
                waiting += reversed(item.content)
            else:
                yield item

    def alternatives(self) -> Iterator[Traced]:
        """The words that stand for each picture in the element, where they are text of the source."""
        return (said for node in self.walk() if isinstance(said := node.attributes.get("alt"), Traced))

    @property
    def words(self) -> str:
        """The text of the element as one plain line."""
        return " ".join(" ".join(self.texts()).split())


class Sheet:
    """Gathers the text of a source in document order and hands it out as traced stretches.

    A line feed stands between blocks, so that the text can be told line by line.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0

    def add(self, text: str) -> Traced:
        """``text`` as the next stretch of the source."""
        made = of_source(text, self._size)
        if text:
            self._parts.append(text)
            self._size += len(text)
        return made

    def end_line(self) -> None:
        """Begin a new line, unless one has just begun."""
        if self._parts and not self._parts[-1].endswith("\n"):
            self.add("\n")

    @cached_property
    def text(self) -> str:
        """All of it; to be asked for when nothing more is added."""
        return "".join(self._parts)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [end.end() for end in LINE_END.finditer(self.text)]

    def line(self, offset: int) -> int:
        """The number, from 1, of the line that ``offset`` stands in."""
        return bisect_right(self._line_starts, offset) + 1


def leave_out(node: Node, rule: str) -> Iterator[Dropped]:
    """All that stands in ``node``, left out because of ``rule``."""
    return (Dropped(text, rule) for text in (*node.texts(), *node.alternatives()) if not text.isspace())


def refuse_crowded(marks: int, name: str) -> None:
    """Raise ReadError for a source of too many tags and attributes: each takes a hundred times its bytes in memory."""
    if marks > MOST_MARKS:
        raise ReadError(
            "{name}: the document has more than {most} million tags and attributes; no press release is that long",
            name=name,
            most=MOST_MARKS // 1_000_000,
        )
