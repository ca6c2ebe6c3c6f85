"""What an archive holds, release by release: filled from its sources, asked by words, dates, countries and people.

The commands fill it before they ask; the desk fills it in the background, what is looked at first.
"""

from oimpress.index.asking import CLOSING, COUNTED, OPENING, Counted, Hit, IndexQuestion, count, search
from oimpress.index.filling import Filled, ReadingWay, ask_below, fill, keep, read_source, refusal, stamp_of, survey
from oimpress.index.listing import ORDERS, ArchiveQuestion, Listed, Listing, SourceOrder, found, listed, next_unread
from oimpress.index.store import INDEX, open_index

__all__ = [
    "CLOSING",
    "COUNTED",
    "INDEX",
    "OPENING",
    "ORDERS",
    "ArchiveQuestion",
    "Counted",
    "Filled",
    "Hit",
    "IndexQuestion",
    "Listed",
    "Listing",
    "ReadingWay",
    "SourceOrder",
    "ask_below",
    "count",
    "fill",
    "found",
    "keep",
    "listed",
    "next_unread",
    "open_index",
    "read_source",
    "refusal",
    "search",
    "stamp_of",
    "survey",
]
