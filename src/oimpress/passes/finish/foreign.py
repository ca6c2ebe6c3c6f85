"""Words in another language, marked so that no rule of ours touches them and every reader pronounces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from oimpress.knowledge.languages import WORD, counts, every_small_word, small_words
from oimpress.knowledge.lexicon import rows
from oimpress.model.grammar import Role
from oimpress.model.nodes import Code, Foreign, Inline, Inlines, Release
from oimpress.model.runs import cut, flatten, inlines, spans
from oimpress.model.traced import inserted
from oimpress.model.walk import Run, map_runs
from oimpress.notices import Result
from oimpress.passes.finish.limits import MOST_QUOTED
from oimpress.patterns import lazy

FOREIGN = "M002"
# "(de l'espagnol no más trata de personas)", "(en anglais : Who we are)"
NAMED = lazy(
    r"\((?:[^\W\d_]{1,12}[\s\u00a0]){0,2}(?:de l['’]|del? |en |in |from )?(?P<name>[^\W\d_]{4,12})"
    r"[\s\u00a0]*:?[\s\u00a0]+(?P<words>[^()]{3,160})\)"
)
QUOTED = lazy(r"[«“‘\"][\s\u00a0\u202f]*(?P<words>(?!\s)[^«»“”\"]{8,400}?(?<!\s))[\s\u00a0\u202f]*[»”\"]")
NAMED_AFTER = lazy(QUOTED.pattern + r"[\s\u00a0]*\((?:en |in )(?P<name>[^\W\d_]{4,12})\)")
GLOSSED = lazy(QUOTED.pattern + r"[\s\u00a0]*\((?P<gloss>[^()]{4,160})\)")
SPANISH = lazy(r"[¿¡][^¿¡?!\n]{1,300}[?!]+")
SIGNS = '(«“‘"¡¿'  # foreign words stand behind one of them
PROSE: frozenset[Role] = frozenset({"prose", "headline", "byline"})


def foreign(release: Release) -> Result[Release]:
    """Mark foreign words that the text names as such, quotes, or that only one language writes. Rule M002."""
    return Result(map_runs(release, _marked, PROSE))


def _marked(run: Run) -> Inlines:
    children = run.children
    text = str(flatten(children))
    if run.element == "caption" and (lang := _other(text, run.lang[:2])):
        return (Foreign(inserted(lang, FOREIGN), children),)
    if not any(map(text.__contains__, SIGNS)):
        return children
    taken = [(start, end) for kind in (Foreign, Code) for start, end, _ in spans(children, kind)]
    parts: list[Inline] = []
    done = 0
    for start, end, lang in _apart(sorted(set(_stretches(text, run.lang)), reverse=True), taken):
        words = Foreign(inserted(lang, FOREIGN), cut(children, start, end))
        parts += [*cut(children, done, start), words]
        done = end
    return inlines(*parts, *cut(children, done, len(text))) if parts else children


def _other(text: str, lang: str) -> str:
    """The language whose small words a text has, and hardly any of ``lang``; empty when it is in ``lang``."""
    found = counts(text)
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= 2 and found[best] > 2 * found.get(lang, 0) else ""


def _apart(stretches: list[tuple[int, int, str]], taken: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Of ``stretches``, the last first, those that meet neither one chosen before nor what is ``taken``; in order."""
    chosen: list[tuple[int, int, str]] = []
    for start, end, lang in stretches:
        free = not chosen or end <= chosen[-1][0]
        if free and not any(a < end and start < b for a, b in taken):
            chosen.append((start, end, lang))
    return chosen[::-1]


def _stretches(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, language)`` of what is not in ``lang``."""
    for match in NAMED.finditer(text):
        named = _languages(lang[:2]).get(match["name"].casefold(), "")
        if named and named != lang[:2] and _reads(match["words"], named, lang[:2]):
            yield *match.span("words"), named
    for match in NAMED_AFTER.finditer(text) if "(en " in text or "(in " in text else ():
        if (named := _languages(lang[:2]).get(match["name"].casefold(), "")) and named != lang[:2]:
            yield *match.span("words"), named
    for match in GLOSSED.finditer(text) if "(" in text else ():
        if other := _glossed(match["words"], match["gloss"], lang[:2]):
            yield *match.span("words"), other
    for match in QUOTED.finditer(text):
        if best := _mostly(match["words"], lang[:2]) or _briefly(match["words"], lang[:2]):
            yield *match.span("words"), best
    if not lang.startswith("es") and ("¿" in text or "¡" in text):
        for match in SPANISH.finditer(text):
            yield *match.span(), "es"


def _mostly(words: str, lang: str) -> str:
    """The language that has far more small words among ``words`` than ``lang``; empty when none has."""
    found = counts(words)
    best = max(found, key=lambda name: found[name])
    return best if best != lang and found[best] >= 3 and found[best] > 2 * found.get(lang, 0) else ""


@cache
def _common_words() -> dict[str, frozenset[str]]:
    """The common words of each language we know, small ones among them."""
    return {row[0]: small_words().get(row[0], frozenset()).union(row[1:]) for row in rows("content-words")}


def _briefly(words: str, lang: str) -> str:
    """The language of a few ``words``, of which it has all but one, and two that ``lang`` lacks; empty if not sure.

    Where capitals show a name, small words must tell: « La Voz del Inmigrante » is one.
    """
    said = WORD.findall(words.lower())
    if not 2 <= len(said) <= MOST_QUOTED:
        return ""
    ours = _common_words().get(lang, frozenset())
    named = any(word[0].isupper() for word in words.split()[1:])
    own = {name: _own(said, theirs, ours, named) for name, theirs in _common_words().items() if name != lang}
    best, *others = sorted(own, key=lambda name: -own[name])
    return best if own[best] and own[best] > max(own[name] for name in others) else ""


def _own(said: Sequence[str], theirs: Set[str], ours: Set[str], named: bool) -> int:
    """How many of the words ``said`` are ``theirs`` and not ``ours``; 0 where that proves nothing."""
    strange = [word for word in said if word not in theirs]
    if not ours.isdisjoint(strange):
        return 0
    own = [word for word in said if word in theirs and word not in ours]
    small = sum(map(every_small_word().__contains__, own))
    return len(own) if small >= 2 or (len(own) >= 2 and not named and len(strange) <= (len(said) > 2)) else 0


def _glossed(words: str, gloss: str, lang: str) -> str:
    """The language of ``words`` that ``gloss`` says again in ``lang``: both keep a name, and are about as long."""
    said, again = words.split(), gloss.split()
    names = {word for word in said if len(word) > 3 and word[0].isupper()}
    if len(said) < 2 or abs(len(said) - len(again)) > 2 or not names.intersection(again) or said == again:
        return ""
    found = {name: count for name, count in counts(words).items() if name != lang}
    best = max(found, key=lambda name: found[name])
    return best if found[best] and found[best] >= counts(words).get(lang, 0) else ""


def _reads(words: str, named: str, lang: str) -> bool:
    """Whether ``words`` can be in the language they are said to be in, rather than in ``lang``."""
    found = counts(words)
    if named in found:
        return found[named] > found.get(lang, 0)
    return not found.get(lang, 0) and (" " in words or not words.isascii())


@cache
def _languages(lang: str) -> dict[str, str]:
    """Names of languages in ``lang``, case folded -> BCP 47 tag; none where CLDR does not know ``lang`` itself."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale(lang).languages
    except (UnknownLocaleError, ValueError):
        return {}
    return {name.casefold(): tag for tag, name in names.items() if len(tag) <= 3 and name.isalpha()}
