"""Joined letters that PDF copies carry."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T004"
LETTERS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LETTER = lazy(f"[{''.join(LETTERS)}]")


def presentation(run: str, usage: Usage) -> Iterator[Edit]:
    """Spell out the joined letters that PDF copies carry. Source: Unicode Standard, Alphabetic Presentation Forms."""
    for match in LETTER.finditer(run):
        yield Edit(CODE, *match.span(), match[0], LETTERS[match[0]])


RULE = rule(CODE, "A", "".join(LETTERS), presentation, "\ufb01nancement")
