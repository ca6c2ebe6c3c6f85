"""Where and when a text was signed: « Fait à Namur, le 3 mai 2024 », a line of its own near the end."""

from __future__ import annotations

import re

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.gazetteer import place_countries
from oimpress.model.draft import Draft
from oimpress.notices import Result
from oimpress.passes.datelines import reads_like_place
from oimpress.passes.foot.limits import LAST_LINES, LONGEST_SIGNED
from oimpress.passes.foot.words import plainly
from oimpress.passes.head.dates import dateline_of, stamp_of
from oimpress.passes.leaving import addresses

BEFORE = re.compile(
    r"(?P<made>(?:fait|signé|done|hecho) (?:à|at|in|en) )?(?P<place>[^\W\d_][\w' /.-]{1,40}?),?"
    r"(?: (?:le|ce|the|el))?(?: [a-z]{2,6}di| dimanche)? *",
    re.IGNORECASE,
)


def signed(draft: Draft) -> Result[Draft]:
    """Take the dateline from the last lines, where the head has none. Rules H003, H008; notices H102, H103."""
    if draft.release.dateline:
        return Result(draft)
    lines = list(draft.lines())
    for at, line in reversed(lines[1:][-LAST_LINES:]):
        if len(line.plain) <= LONGEST_SIGNED and _tells_place_and_date(plainly(line.plain).strip()):
            found, when, dropped, doubts = dateline_of([stamp_of(line.text.strip())], line.where)
            dropped += addresses(line.children)
            fields: dict[str, object] = {"published": when} if when and not draft.release.published else {}
            rest = draft.without({at}).with_fields(None, dateline=found, **fields)
            return Result(rest, tuple(doubts), tuple(dropped))
    return Result(draft)


def _tells_place_and_date(text: str) -> bool:
    """Whether a line says nothing but where and when: a place we know, or one behind « Fait à »."""
    found = find_date(text) if any(map(str.isdigit, text)) else None
    if not found or text[found.end :].strip(" ."):
        return False
    before = BEFORE.fullmatch(text, 0, found.start)
    if not before:
        return False
    place = before["place"]
    return bool(place_countries(place)) or (bool(before["made"]) and reads_like_place(place))
