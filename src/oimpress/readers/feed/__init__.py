"""Feeds and exports of web sites: RSS, Atom, JSON Feed, and what WordPress exports (WXR)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.readers.shared.reader import Reader, ReadPart, head
from oimpress.sources import Source

FEED = re.compile(
    rb"(?:<\?xml[^>]*\?>|<!--.*?-->|<\?xml-stylesheet[^>]*\?>|<!DOCTYPE\s+rss\b[^>\[]*>|\s)*"
    rb"<(?:rss\b|rdf:RDF\b|(?:\w+:)?feed\b[^>]*http://www\.w3\.org/2005/Atom)",
    re.DOTALL,
)


def sniff(source: Source) -> bool:
    """Whether the first element of ``source`` is that of a feed, or its JSON says that it is one."""
    from oimpress.readers.feed.stated import is_json

    return bool(FEED.match(head(source))) or is_json(source)


def read(source: Source) -> Iterator[ReadPart]:
    """A release for each item, one at a time. Raises ReadError."""
    from oimpress.readers.feed import items

    return items.read(source)


READER = Reader("feed", sniff, read)
