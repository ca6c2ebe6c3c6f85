"""Acronyms with full stops."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import acronyms
from oimpress.typography.neighbours import BLANK, BLANKS
from oimpress.typography.rule import rule

CODE = "T023"
STOP_REACH = 6
DOTTED = lazy(r"[A-Z]\.(?<![\w.]..)(?:[A-Z]\.){1,7}(?:(?!\w)|[A-Z](?![\w.]))|[A-Z]\.(?<![\w.]..)[A-Z](?![\w.])")


#: Schools, whose name follows.
NAMED = frozenset({"IES", "CEIP", "CRA"})


def stops(run: str, usage: Usage) -> Iterator[Edit]:
    """Take the full stops out of the acronyms of the lexicon; one that ends the sentence stays.

    Source: Imprimerie nationale; RAE, Ortografía, V.3.4.1.
    """
    for match in DOTTED.finditer(run):
        if match[0].replace(".", "") in acronyms(usage.lang):
            start, end = match.span()
            rest = run[end : end + STOP_REACH].lstrip(BLANKS)
            ends = not rest or rest[0] in "»”\n" or (run[end] in BLANK and _begins_a_sentence(rest, run, start))
            bare = match[0].replace(".", "")
            stop = "." if ends and match[0].endswith(".") and bare not in NAMED else ""
            yield Edit(CODE, start, end, match[0], bare + stop)


def _begins_a_sentence(rest: str, run: str, start: int) -> bool:
    """Whether ``rest`` begins with a capital, and not because everything around is in capitals."""
    left = run[max(start - STOP_REACH, 0) : start]
    return rest[0].isupper() and not (rest[1:2].isupper() and left == left.upper())


RULE = rule(CODE, "L", ".", stops, "l’O.N.U. et ses membres", (r"\.(?<=[A-Z]\.)[A-Z]",))
