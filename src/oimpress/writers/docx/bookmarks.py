"""Bookmarks: the places that the contents lead to, and the bounds of what belongs together.

LibreOffice loses a content control around paragraphs, and repeats the words of its first one when it has several runs
(7.4); bookmarks it keeps. Word hides those whose names begin with a low line. Source: ECMA-376-1, 17.13.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from oimpress.writers.docx.markup import Elements, of, w

LONGEST = 40  # characters of a name, for Word


class Bookmarks:
    """Sets the bookmarks of one document and numbers them."""

    def __init__(self) -> None:
        self._number = 0

    def around(self, content: Elements, kind: str, word: str = "") -> Elements:
        """``content`` between the ends of a bookmark for what it is, such as an ``aside`` and a word on its kind."""
        if content:
            number = self._number + 1
            said = f"_{word.replace('-', '__')}" if word else ""
            head = f"_oimpress_{kind}{said}"[: LONGEST - len(f"_{number}")].rstrip("_")
            self.name(content, f"{head}_{number}")
        return content

    def name(self, content: Elements, name: str) -> None:
        """Put a bookmark called ``name`` around the words of ``content``."""
        self._number += 1
        paragraphs = [para for element in (content[0], content[-1]) for para in element.iter(of("p"))]
        paragraphs[0].insert(1, w("bookmarkStart", id=self._number, name=name))  # behind its properties
        paragraphs[-1].append(w("bookmarkEnd", id=self._number))

    def over(self, runs: Iterable[etree._Element], name: str) -> Iterator[etree._Element]:
        """``runs`` of one paragraph between the ends of a bookmark called ``name``."""
        self._number += 1
        number = self._number
        yield from (w("bookmarkStart", id=number, name=name), *runs, w("bookmarkEnd", id=number))
