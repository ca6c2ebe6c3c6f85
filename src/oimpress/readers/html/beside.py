"""Contacts for the press that a page sets beside its article or above it, in a column or a box of their own."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.readers.html.bylines import words_of
from oimpress.readers.html.calling import calls_itself_contacts
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
            waiting += reversed(node.elements())


def is_contact_box(node: Node, judge: Judge) -> bool:
    """Whether an element opens by calling itself contacts for the press, and says how to reach somebody."""
    if judge.sizes.of(node).all > LONGEST_BOX or node.tag in HEADINGS or judge.rule(node, within=False):
        return False
    return calls_itself_contacts(words_of(node))
