"""Tables of one cell: boxes where they hold sentences among others; else what only lays out a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oimpress.knowledge.labels import kind_of_aside
from oimpress.knowledge.sentences import ends_sentence
from oimpress.model.draft import Line
from oimpress.model.nodes import Aside, Block, List
from oimpress.model.runs import flatten
from oimpress.readers.shared.inlines import BOLD, gathered
from oimpress.readers.shared.tree import Node

Found = list[Line | Block]


def framed(node: Node, made: Found, before: Found, behind: Iterable[Node]) -> Found:
    """What was ``made`` of an element: one box, where it is a table of one cell with such contents among sentences."""
    box = _boxed(made) if _only_cell(node) else None
    return [box] if box and _is_among(before, behind) else made


def _only_cell(node: Node) -> Node | None:
    """The cell of a table that has no other; None for any other element."""
    rows = [row for row in node.elements() if row.tag == "tr"] if node.tag == "tbl" else []
    cells = [cell for row in rows for cell in row.elements() if cell.tag == "tc"]
    return cells[0] if len(rows) == len(cells) == 1 else None


def _is_among(before: Sequence[Line | Block], behind: Iterable[Node]) -> bool:
    """Whether sentences stand before and behind."""
    said = any(isinstance(item, Line) and ends_sentence(item.plain) for item in before)
    return said and any(node.tag == "p" and ends_sentence(node.words) for node in behind)


def _boxed(flow: Sequence[Line | Block]) -> Aside | None:
    """The box that several paragraphs make which end with a sentence, or with a list; None for other contents."""
    last = flow[-1] if len(flow) > 1 else None
    plain = all(isinstance(item, Line | List) for item in flow)
    plain = plain and not any(isinstance(item, Line) and item.level for item in flow[1:])
    if not plain or not (isinstance(last, List) or (isinstance(last, Line) and ends_sentence(last.plain))):
        return None
    first = flow[0]
    heading = first.children if isinstance(first, Line) and (first.marks >= BOLD or first.level) else ()
    return Aside(gathered(flow[bool(heading) :]), kind_of_aside(str(flatten(heading))), heading)
