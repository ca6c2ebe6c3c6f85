"""Ordinals in digits and Roman numerals."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.roman import ROMAN
from oimpress.typography.rule import DIGITS, before, rule

CODE = "T026"
SUFFIX = lazy(r"[0-9IVX]([ \u00a0\u202f]?)(i?[èe]res?|i?[èée]mes?|ès?(?=[ \u00a0\u202f,;.)])|iers?|ers?)(?!\w)")


def ordinal(run: str, usage: Usage) -> Iterator[Edit]:
    """Shorten « 1ère, 2ème, 3è » to « 1re, 2e, 3e » and « 1 er » to « 1er ». Source: Imprimerie nationale."""
    for match in SUFFIX.finditer(run):
        number, suffix = _number(run, match.start() + 1), match[2]
        right = _right(suffix, number)
        if (
            number
            and right
            and (not match[1] or "m" in suffix or (suffix == "er" and number == "1"))
            and match[1] + suffix != right
        ):
            yield Edit(CODE, match.start() + 1, match.end(), match[1] + suffix, right)


def _number(run: str, end: int) -> str:
    """The Arabic or Roman number that ends at ``end``; empty when it is part of something longer."""
    digits = run[end - 1] in DIGITS
    start = end
    while start and end - start < 6 and (run[start - 1] in DIGITS if digits else run[start - 1] in "IVX"):
        start -= 1
    number = run[start:end]
    if before(run, start).isalnum() or before(run, start) in (".", ",", "/"):
        return ""
    return number if digits or ROMAN.fullmatch(number) else ""


def _right(suffix: str, number: str) -> str:
    plural = "s" if suffix.endswith("s") else ""
    first = number in ("1", "I")
    if "m" in suffix or (suffix[0] == "è" and "r" not in suffix):
        return "" if first else "e" + plural
    if not first:
        return ""
    return ("er" if suffix.rstrip("s") in ("er", "ier") else "re") + plural


RULE = rule(CODE, "A", DIGITS + "IVX", ordinal, "la 2ème session")
