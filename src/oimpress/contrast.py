"""Whether colours can be read on each other, and what would be. Source: WCAG 2.2, 1.4.3 and relative luminance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

LEAST = 4.5  # of text in any size
STEPS = 255
# The words of publications, and the grounds that they stand on.
PAIRS = {
    **dict.fromkeys(("ink", "muted", "accent", "warm"), ("paper", "tint")),
    **dict.fromkeys(("on-deep", "glow"), ("deep",)),
}


class Unreadable(NamedTuple):
    """A colour of text, the ground that it cannot be read on, their contrast, and the nearest colour that can be."""

    text: str
    ground: str
    contrast: float
    better: str


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, written ``#rrggbb``: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def unreadable(colours: Mapping[str, str]) -> Iterator[Unreadable]:
    """The colours of text, by their names, that cannot be read on one of their grounds; the worst ground of each."""
    for text, grounds in PAIRS.items():
        known = [colours[ground] for ground in grounds if ground in colours]
        if text not in colours or not known:
            continue
        worst = min(known, key=lambda ground: contrast(colours[text], ground))
        if (found := contrast(colours[text], worst)) < LEAST:
            ground = next(name for name in grounds if colours.get(name) == worst)
            yield Unreadable(text, ground, found, nearest(colours[text], known))


def nearest(colour: str, grounds: list[str]) -> str:
    """The nearest darker or lighter ``colour`` that can be read on all ``grounds``; black or white where none can."""
    for step in range(STEPS + 1):
        for end in (0, 255):
            mixed = _mixed(colour, end, step / STEPS)
            if all(contrast(mixed, ground) >= LEAST for ground in grounds):
                return mixed
    return max(("#000000", "#ffffff"), key=lambda end: min(contrast(end, ground) for ground in grounds))


def _mixed(colour: str, end: int, part: float) -> str:
    return "#" + "".join(f"{round(one + (end - one) * part):02x}" for one in _parts(colour))


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
