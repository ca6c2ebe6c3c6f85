"""Paragraphs that belong together by the names of their styles, in small letters."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

# Those of Word, of its « Block Text », in which pandoc sets what is quoted, and of LibreOffice.
QUOTES = frozenset({"quote", "intense quote", "block text", "quotations", "press attribution"})
FURTHER = ("list continue", "list continue 2", "list continue 3")
# How Word, pandoc and LibreOffice call the style of text whose lines and spaces are meant, in three languages.
VERBATIM = frozenset({
    "html preformatted", "préformaté html", "html con formato previo", "source code", "preformatted text",
    "texte préformaté", "texto preformateado", "preformatted", "préformaté",
})  # fmt: skip


def together(styles: Iterable[str]) -> int:
    """How many paragraphs in these styles make one quotation or aside; 0 when the first of them begins none."""
    rest = iter(styles)
    first = next(rest)
    if first in QUOTES:
        quoted = [first, *takewhile(QUOTES.__contains__, rest)]
        return next((n for n, style in enumerate(quoted, 1) if style == "press attribution"), len(quoted))
    if not first.startswith("press aside"):
        return 0
    boxed = [first, *takewhile(lambda style: style.startswith("press aside"), rest)]
    closing = (n for n, style in enumerate(boxed, 1) if style == "press aside attribution")
    opening = (n for n, style in enumerate(boxed) if n and style == "press aside heading")
    return min(next(closing, len(boxed)), next(opening, len(boxed)))
