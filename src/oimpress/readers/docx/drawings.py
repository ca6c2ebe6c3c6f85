"""What is drawn in a document: pictures with their alternative texts, text boxes, charts and diagrams.

Source: ECMA-376-1, part 20 (DrawingML) and ECMA-376-4, part 19 (VML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oimpress.model.traced import Traced
from oimpress.patterns import lazy
from oimpress.readers.shared.tree import Node

GRAPHICS = frozenset({"chart", "relIds"})
FILE = lazy(r".*\.(?:jpe?g|png|gif|bmp|tiff?|svg|emf|wmf|webp)\s*", re.IGNORECASE)


@dataclass
class DrawnPicture:
    """A picture by the relationship to its file, and the words that replace it."""

    relation: str
    alt: Traced | None = None


@dataclass
class Drawn:
    """What a drawing holds: text boxes, ``graphics`` that are no pictures, and alternative texts nobody takes."""

    pictures: list[DrawnPicture] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    graphics: list[Node] = field(default_factory=list)
    left: list[Traced] = field(default_factory=list)


def drawn(node: Node) -> Drawn:
    """What stands in a drawing, in document order."""
    found = Drawn()
    alts: list[tuple[int, Traced]] = []  # each with the number of pictures that begin before it
    begun = 0
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.tag == "txbxContent":
            found.boxes.append(each)
            continue
        begun += each.tag == "pic"
        alts += ((begun, item) for item in each.content if isinstance(item, Traced) and item.strip())
        if each.tag in GRAPHICS:
            found.graphics.append(each)
        elif relation := _picture(each):
            found.pictures.append(DrawnPicture(relation))
        waiting += reversed(each.elements())
    _give(found, alts)
    return found


def _picture(node: Node) -> str:
    """The relationship of the picture that ``node`` shows; empty when it shows none."""
    if node.tag == "blip":
        return node.get("r:embed") or node.get("r:link")
    return node.get("r:id") if node.tag == "imagedata" else ""


def _give(found: Drawn, alts: list[tuple[int, Traced]]) -> None:
    """Give each picture of a group its own alternative text, and to one that is alone the first there is."""
    alone = len(found.pictures) == 1
    for number, alt in alts:
        at = 0 if alone else number - 1
        named = FILE.fullmatch(alt)
        if not named and 0 <= at < len(found.pictures) and found.pictures[at].alt is None:
            found.pictures[at].alt = alt
        else:
            found.left.append(alt)


def in_box(node: Node) -> Iterator[Node]:
    """What stands in a text box; of a diagram, the paragraphs of its points."""
    if node.tag == "txbxContent":
        yield from node.elements()
    else:
        yield from (each for each in node.walk() if each.tag == "p")
