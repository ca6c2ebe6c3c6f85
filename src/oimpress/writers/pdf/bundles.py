"""Objects of a PDF in bytes, as they are kept and handed from one process to another until they are joined."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from oimpress.records import record
from oimpress.writers.pdf.template import END, ObjectText, filled


@record
class Bundle:
    """Objects that wait for their numbers, and what is told of them.

    ``head`` holds what JSON can hold. ``values`` stand in no object of theirs; ``words`` are they and the objects, each
    ended, and ``sizes`` how many bytes of ``streams`` belong to each object: -1 for one that is no stream.
    """

    head: dict[str, Any]
    values: int
    words: bytes
    sizes: tuple[int, ...]
    streams: bytes

    @classmethod
    def of(cls, head: dict[str, Any], values: Sequence[bytes], objects: Iterable[ObjectText]) -> Bundle:
        """A bundle of what a template gives."""
        known = list(objects)
        words = END.join((*values, *(each.words for each in known)))
        sizes = tuple(-1 if each.data is None else len(each.data) for each in known)
        return cls(head, len(values), words, sizes, b"".join(each.data or b"" for each in known))

    def with_stream(self, data: bytes) -> Bundle:
        """The same with one stream more, whose dictionary is for the joining to write."""
        return replace(self, words=self.words + END, sizes=(*self.sizes, len(data)), streams=self.streams + data)

    def packed(self) -> bytes:
        """The bundle in bytes."""
        words = zlib.compress(self.words, 1)
        head = json.dumps([self.head, self.values, len(words), self.sizes]).encode()
        return b"".join((head, b"\n", words, self.streams))

    @classmethod
    def unpacked(cls, data: bytes) -> Bundle:
        """The bundle that was packed so."""
        end = data.index(b"\n") + 1
        head, values, length, sizes = json.loads(data[:end])
        words = zlib.decompress(data[end : end + length])
        return cls(head, values, words, tuple(sizes), data[end + length :])

    @staticmethod
    def head_of(data: bytes) -> dict[str, Any]:
        """What is told of the objects of a packed bundle."""
        head: dict[str, Any] = json.loads(data[: data.index(b"\n")])[0]
        return head

    def streams_with(self, words: bytes) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
        """The streams in whose dictionary these words stand, with their places."""
        at = 0
        for place, (text, size) in enumerate(zip(self.words.split(END)[self.values :], self.sizes, strict=True)):
            if size >= 0 and words in text:
                yield place, (text, self.streams[at : at + size])
            at += max(size, 0)

    def filled(self, known: Sequence[bytes]) -> tuple[list[bytes], list[ObjectText]]:
        """The values and the objects, with what is ``known`` of each place."""
        texts, at, objects = filled(self.words, known).split(END), 0, []
        for words, size in zip(texts[self.values :], self.sizes, strict=True):
            data = None if size < 0 else self.streams[at : at + size]
            at += max(size, 0)
            objects.append(ObjectText(words, data))
        return texts[: self.values], objects
