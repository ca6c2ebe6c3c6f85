"""What the syntax of a format shelters from typography, beyond what every text shelters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final, Literal, TypeAlias, get_args

from oimpress.patterns import lazy

Mode: TypeAlias = Literal["text", "markdown", "html"]
MODES: Final[tuple[Mode, ...]] = get_args(Mode)
ENDINGS: Final[dict[str, Mode]] = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
}
FRONT_MATTER = lazy(r"\A(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*(?:\n|\Z)")
FENCE = lazy(r"^ {0,3}(?:> ?)*(`{3,}|~{3,})")
#: Link destinations and titles, definitions, hard breaks, boxes, rules and tables of Markdown (CommonMark 0.31, GFM).
INLINE = lazy(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
    r"|^ {0,3}\[[^\]\n]+\]:[^\n]*$"
    r"|(?<=\S) {2,}$"
    r"|^\s*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\]"
    r"|^ {0,3}(?:[-*_=][ \t]*){3,}$"
    r"|^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$"
    r"|(?<=\|) +| +(?=\|)"
    r"|^[ \t]*(?:[-*+]|\d+[.)]|#{1,6}|(?:> ?)+)[ \t]+"
    r"|(`{2,})(?!`)[^\n]*?[^`]\1(?!`)|\\[!-/:-@\[-`{-~]",
    re.MULTILINE,
)
MARKUP = lazy(r"<!--[\s\S]*?-->|<![^>]*>|<\?[\s\S]*?\?>")
LANG = lazy(r"<html\b[^>]*?\b(?:xml:)?lang\s*=\s*[\"']?([A-Za-z-]+)", re.IGNORECASE)


def mode_of(name: str) -> Mode:
    """The mode for a file, by the ending of its name."""
    return ENDINGS.get(PurePath(name).suffix.lower(), "text")


def said_language(text: str, mode: Mode) -> str:
    """The language that a page says it is in; empty where none is said."""
    found = LANG.search(text, 0, 5_000) if mode == "html" else None
    return found[1] if found else ""


def shelters(text: str, mode: Mode) -> tuple[tuple[int, int], ...]:
    """The spans of ``text`` that ``mode`` shelters: ordered and disjoint."""
    if mode == "text":
        return ()
    spans = _markdown(text) if mode == "markdown" else (match.span() for match in MARKUP.finditer(text))
    return tuple(_disjoint(sorted(spans)))


def _disjoint(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in spans:
        if end > reached and start < end:
            yield max(start, reached), end
            reached = end


def _markdown(text: str) -> Iterator[tuple[int, int]]:
    front = FRONT_MATTER.match(text)
    begin = front.end() if front else 0
    if front:
        yield front.span()
    yield from _code(text, begin)
    yield from (match.span() for match in INLINE.finditer(text, begin))


def _code(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Fenced and indented code, line by line."""
    fence, blank = "", True
    for line in text[at:].splitlines(keepends=True):
        end = at + len(line)
        mark = FENCE.match(line)
        if fence:
            yield at, end
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark[1]
            yield at, end
        elif blank and line.startswith(("    ", "\t")) and line.strip():
            yield at, end
            at = end
            continue  # more of the block may follow
        blank = not line.strip()
        at = end
