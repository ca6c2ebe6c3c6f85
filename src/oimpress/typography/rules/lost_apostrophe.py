"""The question mark that a program put where it had no apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.elision import elision_ends
from oimpress.typography.ligatures import joined
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import rule, word_at

CODE = "T066"
LETTERS = "aeiouyhàâéèêëîïôûœAEIOUYHÀÂÉÈÊËÎÏÔÛŒ"
LOST = rf"\?(?<=[cdjlmnstuCDJLMNSTU]\?)(?=[{LETTERS}])"
MARK = lazy(LOST)
STARTS = '.!?…:«“"(–—-•\n'


def lost_apostrophe(run: str, usage: Usage) -> Iterator[Edit]:
    """Make an apostrophe of a question mark between an elided word and a vowel or h: « l?eau ».

    A capital is an elided word where a sentence begins or all is in capitals: « un plan C?oui » stays, and so does
    « les s?urs », where œ is as likely.
    Source: a question mark stands for what a character set lacks (Unicode Standard, 5.22).
    """
    for match in MARK.finditer(run):
        at = match.start()
        sure = run[at - 1].islower() or _is_capital(run, at)
        if elision_ends(run, at) and sure and not _lost_ligature(run, at):
            yield Edit(CODE, at, at + 1, "?", "’")


def _lost_ligature(run: str, at: int) -> bool:
    """Whether the mark could stand for the œ of a word: « s?urs », « c?ur »."""
    (start, _), (_, end) = word_at(run, at, at), word_at(run, at + 1, at + 1)
    return f"{run[start:at]}œ{run[at + 1 : end]}".lower() in joined()


def _is_capital(run: str, at: int) -> bool:
    """Whether the capital before ``at`` begins a sentence, or stands in a word that goes on in capitals."""
    ahead = run[: at - 1].rstrip(BLANKS)
    return run[at + 1 : at + 3].isupper() or not ahead or ahead[-1] in STARTS


RULE = rule(CODE, "A", "?", lost_apostrophe, "l?eau", (LOST,))
