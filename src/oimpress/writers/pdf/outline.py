"""The bookmarks of a kit. Source: ISO 32000-1, 12.3.3."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from oimpress.writers.pdf.template import words_of


@dataclass(slots=True)
class Bookmark:
    """A line of the outline; ``page`` is the reference of the page it leads to, ``own`` its own."""

    page: bytes
    level: int
    label: str
    x: float
    y: float
    state: str
    children: list[Bookmark] = field(default_factory=list)
    own: bytes = b""

    @property
    def count(self) -> int:
        """How many lines it opens; below zero where it is closed."""
        inner = len(self.children) + sum(max(child.count, 0) for child in self.children)
        return -inner if self.state == "closed" else inner


def outline(bookmarks: Iterable[Bookmark], own: bytes, take: Callable[[], bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The objects of the outline with their references, its root's ``own``: each line in the nearest one before it that
    has a lower level.
    """
    root = Bookmark(b"", 0, "", 0, 0, "open", own=own)
    above = [root]
    for each in bookmarks:
        each.own = take()
        while above[-1].level >= each.level:
            above.pop()
        above[-1].children.append(each)
        above.append(each)
    yield own, words_of({"Count": root.count} | _ends(root))
    yield from _lines(root)


def _lines(parent: Bookmark) -> Iterator[tuple[bytes, bytes]]:
    for at, each in enumerate(parent.children):
        yield each.own, words_of(_facts(each) | _beside(parent.children, at) | _ends(each) | {"Parent": parent.own})
        yield from _lines(each)


def _facts(one: Bookmark) -> dict[str, Any]:
    from pydyf import String  # type: ignore[import-untyped]

    return {"Title": String(one.label), "Dest": [one.page, "/XYZ", one.x, one.y, 0], "Count": one.count}


def _beside(lines: list[Bookmark], at: int) -> dict[str, bytes]:
    beside = {"Prev": at - 1, "Next": at + 1}
    return {key: lines[place].own for key, place in beside.items() if 0 <= place < len(lines)}


def _ends(one: Bookmark) -> dict[str, bytes]:
    return {"First": one.children[0].own, "Last": one.children[-1].own} if one.children else {}
