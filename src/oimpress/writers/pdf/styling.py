"""How a style reaches WeasyPrint: its sheet with fonts and page, its files, and what WeasyPrint remarks about them."""

from __future__ import annotations

import atexit
import logging
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

from oimpress.notices import Notice, notice
from oimpress.style import Style
from oimpress.writers.pdf.fonts import faces, font_configuration
from oimpress.writers.pdf.foot import FOOT
from oimpress.writers.pdf.weasy import weasyprint

STYLE = "https://style.invalid/"  # stands for the style's folder: nothing is ever fetched from a network
# PDF/A forbids interpolation (ISO 19005-3, 6.2.8); only a page with a name is gone back to from one turned round.
PLAIN = "img { image-rendering: crisp-edges } html { page: upright }"
PAGES = {"a4": "A4", "letter": "letter"}

_shared = threading.local()
atexit.register(_shared.__dict__.clear)  # fonts cannot be let go once the interpreter is half gone


class StyleSheet(NamedTuple):
    """A parsed style sheet with the fonts and counter styles it defines."""

    css: Any
    fonts: Any
    counters: Any


def sheet(style: Style) -> StyleSheet:
    """The style's sheet, kept for the next document of the same thread."""
    key = (style.fingerprint, seen := faces(style))
    if getattr(_shared, "key", None) != key:
        fonts, counters = font_configuration(seen), weasyprint().CounterStyle()
        text = style_sheet(style)
        fetch = fetcher(style, {})
        css = weasyprint().CSS(
            string=text, base_url=STYLE, url_fetcher=fetch, font_config=fonts, counter_style=counters
        )
        _shared.key, _shared.made = key, StyleSheet(css, fonts, counters)
    made: StyleSheet = _shared.made
    return made


def colour_profile() -> dict[str, Any]:
    """The profile that PDF/A wants named, under a name of ours: WeasyPrint leaves the file open under its own."""
    profile = weasyprint().ColorProfile
    return {
        "screen": profile(BytesIO(weasyprint().icc), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))
    }


def style_sheet(style: Style) -> str:
    """``print.css`` with its tokens filled in, after the page that the settings ask for."""
    settings = style.settings
    size = PAGES[settings.page]
    shop = "; bleed: 3mm" if settings.print_shop else ""
    rules = [f"@page {{ size: {size}{shop} }}", f"@page wide {{ size: {size} landscape }}", PLAIN, FOOT]
    if settings.hyphenate:
        rules.append(".body :is(p, li) { hyphens: auto; hyphenate-limit-chars: 6 3 3 } .body code { hyphens: none }")
    if settings.justify:
        rules.append(".body p { text-align: justify }")
    return "\n".join((*rules, style.plain_css("print.css")))


def fetcher(style: Style, served: Mapping[str, tuple[bytes, str]]) -> Any:
    """What WeasyPrint gets its files from: ``served``, the style's folder, and nothing else."""
    response = weasyprint().URLFetcherResponse

    class Fetcher(weasyprint().URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url in served:
                data, media_type = served[url]
                return response(url, data, {"Content-Type": media_type})
            if url.startswith(STYLE) and style.find(file := url.removeprefix(STYLE)):
                return response(url, style.data(file))
            raise ValueError("not a file of the style or a picture of the edition")

    return Fetcher()


class Remarks:
    """What WeasyPrint warned of: ``rules`` and files without effect, and ``characters`` that no font holds."""

    def __init__(self) -> None:
        self.rules: list[str] = []
        self.characters: list[str] = []

    @property
    def notices(self) -> tuple[Notice, ...]:
        """W003 for each rule, W005 for each character, once."""
        rules = (notice("W003", "", words) for words in dict.fromkeys(self.rules))
        return (*rules, *(notice("W005", "", _called(one)) for one in dict.fromkeys(self.characters)))


def _called(character: str) -> str:
    """A character with its number and name, by which a font for it can be found."""
    return f"{character} U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


@contextmanager
def remarks() -> Iterator[Remarks]:
    """Collects what WeasyPrint warns of within, in this thread."""
    said = Remarks()
    logger, handler = logging.getLogger("weasyprint"), _Listener(said)
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)


class _Listener(logging.Handler):
    def __init__(self, said: Remarks) -> None:
        super().__init__(logging.WARNING)
        self._said = said
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread != self._thread or record.name != "weasyprint":
            return
        if ".notdef" in str(record.msg) and isinstance(record.args, tuple):
            self._said.characters.append(str(record.args[0]))
        else:
            self._said.rules.append(record.getMessage())
