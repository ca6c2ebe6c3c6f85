"""Days as programs write them in the fields of mails, feeds and front matter."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime

from oimpress.patterns import lazy

STATED = "R045"  # the rule under which such a day is the day of publication
ISO = lazy(r"\s*(\d{4}-\d{2}-\d{2})(?![\d-])")


def stated_day(text: str) -> str:
    """The ISO 8601 day of an instant in RFC 5322 or RFC 3339, by the clock of who wrote it; empty for what is none."""
    try:
        if found := ISO.match(text):
            return date.fromisoformat(found[1]).isoformat()
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
