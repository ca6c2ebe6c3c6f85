"""Cards of people: their elements stand one under the other by the style sheet alone, without a blank between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from oimpress.readers.shared.tree import Node

CARDS = frozenset(("vcard", "h-card", "hcard"))
REACHES = ("tel:", "mailto:", "sms:")


def part_cards(page: Node) -> None:
    """Let a line end where the link of a number or a mailbox touches the element beside it.

    ``<span>Directrice</span><a href="tel:…">04 65 …</a>`` says two things; words that no element holds stay in the
    line of the link beside them. So does a line between the parts of a microformat's card, whatever they say.
    """
    for node in page.walk():
        seams = [at for at, (one, other) in enumerate(pairwise(node.content), 1) if _touch(one, other)]
        seams = seams or (list(_between_parts(node)) if _is_card(node) else [])
        for at in reversed(seams):
            node.content.insert(at, Node("br"))


def _is_card(node: Node) -> bool:
    """Whether an element says by a microformat that it is somebody's card."""
    kind = node.get("itemtype").rpartition("/")[2]
    return not CARDS.isdisjoint(node.get("class").split()) or kind in ("Person", "Organization", "ContactPoint")


def _between_parts(card: Node) -> Iterator[int]:
    """The positions between two parts of a card where no words stand."""
    parts = [
        at for at, one in enumerate(card.content) if isinstance(one, Node) and (one.get("class") or one.get("itemprop"))
    ]
    for one, other in pairwise(parts):
        if not any(isinstance(each, Node) or each.strip() for each in card.content[one + 1 : other]):
            yield other


def _touch(one: object, other: object) -> bool:
    """Whether two elements, of which one leads to somebody, run together in the text."""
    if not (isinstance(one, Node) and isinstance(other, Node) and (_reaches(one) or _reaches(other))):
        return False
    before, behind = "".join(one.texts()), "".join(other.texts())
    return before[-1:].isalnum() and behind[:1].isalnum()


def _reaches(node: Node) -> bool:
    return node.tag == "a" and node.get("href").strip().lower().startswith(REACHES)
