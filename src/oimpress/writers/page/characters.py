"""Characters that a style sheet sets in a way of their own: the thin spaces of thousands, scripts without italics."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.writers.page.markup import Element
from oimpress.writers.page.stretches import TextStretch, put_stretches

# What is neither Latin, Greek nor Cyrillic: in no other script does a slanted letter say anything. Source: Unicode 15
OTHER = "\u0530-\u1cff\u2d00-\u2dff\u2e80-\ua63f\ua800-\uab2f\uab70-\ufaff\ufb07-\ufdff\ufe70-\ufeff\uff66-\uffdf"
OTHER += "\U00010000-\U0001d3ff\U00020000-\U0003ffff"
APART = re.compile(rf"(?P<thousands>\d\u202f(?=\d))|(?P<upright>[{OTHER}]+(?:[\W\d_]+[{OTHER}]+)*)")

UPRIGHT = re.compile(rf"[\W\d_]*[{OTHER}][\W\d_{OTHER}]*")


def never_slanted(words: str) -> bool:
    """Whether all letters of ``words`` are of scripts without italics."""
    return not words.isascii() and UPRIGHT.fullmatch(words) is not None


def mark_characters(tree: Element) -> None:
    """Put each thin space between figures into ``span.thousands``, words of other scripts into ``span.upright``.

    The figure before it stands there too: WeasyPrint draws no span of spaces alone, and their character would be lost.
    """
    put_stretches(tree, _apart)


def mark_scripts(tree: Element) -> None:
    """Put words of other scripts into ``span.upright``, and nothing else, where every character has its price."""
    put_stretches(tree, lambda text: (each for each in _apart(text) if each.kind == "upright"))


def _apart(text: str) -> Iterator[TextStretch]:
    if text.isascii():
        return
    for found in APART.finditer(text):
        yield TextStretch(*found.span(), str(found.lastgroup))
