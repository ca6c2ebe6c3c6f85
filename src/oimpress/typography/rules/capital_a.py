"""The preposition « À » at the start of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.knowledge.folding import unaccented
from oimpress.knowledge.languages import is_in
from oimpress.knowledge.lexicon import rows
from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.capitals import all_capitals, stays_bare
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import words
from oimpress.typography.neighbours import BLANKS, left_of
from oimpress.typography.rule import before, rule

CODE = "T017"
OPENING = lazy(r"A[ \u00a0\u202f](?=[^\W_])")
COUNT = lazy(r"(?:[ ,.\u00a0\u202f]?\d+)*[ \u00a0\u202f][^\W\d_]")
NEXT = lazy(r"(?:l|d|quelqu|aujourd)['’]|[^\W_]+(?:[-’'][^\W_]+)*", re.IGNORECASE)
ONE = lazy(r"(?:une?|(?:bien )?des?)((?:[ \u00a0\u202f][^\W\d_]+){1,3})", re.IGNORECASE)
#: Words that follow the verb form as well, with what makes them belong to the preposition.
PHRASE = lazy(
    r"(?:(?:plus|moins) (?:d[eu’]|long|court|forte|grande|petite|tard|tôt|bas|haut)|peu (?:près|de|d’)|près d"
    r"|(?:environ|presque|tout juste|trop|si) (?:\d|un|deux|trois|mi-|cent|mille)"
    r"|très (?:court|long|moyen|haut|gran|bas)|même (?:le|la|les|de)"
    r"|tou[ts] (?:moment|prix|instant|hasard|âge|va|ce|ceux|le|les|bout|cas|égards?|niveaux|coups)"
    r"|tel(?:le)? (?:point|enseigne)|point nommé|juste titre|jamais(?:[,.]| ?!|$))",
    re.IGNORECASE,
)
INFINITIVE = lazy(r"[^\W\d_]+(?:er|ir|re)")
NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+"
CLAUSE = lazy(
    rf"{NAME}(?:[-’' ](?:{NAME}|del?|du|des|la|les?|sur|lès|en|a?[uxl]|el|i|et|[dl](?=’)))*"
    r"(?:[ \u00a0]\([^()\n]{1,40}\))?(?:,| comme | et [àa] |,? où )"
)
#: In a line of capitals « A » is no verb between two hours or after a date, nor before a town.
AFTER_TIME = lazy(
    r"(?:\d|[0-9][ \u00a0\u202f]?[Hh]|JANVIER|F[EÉ]VRIER|MARS|AVRIL|MAI|JUIN|JUILLET|AO[UÛ]T|SEPTEMBRE|OCTOBRE|NOVEMBRE"
    r"|D[EÉ]CEMBRE|LUNDI|MARDI|MERCREDI|JEUDI|VENDREDI|SAMEDI|DIMANCHE)[ \u00a0\u202f]$"
)
SIGNS = frozenset(".!?…:;–—•·▪●►‣*«“(\n-\ue000\ue001")
LABELLED = lazy(r"(?:^|[\n ])(?:[a-z]|\d{1,2})\) ?$")
AHEAD = 70  # characters after the word that tell the language


@cache
def towns() -> frozenset[str]:
    """First words of the names of places one is « à », without accents."""
    known = {name.split()[0].split("-")[0] for _, *names in rows("places") for name in names}
    return frozenset(unaccented(name) for name in known | words("towns"))


@cache
def in_capitals() -> frozenset[str]:
    """The words after « à », with their accents and without."""
    known = words("after-to")
    return known | {unaccented(word) for word in known}


def to(run: str, usage: Usage) -> Iterator[Edit]:
    """Make « A » at the start of a sentence « À » before a place or a word only the preposition takes.

    Source: Imprimerie nationale; Académie française, Accentuation des majuscules.
    """
    for match in OPENING.finditer(run):
        start = match.start()
        following = NEXT.match(run, match.end())
        if not following or before(run, start).isalnum() or stays_bare(run, start):
            continue
        begins = _begins(run, start)
        if (begins and _is_preposition(run, following)) or (not begins and _is_in_capitals(run, start, following[0])):
            yield Edit(CODE, start, start + 1, "A", "À")


def _begins(run: str, start: int) -> bool:
    """Whether a sentence or an item of a list begins at ``start``."""
    left = left_of(run, start)
    if left == "»":
        return run[max(start - 6, 0) : start].rstrip(BLANKS + "»")[-1:] in (".", "!", "?", "…")
    return not left or left in SIGNS or bool(left == ")" and LABELLED.search(run, max(start - 5, 0), start))


def _is_in_capitals(run: str, start: int, word: str) -> bool:
    """Whether « A » inside a line of capitals stands before a town, or between a time and an hour."""
    if not (word[0].isdigit() or (word.isupper() and _is_town(word))) or not all_capitals(run, start):
        return False
    return not word[0].isdigit() or AFTER_TIME.search(run, max(start - 10, 0), start) is not None


def _is_preposition(run: str, following: re.Match[str]) -> bool:
    """Whether the word after « A », and in doubt the language of what comes next, make it « à »."""
    at, end, word = *following.span(), following[0]
    verdict = is_in(run[at : end + AHEAD], "fr")
    if verdict == "no":
        return False
    if word.isdigit():
        return COUNT.match(run, end) is not None
    small = word.lower().replace("'", "’")
    known = in_capitals() if word.isupper() else words("after-to")
    if small in known or small.split("-")[0] in known or _is_town(word):
        return True
    if (one := ONE.match(run, at)) and not words("after-to-one").isdisjoint(one[1].lower().split()):
        return word != "UN"
    if PHRASE.match(run, at):
        return True
    infinitive = INFINITIVE.fullmatch(word) and word.islower() and word not in words("not-infinitives")
    return verdict == "yes" and bool(infinitive or CLAUSE.match(run, at))


def _is_town(word: str) -> bool:
    first = unaccented(word.split("-", maxsplit=1)[0])
    return (first.capitalize() if len(first) > 2 and first.isupper() else first) in towns()


RULE = rule(CODE, "L", "A", to, "A Genève, la session s’ouvre")
