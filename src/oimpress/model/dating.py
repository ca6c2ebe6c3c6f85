"""When a release is from, wherever it says so."""

from __future__ import annotations

from oimpress.model.nodes import Release


def day_of(release: Release) -> str:
    """The release's date as ISO 8601: as published, else as its dateline says; empty when it is undated."""
    said = release.dateline.date.when if release.dateline and release.dateline.date else ""
    return str(release.published or said)
