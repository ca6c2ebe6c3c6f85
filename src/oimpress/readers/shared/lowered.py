"""Figures and signs set low, as the characters that Unicode has for them: CO₂, H₂O."""

from __future__ import annotations

from oimpress.model.nodes import Inlines, Text
from oimpress.model.traced import Edit, Traced

LOWERED = "R093"
LOW = dict(zip("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))


def set_low(children: Inlines) -> Inlines:
    """``children`` with their text in low figures and signs; a text that Unicode has no low form for stays as it is.

    Source: Unicode 15.0, Superscripts and Subscripts.
    """
    return tuple(Text(_lowered(each.value)) if isinstance(each, Text) else each for each in children)


def _lowered(text: str) -> str:
    if not isinstance(text, Traced) or not all(char in LOW for char in text):
        return text
    return text.edited(Edit(LOWERED, at, at + 1, char, LOW[char]) for at, char in enumerate(str(text)))
