"""Writes a table with a line for each release: day, place and title, for a spreadsheet."""

from __future__ import annotations

import csv
import io

import oimpress
from oimpress import Edition, Format, Release, Result, Style


def write(edition: Edition, _style: Style) -> Result[bytes]:
    """The edition as CSV (RFC 4180) in UTF-8."""
    made = io.StringIO(newline="")
    table = csv.writer(made)
    table.writerow(("date", "place", "title"))
    table.writerows(_row(release) for release in edition.releases)
    return Result(made.getvalue().encode())


def _row(release: Release) -> tuple[str, str, str]:
    place = release.dateline.place if release.dateline else None
    return release.published, place.text if place else "", oimpress.plain(release.title)


FORMAT = Format("csv", ".csv", "text/csv", "edition", "A table of the releases", write)
