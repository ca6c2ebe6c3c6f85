"""Whether the releases of a kit can be laid out apart from each other: nothing in the style may look across them."""

from __future__ import annotations

import re

from oimpress.style import Style
from oimpress.writers.pdf.styling import COUNTED, style_sheet

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RUN_ON = re.compile(r"\.run-on\b[^{}]*\{[^}]*\}")  # rules of kits whose releases share pages: those are no parts
ACROSS = tuple(
    re.compile(pattern)
    for pattern in (
        r"@page[^{;]*:(?:first|left|right|blank|nth)",  # pages that are counted
        r"(?:break|page-break)-(?:before|after)\s*:\s*(?:left|right|recto|verso)",
        r"counter-(?:reset|set|increment)\s*:",  # numbers through the whole kit
        r"target-(?:counters?|text)\s*\(",  # but the one that a link's own number stands for
        r"string\([^)]*\bstart\b",
        r"\belement\(|\brunning\(|position\s*:\s*fixed",  # what is repeated on other pages
        r"\d(?:vw|vh|vi|vb|vmin|vmax)\b",  # measures of the first page
        r":has\(|\bbookmark-label\s*:[^;}]*counter",
        r"(?:\.(?:release|cover|contents|last)\b|(?<![.\w-])(?:article|main|body|html)\b)[\w.\[\]=|\"'-]*"
        r"(?:\s*[+~]|:(?:first|last|only|nth|empty))",  # a release known by what stands beside it
        r"[+~]\s*(?:\.release|article|main|\.last)\b",
    )
)
BESIDE = tuple(
    re.compile(pattern)
    for pattern in (
        r":nth-",  # an entry known by its number
        r"\.(?:contents|last|cards|colophon)\b[^{},]*(?:[+~]|:(?:first|last|only|empty))",
        r"\b(?:display\s*:\s*(?:inline-)?(?:flex|grid)|column(?:s|-count|-width)\s*:)",  # entries that share their room
    )
)  # what shows of an entry of contents or contacts where it stands among the others, beside those next to it


def cuttable(style: Style) -> bool:
    """Whether contents and contacts look the same where they are laid out in pieces."""
    sheet = COMMENT.sub("", style_sheet(style))
    return not any(pattern.search(sheet) for pattern in BESIDE)


def apart(style: Style) -> bool:
    """Whether each release looks the same whatever stands before and after it."""
    sheet = style_sheet(style)
    for beside in (COMMENT, COUNTED, RUN_ON):
        sheet = beside.sub("", sheet)
    return not style.settings.run_on and not any(pattern.search(sheet) for pattern in ACROSS)
