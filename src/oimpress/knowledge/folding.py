"""Texts as they are compared: what their writers may have typed otherwise, folded away."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from oimpress.patterns import lazy

COMBINING = lazy("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u20d0-\u20f0]+")
BETWEEN = lazy(r"[^a-z0-9]+")
LONGEST_NAME = 80  # characters of a text that is worth remembering
TYPED = str.maketrans(dict.fromkeys('«»“”„"', ' " ') | dict.fromkeys("–—", "-") | dict.fromkeys("’‘ʼ´", "'"))


def unaccented(text: str) -> str:
    """``text`` in plain letters: without the combining marks of any alphabet."""
    return text if text.isascii() else COMBINING.sub("", unicodedata.normalize("NFD", text))


def fold(name: str) -> str:
    """``name`` for comparison: without accents, case and typographic spaces or apostrophes."""
    return _folded(name) if len(name) <= LONGEST_NAME else _folded.__wrapped__(name)


@lru_cache(maxsize=512)
def _folded(name: str) -> str:
    if name.isascii():  # as most names of places are
        return " ".join(name.lower().replace("-", " ").split())
    bare = unaccented(name.replace("’", "'").replace("ʼ", "'")).casefold().replace("œ", "oe")
    return " ".join(bare.replace("-", " ").split())


def same_words(text: str) -> str:
    """``text`` for comparison: whatever quotation marks, apostrophes, dashes, spaces, accents and capitals it has."""
    return fold(text.translate(TYPED))


def slug(text: str) -> str:
    """``text`` as a machine's word: lower-case ASCII letters and digits, hyphens between."""
    bare = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold().replace("œ", "oe")
    return BETWEEN.sub("-", bare.encode("ascii", "ignore").decode()).strip("-")
