"""Elements that the style sheet alone sets apart, without a blank between them: on cards of people, and at a title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from oimpress.knowledge.dates import find_date
from oimpress.readers.html.limits import LONGEST_CATEGORY
from oimpress.readers.html.surtitle import says_kind
from oimpress.readers.html.tree import BLOCKS
from oimpress.readers.shared.tree import Node

CARDS = frozenset(("vcard", "h-card", "hcard"))
REACHES = ("tel:", "mailto:", "sms:")


def part_cards(page: Node) -> None:
    """Let a line end where the link of a number or a mailbox touches the element beside it.

    ``<span>Directrice</span><a href="tel:…">04 65 …</a>`` says two things; words that no element holds stay in the
    line of the link beside them. So does a line between the parts of a microformat's card, whatever they say, and
    beside an element that says nothing but a day or a kind of text: ``<b>3 mai 2024</b><i>Communiqué</i>``.
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
    """Whether two elements run together in the text, of which one leads to somebody or stands for itself."""
    if not (isinstance(one, Node) and isinstance(other, Node)):
        return False
    leads, inline = _reaches(one) or _reaches(other), BLOCKS.isdisjoint((one.tag, other.tag))
    if not (leads or inline):
        return False
    before, behind = "".join(one.texts()), "".join(other.texts())
    if not (before[-1:].isalnum() and behind[:1].isalnum()):
        return False
    return leads or any(_is_day(each) or says_kind(each) for each in (one, other))


def _is_day(node: Node) -> bool:
    """Whether an element says nothing but a day."""
    said = node.words
    found = find_date(said) if len(said) <= LONGEST_CATEGORY else None
    return found is not None and (found.start, found.end) == (0, len(said))


def _reaches(node: Node) -> bool:
    return node.tag == "a" and node.get("href").strip().lower().startswith(REACHES)
