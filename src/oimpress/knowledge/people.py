"""Telling persons, functions and organisations apart by the shape of the words."""

from __future__ import annotations

from functools import lru_cache

from oimpress.knowledge.languages import small_words
from oimpress.knowledge.lexicon import words
from oimpress.patterns import lazy

WORD = lazy(r"[\w-]+")
TOKEN = lazy(r"[^\W\d_][\w'’.-]*")
INITIALS = lazy(r"[A-ZÀ-Þ](?:\.-?[A-ZÀ-Þ])+\.?")  # "J.-B."
ELIDED = lazy(r"[dl]['’][A-ZÀ-Þ][a-zà-ÿ]")  # "d'Hautpoul"
PARTICLES = frozenset(
    ("de", "da", "di", "do", "du", "des", "del", "la", "van", "von", "der", "bin", "ben", "ibn", "y", "e", "el", "al")
) | frozenset(
    (
        "i",
        "dit",
        "dite",
        "den",
        "ten",
        "ter",
        "zu",
        "zum",
        "af",
        "della",
        "dos",
        "das",
        "los",
        "las",
        "wa",
        "ag",
        "ould",
    )
)
CIVILITIES = (
    frozenset(("m.", "mm.", "mme", "mme.", "mlle", "mlle.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sr.", "sra."))
    | frozenset(
        ("dr", "dr.", "dre", "dra.", "pr", "pr.", "pre", "prof", "prof.", "me", "me.", "ir", "ir.", "mgr", "mgr.")
    )
    | frozenset(("lic.", "ing.", "arq.", "abg.", "mag.", "mtro.", "mtra."))
)
MOST_NAMES = 6  # words in a name
ROLE_WORDS = 6  # among which a function is named
SHORTEST_ACRONYM = 3  # letters of a first word in capitals that tells an organisation


@lru_cache(maxsize=512)  # what asks of a line asks again
def name_at(text: str, start: int = 0) -> int:
    """Where the person's name that begins at ``start`` ends; ``start`` when there is none.

    A name is two to six capitalised words, with particles between, perhaps a civility before and the family name in
    capitals; it holds no word that tells an organisation.
    """
    at = end = start
    parts: list[str] = []
    if (first := TOKEN.match(text, at)) and any(first[0].casefold() in small_words()[lang] for lang in ("en", "fr")):
        return start  # a heading in title case
    while len(parts) < MOST_NAMES and (token := TOKEN.match(text, at)):
        whole = token[0].casefold() in CIVILITIES or len(token[0]) < 3 or INITIALS.fullmatch(token[0])
        word = token[0] if whole else token[0].rstrip(".,")
        last = at + len(word)
        if _is_part(word, bool(parts)):
            parts.append(word)
            end = last
        elif not parts or word.casefold() not in PARTICLES:
            break
        if text[last : last + 1] not in (" ", "\u00a0"):
            break
        at = last + 1
    said = [word for word in parts if word.casefold() not in CIVILITIES]
    named = len(said) >= 2 or (len(parts) == 2 and len(said) == 1)
    return end if named and not is_organisation(" ".join(said)) else start


def _is_part(word: str, inside: bool) -> bool:
    """Whether ``word`` can be part of a name: capitalised, an initial, or after another part all in capitals."""
    if inside and ELIDED.match(word):
        return True
    if not word[0].isupper():
        return False
    letters = [char for char in word if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return capitals < len(letters) or len(letters) == 1 or inside or bool(INITIALS.fullmatch(word))


def is_name(text: str) -> bool:
    """Whether ``text`` is nothing but a person's name."""
    return 0 < name_at(text) == len(text)


def is_function(text: str) -> bool:
    """Whether ``text`` names a function: ``Chef de mission de l'OIM, Mexique``."""
    return any(word.casefold() in words("contact-roles") for word in WORD.findall(text)[:ROLE_WORDS])


def is_organisation(text: str) -> bool:
    """Whether ``text`` names an organisation, by a word that says so."""
    found = WORD.findall(text)
    first = bool(found) and len(found[0]) >= SHORTEST_ACRONYM and found[0].isupper()
    return first or any(word.casefold() in words("organisations") for word in found)
