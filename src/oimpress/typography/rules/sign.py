"""Minus, plus and plus-minus before a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import MINUS, SPACES, Usage
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import begins, rule

CODE = "T042"
SIGN = lazy(rf"[-–+±{MINUS}](?:(?<=^.)|(?<=[\s(\[«“‘\u00a0\u202f|/:;→>\ue000\ue001].)){SPACES}*(?=[€$£]?[0-9])")
#: « +/-5 »: both signs, as a keyboard has them.
BOTH = lazy(rf"\+/[-–{MINUS}](?<![^\W\d]...)(?<![+/]...)(?:{SPACES}*)(?=[0-9])")
#: After a number, a unit or a closing mark the sign stands between two numbers, and after a word it is a dash.
BINARY = lazy(r"[\w%€$£°)\]»”’]$")
#: Words after which a number is signed: « de - 8 à + 2 °C ».
BEFORE_SIGNED = lazy(
    r"(?:^|[^\w])(?:de|à|a|d’un|un|par|vers|sous|contre|est|était|fut|soit|jusqu’à|entre|et|ou|puis|environ|presque"
    r"|affich(?:e|ent)|enregistr(?:e|ent)|attei(?:nt|gnent)"
    r"|from|to|at|of|by|about|below|is|was|between|and|or|returned|fell|dropped|declined|slipped|lost|posted|recorded|hit"
    r"|desde|hasta|unos|unas|casi|es|era|entre|y|del?|al?|fue|marc[aó]|registr[aó]|alcanz[aó]|cay[oó]|baj[aó])$",
    re.IGNORECASE,
)
NUMBER = rf"\d+(?:{SPACES}\d{{3}})*(?:[.,]\d+)?"
#: What makes a number after a sign a measure: a unit, a rate, a sum.
MEASURED = lazy(
    rf"[€$£]\d|{NUMBER}(?:{SPACES}(?:à|et|to|and|a|y){SPACES}{NUMBER})?{SPACES}?(?:%|‰|°|(?:[kMG]|Md)?[€$£]|(?:points?|puntos?|pts?|pb|bps?|millions?|milliards?|millones|billions?|dB|k?m|[cm]m|min|s|h)(?!\w)|(?:à|et|to|and|a|y){SPACES}*[-+–{MINUS}])"
)
CELL = lazy(rf"[\d., \u00a0\u202f]*\d{SPACES}?[%‰°€$£C]{{0,2}}[ \u00a0]*(?:\n|$)")
LIST_ITEM = lazy(r"(?:^|\n)[ \t]*$")


def sign(run: str, usage: Usage) -> Iterator[Edit]:
    """Set the sign of a number against it; the minus as the house writes it. Source: BIPM, SI brochure, 5.3.5."""
    yield from sorted((*_both(run), *_single(run, usage)), key=lambda edit: edit.start)


def _both(run: str) -> Iterator[Edit]:
    for match in BOTH.finditer(run) if "+" in run else ():
        yield Edit(CODE, *match.span(), match[0], "±")


def _single(run: str, usage: Usage) -> Iterator[Edit]:
    for match in filter(None, map(SIGN.match, repeat(run), begins(run, RULE.look))):
        before, after = match[0], _written(run, match, usage)
        if before != after and run[match.start() - 2 : match.start()] != "+/" and _is_unary(run, match):
            yield Edit(CODE, *match.span(), before, after)


def _written(run: str, match: re.Match[str], usage: Usage) -> str:
    """The sign alone; a minus as the house says, and where it says nothing U+2212 before a measure, else as typed."""
    mark = match[0][0]
    if mark in "+±":
        return mark
    chosen = usage.convention.minus or ("minus" if MEASURED.match(run, match.end()) else "")
    kept = "-" if mark == "–" and len(match[0]) > 1 else mark
    return {"": kept, "hyphen": "-", "minus": MINUS}[chosen]


def _is_unary(run: str, match: re.Match[str]) -> bool:
    """Whether the sign belongs to the number: at the start of a cell or after a mark, or of a measure after a word."""
    left = run[max(match.start() - 24, 0) : match.start()]
    spaced = len(match[0]) > 1
    if LIST_ITEM.search(left) and match[0][0] != MINUS:  # an item of a list begins so too
        return not spaced or CELL.match(run, match.end()) is not None
    word = left.rstrip(BLANKS)
    if not BINARY.search(word):
        return True
    if not spaced:
        return not word[-1].isdigit() or match[0][0] == MINUS
    if match[0][0] == "±" and word[-1:].isalpha():
        return True
    if match[0][0] in "-–" and word[-1:].isalpha():
        return MEASURED.match(run, match.end()) is not None and bool(BEFORE_SIGNED.search(word))
    return match[0][0] in "+±" and bool(BEFORE_SIGNED.search(word))


LOOK = tuple(rf"\{mark}{SPACES}*[€$£]?[0-9]" for mark in f"-–+±{MINUS}")
RULE = rule(CODE, "A", f"-–+±{MINUS}", sign, "en baisse (- 0,3 %)", LOOK)
