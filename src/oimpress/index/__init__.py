"""What an archive holds, release by release: filled from its sources, asked by words, dates, countries and people."""

from oimpress.index.asking import CLOSING, COUNTED, OPENING, Counted, Hit, IndexQuestion, count, search
from oimpress.index.filling import Filled, fill
from oimpress.index.store import open_index

__all__ = [
    "CLOSING",
    "COUNTED",
    "OPENING",
    "Counted",
    "Filled",
    "Hit",
    "IndexQuestion",
    "count",
    "fill",
    "open_index",
    "search",
]
