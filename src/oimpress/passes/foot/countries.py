"""From which country a page is, by all that it says: money, offices and towns of one country and of no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from oimpress.knowledge.folding import fold
from oimpress.knowledge.gazetteer import place_country
from oimpress.knowledge.lexicon import rows
from oimpress.knowledge.phones import country_of, find_phones, is_valid
from oimpress.model.draft import Draft, Line
from oimpress.passes.foot.limits import SURE
from oimpress.passes.foot.words import plainly
from oimpress.patterns import lazy

CODED = {"B": "BE", "L": "LU", "CH": "CH"}  # of the letters before a postal code
CODE = lazy(r"(?<![\w-])(B|L|CH)-\d{4} [A-ZÀ-Þ]")
TOWN = lazy(r"(?<![\w-])\d{4,5} ([A-ZÀ-Þ][\w'-]+(?:[ -][A-ZÀ-Þ][\w'-]+){0,2})")
NAME = lazy(r"(?<!\w)[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?")
MONEY = (  # language, country, and what is paid there only, of all that speak so
    ("en", "GB", lazy(r"£ ?\d")),
    ("fr", "CH", lazy(r"CHF|francs suisses|millions? de francs(?! (?:[Cc]|fran))|\bFr\. ?\d|\d'\d{3}(?!\d)")),
    ("es", "ES", lazy(r"\d ?€|(?<!\w)euros(?!\w)")),
    ("es", "PE", lazy(r"(?<!\w)S/\.? ?\d|(?:\d|mil|millones de) soles(?!\w)")),
    ("es", "BO", lazy(r"(?:\d|mil|millones de) bolivianos(?!\w)")),
    ("es", "GT", lazy(r"(?:\d|mil|millones de) quetzales(?!\w)")),
    ("es", "PY", lazy(r"(?:\d|mil|millones de) guaran[íi]es(?!\w)")),
)
SHAPED = (  # language, country, and mobiles that nobody who speaks so writes elsewhere
    ("en", "GB", lazy(r"(?<![+\d(/.,])07[1-9]\d\d \d{3} ?\d{3}(?![ .-]?\d)")),
    ("es", "ES", lazy(r"(?<![+\d(/.,])(?<!\d[ .-])[67]\d\d(?P<gap>[ .])\d{3}(?P=gap)\d{3}(?![ .,-]?\d)")),
)
MEXICAN = lazy(  # states as only Mexico shortens them, behind a town: « Tlaxicalli, Pue. »
    r"[A-ZÀ-Þ][\w'-]+, (?:Ags|Chih|Chis|Coah|Dgo|Gro|Gto|Hgo|Jal|M[ée]x|Mich|Nay|N\.L|Oax|Pue|Qro|Q\.? ?Roo"
    r"|S\.?L\.?P|Tamps|Tlax|Yuc|Zac)\.(?!\w)"
)
PESOS = lazy(r"(?<!\w)pesos(?!\w)")  # what is paid in several countries, and in none of those
NATIONAL = lazy(r"(?<![+\d(/.,])\(?0?\d(?:[ ./()-]{0,2}\d){5,9}(?!\d)")
BY_PAIRS = lazy(r"0[1-9](?P<gap>[ .-]?)(?:\d\d(?P=gap)){3}\d\d")  # as in France
BRITISH = lazy(r"0\d{4} \d{3} ?\d{3}|0\d{3} \d{3} \d{4}|0\d\d \d{4} \d{4}")  # as in Britain
BELGIAN = lazy(r"0\d \d{3} \d\d \d\d|0\d\d \d\d \d\d \d\d")  # as in Belgium
PAIRED = frozenset(("FR", "CI", "BJ", "MA", "DZ", "NC", "PF"))  # where they are written so, or begin otherwise
OVERSEAS = frozenset(("NC", "PF"))  # parts of France with numbers of their own
APART = lazy(r"[^a-z0-9]+")


def told_by_page(draft: Draft, lines: Sequence[str]) -> tuple[str, ...]:
    """The country that the page tells, where its numbers in ``lines`` without a prefix are numbers there."""
    numbers = [found[0] for line in lines for found in NATIONAL.finditer(line)]
    if not numbers:
        return ()
    signs = Counter(_signs(draft, lines)).most_common(2)
    told = [country for country, count in signs if count >= SURE]
    return tuple(told) if len(told) == 1 and _fit(numbers, told[0]) else ()


def overseas(draft: Draft) -> tuple[str, ...]:
    """The part of the French overseas with numbers of its own from which a page is, by its place and who issues it."""
    place = draft.release.dateline.place if draft.release.dateline else None
    if not place or place.country not in ("", "FR"):
        return ()
    told = {country for country, _ in _spoken(f"{place.text}\n{draft.release.issuer}")}
    return tuple(sorted(told & OVERSEAS))


def _fit(numbers: Iterable[str], country: str) -> bool:
    """Whether all numbers could be dialled in a country, and none is written as in France, where that is another."""
    if country not in PAIRED and any(BY_PAIRS.fullmatch(number) for number in numbers):
        return False
    shape = {"GB": BRITISH, "BE": BELGIAN}.get(country)
    return any(is_valid(number, country) or (shape and shape.fullmatch(number)) for number in numbers)


def _signs(draft: Draft, lines: Sequence[str]) -> Iterator[str]:
    """A country for each sign of it; what a body is called, and where it sits, are as good as two words."""
    texts = [plainly(item.plain) for item in draft.flow if isinstance(item, Line)]
    whole = "\n".join(texts)
    issuer = plainly(draft.release.issuer)
    named = "\n".join((issuer, *map(plainly, lines)))
    yield from (country for country, _ in _spoken(whole))
    sure = [country for country, _ in _spoken(named)]
    sure += [CODED[found[1]] for found in CODE.finditer(f"{whole}\n{named}")]
    sure += [place_country(found[1]) for found in TOWN.finditer(named)]
    sure += [place_country(found[0]) for found in NAME.finditer(issuer)]
    sure += [country_of(one.uri) for text in texts if "+" in text for one in find_phones(text) if one.uri]
    lang = draft.release.lang[:2]
    sure += [country for spoken, country, money in MONEY if spoken == lang and money.search(whole)]
    sure += ["MX"] * (lang == "es" and MEXICAN.search(whole) is not None)
    shaped = () if PESOS.search(whole) else SHAPED
    sure += [country for spoken, country, shape in shaped if spoken == lang and any(map(shape.search, lines))]
    yield from (country for country in {*sure} - {""} for _ in range(SURE))


def _spoken(text: str) -> set[tuple[str, str]]:
    """The countries whose own words stand in ``text``, with the word."""
    said = f" {APART.sub(' ', fold(text))} "
    return {(country, word) for word, country in _words() if word in said}


@cache
def _words() -> tuple[tuple[str, str], ...]:
    return tuple((f" {word} ", row[0]) for row in rows("spoken-in") for word in row[1:])
