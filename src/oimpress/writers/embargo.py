"""An embargo as publications say it: at the head of its release, on the edge of every page, on a press kit's cover.

Publications depend on their input alone, never on the clock: an embargo is shown as long as its release has one.
"""

from __future__ import annotations

from datetime import datetime

from oimpress.i18n import phrases, plural
from oimpress.model.nodes import Edition, Embargo, Release
from oimpress.writers.wording import hour, long_date

LONGEST = 90  # characters that one line on the edge of a page holds
INSTANT = "%Y-%m-%dT%H:%M:%SZ"


def embargo_of(release: Release) -> str:
    """The embargo in the words of its release; where it has only an instant, that instant in words."""
    if not release.embargo:
        return ""
    return str(release.embargo.text) or _told(release.embargo, release.lang)


def starred(words: str) -> str:
    """The words of an embargo as plain text sets them off; nothing for none."""
    return f"*** {words} ***" if words else ""


def on_edge(release: Release) -> str:
    """The embargo on one short line, for the edge of every page; a long text gives way to its instant."""
    words = embargo_of(release)
    return words if not release.embargo or len(words) <= LONGEST else _told(release.embargo, release.lang)


def on_cover(edition: Edition) -> str:
    """What the cover of a press kit says: the embargo that its releases share, else how many have one."""
    found = [words for release in edition.releases if (words := on_edge(release))]
    if len(set(found)) < 2:
        return next(iter(found), "")
    count = len(found)
    return plural(edition.lang)("{count} release under embargo", "{count} releases under embargo", count).format(
        count=count
    )


def _told(embargo: Embargo, lang: str) -> str:
    try:
        moment = datetime.strptime(str(embargo.until), INSTANT)
    except ValueError:  # an instant that cannot be read
        return phrases(lang)("Under embargo")
    return until(moment, "UTC", lang)


def until(moment: datetime, zone: str, lang: str) -> str:
    """« Sous embargo jusqu’au 20 mars 2026 à 6 h 30 (UTC+1) »: ``moment`` as its own clock shows it."""
    say = phrases(lang)
    day = long_date(moment.date().isoformat(), lang)
    return say("Under embargo until {date}, {hour} ({zone})").format(date=day, hour=hour(moment, lang), zone=zone)


def through(day: str, lang: str) -> str:
    """« Sous embargo jusqu’au 20 mars 2026 inclus »: ``day`` is ISO 8601."""
    return phrases(lang)("Under embargo until the end of {date}").format(date=long_date(day, lang))
