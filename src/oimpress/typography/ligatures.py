"""The words of French that are written with œ."""

from __future__ import annotations

from functools import cache

from oimpress.typography.lexicons import inflected


@cache
def joined() -> frozenset[str]:
    """Each of them in all its forms, in small letters."""
    return frozenset(word.lower() for word in inflected("ligatures"))
