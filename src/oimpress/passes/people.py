"""Telling persons, functions and organisations apart by the shape of the words."""

from __future__ import annotations

import re

from oimpress.passes.lexicon import words

PARTICLE = r"(?:d[aeiu]s?|del|de la|van|von|der|bin|ben|ibn|ould|y|e|el|al)"
PART = r"(?:[A-ZÀ-ÞŒ](?:[a-zà-ÿœ]+|\.)(?:[-'’][A-ZÀ-ÞŒa-zà-ÿœ][a-zà-ÿœ]*)*|(?:O|D|L|N|M|Mc|Mac)['’]?[A-ZÀ-Þ][a-zà-ÿ]+)"
# Two to six capitalised words, the family name perhaps in capitals, particles between.
NAME = re.compile(
    rf"(?:(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Sr\.?|Sra\.?)[\s\u00a0])?"
    rf"{PART}(?:[\s\u00a0](?:{PARTICLE}[\s\u00a0](?={PART}|[A-ZÀ-Þ]{{2}}))?(?:{PART}|[A-ZÀ-ÞŒ'’-]{{3,}}(?![\w]))){{1,5}}"
)
WORD = re.compile(r"[\w-]+")


def name_at(text: str, start: int = 0) -> int:
    """Where the person's name that begins at ``start`` ends; ``start`` when there is none."""
    match = NAME.match(text, start)
    return match.end() if match and not is_organisation(match[0]) else start


def is_name(text: str) -> bool:
    """Whether ``text`` is nothing but a person's name."""
    return 0 < name_at(text) == len(text)


def is_function(text: str) -> bool:
    """Whether ``text`` names a function: ``Chef de mission de l'OIM, Mexique``."""
    return any(word.casefold() in words("contact-roles") for word in WORD.findall(text)[:6])


def is_organisation(text: str) -> bool:
    """Whether ``text`` names an organisation, by a word that says so or an acronym."""
    return any(
        word.casefold() in words("organisations") or (len(word) >= 3 and word.isupper() and word.isalpha())
        for word in WORD.findall(text)
    )
