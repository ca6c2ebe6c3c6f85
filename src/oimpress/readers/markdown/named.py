"""Names of headings, by which links in a Markdown text lead to them."""

from __future__ import annotations

from collections import Counter

from oimpress.patterns import lazy
from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.tree import Node

SIGN = lazy(r"[^\w\- ]")


def name_headings(page: Node) -> None:
    """Give each heading of ``page`` the name that GitHub has for it, where a link leads to a place on the page.

    Source: docs.github.com, « Basic writing and formatting syntax », section links.
    """
    if not any(node.tag == "a" and node.get("href").startswith("#") for node in page.walk()):
        return
    given: Counter[str] = Counter()
    for heading in (node for node in page.walk() if node.tag in HEADINGS and not node.get("id")):
        name = SIGN.sub("", heading.words.lower()).replace(" ", "-")
        heading.attributes["id"] = f"{name}-{given[name]}" if given[name] else name
        given[name] += 1
