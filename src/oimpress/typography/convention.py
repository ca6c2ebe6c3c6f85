"""What the typography of a language asks for, and what a house may choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, TypeAlias

from oimpress.errors import UsageError
from oimpress.knowledge.tags import TAG, language_tag

SPACE: Final = " "
NBSP: Final = "\u00a0"  # NO-BREAK SPACE
NNBSP: Final = "\u202f"  # NARROW NO-BREAK SPACE
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
Quotes: TypeAlias = Literal["", "guillemets", "double", "single"]
Dash: TypeAlias = Literal["", "en", "em"]
Minus: TypeAlias = Literal["", "hyphen", "minus"]


@dataclass(frozen=True, slots=True)
class Convention:
    """A house's choices; empty means what the language prescribes.

    ``narrow`` is the narrow space, U+202F, or U+00A0 for fonts and mail programs that lack it; ``guillemets`` and
    ``thousands`` the space inside « » and between thousands. ``quotes`` names the first level of quotation marks,
    ``dash`` the dash that opens an aside (``en`` stands between spaces, ``em`` touches the words), ``minus`` the sign
    before a number; as it is written unless the house says. Rules of ``off`` do nothing, those of ``tell`` only
    propose. ``keep`` are words and names that stay as written; ``forms`` pairs what is written with what the house
    writes, told, and done where ``insist`` says so.
    """

    narrow: str = NNBSP
    guillemets: str = ""
    thousands: str = ""
    quotes: Quotes = ""
    dash: Dash = ""
    minus: Minus = ""
    off: frozenset[str] = frozenset()
    tell: frozenset[str] = frozenset()
    keep: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    insist: bool = False

    def __post_init__(self) -> None:
        for name, value, allowed in (
            ("narrow", self.narrow, (NNBSP, NBSP)),
            ("guillemets", self.guillemets, ("", NBSP, NNBSP)),
            ("thousands", self.thousands, ("", NBSP, NNBSP)),
        ):
            if value not in allowed:
                raise UsageError(
                    "{name}: {value} is no such space; choose U+202F or U+00A0", name=name, value=ascii(value)
                )
        for name, value, words in (
            ("quotes", self.quotes, tuple(LEVELS)),
            ("dash", self.dash, ("en", "em")),
            ("minus", self.minus, ("hyphen", "minus")),
        ):
            if value and value not in words:
                raise UsageError(
                    "{name}: {value} is no choice; choose among {known}", name=name, value=value, known=", ".join(words)
                )


DEFAULT: Final = Convention()


@dataclass(frozen=True, slots=True)
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

    @property
    def levels(self) -> tuple[Pair, Pair, Pair]:
        """The marks of the first, second and third level."""
        return LEVELS[self.quotes]


#: fr: babel-french, frenchb.lua (FBsp.thin, FBsp.colon, FBsp.guill) and CLDR 48; fr-BE and fr-LU write as France does.
#: fr-CA: OQLF, Banque de dépannage linguistique (no space before ; ! ?), CLDR 48 (thousands). fr-CH: Guide du
#: typographe (Lausanne), which makes every one of these spaces thin. en-GB: New Hart's Rules, 4 and 9; en-US: Chicago
#: Manual of Style 17, 6 and 13; es: RAE, Ortografía 2010, III; es-419: the same, with the marks American houses use.
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
    "es-419": Usage("es-419", "", "", "", NNBSP, "double", "en"),
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
