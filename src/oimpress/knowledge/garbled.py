"""Text that was decoded in the wrong code page: whether it is, and what certainly stood there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from oimpress.model.traced import Edit
from oimpress.patterns import lazy

RESTORED = "R064"
MOJIBAKE = frozenset("ÃÂâÅ√‚¬≈Î├┬Ô")  # what the first bytes of western letters and marks in UTF-8 become
# The last two are what is left of « à » and of a no-break space where a program made a plain space of the latter.
GARBLED = lazy(r"[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?<=\w )Ã(?= \w)|(?<=[a-zß-ÿ\d])Â(?= )")
SEQUENCE = lazy("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
# Only what western texts hold is restored: letters, marks of typography.
PLAUSIBLE = lazy("[\u00a0-\u00bf\u00c0-\u017f\u2009\u2010-\u2026\u202f\u2030\u2039\u203a\u20ac\u2122]")
CODE_PAGES = ("cp1252", "mac_roman", "cp850")
OFTEN = 2  # sequences: one alone may be meant where its signs are no letters
MOST_DECODINGS = 3  # times that a text was decoded wrongly: after more, no sign is one that is restored


def is_garbled(text: str) -> bool:
    return ("Ã" in text or "Â" in text or "â" in text) and GARBLED.search(text) is not None


def restored(text: str) -> Iterator[Edit]:
    """Edits that give ``text`` its characters back where its signs are exactly what a code page makes of their bytes.

    Rule R064. What is not exact stays.
    """
    if MOJIBAKE.isdisjoint(text):
        return
    for name in CODE_PAGES:
        found = list(_found(text, name))
        if len(found) >= (1 if name == CODE_PAGES[0] else OFTEN):
            yield from found
            return


def _found(text: str, name: str) -> Iterator[Edit]:
    octets = text.translate(_octets(name))
    for match in SEQUENCE.finditer(octets):
        try:
            meant = match[0].encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
        if PLAUSIBLE.fullmatch(meant):
            yield Edit(RESTORED, *match.span(), text[match.start() : match.end()], meant)


@cache
def _octets(name: str) -> dict[int, str]:
    """The byte of each character as the character of that number; what the code page does not have is no byte."""
    known = {ord(bytes([byte]).decode(name, "replace")): chr(byte) for byte in range(0x80, 0x100)}
    others = dict.fromkeys(range(0x80, 0x100), "\0") if name != "cp1252" else {}
    return {**others, **known}
