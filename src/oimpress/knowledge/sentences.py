"""Where a sentence ends, as far as its last mark tells."""

from __future__ import annotations

STOPS = frozenset(".!?…")
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
