"""Odd characters that text picks up on its way: decomposed letters, invisible ones, spaces of other widths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.passes.typography.convention import Spacing
from oimpress.passes.typography.rule import change, rule

COMPOSED, INVISIBLE, WIDTH, PRESENTATION = "T001", "T002", "T003", "T004"
STRETCH = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
INVISIBLES = "\u200b\ufeff\u00ad"
ODD_SPACES = "\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f"
INVISIBLE_RUN = re.compile(f"[{INVISIBLES}]+")
ODD_SPACE = re.compile(f"[{ODD_SPACES}]+")
LETTERS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LETTER = re.compile(f"[{''.join(LETTERS)}]")


def composed(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Join a letter and its accent into one character. Source: Unicode Standard Annex 15 (NFC)."""
    if unicodedata.is_normalized("NFC", run):
        return
    for match in STRETCH.finditer(run):
        yield from change(COMPOSED, match.start(), match[0], unicodedata.normalize("NFC", match[0]))


def invisible(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Take out zero-width spaces, byte order marks and soft hyphens. Source: Unicode Standard, ch. 23."""
    for match in INVISIBLE_RUN.finditer(run):
        yield Edit(INVISIBLE, *match.span(), match[0], "")


def width(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Make thin, figure and quad spaces and tabs an ordinary space, except at the start of a line."""
    for match in ODD_SPACE.finditer(run):
        if match[0][0] != "\t" or run[match.start() - 1 : match.start()] not in ("", "\n"):
            yield Edit(WIDTH, *match.span(), match[0], " ")


def presentation(run: str, spacing: Spacing) -> Iterator[Edit]:
    """Spell out the joined letters that PDF copies carry. Source: Unicode Standard, Alphabetic Presentation Forms."""
    for match in LETTER.finditer(run):
        yield Edit(PRESENTATION, *match.span(), match[0], LETTERS[match[0]])


RULES = (
    rule("T001", "A", "", composed, "re\u0301fugie\u0301s"),
    rule("T002", "A", INVISIBLES, invisible, "mi\u00adgrants"),
    rule("T003", "A", ODD_SPACES, width, "Genève\u2009: demain"),
    rule("T004", "A", "".join(LETTERS), presentation, "\ufb01nancement"),
)
