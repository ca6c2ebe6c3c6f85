"""``style.toml``: what a designer sets once for every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from oimpress.settings.printing import PageSetting
from oimpress.settings.tables import table
from oimpress.settings.values import Colour, Flag, LineValue, NameValue, WordsList, WordsValue

WEIGHTS = ("regular", "italic", "bold", "bold-italic")
GENERIC = ("serif", "sans-serif", "monospace", "system-ui")
# The colours and the roles of fonts that all formats know; others are the style's own.
COLOURS = ("ink", "muted", "accent", "deep", "on-deep", "glow", "warm", "rule", "tint", "paper")
ROLES = ("serif", "sans", "mono")


@table
class Font:
    """A family of fonts: its files, and the families that stand in for it."""

    family: WordsValue
    regular: LineValue = ""
    italic: LineValue = ""
    bold: LineValue = ""
    bold_italic: LineValue = ""
    fallback: WordsList = ()

    @property
    def files(self) -> Mapping[str, str]:
        """The files that there are, by weight."""
        files = zip(WEIGHTS, (self.regular, self.italic, self.bold, self.bold_italic), strict=True)
        return {weight: file for weight, file in files if file}

    @property
    def stack(self) -> str:
        """The family and its stand-ins as a value of CSS ``font-family``."""
        return ", ".join(name if name in GENERIC else f'"{name}"' for name in (self.family, *self.fallback))


@table
class Labels:
    """A house's own words for what is printed in one language; empty ones are as they are."""

    press_kit: LineValue = ""
    contents: LineValue = ""
    contacts: LineValue = ""
    facts: LineValue = ""
    read_more: LineValue = ""

    @property
    def by_phrase(self) -> Mapping[str, str]:
        """The words that there are, by the English phrase that they stand for."""
        said = {
            "Press kit": self.press_kit,
            "Contents": self.contents,
            "Press contacts": self.contacts,
            "Project facts": self.facts,
            "Read more": self.read_more,
        }
        return {phrase: words for phrase, words in said.items() if words}


@table
class StyleTable:
    """What ``style.toml`` says. Colours are ``#rrggbb``; ``dark`` are the same ones on a dark screen."""

    title: LineValue = ""
    organisation: LineValue = ""
    named_as: WordsList = ()  # words by which releases name the organisation; without them it is not theirs
    logo: LineValue = ""  # a picture among the style's files
    cover: LineValue = ""  # the picture on the cover, another one than is drawn there
    address: WordsList = ()  # of the house, line by line
    legal: WordsList = ()  # what the law wants to be said of it, line by line
    based_on: LineValue = ""
    page: PageSetting = "a4"
    print_shop: Flag = False  # bleed and crop marks
    hyphenate: Flag = False
    justify: Flag = False
    run_on: Flag = False  # releases share pages
    draft: Flag = False  # every page says that it is one
    colophon: Flag = False  # the programs that made it, and the sources with their digests
    colours: Mapping[NameValue, Colour] = field(default_factory=dict)
    labels: Mapping[NameValue, Labels] = field(default_factory=dict)  # by language
    dark: Mapping[NameValue, Colour] = field(default_factory=dict)
    fonts: Mapping[NameValue, Font] = field(default_factory=dict)
