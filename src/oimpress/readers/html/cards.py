"""Cards of people: their elements stand one under the other by the style sheet alone, without a blank between them."""

from __future__ import annotations

from itertools import pairwise

from oimpress.readers.shared.tree import Node

REACHES = ("tel:", "mailto:", "sms:")


def part_cards(page: Node) -> None:
    """Let a line end where the link of a number or a mailbox touches the element beside it.

    ``<span>Directrice</span><a href="tel:…">04 65 …</a>`` says two things; words that no element holds stay in the
    line of the link beside them.
    """
    for node in page.walk():
        seams = [at for at, (one, other) in enumerate(pairwise(node.content), 1) if _touch(one, other)]
        for at in reversed(seams):
            node.content.insert(at, Node("br"))


def _touch(one: object, other: object) -> bool:
    """Whether two elements, of which one leads to somebody, run together in the text."""
    if not (isinstance(one, Node) and isinstance(other, Node) and (_reaches(one) or _reaches(other))):
        return False
    before, behind = "".join(one.texts()), "".join(other.texts())
    return before[-1:].isalnum() and behind[:1].isalnum()


def _reaches(node: Node) -> bool:
    return node.tag == "a" and node.get("href").strip().lower().startswith(REACHES)
