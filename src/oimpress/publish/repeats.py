"""Releases that come twice: a file copied under another name, the same page saved again."""

from __future__ import annotations

import hashlib

from oimpress.publish.kept import Kept, words_of
from oimpress.publish.report import ReadRelease

Digest = bytes


class Repeats:
    """Remembers the releases of a run by two digests each: that of their bytes, and that of what they say."""

    def __init__(self) -> None:
        self._places: dict[Digest, str] = {}

    def earlier(self, reading: ReadRelease) -> str:
        """Where the same release came from before, in this run; empty for one that is new and remembered from now on.

        The same bytes are the same release, and so are the same title, date and text, however they were saved.
        """
        done = reading.done
        words = done.facts.words if isinstance(done, Kept) else words_of(done.value)
        keys = _of_bytes(reading), bytes.fromhex(words)
        found = next((self._places[key] for key in keys if key in self._places), "")
        if not found:
            self._places |= dict.fromkeys(keys, reading.place)
        return found


def _of_bytes(reading: ReadRelease) -> Digest:
    return hashlib.sha256(reading.source.data + b"%d" % reading.part).digest()[:16]
