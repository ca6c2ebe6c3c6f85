"""Until when a release must not be published: the instant that the words of an embargo name."""

from __future__ import annotations

from oimpress.knowledge.moments import read_instant
from oimpress.model.draft import Draft
from oimpress.model.nodes import Dateline, Embargo
from oimpress.model.traced import Traced, inserted
from oimpress.notices import Result

EMBARGO, UNTIL = "H011", "H012"


def embargo(draft: Draft) -> Result[Draft]:
    """Work out when the embargo ends. Rule H012."""
    release = draft.release
    if not release.embargo:
        return Result(draft)
    ends = ending(release.embargo, release.dateline, draft.house.country, str(release.published))
    return Result(draft.with_fields(embargo=ends))


def ending(said: Embargo, dateline: Dateline | None, country: str, issued: str) -> Embargo:
    """The embargo with its end, as far as its words say it in the place of the dateline, else in ``country``."""
    here = str(dateline.place.country) if dateline and dateline.place else ""
    until = read_instant(str(said.text), here or country, issued)
    start = max(said.text.start, 0) if isinstance(said.text, Traced) else 0
    return Embargo(said.text, inserted(until, UNTIL, start))
