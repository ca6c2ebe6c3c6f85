"""Dates, places and numbers in a line of the head."""

from __future__ import annotations

import re

from oimpress.knowledge.gazetteer import place_countries
from oimpress.passes.datelines import reads_like_place
from oimpress.passes.head.dates import BY, says_by_whom
from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.limits import FEW_BEHIND, SHORT
from oimpress.passes.head.sight import Sight
from oimpress.passes.head.words import said
from oimpress.patterns import lazy

HOURS = lazy(r"(?<!\d)\d{1,2} ?(?:h(?!\w)|h ?\d\d|heures?(?!\w)|:\d\d|(?:[.:]\d\d ?)?[ap]\.? ?m(?!\w))", re.IGNORECASE)
POINT = lazy(r"[•·–—*-] ?\S|\d{1,2} ?(?:h|:)")
GOES_ON = lazy(r" *:\s+[^\W\d]")  # what the text says of that day


@evidence(SHORT)
def only_date(line: Sight, page: Page) -> object:
    return line.date and not line.label and not line.number and not line.rest


@evidence(SHORT)
def place_and_date(line: Sight, page: Page) -> object:
    return line.date and line.place and not line.opening and not line.label


@evidence(SHORT)
def label_and_date(line: Sight, page: Page) -> object:
    return line.label and line.date and (not line.rest or place_countries(line.rest) or len(line.words) < FEW_BEHIND)


@evidence(SHORT)
def holds_a_date(line: Sight, page: Page) -> object:
    return line.date and (line.rest or line.number) and not line.place and not line.label


@evidence(40)
def only_place(line: Sight, page: Page) -> object:
    return not line.date and not line.label and line.place


@evidence(SHORT)
def says_when(line: Sight, page: Page) -> object:
    if line.date and says_by_whom(line.text, line.date.end):
        return not said("around").sub("", line.text[: line.date.start]).strip()
    return line.date and line.says("published") and not _says_what(line)


def _says_what(line: Sight) -> bool:
    """Whether it tells what changed, not when: « Mise à jour du plan d'urbanisme le 12 mars : … »."""
    word = said("published").match(line.text)
    if not word or not line.date:
        return False
    before = " ".join(said("around").sub(" ", line.text[word.end() : line.date.start]).split())
    names = BY.match(line.text, word.end()) or not before or reads_like_place(before) or place_countries(before)
    return not names or GOES_ON.match(line.text, line.date.end) is not None


@evidence()
def opens_with_place_or_date(line: Sight, page: Page) -> object:
    return line.opening


@evidence(SHORT)
def day_of_the_event(line: Sight, page: Page) -> object:
    """The day and hour of what an invitation, above it, asks to: « Mardi 17 juin 2025 à 10 h 30 » below its title."""
    if not line.date or line.label or line.place or line.says("published") or not HOURS.search(line.text):
        return False
    labels = [above.at for above in line.others[: line.at] if above.label and above.says("invites")]
    return labels and line.at - labels[0] > 1


@evidence(SHORT)
def heads_a_day(line: Sight, page: Page) -> object:
    """A day above the hours or the points of an agenda."""
    below = line.beside(1)
    return line.date and not line.label and not line.number and not line.rest and below and POINT.match(below.text)


@evidence(SHORT)
def number(line: Sight, page: Page) -> object:
    return line.number


@evidence(SHORT)
def only_number(line: Sight, page: Page) -> object:
    return line.number and not line.rest and not line.label and not line.date
