"""Pictures that a page loads late: their address, which stands beside that of the blank picture in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from oimpress.patterns import lazy
from oimpress.readers.shared.tree import Node

# Where the address of a picture stands that a page loads later. Source: what lazysizes, WP Rocket and Jetpack write.
LATER = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-hi-res-src", "data-large-file", "data-url")
CHOICES = ("srcset", "data-srcset", "data-lazy-srcset")
PLACEHOLDER = lazy(r"(?:^|[/_-])(?:blank|spacer|placeholder|pixel|transparent|loading|1x1|lazy)[^/]*$", re.IGNORECASE)


def address(image: Node) -> str:
    """Where the picture is; what a page loads later goes before the blank picture that holds its place."""
    now = _said(image, "src")
    if now and not now.lower().startswith("data:") and not PLACEHOLDER.search(now.partition("?")[0]):
        return now
    later = next(filter(None, (_said(image, name) for name in LATER)), "")
    largest = next(filter(None, (_largest(image.get(name)) for name in CHOICES)), "")
    return later or largest or now


def _said(image: Node, name: str) -> str:
    return re.sub("[\t\r\n\f]+", "", image.get(name)).strip()


def _largest(choices: str) -> str:
    """The address of the largest picture in a ``srcset``. Source: HTML, 4.8.4.2.1."""
    found = re.findall(r"([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)", choices)
    return max(found, key=lambda each: float(each[1] or 1) if each[1].count(".") < 2 else 0, default=("", ""))[0]


def settle_pictures(page: Node) -> None:
    """Write onto each blank picture the address that stands beside it: in a ``source``, or for who runs no scripts."""
    for node in page.walk():
        elements = node.elements()
        if node.tag == "picture":
            sources = [each for each in node.walk() if each.tag == "source"]  # which may hold the picture, as parsed
            for image in _blanks(node):
                said = (each.get(name) for each in sources for name in CHOICES)
                image.attributes[CHOICES[0]] = next(filter(None, said), image.get(CHOICES[0]))
        for one, other in pairwise(elements):
            real = next((each for each in other.walk() if each.tag == "img"), None) if other.tag == "noscript" else None
            if real is not None and one.tag in ("img", "picture"):
                for image in _blanks(one):
                    image.attributes["src"] = address(real)


def _blanks(node: Node) -> Iterator[Node]:
    return (each for each in node.walk() if each.tag == "img" and _is_blank(address(each)))


def _is_blank(address: str) -> bool:
    return not address or address.lower().startswith("data:image/gif") or bool(PLACEHOLDER.search(address))
