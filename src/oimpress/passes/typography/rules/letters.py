"""Letters that keyboards and old encodings miss: œ, and à or ù under the wrong accent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.lexicons import entries, words
from oimpress.passes.typography.rule import change, holds, rule, word_at

LIGATURE, LOST, MISKEYED = "T019", "T020", "T021"
OE = re.compile(r"oe|Oe|OE")
UVRE = re.compile(r"uvr|UVR")
WRONG = re.compile(r"[áÁúÚ]")


@cache
def _split() -> dict[str, str]:
    """Each word of the lexicon with œ in two letters -> as it should be."""
    return {word.replace("œ", "oe"): word for word in words("ligatures")}


def ligature(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Join o and e in the words of the lexicon. Source: Académie française, Dictionnaire."""
    known = _split()
    if not holds(run, ("oe", "OE", "Oe")):
        return
    for match in OE.finditer(run):
        start, end = word_at(run, *match.span())
        if (word := known.get(run[start:end].lower())) and word[
            match.start() - start : match.start() - start + 1
        ] == "œ":
            yield Edit(LIGATURE, *match.span(), match[0], "œ" if match[0] == "oe" else "Œ")


def lost_ligature(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Put back the œ that windows-1252 lost in « en uvre », « main-d’uvre », « uvrer »."""
    if not holds(run, ("uvr", "UVR")):
        return
    for match in UVRE.finditer(run):
        start, end = word_at(run, *match.span())
        if start == match.start() and "œ" + run[start:end].lower() in words("ligatures"):
            yield Edit(LOST, start, start, "", "Œ" if match[0].isupper() else "œ")


@cache
def _miskeyed() -> dict[str, str]:
    """Each word of the lexicon with the wrong accent -> as it should be."""
    wrong = str.maketrans("àù", "áú")
    return {line[0].translate(wrong): line[0] for line in entries("miskeyed")}


def miskeyed(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Turn the acute accent of « á » the right way, alone and in the words of the lexicon."""
    known = _miskeyed()
    for match in WRONG.finditer(run):
        start, end = word_at(run, *match.span())
        if right := known.get(run[start:end].lower()):
            letter = right[match.start() - start]
            yield from change(MISKEYED, match.start(), match[0], letter.upper() if match[0].isupper() else letter)


JOINED = rule("T019", "L", "eE", ligature, "mise en oeuvre")
LOST_OE = rule("T020", "L", "uU", lost_ligature, "mise en uvre")
WRONG_ACCENT = rule("T021", "A", "áÁúÚ", miskeyed, "jusqu’á la frontière")
