"""A line of the head that holds a date, a place, or both, taken apart."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

from oimpress.knowledge.dates import MONTH_FIRST, FoundDate, find_date, month_alone
from oimpress.knowledge.gazetteer import country_of_region, place_countries, place_country
from oimpress.model.nodes import Date, Dateline, Place
from oimpress.model.traced import Traced, inserted
from oimpress.notices import Dropped, Notice, notice
from oimpress.passes.datelines import reads_like_place
from oimpress.passes.head.dateline import COUNTRY, DATE_LINE
from oimpress.passes.head.limits import LONGEST_DATE
from oimpress.passes.head.words import EDGE, plainly, said
from oimpress.passes.wordings import is_order
from oimpress.patterns import lazy
from oimpress.records import record

SEPARATOR, ORDER, FURNITURE = "H008", "H015", "F008"
DAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
DAY = rf"(?:(?:{DAYS}),? +)?"
BEFORE = lazy(
    rf"(?P<place>.*?)(?P<mark>[ ,–—|/(·-]*(?:(?<!\w)(?:le|ce|the|el|du|on|a))? *)(?P<day>{DAY})$", re.IGNORECASE
)
MADE = r"(?:fait|signé|done|hecho) (?:à|at|in|en)"  # before the place where a text was signed
MADE_AT = lazy(rf"(?:{MADE}|à|a|en) +(?=[A-ZÀ-Þ])", re.IGNORECASE)
YEAR = lazy(r"(?:19|20)\d\d")
ARTICLE = lazy(r"(?:(?:dated|given|done|signed) +)?(?:le|on|the|this|el) +", re.IGNORECASE)
NAMES_ARTICLE = lazy(r"L(?:e|a|es|os|as) +(?=[A-ZÀ-Þ])")
SIGNED = lazy(rf"^(?:{MADE}|à|a|en|dated|given|done|signed)(?!\w)|(?<!\w)(?:ce|the|this)(?!\w)", re.IGNORECASE)
BY = lazy(r" *[,|-]? *(?:par|by|por) ", re.IGNORECASE)
UNDER = lazy(r" *(?:dans|in|en)(?: [\w'-]+){1,3}$", re.IGNORECASE)  # the section of a site where a page was published
PLACES = lazy(r"\s+[-–—]\s+")  # between several: « Rennes – Nantes »
STAMPED = lazy(r" *[|–—-] *(\d{1,2}:\d\d(?!\d).*)")  # the clock of a site behind its day: « - 4:15 p. m. »
SEAM = lazy(r" *[|:/–—-] +")  # between an order of release and what stands behind it
BAR = lazy(r" *[|·•] *")


@record
class Stamp:
    """Place and date of one line; what stood between them is ``dropped``, other words are ``more``.

    ``online`` is a page's word of the day it was published on, « Publié le 11/03/2025 », which dates no place.
    ``other`` is the day that the same figures mean where the month stands first.
    """

    place: Traced | None = None
    date: Traced | None = None
    when: str = ""
    dropped: tuple[Dropped, ...] = ()
    online: Traced | None = None
    other: str = ""
    more: tuple[Traced, ...] = ()

    def settled(self, stated: str) -> Stamp:
        """With the day that the source ``stated``, where it is one of the two that the figures can mean."""
        return replace(self, when=stated, other="") if self.other and stated in (self.when, self.other) else self


def stamp_of(text: Traced, of_site: bool = False, online: bool = False) -> Stamp:
    """Place and date in ``text``; words beside them that are neither stay.

    What a page ``of_site`` was « publié le » is its own date, and no dateline's; so is a day alone that is ``online``.
    """
    plain = plainly(str(text))
    found = find_date(plain) or month_alone(plain)
    if not found:
        bare = _trimmed(plain, 0, len(plain))
        if text.given and not place_countries(plain[slice(*bare)]):
            return Stamp(None, text)  # shown as it is printed
        return _cut(text, bare if place_countries(plain[slice(*bare)]) else None, None, "")
    return replace(_dated(text, plain, found, of_site or online, online), other=found.other)


def _dated(text: Traced, plain: str, found: FoundDate, of_site: bool, online: bool) -> Stamp:
    before = BEFORE.match(plain, 0, found.start)
    assert before is not None
    published = said("published").match(plain) or said("dated").match(plain)
    start = published.end() if published else ordered_to(before[0])
    place = _trimmed(plain, start, max(before.end("place"), start))
    last = found.end + ordered_from(plain[found.end :])
    behind = _trimmed(plain, found.end, last)
    sure = place_countries if published else _is_place  # beside « Publié le » stands a rubric as often as a place
    named = next((span for span in (place, behind) if sure(plain[slice(*span)])), None)
    by_whom = says_by_whom(plain, found.end)
    told = online or published or by_whom
    if of_site and told and (found.when or online) and not named:
        return _online(text, _cut(text, None, found[:2], found.when))
    labelled = said("label").fullmatch(plain[slice(*behind)])
    ordered = start > 0 or last < len(plain)
    if not named and len(plain) < LONGEST_DATE and not ordered and not labelled and not by_whom:
        whole = Stamp(None, text, found.when)
        alone = found.end == len(plain) or _is_clock(plain[found.end :])
        article = ARTICLE.match(plain) if alone else None
        return _cut(text, None, (article.end() if article else 0, found.end), found.when) if alone else whole
    return _cut(text, named, (max(before.start("day"), start), found.end), found.when)


def ordered_to(text: str) -> int:
    """Where an order of release ends that ``text``, before a day, begins with: « For immediate release: Tuesday »."""
    before = BEFORE.match(text)
    if not before:
        return 0
    seams = (*((seam.start(), seam.end()) for seam in SEAM.finditer(before["place"])), before.span("mark"))
    return next((end for start, end in seams if is_order(text[:start])), 0)


def ordered_from(text: str) -> int:
    """Where the order of release begins that ``text``, behind a day, ends with; its length where there is none."""
    seams = ((0, 0), *((seam.start(), seam.end()) for seam in SEAM.finditer(text)))
    return next((start for start, end in seams if is_order(text[end:])), len(text))


def says_by_whom(text: str, at: int) -> bool:
    """Whether a byline stands behind ``at``: « 15 mai 2024, par Service communication »."""
    return said("byline").match(text[at:].lstrip(EDGE)) is not None


def _is_clock(behind: str) -> bool:
    """Whether ``behind`` a day stands nothing but the hour at which a site put the text online."""
    stamped = STAMPED.fullmatch(behind)
    return stamped is not None and not said("around").sub("", stamped[1]).strip()


def _online(text: Traced, stamp: Stamp) -> Stamp:
    """The day that a page was published on, which no dateline shows; its line is left out but for other words."""
    if not stamp.more or not stamp.date:
        return Stamp(None, None, stamp.when, (Dropped(text, DATE_LINE),), text)
    return replace(stamp, date=None, online=stamp.date, dropped=(*stamp.dropped, Dropped(stamp.date, DATE_LINE)))


def _is_place(text: str) -> bool:
    if place_countries(text):
        return True
    bare = text[article.end() :] if (article := NAMES_ARTICLE.match(text)) else text
    return bare[:1].isupper() and all(map(reads_like_place, PLACES.split(bare)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without separators at its ends, and without « Fait à »."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    if text.count("(", start, end) > text.count(")", start, end):
        end += 1
    made_at = MADE_AT.match(text, start, end)
    return (made_at.end() if made_at else start), end


def _cut(text: Traced, place: tuple[int, int] | None, date: tuple[int, int] | None, when: str) -> Stamp:
    spans = sorted(span for span in (place, date) if span)
    at, dropped, more = 0, [], []
    for start, end in (*spans, (len(text), len(text))):
        if start > at and text[at:start].strip():
            first, last = _told_in(text, at, start)
            more += [text[first:last]] if last > first else []
            gaps = (text[at:first], text[last:start]) if last > first else (text[at:start],)
            dropped += [Dropped(gap, _left_out_by(gap)) for gap in gaps if gap.strip()]
        at = max(at, end)
    named = text[slice(*place)] if place else None
    return Stamp(named, text[slice(*date)] if date else None, when, tuple(dropped), more=tuple(more))


def _told_in(text: str, start: int, end: int) -> tuple[int, int]:
    """The words beside place and date that say something else; an empty span where none do.

    Tools of a page, and who published it on that day, say nothing of the text.
    """
    gap = plainly(str(text[start:end]))
    put_online = (BY.match(gap) or UNDER.match(gap)) and said("published").match(plainly(str(text)))
    said_by = put_online or (start > 0 and says_by_whom(gap, 0))
    if said_by or _has_tool(gap) or not any(map(str.isalnum, _without_joints(gap))):
        return start, start
    first = len(gap) - len(gap.lstrip(EDGE))
    return start + first, start + len(gap.rstrip(" ,;–—|/(·-"))


def _without_joints(gap: str) -> str:
    """What is said beside place and date apart from small words, and from a second day, « modifié le 13/02/2017 »."""
    gap = gap[ordered_to(gap) : ordered_from(gap)]
    words = gap.strip(EDGE)
    if (again := said("published").match(words)) and (day := find_date(words)):
        gap = f"{words[again.end() : day.start]} {words[day.end :]}"
    return said("around").sub(" ", SIGNED.sub(" ", gap))


def _has_tool(gap: str) -> bool:
    return any(said("tool").match(part) for part in BAR.split(gap))


def _left_out_by(gap: str) -> str:
    """The rule that leaves out what stands beside place and date: an hour belongs to the date, a dash to nothing."""
    if is_order(plainly(gap)):
        return ORDER
    if BY.match(plainly(gap)) or UNDER.match(plainly(gap)) or _has_tool(plainly(gap)):
        return FURNITURE
    return DATE_LINE if any(map(str.isdigit, gap)) else SEPARATOR


def _dating(stamp: Stamp) -> tuple[int, bool]:
    """What tells the day best: a whole one, and of two that with its place, not that of the page around it."""
    return len(stamp.when), stamp.place is not None


DatelineFound: TypeAlias = tuple[Dateline | None, str, list[Dropped], list[Notice]]


def dateline_of(stamps: list[Stamp], where: str, lang: str = "") -> DatelineFound:
    """The dateline that lines of the head make together, its full date, what of them says nothing new, and doubts.

    In English 04/03/2026 is a day in March or in April, as the country has it: unless ``lang`` tells, nobody guesses.
    """
    unsure = [one for one in stamps if one.other and MONTH_FIRST.fullmatch(lang)]
    doubts = [notice("H109", where, str(one.date or one.online)) for one in unsure]
    stamps = [replace(one, when="") if one in unsure else one for one in stamps]
    place = next((stamp.place for stamp in stamps if stamp.place), None)
    dated = max((stamp for stamp in stamps if stamp.date), key=_dating, default=None)
    dropped = [each for stamp in stamps for each in stamp.dropped]
    dropped += [Dropped(stamp.place, DATE_LINE) for stamp in stamps if stamp.place and stamp.place is not place]
    dropped += [Dropped(stamp.date, DATE_LINE) for stamp in stamps if stamp.date and stamp is not dated]
    known = place_countries(str(place)) if place else ()
    country = place_country(str(place)) if known or not place else country_of_region(lang)
    unreal = (one.date for one in stamps if one.date and not one.when and not one.other and YEAR.search(one.date))
    doubts += [notice("H108", where, str(date)) for date in unreal]
    if place and not country:
        doubts.append(notice("H103" if len(known) > 1 else "H102", where, str(place)))
    shown = Place(place.put_by(DATE_LINE), inserted(country, COUNTRY, place.start)) if place else None
    when = inserted(dated.when, DATE_LINE, dated.date.start) if dated and dated.date and dated.when else ""
    date = Date(dated.date.put_by(DATE_LINE), when) if dated and dated.date else None
    when = when or next((inserted(one.when, DATE_LINE, one.online.end) for one in stamps if one.online), "")
    return (Dateline(shown, date) if shown or date else None), when, dropped, doubts
