"""Places of a page that links on it lead to: the first words in or behind the element of that name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from urllib.parse import unquote, urldefrag, urljoin

from oimpress.model.anchors import NOWHERE, WITHIN
from oimpress.model.traced import Traced
from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.notes import PageNotes
from oimpress.readers.html.panels import is_control
from oimpress.readers.shared.tree import Node
from oimpress.records import record

TOP = frozenset({"", "top"})  # Source: HTML Living Standard, 7.4.6.4 (the top of the document)
ITSELF = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6"})  # a heading that leads to itself is no link to a reader


@record
class PagePlaces:
    """The anchor that each link leads to, by the ``id()`` of its element, and anchors by the offset of their words.

    A link to what is not on the page leads ``NOWHERE``.
    """

    links: Mapping[int, str] = field(default_factory=dict)
    anchors: Mapping[int, str] = field(default_factory=dict)


def page_places(page: Node, notes: PageNotes, judge: Judge, address: str) -> PagePlaces:
    """The places of ``page``, which stands at ``address``; calls of notes and what leads back from them are none."""
    leading = list(_leading(page, notes, address))
    if not leading:
        return PagePlaces()
    named = _named(page)
    targets = ((link, named.get(place) or named.get(unquote(place))) for link, place in leading)
    found = [(link, target) for link, target in targets if _is_told(link, target)]
    kept = {id(target): _first_kept(target, notes, judge) for _, target in found if target}
    offsets = dict(_first_words(page, kept))
    anchors = {at: f"a{number}" for number, at in enumerate(dict.fromkeys(offsets.values()), 1)}
    links = {id(link): anchors.get(offsets.get(id(target), -1), NOWHERE) for link, target in found}
    return PagePlaces(links, anchors)


def _is_told(link: Node, target: Node | None) -> bool:
    """Whether ``link`` leads elsewhere on the page, or would; a whole address may be of another page."""
    return not _is_in(link, target) if target else link.get("href").strip().startswith(WITHIN)


def _named(page: Node) -> dict[str, Node]:
    """What a link may lead to, by its name; an ``id`` goes before the name of an ``a``, the first before others."""
    found: dict[str, Node] = {}
    for node in page.walk():
        found.setdefault(node.get("id"), node)
    for node in page.walk():
        if node.tag == "a":
            found.setdefault(node.get("name"), node)
    return found


def _leading(page: Node, notes: PageNotes, address: str) -> Iterator[tuple[Node, str]]:
    """The links to places of the page itself, each with the name of its place."""
    for node in page.walk():
        href = node.get("href").strip() if node.tag == "a" else ""
        if "#" not in href or id(node) in notes.calls or id(node) in notes.marks:
            continue
        place = _place(href, address)
        if place.lower() not in TOP and not is_control(node):
            yield node, place


def _place(href: str, address: str) -> str:
    if href.startswith("#"):
        return href[1:]
    try:
        whole, place = urldefrag(urljoin(address, href)) if address else ("", "")
    except ValueError:
        return ""
    return place if whole.rstrip("/") == urldefrag(address)[0].rstrip("/") else ""


def _is_in(link: Node, target: Node) -> bool:
    return target.tag in ITSELF and any(node is link for node in target.walk())


def _first_kept(target: Node, notes: PageNotes, judge: Judge) -> int:
    """The offset of the first text in ``target`` that stays, -1 for none: marks of notes and furniture go."""
    waiting: list[Node | Traced] = [target]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, Node):
            if not item.isspace():
                return item.start
        elif id(item) not in notes.marks and not judge.rule(item):
            waiting += reversed(item.content)
    return -1


def _first_words(page: Node, targets: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Each of ``targets`` with the offset known of it, or of the first text in or behind it where that is -1."""
    yield from ((each, start) for each, start in targets.items() if start >= 0)
    waiting, met = [*reversed(page.content)], list[int]()
    while waiting:
        item = waiting.pop()
        if isinstance(item, Node):
            met += (id(item),) if targets.get(id(item), 0) < 0 else ()
            waiting += reversed(item.content)
        elif met and not item.isspace():
            yield from ((each, item.start) for each in met)
            met = []
