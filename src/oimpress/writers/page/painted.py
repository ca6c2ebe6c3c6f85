"""Drawings (SVG) as pixels, for programs that show none: WeasyPrint sets a page of each, PDFium makes a picture of it.

Both see the drawing, the fonts of the style and ours, and nothing of the machine or of any network.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from oimpress.errors import MissingDependency
from oimpress.notices import notice
from oimpress.pdfium import opened, picture
from oimpress.style import Style
from oimpress.writers.page.fonts import faces, font_configuration
from oimpress.writers.page.house import HousePictures, house_pictures
from oimpress.writers.page.pictures import SVG, Picture, inside
from oimpress.writers.page.weasy import weasyprint

SHARPEST = 4  # pixels for one of the drawing's own: what a print shop asks of a picture of 72 dots an inch


@dataclass
class Painter:
    """What turns drawings into pictures in the fonts of ``style``, of at most ``widest`` pixels each way."""

    style: Style
    widest: int

    def __call__(self, shown: Picture) -> Picture | None:
        """A drawing as a PNG on white, as large on a page as before; None where it cannot be. Others as they are."""
        if shown.media_type != SVG:
            return shown
        try:
            return Picture(self._pixels(shown), "image/png", shown.width, shown.height)
        except (ArithmeticError, LookupError, MissingDependency, OSError, RecursionError, TypeError, ValueError):
            return None  # whatever a strange drawing leads the library to

    def house(self) -> HousePictures:
        """The pictures of the house, its logo painted. Notices: W009 for each that cannot be shown."""
        shown = house_pictures(self.style)
        logo = self(shown.logo) if shown.logo else None
        lost = (notice("W009", self.style.name, self.style.settings.logo),) if shown.logo and not logo else ()
        return HousePictures(logo, shown.cover, (*shown.notices, *lost))

    def _pixels(self, shown: Picture) -> bytes:
        scale = min(SHARPEST, self.widest / max(shown.width, shown.height))
        with opened(self._page(shown), "svg") as document:
            return picture(document, 0, max(1, round(shown.width * scale)))

    def _page(self, shown: Picture) -> bytes:
        """A PDF of one page as large as the drawing."""
        size = f"width: {shown.width}px; height: {shown.height}px"
        page = (
            f"<style>@page {{ size: {shown.width}px {shown.height}px; margin: 0 }} body {{ margin: 0 }}"
            f" img {{ display: block; {size} }}</style><img src='{inside(shown)}' alt=''>"
        )
        weasy = weasyprint()
        alone = weasy.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
        made: bytes = weasy.HTML(string=page, url_fetcher=alone).write_pdf(font_config=self._fonts)
        return made

    @cached_property
    def _fonts(self) -> Any:
        return font_configuration(faces(self.style))
