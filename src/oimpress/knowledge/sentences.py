"""Where a sentence ends, as far as its marks tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oimpress.patterns import lazy

STOPS = frozenset(".!?…。！？")  # those of Chinese and Japanese too, which pages hold beside French
PAUSES = frozenset(":;")
QUOTED = frozenset("»”")  # a quotation that ends is a sentence, or ends one
MARKS = STOPS | PAUSES | {","}
SENTENCE_ENDS = STOPS | QUOTED
CLAUSE_ENDS = SENTENCE_ENDS | PAUSES
BEHIND = '»”")] \t\n\r\x0b\x0c\u00a0\u202f'  # what can close behind a mark, and blanks between


def last_mark(text: str) -> str:
    """The mark that ``text`` ends with, whatever closes behind it: « Oui ! ») ends with ``!``.

    Where a word stands before what closes, a guillemet or a curly quotation mark itself; else nothing.
    """
    end = text.rstrip()
    before, last = end.rstrip(BEHIND)[-1:], end[-1:]
    if before in MARKS:
        return before
    return last if last in QUOTED else ""


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a full stop, a mark like it, or a quotation."""
    return last_mark(text) in SENTENCE_ENDS


def ends_clause(text: str) -> bool:
    """Whether ``text`` ends a sentence, or what a colon or a semicolon ends."""
    return last_mark(text) in CLAUSE_ENDS


STOP = lazy(r"(?<![.])[.!?…]+(?:[ \u00a0\u202f]?[»”\"’)\]])*(?=[ \u00a0\u202f]|$)")
OPENS = lazy(r"[ \u00a0\u202f]+(?=[«“\"‘¿¡(\[—–]?[ \u00a0\u202f]?[A-Z0-9À-ÖØ-Þ\u0400-\u042f])")
BEFORE = lazy(r"([^\W\d_]+)$")
PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
# Words whose full stop ends no sentence, though a capital or a number may follow.
ABBREVIATIONS = (
    " m mm mme mmes mlle mlles me mgr ir dr drs pr prof st ste sts art al av bd cf env ex fig no nos n p pp tél tel "
    "vol chap ch mr mrs ms sr sra srta gen gov sen rep lt col capt gral lic ing dra ud uds ee uu approx vs "
    "jan févr janv avr juil sept oct nov déc dept dép "
)


def sentence_ends(run: str) -> Iterator[int]:
    """Offsets after the sentences of ``run`` that end outside quotation marks and parentheses."""
    pairs = [pair for pair in PAIRS if pair[0] in run or pair[1] in run]
    at, within = 0, [0] * len(pairs)
    for stop in STOP.finditer(run):
        end = stop.end()
        if not (end == len(run) or OPENS.match(run, end)) or _abbreviates(run, stop):
            continue
        within = [
            depth + run.count(opening, at, end) - run.count(closing, at, end)
            for depth, (opening, closing) in zip(within, pairs, strict=True)
        ]
        at = end
        if max(within, default=0) <= 0:
            yield end


def _abbreviates(run: str, stop: re.Match[str]) -> bool:
    word = BEFORE.search(run, max(0, stop.start() - 20), stop.start()) if stop[0] == "." else None
    return word is not None and (f" {word[1].lower()} " in ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper()))


def holds_two_sentences(text: str) -> bool:
    """Whether a sentence ends inside ``text``, and another begins."""
    return next(sentence_ends(text), len(text)) < len(text)
