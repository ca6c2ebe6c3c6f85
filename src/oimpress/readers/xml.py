"""Canonical XML: a release that oimpress wrote, taken as it is."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.readers.shared.reader import Drafted, Reader, head
from oimpress.sources import Source


def sniff(source: Source) -> bool:
    """Whether XML begins here; feeds and pages are asked before."""
    return head(source).startswith((b"<?xml", b"<release"))


def read(source: Source) -> Iterator[Drafted]:
    """The release as a settled draft. Raises InvalidRelease, with the line, for XML that is no release."""
    from oimpress.model import codec
    from oimpress.model.draft import Draft
    from oimpress.notices import Result

    yield Drafted(Result(Draft(codec.from_xml(source.data, source.name))), None, source)


READER = Reader("xml", sniff, read)
