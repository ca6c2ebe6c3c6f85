"""What a house shows of itself in its publications: a logo, a picture on the cover, its address and legal lines."""

from __future__ import annotations

from typing import NamedTuple

from oimpress.model.nodes import Break, Edition, Inlines, Text
from oimpress.notices import Notice, notice
from oimpress.style import Style
from oimpress.writers.page.markup import Element, element
from oimpress.writers.page.pictures import SVG, Picture, TooLarge, picture

LOGO = "logo"  # by which a publication that carries pictures finds it, of no release
LARGEST = 10_000_000  # bytes of a file; a larger one is no picture for a page
LEAST_LOGO, LEAST_COVER = 32, 400  # pixels of the longer side


class HousePictures(NamedTuple):
    """The logo and the picture on the cover, None where there is none to show, and what there is to say of them."""

    logo: Picture | None
    cover: Picture | None
    notices: tuple[Notice, ...]


def house_pictures(style: Style) -> HousePictures:
    """The pictures that ``style`` names. Notices: W009 for each that cannot be shown."""
    logo, cover = style.settings.logo, style.settings.cover
    told: list[Notice] = []
    return HousePictures(_shown(style, logo, LEAST_LOGO, told), _shown(style, cover, LEAST_COVER, told), tuple(told))


def logo_words(organisation: str) -> str:
    """What stands for the logo where it is not seen."""
    return " – ".join(filter(None, ("Logo", organisation)))


def masthead(edition: Edition) -> str:
    """The organisation above a release alone; empty where the head of the release itself names it."""
    first = edition.releases[0] if edition.releases else None
    return "" if first and first.issuer == edition.organisation else str(edition.organisation)


def house_lines(style: Style) -> Inlines:
    """The address and the legal lines of the house, a line each, as one run."""
    lines = (*style.settings.address, *style.settings.legal)
    return tuple(part for line in lines for part in (Break(), Text(line)))[1:]


def imprint(style: Style) -> Element | None:
    """The address and the legal lines of the house; None where it has none."""
    parts = (("address", style.settings.address), ("legal", style.settings.legal))
    lines = [element("p", line, class_=kind) for kind, said in parts for line in said]
    return element("div", *lines, class_="imprint") if lines else None


def _shown(style: Style, file: str, least: int, told: list[Notice]) -> Picture | None:
    if not file:
        return None
    path = style.find(file)
    size = path.stat().st_size if path else 0
    found: Picture | None = None
    reason = f" ({size / 1_000_000:.0f} MB)" if size > LARGEST else ""
    if path and not reason:
        try:
            found = picture(path.read_bytes())
        except TooLarge:
            reason = f" ({size / 1_000_000:.1f} MB)"
    if found and found.media_type != SVG and max(found.width, found.height) < least:
        reason = f" ({found.width} × {found.height})"
        found = None
    if not found:
        told.append(notice("W009", style.name, f"{file}{reason}"))
    return found
