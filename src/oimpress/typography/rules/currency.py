"""Signs and codes of currencies."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SPACES, Usage
from oimpress.typography.figures import bound, is_identifier
from oimpress.typography.lexicons import words
from oimpress.typography.neighbours import BLANK, BLANKS
from oimpress.typography.rule import DIGITS, after, before, places, rule

CODE = "T036"
FRANC = "CFA"  # the second word of « F CFA »
OTHERS = "₦₵₹₽₺₪₩₫₱₴₲₡₮₸₼₾"  # naira, cedi, rupee …
SIGNS = (*"€$£¥", *OTHERS, FRANC)
SIGN = lazy(
    rf"(?:F(?={SPACES}CFA)|CFA(?:(?<=[0-9]F.CFA)|(?<=[0-9].F.CFA))|US\$|\$US|\$CAN?|CA?\$|A\$|€|\$|£|¥|[{OTHERS}])(?![\w$])"
)
ISO = lazy(r"[A-Z](?:[A-Z]{1,3}|(?<=F)(?:cfa|bu))(?![\w’'-]|/[A-Z])")
SHORTENED = lazy(rf"(?<=\d)({SPACES}?)([kKMG]){SPACES}(?=[A-Z€$£])")  # « 60 M FCFA »
PART = frozenset("_/’'-")  # signs that make the code a part of something longer
COUNTED = (
    "million",
    "millions",
    "milliard",
    "milliards",
    "billion",
    "billions",
    "Md",
    "Mds",
    "millón",
    "millones",
    "mil",
)


def currency(run: str, usage: Usage) -> Iterator[Edit]:
    """Set a no-break space between a number and the sign or ISO 4217 code of its currency. Source: CLDR; J. André."""
    known = words("currencies")
    codes = [match.span() for match in ISO.finditer(run) if match[0] in known]
    found = {start for sign in SIGNS if sign in run for start in _signs(run, sign)}
    gaps = {span for end in found.union(start for start, _ in codes) for span in _before(run, end)}
    gaps |= {(end, end + 1) for start, end in codes if _is_prefix(run, start, end)}
    for start, end in sorted(gaps):
        yield from bound(CODE, run, start, end)


def _signs(run: str, sign: str) -> Iterator[int]:
    """Where ``sign`` stands, with the letters that belong to it."""
    for at in places(run, sign):
        for start in range(max(at - 2, 0), at + 1):
            if (match := SIGN.match(run, start)) and (match.end() > at or match[0] == "F"):
                yield start
                break


def _before(run: str, end: int) -> Iterator[tuple[int, int]]:
    """The gap, perhaps of no width, between a number and what stands at ``end``; two gaps with « M » between."""
    start = end - (before(run, end) in BLANK)
    if (before(run, start).isdigit() and not is_identifier(run, start)) or (
        start < end and (run.endswith(COUNTED, 0, start) or run.startswith(FRANC, end))
    ):
        yield start, end
    elif start < end and (many := SHORTENED.search(run, max(start - 4, 0), end + 1)):
        yield many.span(1)
        yield start, end


def _is_prefix(run: str, start: int, end: int) -> bool:
    """Whether the code belongs to the number after it: no number stands before it."""
    if after(run, end) not in BLANK or not after(run, end + 1).isdigit():
        return False
    left = before(run, start)
    return not (left.isalnum() or left in PART or run[max(start - 2, 0) : start].rstrip(BLANKS)[-1:].isdigit())


RULE = rule(CODE, "A", DIGITS, currency, "250€")
