"""Code between fences, found in one go however many fences are never closed. Source: CommonMark, 4.5."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from oimpress.patterns import lazy

FENCE = lazy(r"(?m)^ {0,3}(?P<run>`{3,}+|~{3,}+)(?P<rest>[^\n]*)(?:\n|\Z)")


def fenced(text: str) -> Iterator[tuple[int, int]]:
    """Where each stretch of code begins and ends, its fences included; a fence that nothing closes begins none."""
    fences = list(FENCE.finditer(text))
    closing: dict[str, list[int]] = {}  # by the fence that opens: which of all can close it
    at = 0
    while at < len(fences):
        opens = fences[at]["run"]
        if opens not in closing:
            closing[opens] = [n for n, each in enumerate(fences) if each["run"].startswith(opens) and _is_bare(each)]
        ends = closing[opens]
        behind = bisect_right(ends, at)
        if behind == len(ends) or (opens[0] == "`" and "`" in fences[at]["rest"]):
            at += 1
        else:
            yield fences[at].start(), fences[ends[behind]].end()
            at = ends[behind] + 1


def _is_bare(fence: re.Match[str]) -> bool:
    """Whether nothing stands behind a fence, so that it can close."""
    return not fence["rest"].strip(" \t")
