"""How a style reaches WeasyPrint: its sheet with fonts and page, its files, and what WeasyPrint remarks about them."""

from __future__ import annotations

import atexit
import logging
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from oimpress.notices import Notice, notice
from oimpress.style import Style
from oimpress.writers.page.fonts import faces, font_configuration
from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.foot import FOOT

STYLE = "https://style.invalid/"  # stands for the style's folder: nothing is ever fetched from a network
# PDF/A forbids interpolation (ISO 19005-3, 6.2.8); only a page with a name is gone back to from one turned round.
PLAIN = "img { image-rendering: crisp-edges } html { page: upright }"
PAGES = {"a4": "A4", "letter": "letter"}

CORNERS = ("left-corner", "left", "center", "right", "right-corner")
MARGINS = (
    *(f"{edge}-{place}" for edge in ("top", "bottom") for place in CORNERS),
    *(f"{edge}-{place}" for edge in ("left", "right") for place in ("top", "middle", "bottom")),
)  # the boxes of running heads. Source: CSS Paged Media 3, 4.2
BARE = "@page {" + " ".join(f"@{each} {{ content: none !important }}" for each in MARGINS) + "}"
BLANK = (
    "@page { background: none !important; border-color: transparent !important; marks: none !important }"
    " html, body { background: none !important }"
)
TOTAL = "oimpress-pages"  # the counter that stands for the number of pages where not all of them are laid out
COUNTED = re.compile(r"target-counter\(\s*attr\(\s*href(?:\s+url)?\s*\)\s*,\s*page\s*\)")
ALL_PAGES = re.compile(r"(\bcounter\(\s*)pages(\s*[,)])")

_shared = threading.local()
atexit.register(_shared.__dict__.clear)  # fonts cannot be let go once the interpreter is half gone


@dataclass
class StyleSheet:
    """The sheet of a style, parsed for one kind of pages or another, with the fonts and counter styles it defines.

    ``rules`` are those without effect, as WeasyPrint says them.
    """

    style: Style
    fonts: Any
    counters: Any
    rules: list[str] = field(default_factory=list)

    @cached_property
    def css(self) -> Any:
        """The sheet as the designer wrote it."""
        with remarks() as said:
            made = self._parsed(style_sheet(self.style))
        self.rules = said.rules
        return made

    @cached_property
    def part(self) -> list[Any]:
        """For pages that are laid out without those around them: no running heads."""
        return [self.css, self._bare]

    @cached_property
    def numbered(self) -> list[Any]:
        """For pages whose links say the page they lead to: no running heads either."""
        return [self._counted, self._bare]

    def furniture(self, first: int, pages: int) -> list[Any]:
        """For running heads alone, of pages numbered from ``first`` of as many as there are in all."""
        counted = f"{TOTAL} {pages}"
        start = f"@page {{ counter-reset: {counted} }} @page :first {{ counter-reset: {counted} page {first} }}"
        return [self._counted, self._blank, self._parsed(start)]

    @cached_property
    def _counted(self) -> Any:
        return self._parsed(COUNTED.sub("attr(data-page)", ALL_PAGES.sub(rf"\1{TOTAL}\2", style_sheet(self.style))))

    @cached_property
    def _bare(self) -> Any:
        return self._parsed(BARE)

    @cached_property
    def _blank(self) -> Any:
        return self._parsed(BLANK)

    def _parsed(self, text: str) -> Any:
        return weasyprint().CSS(
            string=text,
            base_url=STYLE,
            url_fetcher=fetcher(self.style, {}),
            font_config=self.fonts,
            counter_style=self.counters,
        )


def sheet(style: Style) -> StyleSheet:
    """The style's sheet, kept for the next document of the same thread."""
    key = (style.fingerprint, seen := faces(style))
    if getattr(_shared, "key", None) != key:
        _shared.key, _shared.made = key, StyleSheet(style, font_configuration(seen), weasyprint().CounterStyle())
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
    """What WeasyPrint gets its files from: ``served``, the style's folder, addresses that hold all of a file."""
    response = weasyprint().URLFetcherResponse

    class Fetcher(weasyprint().URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url in served:
                data, media_type = served[url]
                return response(url, data, {"Content-Type": media_type})
            if url.startswith(STYLE) and style.find(file := url.removeprefix(STYLE)):
                return response(url, style.data(file))
            raise ValueError("not a file of the style or a picture of the edition")

    return Fetcher()


class Remarks:
    """What WeasyPrint warned of: ``rules`` and files without effect, and ``characters`` that no font holds."""

    def __init__(self, rules: Iterable[str] = (), characters: Iterable[str] = ()) -> None:
        self.rules = list(rules)
        self.characters = list(characters)

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
    weasyprint()  # sets its logger up
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
