"""Documents of ours that come back: the canonical XML that they carry, as sources of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from oimpress.carried import OPENS, in_comment
from oimpress.sources import Source


def carried_in(source: Source, words: Callable[[str], str]) -> list[Source]:
    """The releases in the comment of a text, of which ``words`` takes what people see; none where it was changed."""
    if OPENS.encode() not in source.data:
        return []
    return list(parts(source, in_comment(source.data.decode("utf-8", "replace"), words)))


def parts(source: Source, releases: Iterable[bytes]) -> Iterator[Source]:
    """Each release as a part of ``source``."""
    return (replace(source, name=f"{source.name}/{at}.xml", data=xml) for at, xml in enumerate(releases, 1))
