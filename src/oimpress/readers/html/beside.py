"""Contacts for the press that a page sets beside its article or above it, in a column or a box of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from oimpress.model.traced import Traced
from oimpress.readers.html.bylines import words_of
from oimpress.readers.html.calling import calls_contacts, calls_itself_contacts, reaches
from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.limits import LONGEST_BOX
from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.tree import Node


def contacts_beside(body: Node, article: Node, judge: Judge) -> Iterator[Node]:
    """The elements around ``article``, no furniture, that open by calling themselves contacts for the press.

    Each holds an address or a number; a box that holds neither is none, and neither is what heads every page.
    """
    inside = {id(article), *(id(item) for item in article.content)}
    waiting: list[Node] = [body]
    while waiting:
        node = waiting.pop()
        if id(node) in inside or node.tag == "header":
            continue
        if is_contact_box(node, judge) and not any(id(inner) in inside for inner in node.walk()):
            yield node
        elif not judge.rule(node, within=False):
            children = node.elements()
            headed = [_headed(children, at, judge) for at in range(len(children))]
            yield from (box for box in headed if box and not any(id(inner) in inside for inner in box.walk()))
            taken = {id(part) for box in headed if box for part in box.content}
            waiting += reversed([child for child in children if id(child) not in taken])


def _headed(siblings: Sequence[Node], at: int, judge: Judge) -> Node | None:
    """A heading in an element of its own that calls what stands in the boxes below it contacts for the press."""
    heading = siblings[at]
    if not calls_contacts(words_of(heading)) or judge.rule(heading, within=False):
        return None
    boxes = takewhile(lambda box: _reaches_somebody(box, judge), siblings[at + 1 :])
    content: list[Node | Traced] = [heading, *boxes]
    return Node("div", {}, content) if len(content) > 1 else None


def _reaches_somebody(node: Node, judge: Judge) -> bool:
    """Whether an element that is a few short lines says how to reach somebody."""
    short = judge.sizes.of(node).all <= LONGEST_BOX and node.tag not in HEADINGS
    return short and not judge.rule(node, within=False) and reaches(words_of(node))


def is_contact_box(node: Node, judge: Judge) -> bool:
    """Whether an element opens by calling itself contacts for the press, and says how to reach somebody."""
    if judge.sizes.of(node).all > LONGEST_BOX or node.tag in HEADINGS or judge.rule(node, within=False):
        return False
    return calls_itself_contacts(words_of(node)) and not _holds_more(node)


def _holds_more(node: Node) -> bool:
    """Whether such a box stands in a column above another with a heading that says nothing of the kind."""
    first, *others = node.elements() or [node]
    return calls_itself_contacts(words_of(first)) and any(
        not reaches(words_of(box)) for box in others if _is_headed(box)
    )


def _is_headed(node: Node) -> bool:
    return any(part.tag in HEADINGS for part in node.walk())
