"""The dash between two parts of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import EM_DASH, EN_DASH, SPACE, SPACES, Usage
from oimpress.typography.neighbours import BLANK, BLANKS
from oimpress.typography.rule import after, before, change, rule

CODE = "T014"
HYPHEN = lazy(rf"-(?<={SPACES}-)-{{0,2}}(?={SPACES})|--(?<=[\w»”’)\].!?…]--)-?(?=[\w«“‘’\"'(\[$€£])")
#: « roads --still icy-- stay shut »: the spaces stand on the outer sides.
PAIRED = lazy(r" --(?<=\w --)(?=\w)[^-\n]{2,120}?[^\W_](-- )(?=\w)")
#: « le plan--s'il existe--échoue »: in French only two of them, in one line.
TIGHT = lazy(r"(--)(?<=\w--)(?=\w)[^\n-]+(?:-[^\n-]+)*(--)(?<=\w--)(?=\w)")
TYPED = lazy(r"[–—]")
#: « les - de 12 ans »: the mark is read « moins ».
LESS = lazy(r"(?:les|aux|des|pour|à|en|réservé|interdit)[ \u00a0\u202f]-(?= de \d)", re.IGNORECASE)
OPENING = "«“\"('‘’[¿¡$€£"
WORDLIKE = "»”’)].,;:!?…%€$°\"'"


def dash(run: str, usage: Usage) -> Iterator[Edit]:
    """Make a hyphen between spaces, or two between words, the dash of the language or the house.

    Source: usage of iom.int/fr and J. André on its drift; New Hart's Rules, 4.11.1; Chicago, 6.85.
    """
    found = [*_single(run, usage), *(_paired(run, usage) if "--" in run else ())]
    found += _typed(run) if usage.convention.dash else ()
    for start, end in sorted(found):
        yield from change(CODE, start, run[start:end], _written(run[start:end], usage))


def _written(typed: str, usage: Usage) -> str:
    """The dash of the language or the house with the spaces it has; those that stand there already stay as wide."""
    if usage.dash == "em" and usage.lang[:2] == "en":
        return EM_DASH
    left = typed[0] if typed[0] in BLANKS else SPACE
    right = typed[-1] if typed[-1] in BLANKS else SPACE
    return left + (EM_DASH if usage.dash == "em" else EN_DASH) + right


def _paired(run: str, usage: Usage) -> Iterator[tuple[int, int]]:
    for match in PAIRED.finditer(run):
        yield from ((match.start(), match.start() + 3), match.span(1))
    for match in TIGHT.finditer(run) if usage.lang[:2] == "fr" else ():
        yield from (match.span(1), match.span(2))


def _typed(run: str) -> Iterator[tuple[int, int]]:
    """Dashes that somebody typed, where the house says which it writes; a tight en dash is no such dash."""
    for match in TYPED.finditer(run):
        at = match.start()
        start, end = at - (before(run, at) in BLANK), at + 1 + (after(run, at + 1) in BLANK)
        left, right = before(run, start), after(run, end)
        between = (left.isalnum() or left in WORDLIKE) and (right.isalnum() or right in OPENING)
        both = (end - start) % 2 == 1 and (end - start > 1 or match[0] == EM_DASH)
        if left and right and between and both and not (left.isdigit() and right.isdigit()):
            yield start, end


def _single(run: str, usage: Usage) -> Iterator[tuple[int, int]]:
    for match in HYPHEN.finditer(run):
        start, end = match.span()
        spaced = run[start - 1] in BLANKS
        if not spaced and usage.lang[:2] != "en":
            continue
        left, right = run[start - 1 - spaced : start - spaced], run[end + spaced : end + spaced + 1]
        joins = (left.isalnum() or left in WORDLIKE) and (right.isalnum() or right in OPENING)
        if left and right and joins and not (left.isdigit() and right.isdigit()) and not _is_less(run, end):
            yield start - spaced, end + spaced


def _is_less(run: str, end: int) -> bool:
    return run.startswith(" de ", end) and LESS.search(run, max(end - 12, 0), end + 5) is not None


RULE = rule(CODE, "A", "-–—", dash, "Genève - L’Organisation")
