"""Single quotation marks and apostrophes of English and Spanish."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import SINGLE, Usage
from oimpress.typography.lexicons import words
from oimpress.typography.rule import after, before, rule

CODE = "T046"
MARK = lazy(r"['‘’]")
WORD = lazy(r"[^\W\d_]+")
DECADE = lazy(r"\d\ds?(?![\w'’])")
OPENERS = frozenset(' \u00a0\u202f\n\t([{«“"—–-/\ue000\ue001')
GENITIVE = frozenset(".)]}”’»")  # « the pipeline (order 90)’s output »
QUOTES = frozenset("“«")
CLOSERS = frozenset(' \u00a0\u202f\n\t)]}»”",.;:!?…—–-/\ue000\ue001')


def marks(run: str, usage: Usage) -> Iterator[Edit]:
    """Tell single quotation marks from apostrophes, and make both curly.

    A mark opens where a word begins and one that can close stands later in the line; all others are apostrophes.
    Source: New Hart's Rules, 4.2 and 9.2; Chicago, 6.117 and 13.30; RAE, Ortografía, III.3.4.8 and III.4.2.
    """
    for line, end in _lines(run):
        yield from _in_line(run, line, end, usage)


def _lines(run: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(run):
        end = run.find("\n", start)
        end = len(run) if end < 0 else end
        if "'" in run[start:end] or "‘" in run[start:end]:
            yield start, end
        start = end + 1


def _in_line(run: str, start: int, end: int, usage: Usage) -> Iterator[Edit]:
    found = [match.start() for match in MARK.finditer(run, start, end)]
    pairs = dict(_pairs(run, found))
    closing = set(pairs.values())
    for at in found:
        if at in pairs:
            right = SINGLE[0]
        elif at in closing or run[at] != "‘" or _is_shortened(run, at):
            right = SINGLE[1]
        else:
            continue
        if run[at] == "'" and right == SINGLE[1] and at not in closing and not _is_apostrophe(run, at):
            continue
        if run[at] != right:
            yield Edit(CODE, at, at + 1, run[at], right)


def _pairs(run: str, found: list[int]) -> Iterator[tuple[int, int]]:
    """The places of opening marks with those of the marks that close them."""
    at = 0
    while at < len(found):
        if not _opens(run, found[at]):
            at += 1
            continue
        ends = [n for n in range(at + 1, len(found)) if _closes(run, found[n])]
        stop = next((n for n in range(at + 1, len(found)) if _opens(run, found[n])), len(found))
        inside = [n for n in ends if n < stop] or ends[:1]
        if not inside:
            at += 1
            continue
        sure = [n for n in inside if not _may_be_genitive(run, found[n])]
        last = sure[-1] if len(inside) > 1 and sure else inside[-1] if len(inside) > 1 else inside[0]
        last = sure[0] if sure else last
        yield found[at], found[last]
        at = last + 1


def _opens(run: str, at: int) -> bool:
    left, right = before(run, at), after(run, at + 1)
    if run[at] == "’" or (left and left not in OPENERS) or not (right.isalnum() or right in '“«"¿¡[(ꀀꀁꀂ…'):
        return False
    return run[at] == "‘" or not _is_shortened(run, at)


def _closes(run: str, at: int) -> bool:
    left, right = before(run, at), after(run, at + 1)
    return run[at] != "‘" and bool(left) and left not in OPENERS - {'"', "/"} and (not right or right in CLOSERS)


def _may_be_genitive(run: str, at: int) -> bool:
    """Whether the mark may stand after a plural: « the members’ vote »."""
    return before(run, at) in "sSxz" and after(run, at + 1) in (" ", "\u00a0") and after(run, at + 2).islower()


def _is_shortened(run: str, at: int) -> bool:
    """Whether a word or a year that lost its start follows: ’Twas, ’em, ’80s, ’n’."""
    if DECADE.match(run, at + 1):
        return True
    word = WORD.match(run, at + 1)
    return word is not None and word[0].lower() in words("shortened")


def _is_apostrophe(run: str, at: int) -> bool:
    left, right = before(run, at), after(run, at + 1)
    if left.isalpha() and right.isalpha():
        return True
    if left.isalpha() and (not right or right in CLOSERS):
        return True
    if (left.isdigit() or left in GENITIVE) and right == "s" and not after(run, at + 2).isalnum():
        return True
    if left.isalpha() and right in QUOTES and not after(run, at + 2).isspace():  # « l'“Uomo” »
        return True
    return _is_shortened(run, at) and not left.isalnum()


RULE = rule(CODE, "L", "'‘", marks, "the members' vote")
