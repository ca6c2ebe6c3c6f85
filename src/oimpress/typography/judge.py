"""Whether a quoted stretch is French, by its small words and letters; what is not is protected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from oimpress.typography.lexicons import entries
from oimpress.typography.nesting import with_depth

WORD = re.compile(r"[a-zß-öø-ſ]+")
CURLY = re.compile(r"“([^“”\n]{1,1500})”")
NESTED = re.compile(r"“((?:[^“”\n]|“[^“”\n]{1,300}”){1,1500})”")  # in languages whose inner quotes can be the same
GUILLEMETS = re.compile(r"«([^«»\n]{1,1500})»")
STRAIGHT = re.compile(r'"([^"\n]{1,1500})"')
SPANISH = re.compile(r"¿[^¿?\n]{0,600}(?:\?|$)|¡[^¡!\n]{0,600}(?:!|$)", re.MULTILINE)
ELISION = re.compile(r"\b(?:[cdjlmnst]|qu)['’][^\W\d_]", re.IGNORECASE)
ACCENTS = re.compile(r"[àâçèêëîïôùûœæÀÂÇÈÊËÎÏÔÙÛŒ]|é")
NOT_FRENCH = re.compile(r"[ñáíóúãõäöüßåøÑÁÍÓÚÃÕÄÖÜÅØ]")
QUOTING = frozenset('“«"¿¡')  # foreign words stand behind one of these
Verdict = Literal["yes", "no", "unsure"]


@cache
def small_words() -> dict[str, frozenset[str]]:
    """The small words of French, English and Spanish."""
    return {name: frozenset(found) for name, *found in entries("stopwords")}


def is_in(text: str, lang: str) -> Verdict:
    """Whether ``text`` is in ``lang`` ("fr", "en" or "es"), as far as its words tell."""
    found = WORD.findall(text.lower())
    counts = {name: sum(map(small.__contains__, found)) for name, small in small_words().items()}
    own = counts.pop(lang)
    other = max(counts.values())
    if lang == "fr":
        own += 2 * len(ELISION.findall(text)) + len(ACCENTS.findall(text))
        other += len(NOT_FRENCH.findall(text))
    if own > other:
        return "yes"
    return "no" if other >= 2 and other > 2 * own else "unsure"


def foreign_stretches(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Spans, in order, of what is quoted in another language or set between ¿ ? and ¡ !."""
    spans: list[tuple[int, int]] = []
    if lang != "es" and ("¿" in text or "¡" in text):
        spans += (match.span() for match in SPANISH.finditer(text))
    if "“" in text:
        for match, depth in with_depth(CURLY if lang == "fr" else NESTED, text):
            level_one = lang == "fr" and depth <= 0
            verdict = is_in(match[1], lang)
            if verdict == "no" or (level_one and verdict == "unsure"):
                spans.append(match.span(1))
    for mark, pattern in (("«", GUILLEMETS), ('"', STRAIGHT)):
        if mark in text:
            spans += (match.span(1) for match in pattern.finditer(text) if is_in(match[1], lang) == "no")
    reached = 0
    for start, end in sorted(spans):
        if start >= reached:
            inside = text[start:end]
            yield start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())
            reached = end
