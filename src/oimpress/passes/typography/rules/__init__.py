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
SPANISH: Final[tuple[Rule, ...]] = (quotes.STRAIGHT_QUOTES, blanks.RULE, dots.THREE_DOTS, dash.RULE)
ENGLISH: Final[tuple[Rule, ...]] = (
    quotes.STRAIGHT_QUOTES,
    apostrophe.STRAIGHT_MARK,
    blanks.RULE,
    dots.THREE_DOTS,
    dash.RULE,
)
FRENCH: Final[tuple[Rule, ...]] = (
    # letters and marks
    quotes.DOUBLED_SIGNS,
    quotes.STRAIGHT_QUOTES,
    quotes.CURLY_QUOTES,
    letters.JOINED,
    letters.LOST_OE,
    letters.WRONG_ACCENT,
    acronyms.PLURALS,
    acronyms.FULL_STOPS,
    acronyms.UNITED_STATES,
    apostrophe.MISTAKEN_MARK,
    apostrophe.STRAIGHT_MARK,
    apostrophe.SPACE_AFTER,
    quotes.SINGLE_QUOTES,
    blanks.RULE,
    dots.THREE_DOTS,
    dots.AFTER_ETC,
    dash.RULE,
    label.RULE,
    binding.TITLES,
    # what belongs together
    binding.NUMEROS,
    ordinals.ORDINALS,
    ordinals.CENTURIES,
    binding.REFERENCES,
    binding.CIVILITIES,
    time.DATES,
    time.HOURS,
    numbers.UNIT_SYMBOLS,
    numbers.PERCENTS,
    numbers.CURRENCIES,
    numbers.MILLION_WORDS,
    numbers.GROUPS,
    # the first words of sentences
    capitals.ACCENTS,
    capitals.TO_PLACE,
    capitals.THAT_WORD,
    # the spaces around marks
    marks.GUILLEMETS,
    marks.HIGH_MARKS,
    marks.COLONS,
)
BY_LANGUAGE: Final[dict[str, tuple[Rule, ...]]] = {"fr": FRENCH, "en": ENGLISH, "es": SPANISH}
EVERY: Final[tuple[Rule, ...]] = (*CHARACTERS, *FRENCH)
