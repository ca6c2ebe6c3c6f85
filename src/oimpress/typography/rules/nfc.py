"""Decomposed letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import change, rule

CODE = "T001"
STRETCH = lazy(r"[\x00-\x7f]?[^\x00-\x7f]+")


def composed(run: str, usage: Usage) -> Iterator[Edit]:
    """Join a letter and its accent into one character. Source: Unicode Standard Annex 15 (NFC)."""
    if unicodedata.is_normalized("NFC", run):
        return
    for match in STRETCH.finditer(run):
        yield from change(CODE, match.start(), match[0], unicodedata.normalize("NFC", match[0]))


RULE = rule(CODE, "A", "", composed, "re\u0301fugie\u0301s")
