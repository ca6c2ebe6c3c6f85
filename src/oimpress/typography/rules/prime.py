"""Feet and inches, minutes and seconds of arc."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T050"
BOTH = lazy(
    r"[0-9](?:(?<![\w.,][0-9])|(?<=[0-9][0-9])|(?<=[.,][0-9]))(['’])( ?)(\d{1,2}(?:[.,]\d+)?)(''|[\"”])"
    r"(?=\d{0,2}(?!\w))"
)
ARC = lazy(r"°\s?\d{1,2}(?:[.,]\d+)?(['’])(?:\s?\d{1,2}(?:[.,]\d+)?([\"”]|''))?")
#: « 10"92 »: the time of a race, with hundredths behind the seconds.
RACE = lazy(r"[0-9](?:(?<![\w.,'’][0-9])|(?<=(?<!\w)[0-9][0-9]))(\"|'')(?=\d\d?(?!\w))")
FEET = lazy(
    r"[0-9](?:(?<![\w.,][0-9])|(?<=[0-9][0-9]))(['’])"
    r"(?: (?:by|x|×) \d{1,4}(['’])(?!\w)| (?:wide|tall|long|high|deep)(?!\w))"
)
INCHES = lazy(r"[0-9](?<![\w.,][0-9])\d{0,3}(?:\.\d+|[½¼¾])?(\")(?=[ \u00a0-][a-z]|[ ,.;)]|$)", re.MULTILINE)


def prime(run: str, usage: Usage) -> Iterator[Edit]:
    """Make the marks of feet and inches, of minutes and seconds primes. Source: Chicago, 10.66; BIPM, SI brochure, 4.

    Feet and inches alone only in English, inches where no quotation is open in the line.
    """
    found: dict[int, tuple[int, str]] = {}
    for match in BOTH.finditer(run):
        found[match.start(1)], found[match.start(4)] = (match.end(1), "′"), (match.end(4), "″")
    for match in ARC.finditer(run):
        found[match.start(1)] = match.end(1), "′"
        if match[2]:
            found[match.start(2)] = match.end(2), "″"
    for match in RACE.finditer(run):
        found[match.start(1)] = match.end(1), "″"
    if usage.lang[:2] == "en":
        _feet_and_inches(run, found)
    for start, (end, mark) in sorted(found.items()):
        yield Edit(CODE, start, end, run[start:end], mark)


def _feet_and_inches(run: str, found: dict[int, tuple[int, str]]) -> None:
    """Add the marks that stand alone to those ``found``."""
    for match in FEET.finditer(run):
        for group in range(1, (match.lastindex or 1) + 1):
            found.setdefault(match.start(group), (match.end(group), "′"))
    for match in INCHES.finditer(run):
        line = run[run.rfind("\n", 0, match.start()) + 1 : match.start(1)]
        rest = run[match.end() :].partition("\n")[0]
        if not (line.count('"') - sum(at < match.start(1) for at in found)) % 2 and _stands_alone(line, rest):
            found.setdefault(match.start(1), (match.end(1), "″"))


def _stands_alone(left: str, right: str) -> bool:
    """Whether no mark before or after in the line could be the partner."""
    return not re.search(r'(?<!\d)"', left + " " + right)


RULE = rule(CODE, "A", "'’\"", prime, "48°51'24\" N", (r"'(?<=[0-9]')", r"’(?<=[0-9]’)", r'"(?<=[0-9]")'))
