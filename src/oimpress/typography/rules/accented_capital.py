"""Capitals that lost their accent, in the words of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.knowledge.folding import unaccented
from oimpress.knowledge.languages import is_in, telling_words
from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.capitals import LABEL, all_capitals, stays_bare
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import inflected, words
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import after, before, change, rule

CODE = "T016"
CANDIDATE = lazy(r"[A-Z](?:(?<=[AEIO])[A-Za-zÀ-ÖØ-öø-ſ]+|[A-Z]{4,})(?!\w)")
CAPITALS_AROUND = 40  # characters on either side that tell the language of a line in capitals
SHORTEST_CAPITALS = 4  # letters of a word in capitals that is none of the many acronyms
SHARED_SMALL = frozenset(("de", "en", "un", "d", "l", "à"))
#: What stands before the name of a street or a house: « rue Emile-Zola ». Its bearer signs no more.
ODONYM = lazy(
    r"(?<!\w)(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|allée|square|impasse|pont|rond-point|école|collège|lycée"
    r"|groupe scolaire|stade|gymnase|salle|espace|hôpital|médiathèque|bibliothèque|centre|parc|théâtre|résidence)s?"
    r"[ \u00a0\u202f]$",
    re.IGNORECASE,
)
LABELLED = "COMMUNIQUE"
HYPHENED = lazy(r"-[A-ZÀ-Þ][^\W\d_]")
SAINT = ("Saint-", "Sainte-", "SAINT-", "SAINTE-")
#: What stands before a family name: a first name, an initial, a civility. « Rhodri Ames », « M. Ames ».
NAMED = lazy(r"(?<![^\W_])[A-ZÀ-Þ](?:[^\W\d_]*|[^\W\d_]?\.)$")
NEIGHBOUR = lazy(r"[ \u00a0\u202f]([^\W\d_]+)")


@cache
def accented() -> dict[str, str]:
    """What stands without its accents, or without the first of them -> the word; all in small letters."""
    forms = [word.lower() for name in ("accents", "accents-places") for word in inflected(name)]
    plain = unaccented(" ".join(forms)).split(" ")
    known = dict(zip(reversed(plain), reversed(forms), strict=True))
    known.update((bare[0] + word[1:], word) for bare, word in zip(plain, forms, strict=True))
    return known


@cache
def towns_in_capitals() -> dict[str, str]:
    """Places in capitals without their accents -> with them."""
    names = [name.upper() for name in words("accents-within")]
    return dict(zip(unaccented(" ".join(names)).split(), names, strict=True))


@cache
def saints() -> dict[str, str]:
    """The names of saints without their accent -> the names; all in small letters."""
    return {unaccented(name[0]).lower() + name[1:]: name.lower() for name in words("saints")}


@cache
def _asked() -> frozenset[str]:
    """All words that may lack an accent, in small letters."""
    return frozenset((*accented(), *saints(), *map(str.lower, towns_in_capitals())))


def _is_of_a_place(run: str, match: re.Match[str]) -> bool:
    """Whether the name is that of a commune, a street or a house: « Saint-Etienne », « rue Emile-Zola »."""
    start, end = match.span()
    if run.endswith(SAINT, max(start - 7, 0), start):
        return True
    return bool(HYPHENED.match(run, end) and ODONYM.search(run, max(start - 20, 0), start))


def accents(run: str, usage: Usage) -> Iterator[Edit]:
    """Give back the accent of a capital in the words of the lexicon.

    Source: Imprimerie nationale; Académie française, Accentuation des majuscules.
    """
    yield from sorted((*_of_words(run), *_of_labels(run)), key=lambda edit: edit.start)


def _of_labels(run: str) -> Iterator[Edit]:
    for match in LABEL.finditer(run) if LABELLED in run else ():
        if not stays_bare(run, match.start()):
            yield Edit(CODE, match.end() - 1, match.end(), "E", "É")


def _of_words(run: str) -> Iterator[Edit]:
    known, bearers, towns, asked = accented(), saints(), towns_in_capitals(), _asked()
    for match in CANDIDATE.finditer(run):
        start, written = match.start(), match[0]
        small = written.lower()
        if small not in asked:
            continue
        word = known.get(small) or (bearers.get(small) if small in bearers and _is_of_a_place(run, match) else None)
        right = towns.get(written) or (word and (_cased(word, written) or _elided(word, written, run, start)))
        if not right or before(run, start).isalnum():
            continue
        if written.isupper() and len(written) > 1 and stays_bare(run, start):
            continue
        if (
            written in towns
            or unaccented(right).lower() not in words("accents-shared")
            or _is_french_here(run, start, match.end())
        ):
            yield from change(CODE, start, written, right)


def _cased(word: str, written: str) -> str:
    """``word`` in capitals, or with one, as it was ``written``; empty where that may be an acronym or a name."""
    if written[1:].islower():
        return word.capitalize()
    return word.upper() if written.isupper() and len(word) >= SHORTEST_CAPITALS else ""


def _elided(word: str, written: str, run: str, start: int) -> str:
    """``word`` in capitals where it is short but stands after an elision in a line of capitals: L’ETE."""
    short = written.isupper() and len(word) < SHORTEST_CAPITALS and before(run, start) in ("’", "'")
    return word.upper() if short and all_capitals(run, start) else ""


def _is_french_here(run: str, start: int, end: int) -> bool:
    """Whether what stands around a word that English has too is French."""
    small = telling_words()
    left = run[max(start - 24, 0) : start].rstrip(BLANKS)
    if left.endswith(("’", "'")):
        return True
    words_before = re.findall(r"[^\W\d_]+", left)
    last = words_before[-1].lower() if words_before and left[-1:].isalpha() else ""
    following = NEIGHBOUR.match(run, end)
    next_word = following[1].lower() if following else ""
    if last in small["fr"] or last in SHARED_SMALL:
        return True
    if last in small["en"] or next_word in small["en"] or (NAMED.search(left) and not run[start:end].isupper()):
        return False
    if next_word in small["fr"] or next_word in SHARED_SMALL:
        return True
    if run[start:end].isupper():
        return is_in(run[max(start - CAPITALS_AROUND, 0) : end + CAPITALS_AROUND], "fr") == "yes"
    if after(run, end) == "-":
        return False
    return following is None or following[1][0].islower()


RULE = rule(CODE, "L", "AEIO", accents, "les Etats membres")
