"""Groups of three digits."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.rule import DIGITS, at_numbers, rule

CODE = "T034"
GROUPED = lazy(
    rf"[1-9](?=\d{{0,2}}{SPACES}\d{{3}})(?:(?<=(?<!\d)1[/:].)|(?<![\w.,/:+’'-].))(?<![hH]{SPACES}.)"
    rf"\d{{0,2}}(?:{SPACES}\d{{3}})+(?!(?!es?\b)\w)(?!{SPACES}\d)(?![./:]\d)"
)
#: A year ends before a number begins: « en mars 2023 1 400 personnes ».
YEAR = lazy(
    rf"(?:janv|févr|mars|avril|mai|juin|juill|août|sept|oct|nov|déc|en|depuis|dès)[a-zé]*\.?{SPACES}(?:1[89]|20)\d\d{SPACES}$"
)
AFTER_DIGIT = lazy(rf"\d{SPACES}$")


def thousands(run: str, usage: Usage) -> Iterator[Edit]:
    """Part groups of three digits by the narrow space. Source: CLDR 48 (fr); BIPM, SI brochure, 5.3.4."""
    for match in at_numbers(GROUPED, run):
        left = run[max(match.start() - 20, 0) : match.start()]
        if AFTER_DIGIT.search(left) and not YEAR.search(left):
            continue
        for at in range(*match.span()):
            if not run[at].isdigit() and run[at] != usage.thousands:
                yield Edit(CODE, at, at + 1, run[at], usage.thousands)


RULE = rule(CODE, "A", DIGITS, thousands, "1 240 personnes")
