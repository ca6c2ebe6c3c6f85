"""Ways of saying things, one list of patterns a name, in the file ``words.toml`` of the room that looks for them."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from itertools import pairwise

from oimpress.knowledge.labels import spelled
from oimpress.knowledge.languages import every_small_word
from oimpress.knowledge.lexicon import rows
from oimpress.own_files import own_file
from oimpress.patterns import lazy, ways

BUILDING = lazy(
    r"(?:b[âa]timent|immeuble|tour|r[ée]sidence|calle|avda?\.|avenida|plaza|pza\.|paseo) |c/", re.IGNORECASE
)
OF = lazy(  # what stands between a label and whose it is
    r" *(?:(?:de l|d|par l)'|(?:du|de la|des|de|par la|par les?|par|del|of the|of|by|from the|from) |[-–—|:] +)?",
    re.IGNORECASE,
)
NAME = lazy(r"(?=.*[A-ZÀ-Þ])[^\W\d_]+[' -]")  # a word alone, and words without a capital, name nobody
OPENS = lazy(r"([A-ZÀ-Þ][^\W\d_]*)[ '-](?=[^\W_A-ZÀ-Þ])")
LEGAL_FORM = lazy(  # ends the name of a company or an association
    r" (?:S\.?A\.?S?\.?U?\.?|SARL|S\.?à\.?r\.?l\.?|SCOP|SCIC|EURL|SPRL|SRL|ASBL|asbl|AISBL|SE|AG|GmbH|NV"
    r"|S\.?L\.?|S\.?p\.?A\.?|[Ii]nc\.?|[Ll]td\.?|plc|PLC|LLC|LLP|Corp\.?)$"
)
TOKEN = lazy(r"[a-zß-öø-ſ]+|\d+")
NOUN_FOLLOWS = frozenset(("de", "du", "des", "d", "del", "of"))
PLAIN = (("\u00a0", " "), ("\u202f", " "), ("\t", " "), ("’", "'"), ("ʼ", "'"))


@cache
def said_in(room: str, name: str) -> re.Pattern[str]:
    """The pattern of the ways of saying ``name`` that ``room``, a package, knows; in any case, on plain blanks.

    A way may call labels: ``(?&phone)``.
    """
    return ways([spelled(way) for way in _wordings(room)[name]], re.IGNORECASE)


def _ways(room: str, name: str) -> str:
    return spelled("|".join(f"(?:{way})" for way in _wordings(room)[name]))


@cache
def _wordings(room: str) -> dict[str, list[str]]:
    text: dict[str, list[str]] = tomllib.loads(own_file(room, "words.toml").read_text("utf-8"))
    return text


def plainly(text: str) -> str:
    """``text`` with plain blanks and apostrophes, of the same length."""
    return str(text) if text.isascii() and "\t" not in text else _plainly(str(text))


@lru_cache(maxsize=512)  # pass after pass asks of the same lines
def _plainly(text: str) -> str:
    for mark, plain in PLAIN:  # twice as fast as str.translate on a text with accents
        text = text.replace(mark, plain)
    return text


@cache
def body_words() -> re.Pattern[str]:
    """Words that tell a body which issues releases or answers questions."""
    return re.compile(rf"(?<!\w)(?:{_ways(__package__, 'body')})(?!\w)", re.IGNORECASE)


def body_behind(text: str, at: int) -> int:
    """Where a body's name begins that stands at ``at``, perhaps behind « de la », « par »; 0 without one."""
    name = OF.match(text, at)
    named = name is not None and body_words().match(text, name.end()) is not None
    return name.end() if name and named and NAME.match(text, name.end()) else 0


def says_verb(text: str) -> bool:
    """Whether ``text``, with plain blanks, holds a verb; what stands behind « du », « des », « of » is a noun."""
    words = TOKEN.findall(text.lower())
    if not _verbs().isdisjoint(words) and any(
        word in _verbs() and before not in NOUN_FOLLOWS for before, word in pairwise(("", *words))
    ):
        return True
    return said_in(__package__, "verb").search(text) is not None


@cache
def _verbs() -> frozenset[str]:
    """The verbs we know, in lower case."""
    return frozenset(word.lower() for name in ("verbs", "verbs-alone") for row in rows(name) for word in row)


def opens_anew(text: str) -> bool:
    """Whether ``text``, with plain blanks, opens with an article or a number in capitals that no name begins with.

    « Le prix », « Onze spectacles », « The 6 MW turbine », but not « Le Havre ».
    """
    first = OPENS.match(text)
    if not first or not text[first.end() :].lstrip():
        return False
    return first[1].lower() in every_small_word() or said_in(__package__, "counted").match(text) is not None


def order_words() -> re.Pattern[str]:
    """Orders of release, at the head or at the foot."""
    return said_in(__package__, "order")


def is_order(text: str) -> bool:
    """Whether ``text``, with plain blanks, is nothing but an order of release, with what parts it from its day."""
    return order_words().match(text.strip(" :,|/")) is not None


def reads_as_address(text: str) -> bool:
    """Whether ``text`` says where post is delivered."""
    words = text.split()
    enough = len(words) > 2 or any(map(str.isdigit, text)) or BUILDING.match(text) is not None
    return enough and said_in(__package__, "address").match(text) is not None


def is_address(line: str) -> bool:
    """Whether a line is nothing but an address."""
    return said_in(__package__, "address_line").match(line) is not None


def heads_a_part(text: str) -> bool:
    """Whether a line heads a part of its own at the foot: notes to editors, key figures, what the law wants said."""
    return said_in(__package__, "known_heading").fullmatch(plainly(text).strip().rstrip(" :")) is not None
