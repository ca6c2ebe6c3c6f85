"""Which code page bytes were written in: letters between letters, and marks where marks stand, decide."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from oimpress.patterns import lazy

# In the order in which they are believed when they read alike.
WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850")
CENTRAL_PAGES = ("cp1250", "iso8859_2", "cp852", "cp1254")
OTHER_SCRIPTS = (
    *("cp1251", "koi8_u", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    *("cp1253", "iso8859_7", "cp1255", "cp1256"),
)
CODE_PAGES = (*WESTERN, *CENTRAL_PAGES, *OTHER_SCRIPTS)
HIGH = re.compile(rb"[\x80-\xff]")
ENOUGH = 2_000  # bytes above ASCII that are looked at
ALIEN = 1.5  # what a letter costs that no one language shares with the others
DOUBT = 8  # bytes above ASCII: fewer prove nothing against a text

FRENCH = frozenset("àâçéèêëîïôùûœ")
IBERIAN = frozenset("áíóúñ")
NORTHERN = frozenset("ãõäöüåøßìòÿýæ")
CENTRAL = frozenset("ąćęłńśźżěščřžůťďňőűăđţşľĺŕğı")
LETTERS = (
    (FRENCH, 2.0),
    (IBERIAN, 1.8),
    (CENTRAL, 1.5),
    (NORTHERN, 1.0),
)  # and what one beside a plain letter is worth
# The letters beside a to z of languages whose code pages are easily taken for each other. Source: CLDR, exemplar sets.
ALPHABETS = (
    FRENCH | {"æ", "ü"},
    *map(frozenset, (
        "áéíñóúü", "áäéèëíïóöúü", "àáâãçéêíóôõú", "àèéìòù", "äöüß", "åäö", "æøåé", "áðéíóúýþæö",
        "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "âçğıîöşü",
    )),
)  # fmt: skip
VOWELS = frozenset("aeiouyéàèâêôû")
# What a diaeresis behind a consonant, a cedilla before one, or a grave à or ù inside a word is worth: rare languages
# have them.
ODD = 0.5
NUMBER_MARKS = frozenset("°€£%‰²³½¼¾º")
BESIDE_MARKS = frozenset("mnkMd \u00a0")  # m², nº, k€, M€, Md€
# Scripts whose letters stand among their own only: Greek, Cyrillic, Hebrew, Arabic.
OTHER_LETTER = lazy("[\u0370-\u03ff\u0400-\u045f\u0490\u0491\u05d0-\u05ea\u0620-\u064a]")
COMMON = frozenset("оеаинтсрвлαεηιοτνσρיוהלאתמاليومنت")
OPENING, CLOSING = frozenset("«“„‘"), frozenset("»”")
DASHES = frozenset("–—•·…†§©®™¿¡\u00a0")


def code_page(data: bytes) -> tuple[str, bool]:
    """The code page that reads ``data`` best, and whether what it gives is text at all."""
    found = sorted(
        ((_score(data, name), -at, name) for at, name in enumerate((*WESTERN, *CENTRAL_PAGES, *OTHER_SCRIPTS))),
        reverse=True,
    )
    for score, _, name in found:
        if _returns(data, name):
            return name, score > 0 or len(HIGH.findall(data)) < DOUBT
    return "latin-1", False


def _returns(data: bytes, name: str) -> bool:
    try:
        return data.decode(name).encode(name) == data
    except UnicodeError:
        return False


def _score(data: bytes, name: str) -> float:
    signs = _signs(name)
    found = [(signs[before], signs[at], signs[behind]) for before, at, behind in _contexts(data)]
    letters = Counter(char.lower() for _, char, _ in found if char.isalpha() and not OTHER_LETTER.match(char))
    aliens = min(letters.total() - sum(letters[char] for char in alphabet) for alphabet in ALPHABETS)
    return sum(_worth(*context) for context in found) - ALIEN * aliens


def _contexts(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Each byte above ASCII with its neighbours; a blank where there is none."""
    padded = b" " + data + b" "
    for count, found in enumerate(HIGH.finditer(data)):
        if count == ENOUGH:
            return
        at = found.start() + 1
        yield padded[at - 1], padded[at], padded[at + 1]


@cache
def _signs(name: str) -> str:
    """The character of each byte."""
    return "".join(bytes([byte]).decode(name, "replace") for byte in range(256))


@cache
def _worth(before: str, char: str, behind: str) -> float:
    """How much better or worse a text is for ``char`` between its neighbours."""
    if OTHER_LETTER.match(char):
        return _other(before, char, behind)
    inside = before.isalpha() and behind.isalpha()
    small = char.lower()
    if any(small in letters for letters, _ in LETTERS):
        return _latin(before, char, behind)
    if char in "’'":
        return 3 if inside else 0
    if inside or (not char.isprintable() and char != "\u00a0"):
        return -3
    if char in OPENING:
        return -1 if before.isalpha() else 2
    if char in CLOSING:
        return -1 if behind.isalpha() else 2
    if char in NUMBER_MARKS:
        return 1 if before.isdigit() or behind.isdigit() or before in BESIDE_MARKS else -1
    return 1 if char in DASHES else -1


def _latin(before: str, char: str, behind: str) -> float:
    """Letters of western Europe go before those of the centre; a capital opens a word, or stands among capitals."""
    if char.isupper() and before.islower():
        return -3
    beside = [each for each in (before, behind) if each.isalpha()]
    if not any(each.isascii() for each in beside):
        return -1 if beside else 2 if char in "àÀ" else 0
    small = char.lower()
    if small in "àù" and behind.isalpha():
        return ODD
    if (small in "ëï" and before.lower() not in VOWELS) or (small == "ç" and behind.lower() not in VOWELS):
        return ODD
    return next(worth for letters, worth in LETTERS if small in letters)


def _other(before: str, char: str, behind: str) -> float:
    """Letters of another script stand beside none of ours, and a capital opens a word or stands among capitals."""
    if char.isupper() and before.islower():
        return -2
    if any(beside.isalpha() and beside.isascii() for beside in (before, behind)):
        return -2
    return 1.5 if char.lower() in COMMON else 1
