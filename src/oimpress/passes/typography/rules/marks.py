"""The spaces of « ; : ! ? » and of guillemets. They come last: they close around what the other rules made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.rule import after, before, rule

INNER, HIGH, COLON = "T039", "T040", "T041"
S = "[ \u00a0\u202f]"
GUILLEMET = re.compile(rf"«{S}*|»")
HIGH_MARK = re.compile(r"[;!?]")
COLON_MARK = re.compile(r":")
WORDLIKE = frozenset("»”)]%‰…’\"'€$£°²³™®*‼")
AFTER_COLON = frozenset(' \u00a0\u202f\n\t«»“”)]’"')
FOLLOWING = frozenset(' \u00a0\u202f\n\t»”)]’".,;:!?…')


def inner(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set the no-break space inside guillemets. Source: babel-french (FBsp.guill); Imprimerie nationale."""
    for match in GUILLEMET.finditer(run):
        start, end = match.span()
        opens = match[0][0] == "«"
        while not opens and start and run[start - 1] in " \u00a0\u202f":
            start -= 1
        left, right = before(run, start), after(run, end)
        if (opens and right in ("", "\n", "»")) or (not opens and left in ("", "\n", "«")):
            continue
        space = match[0][1:] if opens else run[start : end - 1]
        if space != spacing.guillemets:
            at = start + opens
            yield Edit(INNER, at, at + len(space), space, spacing.guillemets)


def high(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set the space before « ; ! ? »: narrow and no-break. Source: babel-french, frenchb.lua (FBsp.thin)."""
    return _spaced(HIGH, HIGH_MARK, run, spacing.high)


def colon(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Set the no-break space before « : ». Source: babel-french, frenchb.lua (FBsp.colon); Imprimerie nationale."""
    return _spaced(COLON, COLON_MARK, run, spacing.colon)


def _spaced(code: str, mark: re.Pattern[str], run: str, space: str) -> Iterator[Edit]:
    """Set ``space`` before each ``mark`` that ends a word and has no letter, digit or slash after it."""
    for match in mark.finditer(run):
        end = match.start()
        right = after(run, end + 1)
        if right and right not in (AFTER_COLON if code == COLON else FOLLOWING):
            continue
        start = end
        while start and run[start - 1] in " \u00a0\u202f":
            start -= 1
        left = before(run, start)
        ends_word = left.isalnum() or left in WORDLIKE or (left == "." and run[start - 2 : start - 1].isalpha())
        if run[start:end] != space and ends_word:
            yield Edit(code, start, end, run[start:end], space)


GUILLEMETS = rule("T039", "A", "«»", inner, "«mot»")
HIGH_MARKS = rule("T040", "A", ";!?", high, "Bravo!")
COLONS = rule("T041", "A", ":", colon, "Contexte:")
