"""The dash between two parts of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.typography.convention import EM_DASH, EN_DASH, SPACES, Usage
from oimpress.typography.rule import rule

CODE = "T014"
HYPHEN = re.compile(rf"-(?<={SPACES}-)-{{0,2}}(?={SPACES})|--(?<=[\w»”’)\].!?…]--)-?(?=[\w«“‘\"'(\[$€£])")
#: « roads --still icy-- stay shut »: the spaces stand on the outer sides.
PAIRED = re.compile(r" --(?<=\w --)(?=\w)[^-\n]{2,120}?[^\W_](-- )(?=\w)")
#: « les - de 12 ans »: the mark is read « moins ».
LESS = re.compile(r"(?:les|aux|des|pour|à|en|réservé|interdit)[ \u00a0\u202f]-(?= de \d)", re.IGNORECASE)
WORDLIKE = "»”’)].,;:!?…%€$°\"'"


def dash(run: str, usage: Usage) -> Iterator[Edit]:
    """Make a hyphen between spaces, or two between words, the dash of the language or the house.

    Source: usage of iom.int/fr and J. André on its drift; New Hart's Rules, 4.11.1; Chicago, 6.85.
    """
    yield from sorted((*_single(run, usage), *_paired(run, usage)), key=lambda edit: edit.start)


def _paired(run: str, usage: Usage) -> Iterator[Edit]:
    mark = EM_DASH if usage.dash == "em" else EN_DASH
    mark = mark if usage.dash == "em" and usage.lang[:2] == "en" else f" {mark} "
    for match in PAIRED.finditer(run):
        for start, end in ((match.start(), match.start() + 3), match.span(1)):
            yield Edit(CODE, start, end, run[start:end], mark)


def _single(run: str, usage: Usage) -> Iterator[Edit]:
    for match in HYPHEN.finditer(run):
        start, end = match.span()
        spaced = run[start - 1] in " \u00a0\u202f"
        if not spaced and usage.lang[:2] != "en":
            continue
        left, right = run[start - 1 - spaced : start - spaced], run[end + spaced : end + spaced + 1]
        joins = (left.isalnum() or left in WORDLIKE) and (right.isalnum() or right in "«“\"('‘[¿¡$€£")
        if left and right and joins and not (left.isdigit() and right.isdigit()) and not _is_less(run, end):
            yield from _dashed(run, start, end, spaced, usage)


def _is_less(run: str, end: int) -> bool:
    return run.startswith(" de ", end) and LESS.search(run, max(end - 12, 0), end + 5) is not None


def _dashed(run: str, start: int, end: int, spaced: bool, usage: Usage) -> Iterator[Edit]:
    if usage.dash == "em" and usage.lang[:2] == "en":
        start, end = start - spaced, end + spaced
        yield Edit(CODE, start, end, run[start:end], EM_DASH)
    else:
        mark = EM_DASH if usage.dash == "em" else EN_DASH
        yield Edit(CODE, start, end, run[start:end], mark if spaced else f" {mark} ")


RULE = rule(CODE, "A", "-", dash, "Genève - L’Organisation")
