"""Spaces that should not be there."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import NBSP, NNBSP, SPACES, Usage
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import rule

CODE = "T015"
NEEDLESS = lazy(
    rf"{SPACES}(?:(?=[ \u00a0\u202f,)\].\n]|$)(?<=[^\n \u00a0\u202f«].)(?:{SPACES}++|(?!\.(?:[\w.…]|(?<=\..\.))))"
    rf"|(?<=[(\[].){SPACES}*+(?=[^\s»]))"
)
LOOK = (r" (?:(?=[ \u00a0\u202f,)\].\n]|$)|(?<=[(\[] ))", "\u00a0", "\u202f")
MORE = frozenset("0123456789abcdefghijklmnopqrstuvwxyz.…")


def blanks(run: str, usage: Usage) -> Iterator[Edit]:
    """Take out doubled spaces, those before « , . ) » or after « ( », and those that end a line.

    Source: Imprimerie nationale.
    """
    for match in NEEDLESS.finditer(run):
        start, end = match.span()
        left, right = run[start - 1], run[end : end + 1]
        if right and right in ",)" and run[end + 1 : end + 2].isalnum():  # typed on the wrong side of the mark
            keep = " " if right == "," and run[end + 1].isdigit() else ""
            if not keep and left not in BLANKS:
                yield Edit(CODE, start, end + 1, match[0] + right, right + " ")
                continue
        elif left in "([" or right in ",)]\n" or not right or (right == "." and run[end + 1 : end + 2] not in MORE):
            keep = ""
        else:
            keep = NBSP if NBSP in match[0] else NNBSP if NNBSP in match[0] else " "
        if match[0] != keep:
            yield Edit(CODE, start, end, match[0], keep)


RULE = rule(CODE, "A", " \u00a0\u202f", blanks, "les hommes , les femmes  et les enfants", LOOK)
