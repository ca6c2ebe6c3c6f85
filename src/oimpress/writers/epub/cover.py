"""The cover of a book: the style's picture with the words of the edition drawn on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from xml.sax.saxutils import escape

from oimpress.errors import UsageError
from oimpress.model.nodes import Edition
from oimpress.style import Style
from oimpress.writers.embargo import on_cover
from oimpress.writers.page import kit
from oimpress.writers.page.cover import cover_art
from oimpress.writers.page.house import house_pictures
from oimpress.writers.page.lettering import Lettering, NamedFace, Outlines, wrapped
from oimpress.writers.page.pictures import Picture, inside

WIDTH, HEIGHT, MARGIN = 1200, 1800, 110
ROOM = WIDTH - 2 * MARGIN
SIZES = (112, 96, 84, 72, 60, 48, 38)
MOST = 7  # lines of a title
LEADING = 1.2
TOP = 430  # where the title begins
LOGO_TOP, LOGO_ROOM, PLATE = 90, (420, 120), 24  # where it stands, how large it is at most, and the light round it
LOWER = 160  # by how much the words stand lower below a logo


def cover(edition: Edition, style: Style) -> str:
    """An SVG of 1200 × 1800 with organisation, title, subtitle, date and number of releases."""
    art = cover_art(edition, style, WIDTH, HEIGHT).removesuffix("</svg>")
    head, _, rest = art.partition(">")
    return f"{head}><title>{escape(str(edition.title))}</title>{rest}{''.join(_words(edition, style))}</svg>"


def _words(edition: Edition, style: Style) -> Iterator[str]:
    ink = style.settings.colours.get("on-deep", "#ffffff")
    sans, serif = face(style, "sans", "regular"), face(style, "serif", "regular")
    organisation = str(edition.organisation)
    logo = house_pictures(style).logo
    lower = LOWER if logo else 0
    top = TOP + lower
    if logo:
        yield _plate(logo)
    size, title = fitted(str(edition.title), face(style, "serif", "bold"))
    below = top + round(len(title) * size * LEADING)
    subtitle = _first(4, str(edition.subtitle), serif, 46)
    bold = face(style, "sans", "bold")
    yield from _lines(_first(3, organisation, bold, 40), bold, 40, 170 + lower, ink)
    yield from _lines(title, face(style, "serif", "bold"), size, top, ink)
    yield from _lines(subtitle, serif, 46, below + 20, ink)
    foot = below + 60 + len(subtitle) * 56
    yield from _lines([kit.date_and_count(edition)], sans, 38, foot, ink)
    warning = _first(3, on_cover(edition), bold, 40)
    yield from _lines(warning, bold, 40, foot + 90, style.settings.colours.get("glow", ink))


def _plate(logo: Picture) -> str:
    """The logo on a light plate, so that it is seen on every ground."""
    scale = min(LOGO_ROOM[0] / logo.width, LOGO_ROOM[1] / logo.height)
    width, height = round(logo.width * scale), round(logo.height * scale)
    return (
        f'<rect x="{MARGIN}" y="{LOGO_TOP}" width="{width + 2 * PLATE}" height="{height + 2 * PLATE}" fill="#ffffff"/>'
        f'<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{inside(logo)}" x="{MARGIN + PLATE}" '
        f'y="{LOGO_TOP + PLATE}" width="{width}" height="{height}"/>'
    )


def face(style: Style, role: str, weight: str) -> Lettering:
    """The style's font for ``role``; only its name where the style has no such file."""
    font = style.fonts.get(role)
    named = NamedFace(font, bold=weight == "bold")
    try:
        return Outlines(style.data(font.files[weight]), named) if font and weight in font.files else named
    except UsageError:  # the file is missing; the PDF writer tells
        return named


def fitted(title: str, face: Lettering) -> tuple[int, list[str]]:
    """The largest size in which the title takes no more than seven lines; the smallest one cuts it."""
    for size in SIZES:
        if len(found := _first(MOST + 1, title, face, size)) <= MOST:
            return size, found
    return SIZES[-1], [*_first(11, title, face, SIZES[-1]), "…"]


def _first(most: int, words: str, face: Lettering, size: int) -> list[str]:
    """The first lines of ``words``; what stands behind them is not measured."""
    return list(islice(wrapped(words, face, size, ROOM), most))


def _lines(shown: list[str], face: Lettering, size: int, top: int, colour: str) -> Iterator[str]:
    for number, line in enumerate(shown):
        yield face.drawn(line, MARGIN, top + round(number * size * LEADING), size, colour)
