"""Dates, places and numbers in a line of the head."""

from __future__ import annotations

from oimpress.knowledge.gazetteer import place_countries
from oimpress.passes.datelines import reads_like_place
from oimpress.passes.head.dates import BY
from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.limits import FEW_BEHIND, SHORT
from oimpress.passes.head.sight import Sight
from oimpress.passes.head.words import said
from oimpress.patterns import lazy

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
def number(line: Sight, page: Page) -> object:
    return line.number


@evidence(SHORT)
def only_number(line: Sight, page: Page) -> object:
    return line.number and not line.rest and not line.label and not line.date
