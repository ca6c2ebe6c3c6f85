"""The law of every writer: it keeps the words, in order."""

from __future__ import annotations

import unicodedata

from oimpress.model.nodes import Release
from oimpress.model.runs import plain
from oimpress.model.walk import runs


def squeezed(text: str) -> str:
    """``text`` without any space or soft hyphen, compatibility forms undone, so that line breaks do not count."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and c not in "\u00ad\u200b")


def words(release: Release) -> list[str]:
    """The words of the release in the order of its canonical XML, those written from right to left left out."""
    found = (word for run in runs(release) for word in plain(run.children).split())
    return [word for word in found if not any(unicodedata.bidirectional(c) in ("R", "AL", "RLO", "PDF") for c in word)]


def assert_in_order(release: Release, text: str) -> None:
    whole, at = squeezed(text), 0
    for word in words(release):
        found = whole.find(squeezed(word), at)
        assert found >= 0, f"{release.id}: {word!r} is missing after {whole[max(0, at - 60) : at]!r}"
        at = found + len(squeezed(word))
