"""What stands around the body of a document, so that its pieces can be written one by one.

A piece is written within the elements that hold it, which declare its namespaces, and cut out: these are the bytes that
the body as a whole would have there.
"""

from __future__ import annotations

from lxml import etree

from oimpress.writers.docx.markup import Elements, of

PIECES = b"<!--pieces-->"  # stands for the pieces of the body


class Frame:
    """The elements around the body of the document ``root``, whose body may be filled or empty."""

    def __init__(self, root: etree._Element) -> None:
        self._root = etree.fromstring(etree.tostring(root))
        self._body = next(self._root.iter(of("body")))
        self._body[:] = [etree.Comment("pieces")]
        self._before, _, self._behind = etree.tostring(self._root, encoding="UTF-8").partition(PIECES)

    def written(self, elements: Elements) -> bytes:
        """The bytes of ``elements`` in the body; they stay there until others are written."""
        self._body[:] = elements
        return etree.tostring(self._root, encoding="UTF-8")[len(self._before) : -len(self._behind)]

    def read(self, piece: bytes) -> Elements:
        """The elements of a piece that was written."""
        return list(next(etree.fromstring(self._before + piece + self._behind).iter(of("body"))))
