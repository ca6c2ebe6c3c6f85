"""Notes of a web page: which links call them, which elements they are, which links lead back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oimpress.patterns import lazy
from oimpress.readers.html.limits import NAMED_AROUND
from oimpress.readers.shared.tree import Node

NOTE_MARK = "R078"
MARK = lazy(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶]{1,3})[\])]?", re.IGNORECASE)
ARROW = lazy(r"[↩↑^⏎⤴\ufe0e\ufe0f\s]+")
ROLES = frozenset({"doc-footnote", "doc-endnote"})


@dataclass(slots=True)
class PageNotes:
    """Elements by their ``id()``: ``calls`` and ``notes`` with the name of the note, ``marks`` that lead back."""

    calls: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    marks: set[int] = field(default_factory=set)


def page_notes(root: Node) -> PageNotes:
    """The notes of a page. A call is sure where its note leads back to it, or where one of them says what it is."""
    found = PageNotes()
    links = [node for node in root.walk() if node.tag == "a" and node.get("href").startswith("#")]
    if not links:
        return found
    parents = {id(child): node for node in root.walk() for child in node.elements()}
    named: dict[str, Node] = {}
    for node in root.walk():
        for name in filter(None, (node.get("id"), node.get("name"))):
            named.setdefault(name, node)
    for link in links:
        target = named.get(link.get("href")[1:])
        is_mark = "doc-noteref" in link.get("role") or MARK.fullmatch(link.words)
        holder = _holder(target, parents) if target is not None and is_mark else None
        if holder is None or id(link) in found.marks or any(node is link for node in holder.walk()):
            continue
        names = {name for node in _around(link, parents) for name in (node.get("id"), node.get("name")) if name}
        back = [node for node in holder.walk() if node.tag == "a" and _leads_to(node, names)]
        if back or id(holder) in found.notes or "doc-noteref" in link.get("role") or holder.get("role") in ROLES:
            found.calls[id(link)] = found.notes.setdefault(id(holder), f"n{len(found.notes) + 1}")
            found.marks.update(map(id, back))
    return found


def _holder(node: Node, parents: dict[int, Node]) -> Node | None:
    """The paragraph, item or box that is the note which ``node`` names."""
    if node.tag == "div":
        return node
    at: Node | None = node
    while at is not None and at.tag not in ("p", "li", "aside") and at.get("role") not in ROLES:
        at = parents.get(id(at))
    above = parents.get(id(at)) if at is not None else None
    return above if above is not None and (above.tag == "li" or above.get("role") in ROLES) else at


def _around(link: Node, parents: dict[int, Node]) -> Iterator[Node]:
    """The link, what stands in it, and the elements around it that may bear its name."""
    yield from link.walk()
    at: Node | None = link
    for _ in range(NAMED_AROUND):
        at = parents.get(id(at)) if at is not None else None
        if at is not None and at.tag in ("sup", "span"):
            yield at


def _leads_to(link: Node, names: set[str]) -> bool:
    href = link.get("href")
    return href.startswith("#") and (href[1:] in names or bool(ARROW.fullmatch(link.words)))
