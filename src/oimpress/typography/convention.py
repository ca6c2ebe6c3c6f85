"""What the typography of a language asks for, and what a house may choose."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final, TypeAlias

from oimpress.errors import UsageError
from oimpress.knowledge.tags import TAG, language_tag
from oimpress.model.convention import DEFAULT, NBSP, NNBSP, SPACE, Convention, Dash, Quotes
from oimpress.records import record

__all__ = ["DEFAULT", "NBSP", "NNBSP", "SPACE", "Convention", "Usage", "find_language", "usage_of"]

SPACES: Final = f"[{SPACE}{NBSP}{NNBSP}]"  # as a regular expression: a space of any width
EN_DASH, EM_DASH, MINUS = "–", "—", "\u2212"
LANGUAGES: Final = ("fr", "fr-BE", "fr-CA", "fr-CH", "fr-LU", "en", "en-GB", "en-US", "es", "es-419")
#: Regions whose Spanish is that of Spain, and whose English writes as Chicago does.
EUROPEAN_SPANISH: Final = frozenset(("ES", "GQ", "EA", "IC"))
AMERICAN_ENGLISH: Final = frozenset(("US", "CA", "PH", "PR"))

Pair: TypeAlias = tuple[str, str]
GUILLEMETS: Final[Pair] = ("«", "»")
DOUBLE: Final[Pair] = ("“", "”")
SINGLE: Final[Pair] = ("‘", "’")
#: The marks of the first, second and third level by the name of the first.
LEVELS: Final[dict[str, tuple[Pair, Pair, Pair]]] = {
    "guillemets": (GUILLEMETS, DOUBLE, SINGLE),
    "double": (DOUBLE, SINGLE, DOUBLE),
    "single": (SINGLE, DOUBLE, SINGLE),
}


@record
class Usage:
    """What one language asks for under a convention: spaces before « ; ! ? », before « : », inside « », between
    thousands; marks by level; the dash.

    ``decided`` says that the first level of quotation is « » in the whole text, whatever was typed.
    """

    lang: str
    high: str
    colon: str
    guillemets: str
    thousands: str
    quotes: Quotes
    dash: Dash
    convention: Convention = DEFAULT
    decided: bool = False

    def __hash__(self) -> int:
        """Not of the convention, which hardly differs in a run: to hash all of it costs more than many a rule."""
        return hash((self.lang, self.quotes, self.decided))

    @property
    def levels(self) -> tuple[Pair, Pair, Pair]:
        """The marks of the first, second and third level."""
        return LEVELS[self.quotes]


#: fr: babel-french, frenchb.lua (FBsp.thin, FBsp.colon, FBsp.guill) and CLDR 48; fr-BE and fr-LU write as France does.
#: fr-CA: OQLF, Banque de dépannage linguistique (no space before ; ! ?), CLDR 48 (thousands). fr-CH: Guide du
#: typographe (Lausanne), which makes every one of these spaces thin. en-GB: New Hart's Rules, 4 and 9; en-US: Chicago
#: Manual of Style 17, 6 and 13; es and es-419: the Ortografía of all the academies of Spanish (2010), III.3.4.8, which
#: has « » first; the “ ” of many American houses stay where they were typed (``judge.decided_for``).
VARIANTS: Final = {
    "fr": Usage("fr", NNBSP, NBSP, NBSP, NNBSP, "guillemets", "en"),
    "fr-BE": Usage("fr-BE", NNBSP, NBSP, NBSP, NNBSP, "guillemets", "en"),
    "fr-CA": Usage("fr-CA", "", NBSP, NBSP, NBSP, "guillemets", "en"),
    "fr-CH": Usage("fr-CH", NNBSP, NNBSP, NNBSP, NNBSP, "guillemets", "en"),
    "fr-LU": Usage("fr-LU", NNBSP, NBSP, NBSP, NNBSP, "guillemets", "en"),
    "en": Usage("en", "", "", "", NNBSP, "double", "en"),
    "en-GB": Usage("en-GB", "", "", "", NNBSP, "double", "en"),
    "en-US": Usage("en-US", "", "", "", NNBSP, "double", "em"),
    "es": Usage("es", "", "", "", NNBSP, "guillemets", "en"),
    "es-419": Usage("es-419", "", "", "", NNBSP, "guillemets", "en"),
}


@cache
def find_language(tag: str) -> str:
    """The one of LANGUAGES whose rules serve ``tag``, a BCP 47 tag or a language's name; empty when none does.

    Raises UsageError for what is no language.
    """
    known = language_tag(tag) or tag.replace("_", "-")
    if not TAG.fullmatch(known):
        raise UsageError("{tag}: not a language tag; write for example fr, fr-CA or en", tag=tag)
    parts = known.split("-")
    language, regions = parts[0].lower(), {part.upper() for part in parts[1:]}
    if language == "es" and regions:
        return "es" if not regions.isdisjoint(EUROPEAN_SPANISH) else "es-419"
    if language == "en" and regions:
        return "en-US" if not regions.isdisjoint(AMERICAN_ENGLISH) else "en-GB"
    variant = next((name for name in LANGUAGES if name[:2] == language and name[3:] in regions), language)
    return variant if variant in LANGUAGES else ""


@cache
def usage_of(language: str, convention: Convention = DEFAULT) -> Usage:
    """What one of LANGUAGES asks for under ``convention``."""
    usual = VARIANTS[language]

    def chosen(space: str) -> str:
        return convention.narrow if space == NNBSP else space

    inside = convention.guillemets or usual.guillemets
    return replace(
        usual,
        high=chosen(usual.high),
        colon=chosen(usual.colon),
        guillemets=chosen(inside) if usual.guillemets else "",
        thousands=chosen(convention.thousands or usual.thousands),
        quotes=convention.quotes or usual.quotes,
        dash=convention.dash or usual.dash,
        convention=convention,
    )
