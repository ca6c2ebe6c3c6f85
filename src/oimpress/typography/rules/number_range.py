"""From one number, day or month to another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import begins, rule

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
    "|points?|times|million|billion|year-olds?|places|jobs|countries|households|families|homes"
)
YEARS = lazy(r"[12](?<![\w.,/:+£$€–—#-].)(\d\d\d)(-)(\d{4}|\d\d)(?![\w/–-]|[.,]\d)")
MEASURE = lazy(
    rf"[0-9](?<![\w.,/:+–—#-].)(?<!\d [0-9])(\d{{0,3}}(?:\.\d+)?)(-)([£$€]?)(\d{{1,4}}(?:\.\d+)?)"
    rf"(?=%|[ \u00a0](?:{COUNTED})(?!\w)|-(?:year|month|day|week|hour)-old)"
)
PAGES = lazy(
    r"(?:pp?\.|pages?|chapters?|chs?\.|ages?d?|vols?\.|paras?\.|lines?|sections?|between|hours(?: are|:)?|open)"
    r"[ \u00a0]"
    r"\d{1,4}(-)\d{1,4}(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
DAY_OF_MONTH = lazy(
    rf"(?:{MONTHS})[ \u00a0]\d\d?(-)\d\d?(?![\w-])|[0-9](?<![\w.,/:-].)\d?(-)\d\d?(?=[ \u00a0](?:{MONTHS}))"
)
GAP = rf"-|{SPACES}[-–]{SPACES}"
NAMES = lazy(rf"(?<![\w-])(?:(?:{DAYS})({GAP})(?:{DAYS})|(?:{MONTHS})({GAP})(?:{MONTHS}))(?![\w-])")
NOON = r"[ap](?:\.m\.|m)"
TIMES = lazy(
    rf"[0-9](?<![\w.,/:$£€–-].)(?<!\d[ \u00a0].)\d?(?:[.:]\d\d)?(?:{SPACES}?{NOON})?({GAP})"
    rf"(?=\d\d?(?:[.:]\d\d)?{SPACES}?{NOON}(?!\w))"
)
PLAYED = (
    "won|lost|beat|beaten|wins?|victory|draw|drew|defeat(?:ed)?|lead|led|leading|trail(?:ed|ing)?|loss|scores?|voted?"
    "|votes|ahead|passed|approved|rejected|defeated"
)
SCORE = lazy(
    rf"(?<!\w)(?:{PLAYED})(?!\w)[^\d.;\n]{{0,40}} (?<! the )\d{{1,3}}({GAP})\d{{1,3}}(?![\w-]|[.,/]\d|{SPACES}?%)"
    rf"|[0-9](?<![\w.,/:–-].)\d{{0,2}}({GAP})\d{{1,3}}"
    r"(?= (?:win|victory|defeat|draw|loss|lead|vote|decision|majority|aggregate|in favou?r|against)(?!\w))"
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
        patterns = (NAMES,) if named else (PAGES, DAY_OF_MONTH, TIMES, SCORE)
        for pattern in patterns:
            found |= {each.span(each.lastindex or 1) for each in pattern.finditer(run, begin, end)}
        if patterns[0] is PAGES:
            found |= {each.span(2) for each in YEARS.finditer(run, begin, end) if _are_years(each)}
            found |= {each.span(2) for each in MEASURE.finditer(run, begin, end) if _ascends(each)}
    for start, end in sorted(found):
        yield Edit(CODE, start, end, run[start:end], "–")


def _around(run: str, dash: int) -> tuple[int, int]:
    """What of the line of a dash the patterns look at, as far as a space."""
    begin = max(run.rfind("\n", 0, dash) + 1, dash - REACH)
    stop = run.find(" ", dash + REACH)
    line = run.find("\n", dash)
    ends = [end for end in (stop, line) if end >= 0]
    return begin, min(ends, default=len(run))


def _are_years(match: re.Match[str]) -> bool:
    first = int(match[0][0] + match[1])
    last = int(match[3]) if len(match[3]) == 4 else first // 100 * 100 + int(match[3])
    return 1000 <= first < last <= 2200 and not (len(match[3]) == 2 and 1 <= int(match[3]) <= 12 and first > 2012)


def _ascends(match: re.Match[str]) -> bool:
    return float(match[0][0] + match[1]) < float(match[4])


REACH = 64  # characters on either side of a dash that tell what stands there
#: A dash that could be one from something to something: before a number, or the capital of a day or month.
LOOK = (r"-(?<=[\w.%]-)[\d£$€A-Z]", *(rf"{dash}(?<={SPACES}.){SPACES}[\d£$€A-Z]" for dash in "-–"))
RULE = rule(CODE, "A", "-–", between, "in 1914-1918", LOOK)
