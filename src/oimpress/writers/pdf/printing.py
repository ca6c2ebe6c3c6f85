"""A page as WeasyPrint lays it out, and the objects of a PDF that come of drawing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from oimpress.errors import WriteError
from oimpress.style import Style
from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.grafted import GraftedPage, parsed
from oimpress.writers.pdf.lines import Care, set_lines
from oimpress.writers.pdf.pagestyles import share_page_styles
from oimpress.writers.pdf.references import remember_references
from oimpress.writers.pdf.styling import StyleSheet, colour_profile, fetcher
from oimpress.writers.pdf.tagging import marked_structure

VARIANT = "pdf/a-3a"
VERSION = "1.7"
INTENT = "screen"  # the name of our colour profile
REPLACEMENT = "\ufffd"  # stands for a character that no font holds: an empty glyph is no PDF/UA
HERE = "https://edition.invalid/"  # stands for the edition: nothing is ever fetched from a network

Served = Mapping[str, tuple[bytes, str]]  # by address: bytes and media type


@contextmanager
def not_too_deep() -> Iterator[None]:
    """Raises WriteError for what nests deeper than WeasyPrint can follow."""
    try:
        yield
    except RecursionError as error:
        raise WriteError("pdf: lists or sections nest too deep for a page; flatten them") from error


def replaced(page: str | GraftedPage, missing: Iterable[str]) -> str:
    """The page with a sign in the place of each character that no font holds."""
    return (page if isinstance(page, str) else page.text).translate(dict.fromkeys(map(ord, missing), REPLACEMENT))


def laid_out(
    page: str | GraftedPage,
    style: Style,
    looks: StyleSheet,
    served: Served,
    sheets: Sequence[Any] = (),
    care: Care = "balanced",
) -> Any:
    """The page, HTML, as a document of WeasyPrint's; ``sheets`` instead of the style's own where there are some."""
    share_page_styles()
    html = parsed(page, HERE, fetcher(style, served))
    with set_lines(care):
        return html.render(
            font_config=looks.fonts,
            counter_style=looks.counters,
            color_profiles=colour_profile(),
            stylesheets=[*(sheets or [looks.css])],
            pdf_variant=VARIANT,
            pdf_tags=True,
        )


def drawn(document: Any) -> Any:
    """The ``pydyf.PDF`` of a document, its structure marked as PDF/UA wants it."""
    weasy = weasyprint()
    remember_references()
    options = weasy.options | {
        "pdf_variant": VARIANT,
        "pdf_version": VERSION,
        "pdf_tags": True,
        "output_intent": INTENT,
    }
    with marked_structure() as finish:
        pdf = weasy.generate_pdf(document, None, 1, **options)
        finish(pdf)
    return pdf


def with_labels(pdf: Any) -> Any:
    """The same, its pages named as they are printed, its metadata in plain sight. Source: ISO 19005-3, 6.6.2.1."""
    from pydyf import Array, Dictionary  # type: ignore[import-untyped]

    pdf.catalog["PageLabels"] = Dictionary({"Nums": Array([0, Dictionary({"S": "/D"})])})
    pdf.objects[int(pdf.catalog["Metadata"].split()[0])].compress = False
    return pdf
