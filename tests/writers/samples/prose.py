"""How the samples are written: ``~`` stands for U+00A0 and ``_`` for U+202F."""

from __future__ import annotations

from oimpress.model.nodes import Inline, Inlines, Para, SourceRef, Text

ORGANISATION = "Organisation internationale pour les migrations"


def spaced(words: str) -> str:
    """``words`` with ``~`` and ``_`` as the no-break spaces they stand for."""
    return words.replace("~", "\u00a0").replace("_", "\u202f")


def run(*parts: Inline | str) -> Inlines:
    return tuple(Text(spaced(part)) if isinstance(part, str) else part for part in parts)


def p(*parts: Inline | str) -> Para:
    return Para(run(*parts))


def source(name: str, digit: str) -> SourceRef:
    return SourceRef(name, digit * 64, "text/plain", "text")
