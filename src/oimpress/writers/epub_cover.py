"""The cover of a book: the style's picture with the words of the edition on it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from oimpress.i18n import phrases
from oimpress.model.nodes import Edition
from oimpress.style import Style
from oimpress.writers import kit
from oimpress.writers.cover import cover_art
from oimpress.writers.wording import long_date

WIDTH, HEIGHT, MARGIN = 1200, 1800, 110
SIZES = (104, 92, 80, 68, 56, 44, 36)
GLYPH = 0.5  # average width of a letter in parts of the font size


def cover(edition: Edition, style: Style) -> str:
    """An SVG of 1200 × 1800 with organisation, title, subtitle, date and number of releases."""
    colours = style.settings.colours
    ink = colours.get("on-deep", "#ffffff")
    sans, serif = (style.fonts[role].stack if role in style.fonts else role for role in ("sans", "serif"))
    organisation = edition.organisation or style.settings.organisation
    say = phrases(edition.lang)
    size, title = _fitted(str(edition.title))
    subtitle = list(lines(str(edition.subtitle), 44))[:4]
    when = f"{long_date(edition.date, edition.lang) or say('undated')} · {kit.count_phrase(edition)}"
    top = 420
    drawn = [_text(lines(str(organisation), 34, 3), 40, 170, ink, sans, "600")]
    drawn.append(_text(title, size, top, ink, serif, "600"))
    below = top + round(len(title) * size * 1.2)
    drawn.append(_text(subtitle, 44, below + 20, ink, serif))
    drawn.append(_text([when], 36, below + 60 + len(subtitle) * 53, ink, sans))
    art = cover_art(edition, style, WIDTH, HEIGHT).removesuffix("</svg>")
    head, _, rest = art.partition(">")
    return f"{head}><title>{escape(str(edition.title))}</title>{rest}{''.join(drawn)}</svg>"


def _fitted(title: str) -> tuple[int, list[str]]:
    """The largest size in which the title takes no more than seven lines; the smallest one cuts it."""
    for size in SIZES:
        found = list(lines(title, size))
        if len(found) <= 7:
            return size, found
    return SIZES[-1], [*found[:11], "…"]


def lines(words: str, size: int, most: int = 99) -> Iterator[str]:
    """``words`` in lines that fit between the margins; a word longer than a line is cut."""
    room = int((WIDTH - 2 * MARGIN) / (size * GLYPH))
    line = ""
    for word in words.split(" "):
        whole = f"{line} {word}" if line else word
        if len(whole) <= room:
            line = whole
            continue
        if line and most > 1:
            yield line
            most -= 1
        line = word
        while len(line) > room and most > 1:
            yield line[:room]
            line, most = line[room:], most - 1
    if line:
        yield line[:room]


def _text(shown: Iterator[str] | list[str], size: int, top: int, colour: str, face: str, weight: str = "400") -> str:
    rows = "".join(
        f'<tspan x="{MARGIN}" y="{top + round(number * size * 1.2)}">{escape(line)}</tspan>'
        for number, line in enumerate(shown)
    )
    look = f'font-size="{size}" font-weight="{weight}" fill="{colour}" font-family={quoteattr(face)}'
    return f"<text {look}>{rows}</text>" if rows else ""
