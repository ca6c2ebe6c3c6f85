"""Spaces that should not be there."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, NNBSP, SPACES, Usage
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import matches_at, places, rule

CODE = "T015"
NEEDLESS = lazy(
    rf"{SPACES}(?:(?=[ \u00a0\u202f,)\].\n]|$)(?<=[^\n \u00a0\u202f«].)(?:{SPACES}++|(?!\.(?:[\w.…]|(?<=\..\.))))"
    rf"|(?<=[(\[].){SPACES}*+(?=[^\s»]))"
)
#: What tells that a space can be needless, and how far in that space stands.
SIGNS = (("  ", 0), (" ,", 0), (" .", 0), (" \n", 0), (" )", 0), (" ]", 0), ("( ", 1), ("[ ", 1))
MORE = frozenset("0123456789abcdefghijklmnopqrstuvwxyz.…")


def blanks(run: str, usage: Usage) -> Iterator[Edit]:
    """Take out doubled spaces, those before « , . ) » or after « ( », and those that end a line.

    Source: Imprimerie nationale.
    """
    for start, end in _found(run):
        left, right = run[start - 1], run[end : end + 1]
        if right and right in ",)" and run[end + 1 : end + 2].isalnum():  # typed on the wrong side of the mark
            keep = " " if right == "," and run[end + 1].isdigit() else ""
            if not keep and left not in BLANKS:
                yield Edit(CODE, start, end + 1, run[start : end + 1], right + " ")
                continue
        elif left in "([" or right in ",)]\n" or not right or (right == "." and run[end + 1 : end + 2] not in MORE):
            keep = ""
        else:
            keep = NBSP if NBSP in run[start:end] else NNBSP if NNBSP in run[start:end] else " "
        if run[start:end] != keep:
            yield Edit(CODE, start, end, run[start:end], keep)


def _found(run: str) -> Iterator[tuple[int, int]]:
    """The spans that NEEDLESS finds, looked for only where two characters tell."""
    candidates = {at + on for sign, on in SIGNS if sign in run for at in places(run, sign)}
    candidates.update(at - left for sign in (NBSP, NNBSP) if sign in run for at in places(run, sign) for left in (0, 1))
    if run.endswith(" "):
        candidates.add(len(run) - 1)
    candidates.discard(-1)
    yield from (match.span() for match in matches_at(NEEDLESS, run, sorted(candidates)))


RULE = rule(CODE, "A", " \u00a0\u202f", blanks, "les hommes , les femmes  et les enfants")
