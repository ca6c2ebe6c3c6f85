"""Texts in several languages: each stretch of lines is set by the rules of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from oimpress.knowledge.languages import WORD, telling_words
from oimpress.patterns import lazy
from oimpress.typography.rule import holds, places

#: What a text in another language hardly ever lacks: a look that costs less than to count words.
SIGNS: Final[dict[str, tuple[str, ...]]] = {
    "fr": (" les ", " des ", " une ", " du ", " est "),
    "en": (" the ", " of ", " and ", " is "),
    "es": (" el ", " los ", " del ", " y ", " una "),
}
MARK: Final = r"(?:[\"“”«»„]|<<|>>|``|'')"
#: Says nothing of the words around it, whatever marks it has.
QUOTED: Final = lazy(rf"(?<!\w)['‘][^'‘’\n]{{1,80}}['’](?!\w)|{MARK}[^\"“”«»„<>\n]*{MARK}|[\ua000-\ua002]+")
ENOUGH: Final = 4  # small words of another language that make a line one of that language


def stretches(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, language)`` of the lines of ``text``, neighbours in one language together.

    A line is in ``lang`` unless its small words say for sure that it is not.
    """
    others = [name for name, signs in SIGNS.items() if name != lang and holds(text, signs)]
    if not others or text.count(" ") < ENOUGH:
        yield 0, len(text), lang
        return
    foreign = dict(_foreign(text, lang, others))
    if not foreign:
        yield 0, len(text), lang
        return
    starts = (0, *(at + 1 for at in places(text, "\n")))
    begun = [(next(group), found) for found, group in groupby(starts, key=lambda start: foreign.get(start, lang))]
    for (start, found), (end, _) in pairwise((*begun, (len(text), ""))):
        if start < end:
            yield start, end, found


def _foreign(text: str, lang: str, others: list[str]) -> Iterator[tuple[int, str]]:
    """Where the lines begin that are in another language, and in which."""
    begins = {text.rfind("\n", 0, at) + 1 for name in others for sign in SIGNS[name] for at in places(text, sign)}
    for begin in begins:
        end = text.find("\n", begin)
        if (found := _language(text[begin : end if end >= 0 else None], lang, others)) != lang:
            yield begin, found


def _language(line: str, lang: str, others: list[str]) -> str:
    words = WORD.findall(QUOTED.sub(" ", line).lower())
    counts = {name: sum(map(telling_words()[name].__contains__, words)) for name in (lang, *others)}
    best = max(others, key=counts.__getitem__)
    return best if counts[best] >= ENOUGH and counts[best] > 3 * counts[lang] else lang
