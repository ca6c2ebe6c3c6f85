"""Text that is safe to show: a sign for each control character, and for spaces that look alike where asked."""

from __future__ import annotations

import unicodedata

SIGNS = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\x7f": "␡"}
BLANKS = {"\u00a0": "⍽", "\u202f": "·"}  # no-break space, narrow no-break space


def visible(text: str, blanks: bool = False) -> str:
    """``text`` with a sign for each control or invisible character; with ``blanks``, for no-break spaces too."""
    if text.isprintable():
        return text
    return "".join(map(_sign_of_blank if blanks else _sign, text))


def legible(name: str) -> str:
    """A file's name in NFC, with signs for control characters and for bytes that are no UTF-8."""
    return unicodedata.normalize("NFC", visible(name))


def _sign_of_blank(char: str) -> str:
    return BLANKS.get(char) or _sign(char)


def _sign(char: str) -> str:
    if char.isprintable() or char in BLANKS:
        return char
    if char in SIGNS:
        return SIGNS[char]
    if char < " ":
        return chr(0x2400 + ord(char))
    return f"‹{ord(char):02X}›" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn", "Co") else char
