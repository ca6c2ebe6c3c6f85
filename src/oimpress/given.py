"""What a sidecar says of a release goes before what its text seemed to say. Rule M003."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from oimpress.knowledge.moments import clocks, end_of, read_instant, written
from oimpress.model.dating import day_of
from oimpress.model.draft import put_by
from oimpress.model.nodes import Embargo, Release
from oimpress.model.runs import flatten, inlines
from oimpress.model.traced import GIVEN, Traced, inserted
from oimpress.notices import Dropped, Result
from oimpress.settings import Metadata

ISO = re.compile(r"\d{4}-\d\d-\d\d(?P<time>[T ].*)?")


def with_metadata(result: Result[Release], known: Metadata) -> Result[Release]:
    """The release with what ``known`` says of it; words that had to make room are left out under rule M003."""
    fields: dict[str, Any] = {}
    room: list[str] = []
    if known.title:
        room.append(flatten(result.value.title))
        fields["title"] = put_by(inlines(inserted(known.title, GIVEN)), GIVEN)
    if known.date:
        fields["published"] = inserted(known.date, GIVEN)
    if known.lang:
        fields["lang"] = inserted(known.lang, GIVEN)
    if known.kind:
        fields["kind"] = known.kind
    release = replace(result.value, **fields) if fields else result.value
    if known.embargo is not None:
        room += [release.embargo.text] if release.embargo else []
        release = replace(release, embargo=_embargo(known.embargo, release))
    dropped = (Dropped(text, GIVEN) for text in room if isinstance(text, Traced))
    return Result(release, result.notices, (*result.dropped, *dropped))


def _embargo(said: str, release: Release) -> Embargo | None:
    """The embargo that ``said`` names, a moment or a day in ISO 8601 or words of an office; none for no words."""
    if not said:
        return None
    lang, place = str(release.lang), release.dateline.place if release.dateline else None
    country = str(place.country) if place else ""
    iso = ISO.fullmatch(said)
    if not iso:
        return _given(said, read_instant(said, country, day_of(release)))
    from oimpress.writers.embargo import through, until

    if not iso["time"]:
        return _given(through(said, lang), end_of(date.fromisoformat(said), clocks(country)))
    moment = datetime.fromisoformat(said)
    return _given(until(moment, zone(moment.utcoffset() or timedelta()), lang), written(moment))


def _given(words: str, instant: str) -> Embargo:
    return Embargo(inserted(words, GIVEN), inserted(instant, GIVEN))


def zone(ahead: timedelta) -> str:
    """``UTC+1`` for an hour before UTC."""
    hours, minutes = divmod(abs(ahead) // timedelta(minutes=1), 60)
    if not (hours or minutes):
        return "UTC"
    return f"UTC{'-' if ahead < timedelta() else '+'}{hours}" + (f":{minutes:02}" if minutes else "")
