"""Pieces of HTML in a text: certain when their elements are closed as they were opened, and hold the paragraphs."""

from __future__ import annotations

import re

from oimpress.readers.html.limits import LARGEST_FRAGMENT, LEAST_BLOCKS

TAG = re.compile(rb"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>|<!--.*?-->", re.DOTALL)
MAYBE = re.compile(rb"<(?=[/!A-Za-z])")
VOID = frozenset({b"br", b"hr", b"img", b"wbr", b"input", b"col"})
BLOCKS = frozenset({
    b"p", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"ul", b"ol", b"li", b"div", b"section", b"article",
    b"blockquote", b"table", b"tr", b"td", b"th", b"figure",
})  # fmt: skip
KNOWN = frozenset({
    *BLOCKS, *VOID, b"a", b"abbr", b"address", b"aside", b"b", b"caption", b"cite", b"code", b"dd", b"del", b"dl",
    b"dt", b"em", b"figcaption", b"font", b"footer", b"header", b"i", b"main", b"mark", b"pre", b"q", b"s", b"small",
    b"span", b"strong", b"sub", b"sup", b"tbody", b"thead", b"tfoot", b"time", b"u",
})  # fmt: skip


def is_fragment(data: bytes) -> bool:
    """Whether the text in ``data`` is certainly marked up in HTML.

    Every tag is whole and of a known element, each element ends inside the one it began in, and blocks begin where a
    line or another element does. The remains of torn tags in a text dump are never so.
    """
    if len(data) > LARGEST_FRAGMENT or b"</" not in data:
        return False
    tags = list(TAG.finditer(data))
    if len(tags) != sum(1 for _ in MAYBE.finditer(data)):
        return False
    open_ones: list[bytes] = []
    blocks = 0
    for tag in (tag for tag in tags if tag["name"]):
        name = tag["name"].lower()
        if name not in KNOWN or (name in BLOCKS and not tag["close"] and not _begins(data, tag.start())):
            return False
        if tag["close"]:
            if not open_ones or open_ones.pop() != name:
                return False
            blocks += name in BLOCKS
        elif name not in VOID:
            open_ones.append(name)
    return blocks >= LEAST_BLOCKS and not open_ones


def _begins(data: bytes, at: int) -> bool:
    """Whether nothing but blanks stands between ``at`` and the tag or the line end before it."""
    before = data[max(at - 200, 0) : at].rstrip(b" \t")
    return not before or before.endswith((b">", b"\n", b"\r"))
