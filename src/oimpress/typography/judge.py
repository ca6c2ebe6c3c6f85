"""Which quoted stretches are in another language: they are protected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from oimpress.knowledge.languages import ACCENTS, ELISION, NOT_FRENCH, WORD, is_in, is_not_in, telling_words
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.lexicons import words as lexicon
from oimpress.typography.nesting import with_depth
from oimpress.typography.rule import holds

CURLY = lazy(r"“([^“”\n]{1,1500})”")
NESTED = lazy(r"“((?:[^“”\n]|“[^“”\n]{1,300}”){1,1500})”")  # in languages whose inner quotes can be the same
GUILLEMETS = lazy(r"«([^«»\n]{1,1500})»")
LOW = lazy(r"„([^„“”\n]{1,600})[“”]")
REVERSED = lazy(r"»(?<![^\s(\[]»)(?=\w)([^«»\n]{0,300}[\w.!?…])«(?![\w\u00a0])")
STRAIGHT = lazy(r'"([^"\n]{1,1500})"')
SPANISH = lazy(r"¿[^¿?\n]{0,600}(?:\?|$)|¡[^¡!\n]{0,600}(?:!|$)", re.MULTILINE)
#: “ with no ‘ open before it in the line.
FIRST_LEVEL = lazy(r"^(?:[^‘“”\n]|‘(?:[^‘’\n]|’\w)*+’(?!\w))*+[“”]", re.MULTILINE)
SEVERAL = lazy(r"\w[ \u00a0\u202f,.:]+\w")
ENGLISH = lazy(
    r"(?:ing|ght|tch|ness|ful|ship|ck|wn|oo[dkltm]|ee[dnkpt])s?(?!\w)|(?<!\w)(?:wh|sh|th)[aeiouy]", re.IGNORECASE
)
CONTRACTION = lazy(r"\w(?:['’](?:m|re|ve|ll|s)|n['’]t)(?!\w)", re.IGNORECASE)
QUOTING = frozenset('“«»„"¿¡')  # foreign words stand behind one of these


def is_foreign_title(words: str) -> bool:
    """Whether ``words``, without a sign of French, are a sentence or a title of another language, not an expression."""
    whole = words[:1].isupper() or words[-1:] in ".!?…"
    if not whole or not SEVERAL.search(words) or ELISION.search(words) or ACCENTS.search(words):
        return False
    found = set(WORD.findall(words.lower()))
    if not found.isdisjoint(telling_words()["fr"]):
        return False
    known = any(not found.isdisjoint(small) for small in (*telling_words().values(), lexicon("foreign-words")))
    return known or bool(NOT_FRENCH.search(words) or ENGLISH.search(words) or CONTRACTION.search(words))


def guillemets_decided(text: str) -> bool:
    """Whether the first level of quotation in a French text is « »: one decision for all of it.

    It is when a quotation is in « » already or French, or when the words around are. Source: Imprimerie nationale.
    """
    if "“" not in text:
        return False
    known = any(sign in text for sign in ("«", "<<", '"'))  # all of them are « » in the end
    return known or is_in(text, "fr") == "yes" or any(is_in(each[1], "fr") == "yes" for each in CURLY.finditer(text))


def decided_for(text: str, usage: Usage) -> Usage:
    """``usage`` with one decision on the quotation marks of the whole of ``text``.

    In Spanish America, whose houses write “ ” as often as « », the one that was typed is taken for all.
    """
    if usage.lang[:2] == "fr" and guillemets_decided(text):
        return replace(usage, decided=True)
    if usage.lang == "es-419" and not usage.convention.quotes and _typed_double(text):
        return replace(usage, quotes="double")
    return usage


def _typed_double(text: str) -> bool:
    """Whether “ ” stand at the first level, and no « »."""
    return holds(text, ("“", "”")) and not holds(text, ("«", "»", "<<", ">>")) and bool(FIRST_LEVEL.search(text))


def _is_german(words: str, lang: str) -> bool:
    """Whether ``words`` between German marks may be German: several, and not for sure in ``lang``."""
    return " " in words and is_in(words, lang) != "yes"


def foreign_stretches(text: str, lang: str, decided: bool) -> Iterator[tuple[int, int]]:
    """Spans, in order, of what is quoted in another language or set between ¿ ? and ¡ !.

    What is in no language for sure is among them, unless the marks of a French text are ``decided``.
    """
    spans: list[tuple[int, int]] = []

    def is_foreign(words: str) -> bool:
        """Whether they are of another language; in doubt, and not ``decided``, too."""
        verdict = is_in(words, lang)
        return verdict == "no" or (verdict == "unsure" and (not decided or is_foreign_title(words)))

    if lang != "es" and ("¿" in text or "¡" in text):
        spans += (match.span() for match in SPANISH.finditer(text))
    if "“" in text:
        for match, depth in with_depth(CURLY if lang == "fr" else NESTED, text):
            ours = lang != "fr" or depth > 0
            if is_not_in(match[1], lang) if ours else is_foreign(match[1]):
                spans.append(match.span(1))
    if "„" in text:  # as German sets them, the next too; French tells that
        found = LOW.finditer(text)
        spans += (match.span() for match in found if is_foreign(match[1]) or _is_german(match[1], lang))
    if "»" in text:
        found = REVERSED.finditer(text)
        spans += (match.span(int(lang == "fr")) for match in found if is_in(match[1], lang) != "yes")
    for mark, pattern in (("«", GUILLEMETS), ('"', STRAIGHT)):
        if mark in text:
            spans += (match.span(1) for match in pattern.finditer(text) if is_not_in(match[1], lang))
    reached = 0
    for start, end in sorted(spans):
        if start >= reached:
            inside = text[start:end]
            yield start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())
            reached = end
