"""Words drawn as outlines of a style's own font, so that a picture reads the same wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Protocol
from xml.sax.saxutils import escape, quoteattr

from oimpress.settings.style import Font

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

LETTER = 0.6  # average width of a letter in parts of the type size, where no font measures it


class Lettering(Protocol):
    """What sets words in one face."""

    def width(self, words: str, size: float) -> float:
        """How long ``words`` are."""

    def drawn(self, words: str, x: float, y: float, size: float, colour: str) -> str:
        """An SVG element with ``words`` from ``x`` on, standing on ``y``."""


class NamedFace:
    """A face the viewer may or may not have: text, and estimates of its length."""

    def __init__(self, font: Font | None, bold: bool) -> None:
        self._look = f"font-family={quoteattr(font.stack if font else 'sans-serif')}"
        self._look += ' font-weight="bold"' if bold else ""

    def width(self, words: str, size: float) -> float:
        return len(words) * size * LETTER

    def drawn(self, words: str, x: float, y: float, size: float, colour: str) -> str:
        return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}" {self._look}>{escape(words)}</text>'


class Outlines:
    """A font file: outlines of its glyphs. Words with characters it lacks are set by ``otherwise``."""

    def __init__(self, data: bytes, otherwise: Lettering) -> None:
        self._font = _opened(data)
        self._glyphs = self._font.getGlyphSet()
        self._names: dict[int, str] = self._font.getBestCmap()
        self._unit: int = self._font["head"].unitsPerEm
        self._otherwise = otherwise

    def _has(self, words: str) -> bool:
        return all(ord(char) in self._names for char in words)

    def width(self, words: str, size: float) -> float:
        if not self._has(words):
            return self._otherwise.width(words, size)
        return float(sum(self._glyphs[self._names[ord(char)]].width for char in words) * size / self._unit)

    def drawn(self, words: str, x: float, y: float, size: float, colour: str) -> str:
        from fontTools.pens.svgPathPen import SVGPathPen
        from fontTools.pens.transformPen import TransformPen

        if not self._has(words):
            return self._otherwise.drawn(words, x, y, size, colour)
        scale = size / self._unit
        pen = SVGPathPen(self._glyphs, ntos=lambda number: f"{number:.1f}".removesuffix(".0"))
        for char in words:
            glyph = self._glyphs[self._names[ord(char)]]
            glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
            x += glyph.width * scale
        return f'<path fill="{colour}" d="{pen.getCommands()}"/>'


@lru_cache(maxsize=8)
def _opened(data: bytes) -> TTFont:
    from fontTools.ttLib import TTFont

    return TTFont(BytesIO(data))


def wrapped(words: str, face: Lettering, size: float, room: float) -> Iterator[str]:
    """``words`` in lines no longer than ``room``, broken at U+0020; a word longer than that is cut."""
    line = ""
    for word in words.split(" "):
        whole = f"{line} {word}" if line else word
        if face.width(whole, size) <= room:
            line = whole
            continue
        if line:
            yield line
        line = word
        while face.width(line, size) > room and len(line) > 1:
            fits = next(end for end in count(1) if face.width(line[: end + 1], size) > room)
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line
