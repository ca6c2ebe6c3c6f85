"""The rules in the order they run in: letters and marks first, the spaces around them last."""

from __future__ import annotations

from typing import Final

from oimpress.passes.typography.rule import Rule
from oimpress.passes.typography.rules import (
    acronyms,
    apostrophe,
    binding,
    blanks,
    capitals,
    characters,
    dash,
    dots,
    label,
    letters,
    marks,
    numbers,
    ordinals,
    quotes,
    time,
)

#: Before protected spans are masked.
CHARACTERS: Final[tuple[Rule, ...]] = characters.RULES
SPANISH: Final[tuple[Rule, ...]] = (quotes.STRAIGHT_QUOTES, dots.THREE_DOTS, dash.RULE, blanks.RULE)
ENGLISH: Final[tuple[Rule, ...]] = (
    quotes.STRAIGHT_QUOTES,
    apostrophe.STRAIGHT_MARK,
    dots.THREE_DOTS,
    dash.RULE,
    blanks.RULE,
)
FRENCH: Final[tuple[Rule, ...]] = (
    quotes.DOUBLED_SIGNS,
    quotes.STRAIGHT_QUOTES,
    quotes.CURLY_QUOTES,
    apostrophe.MISTAKEN_MARK,
    apostrophe.STRAIGHT_MARK,
    apostrophe.SPACE_AFTER,
    quotes.SINGLE_QUOTES,
    dots.THREE_DOTS,
    dots.AFTER_ETC,
    dash.RULE,
    blanks.RULE,
    capitals.ACCENTS,
    capitals.TO_PLACE,
    capitals.THAT_WORD,
    letters.JOINED,
    letters.LOST_OE,
    letters.WRONG_ACCENT,
    acronyms.PLURALS,
    acronyms.FULL_STOPS,
    acronyms.UNITED_STATES,
    label.RULE,
    ordinals.ORDINALS,
    ordinals.CENTURIES,
    binding.NUMEROS,
    binding.REFERENCES,
    binding.TITLES,
    binding.CIVILITIES,
    time.DATES,
    time.HOURS,
    numbers.GROUPS,
    numbers.PERCENTS,
    numbers.CURRENCIES,
    numbers.MILLION_WORDS,
    numbers.UNIT_SYMBOLS,
    marks.GUILLEMETS,
    marks.HIGH_MARKS,
    marks.COLONS,
)
BY_LANGUAGE: Final[dict[str, tuple[Rule, ...]]] = {"fr": FRENCH, "en": ENGLISH, "es": SPANISH}
EVERY: Final[tuple[Rule, ...]] = (*CHARACTERS, *FRENCH)
