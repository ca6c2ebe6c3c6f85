"""The languages we know, and which of them a text is in, by its small words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeAlias

from oimpress.knowledge.lexicon import rows
from oimpress.patterns import lazy

LANGUAGES = ("fr", "en", "es")  # of what is known of words, the office's first
WORD = lazy(r"[a-zß-öø-ſ]+")  # of a language we know, in small letters; ranges cost a third of [^\W\d_]
ENOUGH = 5  # small words: fewer say nothing of a whole document
SAMPLE = 2_000  # characters
ONE_IN = 5  # words is small, or more, in a text of a language we know; elsewhere fewer are
LONGEST_SMALL = 16  # characters of a small word, and more
PROVEN = 1.2  # times as many small words as any other language has: a text is in it for sure
LEAST_OTHER, OTHER_TIMES = 2, 2  # words of another language, and times those of its own: a text is not in its own
ELISION = lazy(r"\b(?:[cdjlmnst]|qu)['’][^\W\d_]", re.IGNORECASE)
ACCENTS = lazy(r"[àâçèêëîïôùûœæÀÂÇÈÊËÎÏÔÙÛŒ]|é")
NOT_FRENCH = lazy(r"[ñáíóúãõäöüßåøÑÁÍÓÚÃÕÄÖÜÅØ]")

Certainty: TypeAlias = Literal["yes", "no", "unsure"]


@cache
def small_words() -> dict[str, frozenset[str]]:
    """The small words of each language we know, with which no line breaks off at its end."""
    return {row[0]: frozenset(row[1:]) for row in rows("stopwords")}


@cache
def telling_words() -> dict[str, frozenset[str]]:
    """The small and frequent words of each language that none of the others has: one of them says something."""
    known = {row[0]: small_words()[row[0]].union(row[1:]) for row in rows("frequent-words")}
    return {lang: own.difference(*(known[other] for other in known if other != lang)) for lang, own in known.items()}


def counts(text: str) -> dict[str, int]:
    """How many words of ``text`` are small words of each language we know."""
    found = list(filter(every_small_word().__contains__, WORD.findall(text.lower())))
    return {lang: sum(map(small.__contains__, found)) for lang, small in small_words().items()}


@cache
def every_small_word() -> frozenset[str]:
    """The small words of all languages we know."""
    return frozenset().union(*small_words().values())


def detect(text: str, default: str) -> tuple[str, bool]:
    """The language of ``text`` and whether its words prove it; ``default`` when they are too few.

    So they are where ``default`` is none of those we know: « an », « in » and « so » are German too.
    """
    found = counts(text[:SAMPLE])
    best, *others = sorted(found, key=lambda lang: -found[lang])
    if found[best] < ENOUGH:
        return default, False
    if default.partition("-")[0] not in LANGUAGES and found[best] * ONE_IN < len(WORD.findall(text[:SAMPLE].lower())):
        return default, True
    return best, found[best] > PROVEN * found[others[0]]


def agreed(langs: Iterable[str]) -> str:
    """The language that all of ``langs`` are, with its region where they share one; empty where they differ."""
    tags = set(langs)
    languages = {tag.partition("-")[0] for tag in tags}
    return next(iter(tags if len(tags) == 1 else languages)) if len(languages) == 1 else ""


def is_in(text: str, lang: str) -> Certainty:
    """Whether ``text``, which may be a few words, is in ``lang``, one of LANGUAGES, as far as its words tell."""
    found = WORD.findall(text.lower())
    told = {name: sum(map(telling.__contains__, found)) for name, telling in telling_words().items()}
    own = told.pop(lang)
    other = max(told.values())
    if lang == "fr":
        own += 2 * len(ELISION.findall(text)) + len(ACCENTS.findall(text))
        other += len(NOT_FRENCH.findall(text))
    if own > other:
        return "yes"
    return "no" if other >= LEAST_OTHER and other > OTHER_TIMES * own else "unsure"


def is_not_in(text: str, lang: str) -> bool:
    """Whether ``text`` is for sure not in ``lang``: the "no" of ``is_in``, which costs less to ask for."""
    found = WORD.findall(text.lower())
    foreign = sum(any(map(telling.__contains__, found)) for name, telling in telling_words().items() if name != lang)
    return bool(foreign or (lang == "fr" and NOT_FRENCH.search(text))) and is_in(text, lang) == "no"


ARTICLE = lazy(r"(?:l[ea]s?|the|el|los) |l'", re.IGNORECASE)


def article_end(plain: str) -> int:
    """Where the article ends that ``plain``, with plain blanks and apostrophes, begins with; 0 without one."""
    found = ARTICLE.match(plain)
    return found.end() if found else 0


NOUN = lazy(r"(?:(?<!\w)[ld]['’]|(?<!\w)(?:cet|en|un|chaque|prochain) )été$", re.IGNORECASE)  # no participle
LAST_WORD = lazy(r"[^\W\d_]+['’]?$")


def ends_in_small_word(text: str) -> bool:
    """Whether ``text`` breaks off after an article, a preposition or the like, as no paragraph and no heading ends."""
    end = text.rstrip()
    last = LAST_WORD.search(end, max(len(end) - LONGEST_SMALL, 0))
    word = last[0].rstrip("'’") if last else ""
    return word.islower() and word in every_small_word() and not NOUN.search(end)
