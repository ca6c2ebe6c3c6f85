"""Which language a text is in, by its small words."""

from __future__ import annotations

import re
from functools import cache

from oimpress.model.draft import Draft
from oimpress.model.traced import made
from oimpress.notices import Result, notice
from oimpress.passes.lexicon import rows

LANGUAGE = "M001"
WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 5  # small words: fewer say nothing of a whole document
SAMPLE = 3_000  # characters


@cache
def small_words() -> dict[str, frozenset[str]]:
    """The small words of each language we know."""
    return {row[0]: frozenset(row[1:]) for row in rows("stopwords")}


def counts(text: str) -> dict[str, int]:
    """How many words of ``text`` are small words of each language we know."""
    found = dict.fromkeys(small_words(), 0)
    languages = _languages_of()
    for word in WORD.findall(text.casefold()):
        for lang in languages.get(word, ()):
            found[lang] += 1
    return found


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages that each small word belongs to."""
    small = small_words()
    return {word: tuple(lang for lang in small if word in small[lang]) for words in small.values() for word in words}


def detect(text: str, default: str) -> tuple[str, bool]:
    """The language of ``text`` and whether its words prove it; ``default`` when they are too few."""
    found = counts(text[:SAMPLE])
    best, *others = sorted(found, key=lambda lang: -found[lang])
    if found[best] < ENOUGH:
        return default, False
    return best, found[best] > 1.2 * found[others[0]]


LAST_WORD = re.compile(r"(?:[^\W\d_]+['’])?([^\W\d_]+['’]?)\s*$")


def ends_in_small_word(text: str) -> bool:
    """Whether ``text`` breaks off after an article, a preposition or the like, as no paragraph and no heading ends."""
    last = LAST_WORD.search(text)
    word = last[1].rstrip("'’") if last else ""
    return word.islower() and any(word in small for small in small_words().values())


def language(draft: Draft) -> Result[Draft]:
    """Set the release's language from its text. Rule M001; notice M101 when two languages are as likely."""
    text = "\n".join(str(line.text) for _, line in draft.lines())
    found, sure = detect(text, draft.release.lang)
    doubts = () if sure else (notice("M101", detail=found),)
    return Result(draft.having(lang=made(found, LANGUAGE)), doubts)
