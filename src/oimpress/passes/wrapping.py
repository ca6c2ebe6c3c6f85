"""How a document's lines were wrapped, worked out from the lines themselves.

Releases of 2004-2012 were pretty-printed by HTML Tidy at its default of 68 columns, counted on the entity-encoded
source (``é`` is ``&eacute;``, eight columns); their visible width varies. Other wrappers count visible columns. A
wrapper breaks a line only when the next word does not fit: where it would have fitted, somebody ended a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html.entities import codepoint2name
from itertools import pairwise

from oimpress.model.draft import Line

TERMINAL = re.compile(r"[.!?…:;](?:[\s\u00a0\u202f]*[»”\")\]])*\s*$|[»”][\s]*$")
CONTINUES = re.compile(r"\s*(?:[a-zà-öø-ÿœ]|\d|[»;:!?,)%€])")
WORD = re.compile(r"\S+")
TIDY_WIDTH = 68
MOST = 130  # a line of text longer than this was not wrapped to be read
FIT = 0.8  # of the breaks in mid-sentence: below it the width explains nothing


def encoded(text: str) -> int:
    """Columns of ``text`` in HTML with named entities, as Tidy writes it."""
    if text.isascii():
        return len(text) + 4 * text.count("&")
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if char == "&":
        return 5
    code = ord(char)
    return 1 if code < 128 else len(codepoint2name.get(code, f"#{code}")) + 2


@dataclass(frozen=True, slots=True)
class Wrapper:
    """A way of counting columns and the most that a line got."""

    measure: Callable[[str], int]
    width: int

    def fits(self, line: Line, below: Line) -> bool:
        """Whether the first word of ``below`` had room at the end of ``line``."""
        word = WORD.search(str(below.text))
        used = line.tag + self.measure(str(line.text).strip())
        return used + 1 + below.tag + self.measure(word[0] if word else "") <= self.width

    def overlong(self, line: Line) -> bool:
        """Whether ``line`` is longer than this wrapper lets a line become."""
        return self.measure(str(line.text).strip()) > self.width


def continues(line: Line, below: Line) -> bool:
    """Whether the sentence of ``line`` goes on in ``below``, by their characters alone."""
    return not below.gap and not TERMINAL.search(str(line.text)) and bool(CONTINUES.match(str(below.text)))


def detect(lines: Sequence[Line]) -> Wrapper | None:
    """The wrapper that made these lines, or None when they were not wrapped."""
    pairs = [(a, b) for a, b in pairwise(lines) if len(a.text) <= MOST and len(a.text) > 20]
    broken = [(a, b) for a, b in pairs if continues(a, b) and not (a.tag or b.tag)]
    if len(broken) < 2 or len(broken) < len(pairs) / 4:
        return None
    tidy = _fitted(encoded, broken, TIDY_WIDTH)
    visible = _fitted(len, broken, MOST)
    return max((tidy, visible), key=lambda found: found[0])[1]


def _fitted(measure: Callable[[str], int], broken: Sequence[tuple[Line, Line]], most: int) -> tuple[float, Wrapper]:
    """How many of the breaks the best width explains, and the wrapper of that width."""
    sizes = [measure(str(line.text).strip()) for line, _ in broken]
    wrapper = Wrapper(measure, max((size for size in sizes if size <= most), default=most))
    explained = sum(size <= most and not wrapper.fits(*pair) for size, pair in zip(sizes, broken, strict=True))
    return explained / len(broken), wrapper
