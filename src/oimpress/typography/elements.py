"""Elements whose text is code: nothing between their tags is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.patterns import lazy

OPENING = lazy(r"<(code|kbd|pre|samp|var|tt|script|style|textarea|math|svg)(?=[\s>])[^<>]*>", re.IGNORECASE)


def code_elements(text: str) -> Iterator[tuple[int, int]]:
    """The spans from each opening tag of such an element to its closing one. Linear time."""
    reached = 0
    unclosed: set[str] = set()
    folded = text.lower()
    for tag in OPENING.finditer(text):
        name = tag[1].lower()
        if tag.start() < reached or name in unclosed or tag[0].endswith("/>"):
            continue
        if (at := folded.find(f"</{name}", tag.end())) < 0:
            unclosed.add(name)
            continue
        reached = at
        yield tag.start(), at
