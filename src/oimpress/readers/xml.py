"""Canonical XML: a release that oimpress wrote, taken as it is."""

from __future__ import annotations

from oimpress.model import codec
from oimpress.model.draft import Draft
from oimpress.notices import Result
from oimpress.sources import Source


def read(source: Source) -> Result[Draft]:
    """The release as a settled draft. Raises InvalidRelease, with the line, for XML that is no release."""
    return Result(Draft(codec.from_xml(source.data, source.name)))
