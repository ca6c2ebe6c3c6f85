"""Cards that lead to other texts: a linked heading, and the few words below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oimpress.patterns import lazy
from oimpress.readers.html.furniture import RELATED, Judge
from oimpress.readers.html.limits import LONGEST_TEASER
from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.tree import Node

ACCORDING_TO_ROLE = frozenset({"tab", "button"})


def leave_teaser(path: Sequence[Node], judge: Judge) -> None:
    """Leave out the card that a linked heading opens, where its kind, its names or a second one like it tell it."""
    link = next((node for node in path[-1].walk() if node.tag == "a" and node.get("href")), None)
    link = link or next((node for node in path if node.tag == "a" and node.get("href")), None)
    if link is None or link.get("href").startswith("#") or ACCORDING_TO_ROLE & {link.get("role"), path[-1].get("role")}:
        return
    top = len(path) - 1
    found = None
    while top > 1 and opens(path[top - 1], path[top]) and judge.sizes.prose(path[top - 1]) < LONGEST_TEASER:
        top -= 1
        card = path[top]
        if judge.small(card) and (_is_card(card) or _is_repeated(path[top - 1], card, judge)):
            found = card
    if found:
        judge.gone[id(found)] = RELATED


CARD = lazy(r"(?<![a-z])(?:cards?|teasers?|posts?|views-row|vignette)(?![a-z])", re.IGNORECASE)


def _is_card(node: Node) -> bool:
    return node.tag in ("article", "a") or CARD.search(node.get("class")) is not None


def _is_repeated(parent: Node, card: Node, judge: Judge) -> bool:
    """Whether a second element of the same kind beside ``card`` opens with a linked heading."""
    alike = [each for each in parent.elements() if each.tag == card.tag and each.get("class") == card.get("class")]
    headed = (
        each
        for each in alike
        if any(
            (node.tag in HEADINGS and judge.sizes.only_links(node))
            or (node.tag == "a" and node.get("href") and node.find(*HEADINGS))
            for node in each.walk()
        )
    )
    return len(alike) > 1 and len(list(headed)) == len(alike)


def opens(parent: Node, child: Node) -> bool:
    """Whether ``parent`` begins with ``child``."""
    for item in parent.content:
        if item is child:
            return True
        if (item.words if isinstance(item, Node) else item.strip()) and not (
            isinstance(item, Node) and item.tag in ("script", "style")
        ):
            return False
    return False
