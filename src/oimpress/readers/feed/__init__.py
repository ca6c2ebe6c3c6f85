"""Feeds and exports of web sites: RSS, Atom, JSON Feed, and what WordPress exports (WXR)."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.readers.feed.signs import sniff
from oimpress.readers.shared.reader import Reader, ReadPart
from oimpress.sources import Source


def read(source: Source) -> Iterator[ReadPart]:
    """A release for each item, one at a time. Raises ReadError."""
    from oimpress.readers.feed import items

    return items.read(source)


READER = Reader("feed", sniff, read)
