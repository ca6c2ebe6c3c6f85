"""From one number, day or month to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.lexicons import longest_first, words
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import begins, rule
from oimpress.typography.scores import ENGLISH, GAP

CODE = "T051"
DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)
COUNTED = (
    "people|persons|men|women|children|members|staff|students|pupils|participants|years?|months?|weeks?|days?|hours?"
    "|minutes?|seconds?|pages?|miles?|metres?|meters?|kilometres?|kilometers?"
    "|km|m|cm|mm|kg|g|kW|MW|GW|ha|°C|°F|degrees|percent|per cent"
    "|points?|times|million|billion|year-olds?|mph|kph|km/h|ft|mg|ml|kWh"
    "|inches|feet|yards|acres|hectares|litres|liters|gallons|pounds|grams|tons|tonnes|calories|percentage|basis"
    "|visits|seats|beds|bedrooms|rooms|guests|employees|workers|patients|residents|volunteers|visitors|customers|schools"
    "|trees|cars|vehicles|games|matches|goals|sessions|orders|applications|cases"
)
YEARS = lazy(
    rf"[12](?<![\w.,/:+£$€–—#-].)(\d\d\d)(-|{SPACES}[-–]{SPACES}(?=\d{{4}}))(\d{{4}}|\d\d)(?![\w/–'’-]|[.,]\d|{SPACES}[-–=])"
)
MEASURE = lazy(
    rf"[0-9](?<![\w.,/:+–—#-].)(?<!\d [0-9])(\d{{0,3}}(?:\.\d+)?)(-)([£$€]?)(\d{{1,4}}(?:\.\d+)?)"
    rf"(?=%|[ \u00a0](?:{COUNTED})(?!\w)|-(?:year|month|day|week|hour)-old)"
)
#: « £12-£28 », « $1.2m - $1.5m », « $5-10 ».
SUM = r"(\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?:k|m|bn|K|M|B)?"
PRICES = lazy(rf"[£$€](?<![\w-].){SUM}(-|{SPACES}-{SPACES})(?:(?=\d)(?<=-)|[£$€]){SUM}(?![\w/–-]|[.,]\d)")
#: « Wards 3-5 », « Grades 9-12 »: what is counted in a row; no sections of a law, which bear hyphens.
ROWS = lazy(
    r"(?<!\w)(?!(?i:sections|articles|rules|statutes|ordinances|clauses|was|has|does)(?!\w))"
    r"[A-Za-z]{1,20}[a-rt-z]s[ \u00a0](\d{1,3})(-)(\d{1,3})(?![\w/–-]|[.,]\d)"
)
PAGES = lazy(
    r"(?:(?:pp?|chs?|vols?|paras?)\.[ \u00a0]?|(?:pages?|chapters?|ages?d?|lines?|sections?(?=.\d\d?-\d\d?(?!\d))"
    r"|between|hours(?: are|:)?|open)[ \u00a0])"
    r"(?:\d{1,2}(-)\d{1,3}|\d{3,4}(-)\d{1,4})(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
#: « 14-16 High Street »; in America a hyphen may be part of one number.
HOUSES = lazy(
    r"(?<![\w-])\d{1,3}(-)\d{1,3}(?=(?: [A-Z][\w’]+){1,3} (?:Street|Road|Lane|Square|Place|Gardens|Terrace|Row)(?!\w))"
)
DAY_OF_MONTH = lazy(
    rf"(?:{MONTHS})[ \u00a0]\d\d?(-)\d\d?(?![\w-])|[0-9](?<![\w.,/:-].)\d?(-)\d\d?(?=[ \u00a0](?:{MONTHS}))"
)
NAMES = lazy(rf"(?<![\w-])(?:(?:{DAYS})({GAP})(?:{DAYS})|(?:{MONTHS})({GAP})(?:{MONTHS}))(?![\w-])")


@cache
def _places() -> re.Pattern[str]:
    """A hyphen between two places, one of which has several words."""
    known = "|".join(map(re.escape, longest_first(words("open-places"))))
    return re.compile(
        rf"(?<![\w-])(?:(?:{known})(-)(?=[A-Z][a-z]{{2}})(?!Presbyterian)|[A-ZÀ-Þ][^\W\d_]{{2,20}}(-)(?:{known}))(?![\w-]*-)"
    )


NOON = r"[ap](?:\.m\.|m)"
TIMES = lazy(
    rf"[0-9](?<![\w.,/:$£€–-].)(?<!\d[ \u00a0].)\d?(?:[.:]\d\d)?(?:{SPACES}?{NOON})?({GAP})"
    rf"(?=\d\d?(?:[.:]\d\d)?{SPACES}?{NOON}(?!\w))"
)


def between(run: str, usage: Usage) -> Iterator[Edit]:
    """Make the hyphen from one number, day, hour or month to another an en dash without spaces.

    Source: Hart's, 4.11.1; Chicago, 6.78, which have it in scores too. Telephones, dates in figures, identifiers and
    two numbers without a word that tells what they are stay.
    """
    found: set[tuple[int, int]] = set()
    for dash in begins(run, RULE.look):
        begin, end = _around(run, dash)
        named = run[dash + 1 : dash + 3].lstrip(BLANKS)[:1].isupper()
        for pattern in (NAMES, _places()) if named else (PAGES, DAY_OF_MONTH, TIMES, ENGLISH):
            found |= {each.span(each.lastindex or 1) for each in pattern.finditer(run, begin, end)}
        for pattern, ascends in () if named else ASCENDING:
            found |= {each.span(2) for each in pattern.finditer(run, begin, end) if ascends(each)}
        if usage.lang != "en-US":
            found |= {each.span(1) for each in HOUSES.finditer(run, begin, end)}
    for start, end in sorted(found):
        yield Edit(CODE, start, end, run[start:end], "–")


def _around(run: str, dash: int) -> tuple[int, int]:
    """What of the line of a dash the patterns look at, as far as a space."""
    begin = max(run.rfind("\n", 0, dash) + 1, dash - DASH_REACH)
    stop = run.find(" ", dash + DASH_REACH)
    line = run.find("\n", dash)
    ends = [end for end in (stop, line) if end >= 0]
    return begin, min(ends, default=len(run))


def _are_years(match: re.Match[str]) -> bool:
    first = int(match[0][0] + match[1])
    last = int(match[3]) if len(match[3]) == 4 else first // 100 * 100 + int(match[3])
    return 1000 <= first < last <= 2200 and not (len(match[3]) == 2 and 1 <= int(match[3]) <= 12 and first > 2012)


def _ascends(match: re.Match[str]) -> bool:
    return float(match[0][0] + match[1]) < float(match[4])


def _rises(match: re.Match[str]) -> bool:
    """Whether the second number is greater, and no number of an office or a room that holds a hyphen: 12-101."""
    first, last = (float(match[group].replace(",", "")) for group in (1, 3))
    return first < last and (last < 100 or len(match[1]) == len(match[3]) or "." in match[0])


ASCENDING = ((YEARS, _are_years), (MEASURE, _ascends), (PRICES, _rises), (ROWS, _rises))
DASH_REACH = 64  # characters on either side of a dash that tell what stands there
#: A dash that could be one from something to something: before a number, or the capital of a day or month.
LOOK = (r"-(?<=[\w.%]-)[\d£$€A-Z]", *(rf"{dash}(?<={SPACES}.){SPACES}[\d£$€A-Z]" for dash in "-–"))
RULE = rule(CODE, "A", "-–", between, "in 1914-1918", LOOK)
