"""Saved web pages, and fragments of them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from oimpress.readers.shared.reader import MARKDOWN, Drafted, Reader, ReadPart, head, is_named
from oimpress.sources import Source

PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body)\b", re.I | re.DOTALL
)
TAG = re.compile(rb"</?(?:html|head|body|meta|title|main|article|section|div|p|h[1-6]|table|ul|span|br)\b[^<>]*>", re.I)


def sniff(source: Source) -> bool:
    """Whether ``source`` is a page, or a fragment that its name or its first tag tells."""
    from oimpress.readers.html.fragment import is_fragment

    start = head(source)
    if PAGE.match(start):
        return True
    if start.startswith((b"<?xml", b"<release")) or is_named(source, *MARKDOWN):
        return False
    if is_named(source, ".html", ".htm", ".xhtml"):
        return bool(TAG.search(start))
    return (bool(TAG.match(start)) and not is_named(source, ".txt")) or is_fragment(source.data)


def read(source: Source) -> Iterator[ReadPart]:
    """The releases that a page of ours carries, else the article of the page. Raises ReadError."""
    from oimpress.carried import seen_on_page
    from oimpress.readers.shared.returned import carried_in

    if ours := carried_in(source, seen_on_page):
        yield from ours
        return
    from oimpress.readers.html import page

    yield Drafted(*page.read(source), source)


def pictures(source: Source, hrefs: Container[str]) -> dict[str, bytes]:
    """The pictures in ``data:`` addresses of the page. Raises ReadError."""
    from oimpress.readers.html import figures

    return figures.pictures(source, hrefs)


READER = Reader("html", sniff, read, pictures)
