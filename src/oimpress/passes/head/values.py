"""What machines read of the fields that a reader found already filled: dates, countries, types of facts."""

from __future__ import annotations

from dataclasses import replace

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.gazetteer import place_country
from oimpress.model.nodes import Date, Dateline, Fact, Place, Release
from oimpress.model.traced import Traced, inserted
from oimpress.passes.head.dateline import COUNTRY, DATELINE
from oimpress.passes.head.embargo import ending
from oimpress.passes.head.facts import fact_of
from oimpress.passes.head.speakers import kind_of


def values(release: Release, country: str = "") -> Release:
    """``release`` with the values that its words say, in ``country`` where they name no other.

    Rules H007, H009, H012, P001, P002, P004, P005.
    """
    dateline = _dateline(release.dateline) if release.dateline else None
    date = dateline.date if dateline else None
    published = inserted(date.when, DATELINE, _start(date.text)) if date and len(date.when) == 10 else release.published
    kind = "project" if release.facts else kind_of(release.kicker, release.title) or release.kind
    facts = tuple(_fact(fact, release.lang) for fact in release.facts)
    embargo = ending(release.embargo, dateline, country, str(published)) if release.embargo else None
    return replace(release, dateline=dateline, published=published, kind=kind, facts=facts, embargo=embargo)


def _fact(fact: Fact, lang: str) -> Fact:
    text = fact.value.text
    return fact_of(fact.label, text, lang) if isinstance(fact.label, Traced) and isinstance(text, Traced) else fact


def _dateline(said: Dateline) -> Dateline:
    place, date = said.place, said.date
    if place:
        place = Place(place.text, inserted(place_country(str(place.text)), COUNTRY, _start(place.text)))
    if date:
        found = find_date(str(date.text))
        date = Date(date.text, inserted(found.when if found else "", DATELINE, _start(date.text)))
    return Dateline(place, date)


def _start(text: str) -> int:
    return max(text.start, 0) if isinstance(text, Traced) else 0
