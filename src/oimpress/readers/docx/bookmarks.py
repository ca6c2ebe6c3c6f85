"""Our own bookmarks: what belongs together in a document of ours although Word knows no element for it.

LibreOffice breaks content controls around paragraphs and keeps bookmarks, so our documents are marked by these. What a
pair of them encloses is read as what a content control held in earlier documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oimpress.patterns import lazy
from oimpress.readers.docx.controls import control
from oimpress.readers.shared.tree import Node

NAME = lazy(r"_oimpress_(?P<kind>[a-z]+)(?:_(?P<word>[a-z0-9]+(?:__[a-z0-9]+)*))?_(?P<number>\d{1,9})")
DEEPEST_BOOKMARK = 40  # bookmarks in one another; ours are never so deep


class Range(NamedTuple):
    """The places of the first and last element between the ends of a bookmark, the tag of what it holds, its number."""

    first: int
    last: int
    tag: str
    number: int


def enclosed(nodes: Sequence[Node]) -> list[Node]:
    """``nodes``, those between the ends of each of our bookmarks in a content control that says what they are.

    A bookmark that reaches out of another one is none.
    """
    begun: dict[int, list[Range]] = defaultdict(list)
    for each in sorted(_ranges(nodes), key=lambda each: (-each.last, -each.number)):  # the outermost is numbered last
        begun[each.first].append(each)
    top = Node("sdtContent")
    filling = [(len(nodes), top)]
    for at, node in enumerate(nodes):
        for each in begun[at]:
            end, outer = filling[-1]
            if each.last <= end and len(filling) < DEEPEST_BOOKMARK:
                filling.append((each.last, inner := Node("sdtContent")))
                outer.content.append(control(each.tag, inner))
        filling[-1][1].content.append(node)
        while filling[-1][0] == at:
            filling.pop()
    return top.elements()


def _ranges(nodes: Sequence[Node]) -> Iterator[Range]:
    """What our bookmarks enclose, each from its first beginning to its last end: LibreOffice begins some twice.

    An end that no words of its element come before, or a beginning that none follow, belongs to the next element. One
    in the empty line below a table began in that table, which is more than LibreOffice keeps; and one that ends where
    it begins held that element, whose end LibreOffice lost.
    """
    names: dict[str, str] = {}
    begun: dict[str, int] = {}
    ended: dict[str, int] = {}
    for at, node in enumerate(nodes):
        for mark, before, after in _marks(node):
            if mark.tag == "bookmarkStart":
                names[mark.get("id")] = name = mark.get("name")
                below = not before and not after and at > 0 and nodes[at - 1].tag == "tbl"
                begun.setdefault(name, at - 1 if below else at + (before and not after))
            elif name := names.get(mark.get("id"), ""):
                ended[name] = at - (after and not before and begun[name] < at)
    for name, first in begun.items():
        if (found := NAME.fullmatch(name)) and first <= (last := ended.get(name, -1)):
            tag = ":".join(filter(None, (found["kind"], (found["word"] or "").replace("__", "-"))))
            yield Range(first, last, tag, int(found["number"]))


def _marks(node: Node) -> Iterator[tuple[Node, bool, bool]]:
    """The ends of bookmarks in ``node``, and whether words of it come before and after each."""
    whole = sum(map(len, node.texts()))
    said = 0
    waiting: list[Node | str] = [node]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, Node):
            said += len(item)
            continue
        if item.tag in ("bookmarkStart", "bookmarkEnd"):
            yield item, said > 0, said < whole
        waiting += reversed(item.content)
