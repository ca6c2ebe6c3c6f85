"""Keeps « résolution 2250 » on one line. A rule looks at a run of text and says what it would change, as edits."""

from __future__ import annotations

import re
from collections.abc import Iterator

import oimpress
from oimpress import Edit, Rulebook, Usage

CODE = "T901"
NUMBERED = re.compile(r"\b[Rr]ésolutions?( )(?=\d)")
NBSP = "\u00a0"


def resolution(run: str, _usage: Usage) -> Iterator[Edit]:
    """Set a no-break space between a resolution and its number. Source: the manual of the house."""
    for match in NUMBERED.finditer(run):
        yield from oimpress.change(CODE, match.start(1), match[1], NBSP)


RULEBOOK = Rulebook(
    rules={
        CODE: {
            "name": "resolution",
            "en": "No-break space between a resolution and its number",
            "fr": "Espace insécable entre une résolution et son numéro",
        }
    },
    typography={"fr": (oimpress.rule(CODE, "A", "Rr", resolution, "la résolution 2250"),)},
)
