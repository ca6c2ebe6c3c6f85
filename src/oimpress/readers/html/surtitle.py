"""What a page says at its title: the kind of text, as a category, in a byline, a list of one item; its subtitle."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.knowledge.lexicon import words
from oimpress.readers.html.bylines import WRITER
from oimpress.readers.html.limits import LEAST_SUBTITLE, LONGEST_CATEGORY, LONGEST_LEAD, STEPS_AROUND
from oimpress.readers.shared.tree import Node

WAYS = frozenset({"nav", "menu", "button", "form"})  # elements that lead elsewhere
MARKS = frozenset(">›»/|")  # of a way to the page: « Presse > Communiqués »


def says_kind(node: Node) -> bool:
    """Whether ``node`` says nothing but the kind of a text: « Communiqué de presse »."""
    said = node.words
    return 0 < len(said) <= LONGEST_CATEGORY and said.casefold() in words("kickers")


def kinds_at_title(page: Node) -> frozenset[int]:
    """The identities of the elements around the only first-level heading that say what kind of text it heads."""
    titles = [node for node in page.walk() if node.tag == "h1"]
    return frozenset(_around(page, titles[0])) if len(titles) == 1 else frozenset()


def _around(page: Node, title: Node) -> Iterator[int]:
    holders = {id(child): node for node in page.walk() for child in node.elements()}
    node = title
    for _ in range(STEPS_AROUND):
        holder = holders.get(id(node))
        if holder is None:
            return
        beside = holder.elements()
        at = next(n for n, each in enumerate(beside) if each is node)
        for each in (*beside[max(at - STEPS_AROUND, 0) : at], *beside[at + 1 : at + 2]):
            yield from _said_in(each)
        node = holder


def _said_in(node: Node) -> Iterator[int]:
    """The identities of ``node`` and of what in it says the kind."""
    said = node.words
    if node.tag in WAYS or len(said) > LONGEST_LEAD or not MARKS.isdisjoint(said):
        return
    if says_kind(node):
        yield from (id(each) for each in node.walk())
    elif found := [each for child in node.elements() for each in _said_in(child)]:
        yield from () if WRITER.match(said) else (id(node), *found)  # « Posté par admin dans Communiqués » is a byline


def titled(heading: Node) -> tuple[Node, Node | None]:
    """A heading without the small words that end it, and those as its subtitle: ``<h1>Titre <small>…</small></h1>``."""
    said = [item for item in heading.content if isinstance(item, Node) or item.strip()]
    last = said[-1] if len(said) > 1 else None
    if not isinstance(last, Node) or last.tag != "small" or len(last.words.split()) < LEAST_SUBTITLE:
        return heading, None
    rest = [item for item in heading.content if item is not last]
    return Node(heading.tag, heading.attributes, rest), Node("p", {"class": "subtitle"}, last.content)
