"""What may stand in place of doubtful words, so that a person need only accept it."""

from __future__ import annotations

import re
from functools import cache

from oimpress.knowledge.folding import unaccented
from oimpress.typography.capitals import uncapped
from oimpress.typography.convention import NBSP, NNBSP
from oimpress.typography.ligatures import joined

MAIL = {"Email": "E-mail", "Mail": "Courriel"}
SYMBOLS = {"(c)": "©", "(r)": "®", "(tm)": "™", "->": "→", "<-": "←", "=>": "⇒"}


def elided(found: str) -> str:
    """« qu il » with its apostrophe."""
    return found.replace(" ", "’", 1)


def grouped(found: str) -> str:
    """A number in groups of three digits."""
    digits = re.sub(r"\D", "", found)
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", NNBSP, digits)


def decimal(found: str) -> str:
    """A number with a comma."""
    return found.replace(".", ",", 1)


def second(found: str) -> str:
    """« 2nd, 2nde » as the Imprimerie nationale writes them."""
    return found.replace("2nd", "2d", 1)


def numeros(found: str) -> str:
    """« n°s » without the degree sign."""
    return found.replace("°", "o", 1)


def dated(found: str) -> str:
    """The first of a month; a day or a month without its capital."""
    return found.replace("1" + NBSP, "1er" + NBSP, 1) if found[0] == "1" else found.lower()


def all_day(found: str) -> str:
    """« 24h/24 » in words."""
    return f"24{NBSP}heures sur{NBSP}24"


def accented(found: str) -> str:
    """A given name with its accent."""
    return "É" + found[1:]


def capped(found: str) -> str:
    """A word in capitals with its accents; empty where two words differ by them only."""
    return uncapped()[found]


def to(found: str) -> str:
    """« A » as the preposition."""
    return "À" + found[1:]


@cache
def _ligatures() -> dict[str, str]:
    return {unaccented(word.replace("œ", "")): word for word in sorted(joined(), reverse=True)}


def ligature(found: str) -> str:
    """A word with the œ it may have lost; empty where none of the lexicon fits."""
    return _ligatures().get(found, "")


def mail(found: str) -> str:
    """« Email, Mail » in French."""
    return MAIL[found]


def spaced(found: str) -> str:
    """A mark with the space after it."""
    return f"{found[0]} {found[1:]}"


def symbol(found: str) -> str:
    """The sign that was keyed with letters."""
    return SYMBOLS[found.lower()]
