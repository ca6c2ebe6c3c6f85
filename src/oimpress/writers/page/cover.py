"""The picture on a cover: currents of lines in a style's colours, for each edition a little different."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from oimpress.model.nodes import Edition
from oimpress.style import Style
from oimpress.writers.page.house import house_pictures
from oimpress.writers.page.pictures import Picture, inside

LINES = 18  # in each current
CURRENTS = 5
DARK, LIGHT = 0.85, 0.35  # how much of the ground's colour lies over a picture, where words stand and at its foot
SMOOTH = "optimizeQuality"  # said, a PDF does without the interpolation that PDF/A forbids (ISO 19005-3, 6.2.8)
WORDS, STEPS = 0.6, 16  # the part of the height where words stand; from there it grows lighter in so many steps


class Current(NamedTuple):
    """The two outermost lines of a current: four control points each, in parts of the picture's width and height."""

    upper: tuple[tuple[float, float], ...]
    lower: tuple[tuple[float, float], ...]


def cover_art(edition: Edition, style: Style, width: float = 210, height: float = 297, top: float = 0) -> str:
    """An SVG of ``width`` × ``height`` units without words: ways of people, as currents that part and meet.

    ``top`` is the part of the height (0 … 1) cut away above, for banners: the currents run in the lower half. A banner
    has no ground of its own, so that it fits light and dark pages.
    """
    colours = style.settings.colours
    if shown := house_pictures(style).cover:
        return _photograph(shown, colours.get("deep", "#0a2b52"), width, height, top)
    deep, accent = colours.get("deep", "#0a2b52"), colours.get("accent", "#0b4a8f")
    warm, paper = colours.get("warm", "#b3501f"), colours.get("paper", "#ffffff")
    shades = (mixed(deep, accent, 0.55), mixed(deep, accent, 0.9), mixed(deep, paper, 0.34), accent, warm)
    seen = height * (1 - top)
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {height * top:g} {width:g} {seen:g}" '
        f'width="{width:g}" height="{seen:g}" preserveAspectRatio="none">',
        "" if top else f'<rect width="{width:g}" height="{height:g}" fill="{deep}"/>',
    ]
    for current, shade in zip(_currents(_numbers(edition)), shades, strict=True):
        stroke = width / 420 if shade == warm else width / 560
        drawn.append(f'<g fill="none" stroke="{shade}" stroke-width="{stroke:.3f}">')
        drawn += (f'<path d="{_path(line, width, height)}"/>' for line in _between(current))
        drawn.append("</g>")
    return "".join((*drawn, "</svg>"))


def _photograph(shown: Picture, deep: str, width: float, height: float, top: float) -> str:
    """The house's own picture over the whole cover, dark where words stand on it."""
    seen = height * (1 - top)
    ends = (height * (1 - (1 - WORDS) * step / STEPS) for step in range(1, STEPS + 1))
    each = 1 - ((1 - DARK) / (1 - LIGHT)) ** (1 / STEPS)  # that all of them, one over the other, come to DARK
    veils = [(height, LIGHT), *((end, each) for end in ends)]
    veiled = "".join(f'<rect width="{width:g}" height="{end:g}" fill-opacity="{part:.4f}"/>' for end, part in veils)
    ground = "" if top else f'<g fill="{deep}">{veiled}</g>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 {height * top:g} {width:g} {seen:g}" width="{width:g}" height="{seen:g}" '
        f'preserveAspectRatio="xMidYMid slice"><image xlink:href="{inside(shown)}" y="{height * top:g}" '
        f'width="{width:g}" height="{seen:g}" '
        f'preserveAspectRatio="xMidYMid slice" image-rendering="{SMOOTH}"/>{ground}</svg>'
    )


def mixed(one: str, other: str, part: float) -> str:
    """The colour that lies ``part`` (0 … 1) of the way from ``one`` to ``other``."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _numbers(edition: Edition) -> Iterator[float]:
    """Numbers from 0 to 1 that depend on the edition's title and its releases only."""
    seed = "\n".join((edition.title, *(release.id for release in edition.releases)))
    for turn in range(CURRENTS):
        for byte in hashlib.sha256(f"{turn}\n{seed}".encode()).digest():
            yield byte / 255


def _currents(numbers: Iterator[float]) -> Iterator[Current]:
    for at in range(CURRENTS):
        left = 0.58 + 0.09 * at + 0.06 * next(numbers)
        right = 0.98 - 0.11 * at - 0.10 * next(numbers)
        rise, fall = 0.10 + 0.24 * next(numbers), 0.08 + 0.24 * next(numbers)
        wide, narrow = 0.05 + 0.10 * next(numbers), 0.02 + 0.04 * next(numbers)
        upper = ((-0.05, left), (0.30, left - rise), (0.62, right + fall), (1.05, right))
        lower = (
            (-0.05, left + narrow),
            (0.26 + 0.10 * next(numbers), left + wide - rise * 0.4),
            (0.66, right + fall + wide),
            (1.05, right + wide * 1.4),
        )
        yield Current(upper, lower)


def _between(current: Current) -> Iterator[tuple[tuple[float, float], ...]]:
    for step in range(LINES):
        part = step / (LINES - 1)
        pairs = zip(current.upper, current.lower, strict=True)
        yield tuple((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in pairs)


def _path(line: tuple[tuple[float, float], ...], width: float, height: float) -> str:
    start, *rest = (f"{x * width:.2f} {y * height:.2f}" for x, y in line)
    return f"M{start}C{' '.join(rest)}"
