"""Acronyms take no plural s and no full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.lexicons import words
from oimpress.passes.typography.rule import before, rule

LOOK = 6
BLANK = " \u00a0\u202f"
PLURAL, STOPS, STATES = "T022", "T023", "T025"
MANY = re.compile(r"[A-Z]{2,6}s(?!\w)")
DOTTED = re.compile(r"[A-Z]\.(?<![\w.]..)(?:[A-Z]\.){1,7}(?:(?!\w)|[A-Z](?![\w.]))|[A-Z]\.(?<![\w.]..)[A-Z](?![\w.])")
US = re.compile(r"E\.(?<![\w.]..)[ \u00a0\u202f]?-[ \u00a0\u202f]?U\.")


def plural(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Take the s off the acronyms of the lexicon. Source: Imprimerie nationale (a sigle is invariable)."""
    for match in MANY.finditer(run):
        if match[0][:-1] in words("acronyms") and not before(run, match.start()).isalnum():
            yield Edit(PLURAL, match.end() - 1, match.end(), "s", "")


def stops(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Take the full stops out of the acronyms of the lexicon; one that ends the sentence stays."""
    for match in DOTTED.finditer(run):
        if match[0].replace(".", "") in words("acronyms"):
            start, end = match.span()
            rest = run[end : end + LOOK].lstrip(" \u00a0\u202f")
            ends = match[0].endswith(".") and (
                not rest or rest[0] in "»”\n" or (rest[0].isupper() and run[end] in BLANK)
            )
            yield Edit(STOPS, start, end, match[0], match[0].replace(".", "") + "." * ends)


def states(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Write « É.-U. », as the United Nations does in French (dollars É.-U.)."""
    if "E." not in run:
        return
    for match in US.finditer(run):
        yield Edit(STATES, match.start(), match.start() + 1, "E", "É")


PLURALS = rule("T022", "L", "s", plural, "les ONGs")
FULL_STOPS = rule("T023", "L", ".", stops, "l’O.N.U. et ses membres")
UNITED_STATES = rule("T025", "L", "E", states, "200 dollars E.-U.")
