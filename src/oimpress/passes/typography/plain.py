"""Words without their accents."""

from __future__ import annotations

import unicodedata


def unaccented(word: str) -> str:
    """``word`` with every letter in its plain form."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
