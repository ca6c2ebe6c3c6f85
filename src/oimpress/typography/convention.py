"""What the typography of a language asks for: its spaces, and the two settings a house may change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from oimpress.errors import UsageError
from oimpress.knowledge.tags import TAG, language_tag

SPACE: Final = " "
NBSP: Final = "\u00a0"  # NO-BREAK SPACE
NNBSP: Final = "\u202f"  # NARROW NO-BREAK SPACE
SPACES: Final = f"[{SPACE}{NBSP}{NNBSP}]"  # as a regular expression: a space of any width
LANGUAGES: Final = ("fr", "fr-CA", "fr-CH", "en", "es")


@dataclass(frozen=True, slots=True)
class Convention:
    """A house's two choices.

    ``narrow`` is the narrow space, U+202F, or U+00A0 for fonts and mail programs that lack it. ``guillemets`` is
    the space inside « »: U+00A0 or U+202F; empty means what the variant of French prescribes.
    """

    narrow: str = NNBSP
    guillemets: str = ""

    def __post_init__(self) -> None:
        for name, value, allowed in (
            ("narrow", self.narrow, (NNBSP, NBSP)),
            ("guillemets", self.guillemets, ("", NBSP, NNBSP)),
        ):
            if value not in allowed:
                raise UsageError(
                    "{name}: {value} is no such space; choose U+202F or U+00A0", name=name, value=ascii(value)
                )


DEFAULT: Final = Convention()


@dataclass(frozen=True, slots=True)
class Spacing:
    """The spaces of one language: before « ; ! ? », before « : », inside « », between thousands."""

    lang: str
    high: str
    colon: str
    guillemets: str
    thousands: str


#: fr: babel-french, frenchb.lua (FBsp.thin, FBsp.colon, FBsp.guill) and CLDR 48. fr-CA: OQLF, Banque de dépannage
#: linguistique (no space before ; ! ?), CLDR 48 (thousands). fr-CH: Guide du typographe (Lausanne), which makes every
#: one of these spaces thin.
VARIANTS: Final = {
    "fr": Spacing("fr", NNBSP, NBSP, NBSP, NNBSP),
    "fr-CA": Spacing("fr-CA", "", NBSP, NBSP, NBSP),
    "fr-CH": Spacing("fr-CH", NNBSP, NNBSP, NNBSP, NNBSP),
    "en": Spacing("en", "", "", "", ""),
    "es": Spacing("es", "", "", "", ""),
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
    variant = next((name for name in LANGUAGES if name[:2] == language and name[3:] in regions), language)
    return variant if variant in LANGUAGES else ""


@cache
def spacing(language: str, convention: Convention = DEFAULT) -> Spacing:
    """The spaces of one of LANGUAGES under ``convention``."""
    usual = VARIANTS[language]

    def chosen(space: str) -> str:
        return convention.narrow if space == NNBSP else space

    inside = convention.guillemets or usual.guillemets
    return Spacing(
        language, chosen(usual.high), chosen(usual.colon), chosen(inside) if inside else "", chosen(usual.thousands)
    )
