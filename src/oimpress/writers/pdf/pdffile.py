"""A PDF written object by object, of which nothing is held but the places of objects.

Source: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from enum import IntEnum
from typing import IO

from oimpress.writers.pdf.printing import VERSION
from oimpress.writers.pdf.template import LEVEL, number_of, reference

TOGETHER = 400  # objects in one stream
WIDTHS = (1, 5, 2)  # bytes of the columns of the cross-reference
HEAD = f"%PDF-{VERSION}\n%\xf0\x9f\x96\xa4\n".encode("latin-1")  # four bytes above 127: this is no text


class ObjectKind(IntEnum):
    """What a row of the cross-reference is."""

    FREE = 0
    PLAIN = 1
    PACKED = 2


class PdfFile:
    """Writes into ``file``; every reference that is taken must be given its object before the end."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at = 0
        self._digest = hashlib.md5(usedforsecurity=False)
        self._kinds, self._firsts, self._seconds = bytearray([ObjectKind.FREE]), array("Q", [0]), array("L", [0xFFFF])
        self._held: list[tuple[int, bytes]] = []
        self._put(HEAD)

    def take(self, count: int = 1) -> list[bytes]:
        """References to ``count`` objects that will be written."""
        first = len(self._kinds)
        self._kinds.extend(bytes(count))
        self._firsts.extend([0] * count)
        self._seconds.extend([0] * count)
        return [reference(number) for number in range(first, first + count)]

    def plain(self, own: bytes, words: bytes) -> None:
        """Write the object of this reference, which is no stream, together with others."""
        self._held.append((number_of(own), words))
        if len(self._held) == TOGETHER:
            self._flush()

    def stream(self, own: bytes, words: bytes, data: bytes) -> None:
        """Write the stream of this reference, ``words`` its dictionary."""
        number = number_of(own)
        self._kinds[number], self._firsts[number] = ObjectKind.PLAIN, self._at
        self._put(b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (number, words, data))

    def end(self, root: bytes, info: bytes) -> None:
        """Write where everything stands; ``root`` and ``info`` are references."""
        self._flush()
        (own,), start = self.take(), self._at
        self._kinds[-1], self._firsts[-1] = ObjectKind.PLAIN, start
        rows = zip(self._kinds, self._firsts, self._seconds, strict=True)
        cells = (cell.to_bytes(width, "big") for row in rows for cell, width in zip(row, WIDTHS, strict=True))
        data = zlib.compress(b"".join(cells), LEVEL)
        facts = b"/Type /XRef/W [%d %d %d]/Size %d/Root %b/Info %b" % (*WIDTHS, len(self._kinds), root, info)
        digest = self._digest.hexdigest().encode()
        words = b"<<%b/ID [<%b> <%b>]/Filter /FlateDecode/Length %d>>" % (facts, digest, digest, len(data))
        self.stream(own, words, data)
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _flush(self) -> None:
        """Write what is held as one stream."""
        if not self._held:
            return
        (own,), at, index = self.take(), 0, []
        for place, (number, words) in enumerate(self._held):
            self._kinds[number], self._firsts[number], self._seconds[number] = ObjectKind.PACKED, number_of(own), place
            index.append(b"%d %d" % (number, at))
            at += len(words) + 1
        head = b" ".join(index) + b"\n"
        data = zlib.compress(head + b"\n".join(words for _, words in self._held), LEVEL)
        facts = b"/N %d/First %d/Filter /FlateDecode/Length %d" % (len(self._held), len(head), len(data))
        self._held = []
        self.stream(own, b"<</Type /ObjStm%b>>" % facts, data)

    def _put(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._at += len(data)
