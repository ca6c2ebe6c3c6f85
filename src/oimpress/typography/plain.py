"""Words without their accents."""

from __future__ import annotations

import re
import unicodedata

MARKS = re.compile("[\u0300-\u036f]+")


def unaccented(text: str) -> str:
    """``text`` with every Latin letter in its plain form."""
    return MARKS.sub("", unicodedata.normalize("NFD", text))
