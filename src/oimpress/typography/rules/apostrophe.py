"""The straight apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.elision import elision_ends
from oimpress.typography.rule import after, before, rule

CODE = "T009"
STRAIGHT = lazy(r"'(?=[\w«“\"\ue000]|(?<=[ \u00a0]'n')[ \u00a0])")
AND = lazy(r"'n['’](?=[ \u00a0])")
DECADE = lazy(r"'\d0s?(?!\w)")
YEARS = ("années ", "années\u00a0", "ans ", "fifties ", "the ", "The ", "early ", "late ", "mid-")


def apostrophe(run: str, usage: Usage) -> Iterator[Edit]:
    """Curl the straight apostrophe between letters, after an elided word, and where a word or a year lost its start.

    Source: J. André, Petites leçons; New Hart's Rules, 4.2.7; Chicago, 6.117; RAE, Ortografía, III.4.2.
    """
    french = usage.lang[:2] == "fr"
    for match in STRAIGHT.finditer(run):
        at = match.start()
        both = before(run, at).isalpha() and after(run, at + 1).isalpha()
        if both or (french and elision_ends(run, at)) or _is_shortened(run, at):
            yield Edit(CODE, at, at + 1, "'", "’")


def _is_shortened(run: str, at: int) -> bool:
    """Whether the mark stands for letters or digits left out: « années '80 », « rock 'n' roll »."""
    start = at - 2 if run.startswith("'n'", at - 2) and at > 1 else at
    if AND.match(run, start):
        return before(run, start) in (" ", "\u00a0")
    return bool(DECADE.match(run, at)) and run.endswith(YEARS, 0, at)


RULE = rule(CODE, "A", "'", apostrophe, "l'eau")
