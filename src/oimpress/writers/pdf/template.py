"""Objects of a PDF as bytes in which every reference waits for the number that its object will have.

A place that waits is ``NUL place NUL``; objects end in ``END``. Neither sign can stand in a text, which is of XML, nor
in anything else that is written here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

REFERENCE = re.compile(rb"\d+ 0 R")
NUL, END = b"\0", b"\x01"
LEVEL = 6  # of compression


def waiting(place: int) -> bytes:
    """What stands in an object until the number of what is at ``place`` is known."""
    return b"\0%d\0" % place


def filled(words: bytes, known: Sequence[bytes]) -> bytes:
    """``words`` with what is ``known`` of each place."""
    cut = words.split(NUL)
    cut[1::2] = [known[int(place)] for place in cut[1::2]]
    return b"".join(cut)


def reference(number: int) -> bytes:
    """How other objects name the one of this number."""
    return b"%d 0 R" % number


def number_of(reference: bytes) -> int:
    """The number that is named."""
    return int(reference[:-4])


def words_of(value: Any, refer: Callable[[bytes], bytes] = bytes) -> bytes:
    """A value as it stands in a PDF, ``refer`` saying what stands for a reference."""
    from pydyf import _to_bytes  # type: ignore[import-untyped]

    match value:
        case dict():
            pairs = (b"/" + _to_bytes(key) + b" " + words_of(each, refer) for key, each in value.items())
            return b"<<" + b"".join(pairs) + b">>"
        case list():
            return b"[" + b" ".join(words_of(each, refer) for each in value) + b"]"
        case str() | bytes():
            data: bytes = _to_bytes(value)
            return refer(data) if REFERENCE.fullmatch(data) else data
        case _:
            made: bytes = _to_bytes(value)
            return made


class Template:
    """The objects of one ``pydyf.PDF`` that are reached from what is asked for, each at a place of its own.

    ``outer`` are the places of objects that do not belong to it, by their numbers. The first place of its own is
    ``first``.
    """

    def __init__(self, pdf: Any, outer: Mapping[int, int], first: int) -> None:
        self._pdf = pdf
        self._places = dict(outer)
        self._first = self._next = first
        self._queue: list[Any] = []

    def place(self, number: int) -> int:
        """Where the object of this number stands."""
        if number not in self._places:
            self._places[number] = self._next
            self._next += 1
            self._queue.append(self._pdf.objects[number])
        return self._places[number]

    def written(self, value: Any) -> bytes:
        """A value as it stands in a file."""
        return words_of(value, self._waiting)

    def _waiting(self, reference: bytes) -> bytes:
        return waiting(self.place(number_of(reference)))

    def objects(self) -> Iterator[ObjectText]:
        """What was asked for and all that it leads to, in the order of their places."""
        for one in self._queue:  # grows meanwhile
            if hasattr(one, "stream"):
                yield self._stream(one)
            else:
                yield ObjectText(self.written(one), None)

    def _stream(self, one: Any) -> ObjectText:
        data = b"\n".join(map(words_of, one.stream))
        extra = dict(one.extra)
        if one.compress:
            data = zlib.compress(data, LEVEL)
            extra["Filter"] = "/FlateDecode"
        return ObjectText(self.written(extra | {"Length": len(data)}), data)


class ObjectText(NamedTuple):
    """An object, or the dictionary of a stream and its ``data``."""

    words: bytes
    data: bytes | None
