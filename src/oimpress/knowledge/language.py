"""Which language a text is in, by its small words."""

from __future__ import annotations

import re
from functools import cache

from oimpress.knowledge.lexicon import rows

WORD = re.compile(r"[a-zß-öø-ſ]+")  # of a language we know, in small letters; ranges cost a third of [^\W\d_]
ENOUGH = 5  # small words: fewer say nothing of a whole document
SAMPLE = 2_000  # characters
LONGEST_SMALL = 16  # characters of a small word, and more


@cache
def small_words() -> dict[str, frozenset[str]]:
    """The small words of each language we know."""
    return {row[0]: frozenset(row[1:]) for row in rows("stopwords")}


def counts(text: str) -> dict[str, int]:
    """How many words of ``text`` are small words of each language we know."""
    found = list(filter(every_small_word().__contains__, WORD.findall(text.lower())))
    return {lang: sum(map(small.__contains__, found)) for lang, small in small_words().items()}


@cache
def every_small_word() -> frozenset[str]:
    """The small words of all languages we know."""
    return frozenset().union(*small_words().values())


def detect(text: str, default: str) -> tuple[str, bool]:
    """The language of ``text`` and whether its words prove it; ``default`` when they are too few."""
    found = counts(text[:SAMPLE])
    best, *others = sorted(found, key=lambda lang: -found[lang])
    if found[best] < ENOUGH:
        return default, False
    return best, found[best] > 1.2 * found[others[0]]


LAST_WORD = re.compile(r"[^\W\d_]+['’]?$")


def ends_in_small_word(text: str) -> bool:
    """Whether ``text`` breaks off after an article, a preposition or the like, as no paragraph and no heading ends."""
    end = text.rstrip()
    last = LAST_WORD.search(end, max(len(end) - LONGEST_SMALL, 0))
    word = last[0].rstrip("'’") if last else ""
    return word.islower() and word in every_small_word()
