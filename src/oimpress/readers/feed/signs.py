"""How a feed is known by its first bytes, whoever reads it."""

from __future__ import annotations

import re

from oimpress.readers.shared.reader import head
from oimpress.sources import Source

FEED = re.compile(
    rb"(?:<\?xml[^>]*\?>|<!--.*?-->|<\?xml-stylesheet[^>]*\?>|<!DOCTYPE\s+rss\b[^>\[]*>|\s)*"
    rb"<(?:rss\b|rdf:RDF\b|(?:\w+:)?feed\b[^>]*http://www\.w3\.org/2005/Atom)",
    re.DOTALL,
)
VERSION = b"jsonfeed.org/version/1"


def is_json(source: Source) -> bool:
    """Whether ``source`` says that it is a JSON Feed."""
    start = head(source)
    return start.startswith(b"{") and VERSION in start


def sniff(source: Source) -> bool:
    """Whether the first element of ``source`` is that of a feed, or its JSON says that it is one."""
    return bool(FEED.match(head(source))) or is_json(source)
