"""Suspension points."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import after, before, rule

CODE = "T012"
DOTS = lazy(r"[.…](?:(?<=…)…*|\.{2,}|(?<=[?!]\.)\.(?!\.)|(?<=\w.)(?: \.){2,})")
SPACES = "\u00a0\u202f "
SLASHES = frozenset("/\\")
CLOSING = frozenset(")]»”")
WORDLIKE = "»”’)]%€,;!?"


def ellipsis(run: str, usage: Usage) -> Iterator[Edit]:
    """Make three dots or more one character, set against the word before. Source: Imprimerie nationale; J. André."""
    for match in DOTS.finditer(run):
        start, end = match.span()
        left, right = before(run, start), after(run, end)
        if (left.isdigit() and right.isdigit()) or left in SLASHES or right in SLASHES:
            continue
        if (
            left
            and left in SPACES
            and not right.isalpha()
            and right not in CLOSING
            and (run[start - 2 : start - 1].isalnum() or run[start - 2 : start - 1] in WORDLIKE)
        ):
            start -= start > 1
        if run[start:end] != "…":
            yield Edit(CODE, start, end, run[start:end], "…")


RULE = rule(CODE, "A", ".…", ellipsis, "et demain...", (r"\.(?:\.| \.)", "…"))
