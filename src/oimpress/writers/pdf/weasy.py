"""WeasyPrint, imported in this file alone and only when a PDF is made: the parts of it that the writer uses."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from oimpress.errors import MissingDependency


class WeasyPrint(NamedTuple):
    """Its classes under their own names; ``tags`` is its module of the structure tree, ``icc`` its sRGB profile."""

    HTML: Any
    CSS: Any
    Attachment: Any
    ColorProfile: Any
    CounterStyle: Any
    FontConfiguration: Any
    URLFetcher: Any
    URLFetcherResponse: Any
    MarginBox: Any
    tags: Any
    icc: bytes


@cache
def weasyprint() -> WeasyPrint:
    """The library, loaded. Raises MissingDependency when it or the system libraries it needs are not there."""
    try:
        from weasyprint import CSS, HTML, Attachment  # type: ignore[import-untyped]
        from weasyprint.css import ColorProfile  # type: ignore[import-untyped]
        from weasyprint.css.counters import CounterStyle  # type: ignore[import-untyped]
        from weasyprint.formatting_structure.boxes import MarginBox  # type: ignore[import-untyped]
        from weasyprint.pdf import tags  # type: ignore[import-untyped]
        from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
        from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:
        raise MissingDependency(
            "pdf: WeasyPrint does not run ({reason}); install weasyprint and, by the system's means, Pango",
            reason=error,
        ) from error
    icc = files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
    return WeasyPrint(
        HTML,
        CSS,
        Attachment,
        ColorProfile,
        CounterStyle,
        FontConfiguration,
        URLFetcher,
        URLFetcherResponse,
        MarginBox,
        tags,
        icc,
    )
