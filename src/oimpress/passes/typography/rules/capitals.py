"""Capitals that lost their accent: words of the lexicon, « À » and « Ça » at the start of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.passes.lexicon import rows
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.judge import small_words
from oimpress.passes.typography.lexicons import entries, words
from oimpress.passes.typography.plain import unaccented
from oimpress.passes.typography.rule import before, change, rule

WORD, TO, THAT = "T016", "T017", "T018"
CANDIDATE = re.compile(r"[AEIO][^\W\d_]+")
NEIGHBOUR = re.compile(r"[ \u00a0\u202f]([^\W\d_]+)")
OPENING = re.compile(r"A[ \u00a0\u202f](?=[^\W_])")
COUNT = re.compile(r"[ \u00a0\u202f][^\W\d_]")
NEXT = re.compile(r"(?:l|d|quelqu|aujourd)['’]|[^\W_]+(?:[-’'][^\W_]+)*")
CA = re.compile(r"C[aA](?=[ \u00a0\u202f](?:([^\W\d_]+)(?!['’])|[nls]['’]))")
BEFORE_TO = frozenset(".!?…:;–—•*)«“(\n-")
SENTENCE = frozenset(".!?…:;–—«“(\n")


@cache
def accented() -> dict[str, tuple[str, bool]]:
    """What stands without its accents -> the word, and whether English has it too."""
    known: dict[str, tuple[str, bool]] = {}
    for line in entries("accents"):
        english = "=en" in line
        for word in line:
            if word != "=en":
                first = unaccented(word[0])
                for form in (word, word.upper()):
                    for wrong in (first + form[1:], unaccented(form)):
                        known.setdefault(wrong, (form, english))
    return known


def accents(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Give back the accent of a capital in the words of the lexicon.

    Source: Imprimerie nationale; Académie française, Accentuation des majuscules.
    """
    known = accented()
    for match in CANDIDATE.finditer(run):
        start = match.start()
        if (found := known.get(match[0])) and not before(run, start).isalnum():
            word, english = found
            if not english or _is_french_here(run, start, match.end()):
                yield from change(WORD, start, match[0], word)


def _is_french_here(run: str, start: int, end: int) -> bool:
    """Whether what stands around a word that English has too is French."""
    small = small_words()
    left = run[max(start - 24, 0) : start].rstrip(" \u00a0\u202f")
    if left.endswith(("’", "'")):
        return True
    words_before = re.findall(r"[^\W\d_]+", left)
    last = words_before[-1].lower() if words_before and left[-1:].isalpha() else ""
    if last in small["fr"] or last in ("de", "en", "un", "d", "l"):
        return True
    following = NEIGHBOUR.match(run, end)
    if last in small["en"] or (last and not left[-1:].islower()):
        return False
    return following is None or (following[1][0].islower() and following[1] not in small["en"])


@cache
def towns() -> frozenset[str]:
    """First words of the names of places one is « à »."""
    known = {name.split()[0].split("-")[0] for _, *names in rows("places") for name in names}
    return frozenset(known | words("towns"))


def _is_town(word: str) -> bool:
    first = word.split("-", maxsplit=1)[0]
    return (first.capitalize() if len(first) > 2 and first.isupper() else first) in towns()


def to(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make « A » at the start of a sentence « À » before a place or a word only the preposition takes."""
    for match in OPENING.finditer(run):
        start = match.start()
        left = run[max(start - 2, 0) : start].rstrip(" \u00a0\u202f")[-1:]
        following = NEXT.match(run, match.end())
        if following is None or (left and left not in BEFORE_TO) or before(run, start).isalnum():
            continue
        word = following[0]
        if (
            (word.isdigit() and COUNT.match(run, following.end()))
            or word.lower().replace("'", "’") in words("after-to")
            or _is_town(word)
        ):
            yield Edit(TO, start, start + 1, "A", "À")


def that(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make « Ca » at the start of a sentence « Ça » before a verb."""
    for match in CA.finditer(run):
        left = run[max(match.start() - 2, 0) : match.start()].rstrip(" \u00a0\u202f")[-1:]
        if (left and left not in SENTENCE) or before(run, match.start()).isalnum():
            continue
        if match[1] is None or match[1].lower() in words("after-that"):
            yield from change(THAT, match.start(), match[0], "Ç" + match[0][1])


ACCENTS = rule("T016", "L", "AEIO", accents, "les Etats membres")
TO_PLACE = rule("T017", "L", "A", to, "A Genève, la session s’ouvre")
THAT_WORD = rule("T018", "L", "C", that, "Ca fait deux ans")
