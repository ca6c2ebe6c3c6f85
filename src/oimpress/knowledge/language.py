"""Which language a text is in, by its small words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from oimpress.knowledge.lexicon import rows
from oimpress.model.draft import Draft
from oimpress.model.traced import made
from oimpress.notices import Result, notice

LANGUAGE = "M001"
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


def language(draft: Draft) -> Result[Draft]:
    """Set the release's language from its text. Rule M001; notice M101 when two languages are as likely."""
    text = "\n".join(_sample(draft))
    found, sure = detect(text, draft.release.lang)
    doubts = () if sure else (notice("M101", detail=found),)
    return Result(draft.having(lang=made(_with_region(found, draft), LANGUAGE)), doubts)


def _with_region(lang: str, draft: Draft) -> str:
    """``lang`` with the region that the source, else its house, writes it in."""
    known = (str(draft.release.lang), draft.house.lang)
    return next((tag for tag in known if tag.startswith(f"{lang}-")), lang)


def _sample(draft: Draft) -> Iterator[str]:
    """The first lines, as many as are looked at."""
    left = SAMPLE
    for _, line in draft.lines():
        if left <= 0:
            break
        yield line.plain
        left -= len(line.text)
