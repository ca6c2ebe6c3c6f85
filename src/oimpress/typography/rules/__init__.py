"""The rules in the order they run in: letters and marks first, the spaces around them last."""

from __future__ import annotations

from typing import Final

from oimpress.typography.rule import Rule
from oimpress.typography.rules import (
    accented_capital,
    acronym_plural,
    acronym_stops,
    apostrophe,
    apostrophe_space,
    capital_a,
    capital_ca,
    century,
    chevrons,
    colon,
    curly_quotes,
    currency,
    dash,
    date,
    ellipsis,
    et_cetera,
    guillemet_space,
    high_punctuation,
    hour,
    ligature,
    lost_ligature,
    million,
    miskeyed_accent,
    mistaken_apostrophe,
    needless_space,
    nfc,
    numero,
    odd_space,
    ordinal,
    percent,
    presentation_form,
    reference,
    single_quotes,
    straight_quotes,
    telephone_label,
    thousands,
    title_form,
    title_space,
    unit,
    united_states,
    zero_width,
)

#: Before protected spans are masked.
CHARACTERS: Final[tuple[Rule, ...]] = (nfc.RULE, zero_width.RULE, odd_space.RULE, presentation_form.RULE)
SPANISH: Final[tuple[Rule, ...]] = (straight_quotes.RULE, needless_space.RULE, ellipsis.RULE, dash.RULE)
ENGLISH: Final[tuple[Rule, ...]] = (
    straight_quotes.RULE,
    apostrophe.RULE,
    needless_space.RULE,
    ellipsis.RULE,
    dash.RULE,
)
FRENCH: Final[tuple[Rule, ...]] = (
    # letters and marks
    chevrons.RULE,
    straight_quotes.RULE,
    curly_quotes.RULE,
    ligature.RULE,
    lost_ligature.RULE,
    miskeyed_accent.RULE,
    acronym_plural.RULE,
    acronym_stops.RULE,
    united_states.RULE,
    mistaken_apostrophe.RULE,
    apostrophe.RULE,
    apostrophe_space.RULE,
    single_quotes.RULE,
    needless_space.RULE,
    ellipsis.RULE,
    et_cetera.RULE,
    dash.RULE,
    telephone_label.RULE,
    title_form.RULE,
    # what belongs together
    numero.RULE,
    ordinal.RULE,
    century.RULE,
    reference.RULE,
    title_space.RULE,
    date.RULE,
    hour.RULE,
    unit.RULE,
    percent.RULE,
    currency.RULE,
    million.RULE,
    thousands.RULE,
    # the first words of sentences
    accented_capital.RULE,
    capital_a.RULE,
    capital_ca.RULE,
    # the spaces around marks
    guillemet_space.RULE,
    high_punctuation.RULE,
    colon.RULE,
)
BY_LANGUAGE: Final[dict[str, tuple[Rule, ...]]] = {"fr": FRENCH, "en": ENGLISH, "es": SPANISH}
EVERY: Final[tuple[Rule, ...]] = (*CHARACTERS, *FRENCH)
