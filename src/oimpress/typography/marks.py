"""The space before a mark that ends a word: the guard that « ; : ! ? » share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.neighbours import skip_left
from oimpress.typography.rule import after, before

WORDLIKE = frozenset("»”)]%‰…’\"'€$£°²³™®*‼")


def spaced(code: str, mark: re.Pattern[str], following: frozenset[str], run: str, space: str) -> Iterator[Edit]:
    """Set ``space`` before each ``mark`` that ends a word, when the text ends or one of ``following`` comes next.

    Source: LuaTeX's babel-french, which guards letters, digits and slashes after the mark.
    """
    for match in mark.finditer(run):
        end = match.start()
        right = after(run, end + 1)
        if right and right not in following:
            continue
        start = skip_left(run, end)
        left = before(run, start)
        ends_word = left.isalnum() or left in WORDLIKE or (left == "." and run[start - 2 : start - 1].isalpha())
        if run[start:end] != space and ends_word:
            yield Edit(code, start, end, run[start:end], space)
