"""What no rule may touch: it is masked by letters that no rule looks for, one for one, so that offsets stay.

A mask counts as a letter: a mark after a URL gets its space, and nothing inside can match.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from oimpress.knowledge.phones import find_phones
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.domains import addresses, domains, identifiers, mails
from oimpress.typography.elements import code_elements
from oimpress.typography.guards import (
    ACCOUNT,
    COLONS,
    FOREIGN,
    GUARDS,
    LABEL,
    LABELLED,
    MACHINE,
    MASK,
    MASKS,
    NUMBER_GUARDS,
    PHONE,
    REGISTER,
    Guard,
)
from oimpress.typography.judge import QUOTING, foreign_stretches, is_foreign_title
from oimpress.typography.lexicons import words
from oimpress.typography.rule import at_numbers, begun, finds, places

DIGITS: Final = frozenset("0123456789")
NEEDED: Final = frozenset(guard.need for guard in (*GUARDS, *NUMBER_GUARDS))
#: Where the readers of a language dial; a number of Spanish America may be of any country.
COUNTRIES: Final = {"es": "ES", "fr-BE": "BE", "fr-CA": "CA", "fr-CH": "CH", "fr-LU": "LU", "en-US": "US"}
GROUPS: Final = lazy(
    r"[1-9](?<![\w.,/:+-].)(?<!\d .)\d{1,2}(?:[ \u00a0.-]\d{2,4}){2,4}(?!\w|[ \u00a0]?[\w%€$£°]|[.,/-]\d)"
)
#: « La marque Oh My Cream! ouvre »: words in capitals, the mark, and the sentence goes on.
ENDED: Final = begun((r"!(?<=\w!)", r"\?(?<=\w\?)"))
MARKED_NAME: Final = lazy(r"(?<=\w )[A-Z][\w’']*(?: [A-Z][\w’']*){1,4}[!?]\Z")
#: Every character that ``masked`` asks for.
ASKED: Final = NEEDED.union(
    DIGITS,
    QUOTING,
    "<_@.!?",
    (first for look in (ENDED, *(guard.look for guard in (*GUARDS, *NUMBER_GUARDS))) for first, _ in look),
)
TRAILING = ".,;:!?…)]}'’»"


def masked(text: str, usage: Usage, present: set[str]) -> str:
    """``text`` with everything protected replaced, character for character, by MASK, PHONE, TAG, GAP or FOREIGN.

    What the house keeps as it is written is protected too. ``present`` holds every character of ``text``; the masks
    are added.
    """
    bare = text
    if "<" in present:
        text = _covered(text, ((*span, MASK) for span in code_elements(text)))
    digits = not DIGITS.isdisjoint(present)
    if digits and text.count(":") >= COLONS:
        text = _covered(text, ((*match.span(), MASK) for match in MACHINE.finditer(text)))
    text = _covered(text, ((*_trimmed(text, *span), MASK) for span in addresses(text)))
    for guard in _guards(NEEDED.intersection(present), digits, usage.lang[:2]):
        if guard.sign in text and (not guard.look or finds(text, present, guard.look)):
            found = (match.span(match.lastindex or 0) for match in guard.pattern.finditer(text))
            text = _covered(text, ((*_trimmed(text, *span), guard.mask) for span in found))
    if digits:
        text = _covered(text, ((match.start() - 2, match.end(), MASK) for match in at_numbers(ACCOUNT, text)))
        text = _covered(text, _labelled(text))
        text = _covered(text, ((*span, PHONE) for span in _dialled(text, COUNTRIES.get(usage.lang, ""))))
    if "_" in present:
        text = _covered(text, ((*span, MASK) for span in identifiers(text)))
    if "@" in present:
        text = _covered(text, ((*span, MASK) for span in mails(text)))
    if "." in present:
        text = _covered(text, ((*span, MASK) for span in domains(text)))
    if "!" in present or "?" in present:
        brands = _named(text, words("brands")) if finds(text, present, ENDED) else ()
        text = _covered(text, ((*span, MASK) for span in brands))
        text = _covered(text, ((*span, MASK) for span in _marked(text)))
    if usage.convention.keep:
        text = _covered(text, ((*span, MASK) for span in _whole_words(text, usage.convention.keep)))
    if not QUOTING.isdisjoint(present):
        text = _covered(text, ((*span, FOREIGN) for span in _quoted(text, usage)))
    if text is not bare:
        present.update(mask for mask in MASKS if mask in text)
    return text


@lru_cache(maxsize=256)
def _guards(present: frozenset[str], digits: bool, lang: str) -> tuple[Guard, ...]:
    """The guards to try on a text that holds ``present`` of what they need."""
    guards = (*GUARDS, *NUMBER_GUARDS) if digits else GUARDS
    return tuple(guard for guard in guards if guard.but != lang and (not guard.need or guard.need in present))


def covered(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with ``spans`` masked too."""
    return _covered(text, ((start, end, MASK) for start, end in spans))


def _covered(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, mask in spans:
        if start < end and start >= at:
            parts += (text[at:start], mask * (end - start))
            at = end
    return "".join((*parts, text[at:])) if parts else text


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span; for an address without the marks of the sentence around it."""
    if text[start] in "<&:;`'’" or (text[end - 1] not in TRAILING):
        return start, end
    if text[end - 1] == ")" and text[start - 1 : start] == "(" and "(" not in text[start:end]:
        return start, end - 1
    while end > start + 1 and text[end - 1] in TRAILING:
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    return start, end


def _quoted(text: str, usage: Usage) -> Iterator[tuple[int, int]]:
    """What is quoted in another language, but for its apostrophes, which every language sets alike."""
    for start, end in foreign_stretches(text, usage.lang[:2], usage.decided):
        reached = at = start
        while (at := text.find("'", at + 1, end - 1)) > 0:
            if text[at - 1].isalpha() and text[at + 1].isalpha():
                yield reached, at
                reached = at + 1
        yield reached, end


def _labelled(text: str) -> Iterator[tuple[int, int, str]]:
    """Numbers that a word before them says are telephones, or the numbers of a register."""
    for match in at_numbers(LABELLED, text):
        start, end = match.span()
        if LABEL.search(text, max(start - 32, 0), start) or REGISTER.search(text, max(start - 64, 0), start):
            yield start, end, PHONE


def _dialled(text: str, country: str) -> Iterator[tuple[int, int]]:
    """Numbers of three groups or more that count nothing and can be dialled in ``country``."""
    if country:
        for match in GROUPS.finditer(text):
            if any(found.uri for found in find_phones(match[0], country, labelled=True)):
                yield match.span()


def _named(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where ``names`` stand: those that end in a mark of their own, and what a house keeps."""
    yield from sorted((at, at + len(name)) for name in names if name in text for at in _places(text, name))


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Foreign names in capitals that end in a mark after which the sentence goes on."""
    for at in sorted(at for mark in ("! ", "? ") for at in places(text, mark)):
        if text[at + 2 : at + 3].islower():
            left = max(at - 80, 0)
            name = MARKED_NAME.search(text[left : at + 1])
            if name and is_foreign_title(name[0]):
                yield left + name.start(), at + 1


def _whole_words(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where ``names`` stand that no letter or digit follows; of two that meet, the longer."""
    found = (span for span in _named(text, names) if not text[span[1] : span[1] + 1].isalnum())
    yield from sorted(found, key=lambda span: (span[0], -span[1]))


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        if not (text[at - 1 : at].isalnum() and name[0].isalnum()):
            yield at
        at = text.find(name, at + len(name))
