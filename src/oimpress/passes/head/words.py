"""What the lines of a head say: the wordings of ``words.toml``, and the words that tell what a line is about."""

from __future__ import annotations

from functools import partial

from oimpress.knowledge.folding import fold
from oimpress.passes.head.limits import LONG_WORD, SAME_STEM
from oimpress.passes.wordings import plainly, said_in
from oimpress.patterns import lazy

__all__ = ["EDGE", "plainly", "said", "stems"]

EDGE = " ,.;:–—|/()·-"  # around a place, a date and a label
WORD = lazy(r"[^\W_]+")

said = partial(said_in, __package__)  # asked some hundred times a release


def stems(text: str) -> list[str]:
    """The beginnings of the longer words, in plain letters."""
    return [word[:SAME_STEM] for word in WORD.findall(fold(text)) if len(word) >= LONG_WORD]
