"""Text as a terminal may show it: no control character reaches it, and spaces that look alike are told apart."""

from __future__ import annotations

import unicodedata

from oimpress.i18n import user_language
from oimpress.notices import rule_texts

SIGNS = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\x7f": "␡"}
BLANKS = {"\u00a0": "⍽", "\u202f": "·"}  # no-break space, narrow no-break space


def visible(text: str, blanks: bool = False) -> str:
    """``text`` with a sign for each control or invisible character; with ``blanks``, for no-break spaces too."""
    if not blanks and text.isprintable():
        return text
    return "".join(map(_sign, text)) if not blanks else "".join(BLANKS.get(char) or _sign(char) for char in text)


def _sign(char: str) -> str:
    if char.isprintable() or char in BLANKS:
        return char
    if char in SIGNS:
        return SIGNS[char]
    if char < " ":
        return chr(0x2400 + ord(char))
    return f"‹{ord(char):02X}›" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn", "Co") else char


def rule_text(codes: str) -> str:
    """What the rules in ``codes``, joined by +, do, in the user's language."""
    texts, lang = rule_texts(), user_language()
    return " + ".join(texts[code].get(lang, texts[code]["en"]) for code in codes.split("+") if code in texts)
