"""Where and when a text was written, as its first paragraph says before a dash, a full stop or a bar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from oimpress.knowledge.dates import find_date, weekdays
from oimpress.knowledge.gazetteer import place_countries, place_country
from oimpress.knowledge.lexicon import words
from oimpress.passes.limits import LEAST_BEHIND, LONGEST_ACRONYM, LONGEST_DATELINE
from oimpress.passes.wordings import body_words, plainly
from oimpress.patterns import lazy

# Place names, an optional date, a dash; the text after it begins a sentence.
OPENING = lazy(
    r"(?P<head>[A-ZÀ-ÞŒ][^\n–—:;!?«»\"]{1,90}?)"
    r"(?P<dash>\s+(?:--?|[–—])\s+|\s+[-–—](?=[A-ZÀ-Þ«])|(?<=\.)\s*[–—]\s*)"
    r"(?=[A-ZÀ-ÞŒ«“\"\d])"
)
LE = lazy(r",?\s+(?:le|el|a|the)$")
LAST_WORD = lazy(r"(?:^|[ ,]+)([^\W\d_]+),?(?:\s+le)?\s*$", re.IGNORECASE)  # « Montréal, mercredi le 2 octobre »
AGENCIES = lazy(r"\s*\([^)]{2,40}\)")  # "GENEVE (Nouvelles du BIT)", "6 octobre (Xinhua)"
SENDER = lazy(r"\([^)]*[^\W\d_]|/[^/]+/")
NAME = lazy(
    r"(?:(?:[dl]['’])?[A-ZÀ-ÞŒ][\w'’.-]*|d[eiu]s?|l[aeè]s?|aux?|et|and|of|the|y|del|al|el|sur|sous|en|[/,&()])(?:\s+|$)"
)


class Opening(NamedTuple):
    """Offsets in a paragraph: the place ``first:place``, the date, where the text begins; and the country.

    A day that stands before its place begins the paragraph.
    """

    place: int
    date: tuple[int, int] | None
    when: str
    text: int
    country: str
    first: int = 0


def split_dateline(text: str, known: bool = False) -> Opening | None:
    """The dateline at the start of ``text``; None when there is none. ``known`` wants a place of the gazetteer."""
    match = OPENING.match(text)
    if not match:
        return None
    head = match["head"]
    found = find_date(head)
    start = _with_weekday(head, found.start) if found else len(head)
    place = _without_sender(LE.sub("", head[:start].rstrip(" ,(")))
    country = place_country(place)
    body = not found and body_words().match(place)  # « Métropole de Lyon – Syndicat mixte des transports »
    if not country and (known or body or not reads_like_place(place, text)):
        return None
    if match["dash"].strip() == match["dash"].lstrip() and not country:
        return None
    date = (start, found.end) if found else None
    return Opening(len(place), date, found.when if found else "", match.end(), country)


def _with_weekday(text: str, start: int) -> int:
    """Where a date at ``start`` begins with its weekday: « Bruxelles, lundi 29 janvier 2024 »."""
    word = LAST_WORD.search(text, 0, start)
    return word.start(1) if word and word[1].lower() in weekdays() else start


# What parts place and date from the text: a dash, a full stop, a bar; before it perhaps the agency that sent it.
AFTER_DATE = lazy(
    r"\s*\)?(?:\s*\([^)]{2,40}\)|\s*/[^/]{2,30}/)?"
    r"(?:\s*(?:--+|[–—|])\s*|\s+-\s*|\s*/[^/]{2,30}/\s*-+\s*|[.:]\s+(?:[–—-]\s*)?|\.[–—-]+\s*)"
    r"(?=[A-ZÀ-ÞŒ«“\"\d])|\s*:\s+(?=[a-zà-ÿ])"
)
BEFORE_DATE = lazy(
    r"(?P<place>[A-ZÀ-ÞŒ][^\n–—:;!?«»\"]{1,60}?)(?P<mark>\s*(?:,|[–—/]|\s-)|\s*\(|(?=\s+le\s))\s*"
    r"(?:(?:le|the|el|ce|a)\s+)?(?:\w{2,6}di\s+|dimanche\s+)?",
    re.IGNORECASE,
)
HOUR = lazy(r"\d{1,2} ?(?:h|:) ?(?:\d\d)?(?: ?[A-Z]{2,4})? *[–—-] *(?=[A-ZÀ-ÞŒ«“\"])")  # « – 17 h 45 – Le groupe »
WIRE = lazy(
    r"(?P<place>[A-ZÀ-ÞŒ][^\n–—:;!?«»\"()]{1,60}?)\s*(?:--|[–—])\s*\([^)]{2,40}\)\s*(?:--|[–—])\s*"
    r"(?:(?P<date>\w[\w .,]+\d)\s*(?:--|[–—])\s*)?(?=[A-ZÀ-ÞŒ«“\"\d])"
)


DAY_FIRST = lazy(r"(?:[^\W\d_]+\.?,? )?\d")  # « Le 4 mai », « lundi 4 mai », « May 4 »
LEAD_OF_DAY = lazy(r"(?:(?:le|ce|el|the|on) +)?(?:[^\W\d_]+,? +)?", re.IGNORECASE)
PLACE_BEHIND = lazy(
    r"(?:,| à| in| en| \||\s+[–—-]) *(?P<place>[A-ZÀ-ÞŒ][^\n–—:;!?«»\"\d]+?)"
    r"\s*(?:--|(?<=\s)-|[–—:])\s+(?=[A-ZÀ-ÞŒ«“\"\d])"
)


@lru_cache(maxsize=64)  # pass after pass asks of the same paragraphs
def opening_of(text: str) -> Opening | None:
    """The dateline at the start of a paragraph, in any form: with a dash, ``Paris, le 3 mars 2026. Le …``, a wire's."""
    opening = split_dateline(text) or _bracketed(text)
    if not opening or not opening.date:  # « Sousse – 30 septembre 2025 – … » has a dash before its day too
        opening = _dated(text) or opening or _sent(text) or _day_first(text)
    hour = HOUR.match(plainly(text), opening.text) if opening and opening.date else None
    return opening._replace(text=hour.end()) if opening and hour else opening


def _dated(text: str) -> Opening | None:
    """Place and date before a dash, a bar or a full stop."""
    found = find_date(text, 0, LONGEST_DATELINE + 30) if any(map(str.isdigit, text[:LONGEST_DATELINE])) else None
    if not found or found.start > LONGEST_DATELINE:
        return None
    before = BEFORE_DATE.fullmatch(text, 0, found.start)
    after = AFTER_DATE.match(text, found.end, found.end + LONGEST_DATELINE)
    if not before or not after or len(text) - after.end() < LEAST_BEHIND:
        return None
    place = _without_sender(before["place"])
    country = place_country(place)
    if not place_countries(place) and not (
        before["mark"] and reads_like_place(re.sub(r",\s*[A-Z]{2}$", "", place), text)
    ):
        return None
    date = (_with_weekday(text, found.start), found.end)
    return Opening(len(place), date, found.when, after.end(), country)


def _bracketed(text: str) -> Opening | None:
    """« (Ouagadougou, 15 janvier 2025). L'Agence … »: the brackets hold place and day and nothing else."""
    close = text.find(")", 0, LONGEST_DATELINE) if text[:1] == "(" else -1
    inner = _dated(text[1:]) if close > 0 else None
    if not inner or not inner.date or inner.date[1] + 1 != close:
        return None
    first, last = inner.date
    return Opening(inner.place + 1, (first + 1, last + 1), inner.when, inner.text + 1, inner.country, 1)


def _day_first(text: str) -> Opening | None:
    """« 4 August 2021, Dakar – … » with a place that is known."""
    found = find_date(text, 0, LONGEST_DATELINE) if DAY_FIRST.match(text) else None
    place = (
        PLACE_BEHIND.match(text, found.end, found.end + LONGEST_DATELINE)
        if found and LEAD_OF_DAY.fullmatch(text, 0, found.start)
        else None
    )
    if not found or not place or not place_countries(place["place"]) or len(text) - place.end() < LEAST_BEHIND:
        return None
    country = place_country(place["place"])
    date = (_with_weekday(text, found.start), found.end)
    return Opening(place.end("place"), date, found.when, place.end(), country, place.start("place"))


def _without_sender(place: str) -> str:
    """A place without the agency behind it, « GENEVE (Nouvelles du BIT) »; « Les Abymes (Guadeloupe) » stays whole."""
    land = AGENCIES.search(place)
    whole = land and place.endswith(")") and place_countries(land[0].strip(" ()"))
    return place if whole else AGENCIES.sub("", place).rstrip(" ,(")


def _sent(text: str) -> Opening | None:
    """A wire's: ``GRENOBLE, France--(AGENCY)--Le …``, perhaps with a day: ``GENÈVE–(AGENCE)–18 février 2021–Le …``."""
    wire = WIRE.match(text) if "(" in text[:LONGEST_DATELINE] else None
    if not wire or not (place_countries(wire["place"]) or reads_like_place(wire["place"])):
        return None
    found = find_date(text, wire.start("date"), wire.end("date")) if wire["date"] else None
    date = (_with_weekday(text, found.start), found.end) if found else None
    return Opening(len(wire["place"]), date, found.when if found else "", wire.end(), place_country(wire["place"]))


def reads_like_place(place: str, text: str = "") -> bool:
    """Capitalised words, no article first, no acronym, and not a word that heads a paragraph ("Contexte – …").

    What ``text`` writes in small letters too is no acronym: « LEEDS, 16 June 2025 – … in Leeds ».
    """
    place = place.replace("/", " / ")
    parts = place.split()
    if place.isupper() and len(place) <= LONGEST_ACRONYM:
        small = place.title()
        if small not in text or not re.search(rf"\b{re.escape(small)}\b", text):
            return False
    if not 1 <= len(parts) <= 5 or parts[0].casefold().rstrip(".,") in words("not-places"):
        return False
    if any(c.isdigit() for c in place) or (not place.isupper() and any(len(p) > 1 and p.isupper() for p in parts)):
        return False
    at = 0
    while at < len(place):
        step = NAME.match(place, at)
        if not step or step.end() == at:
            return False
        at = step.end()
    return True
