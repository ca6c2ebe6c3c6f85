"""WeasyPrint, imported in this file alone and only when a PDF is made: the parts of it that the writer uses."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from oimpress.errors import MissingDependency

# What fonts of our own need of the libraries, beside what WeasyPrint does.
# Source: fontconfig.h 2.13, pangoft2.h 1.2, hb-blob.h and hb-face.h 4.1
MORE = """
    typedef struct { void *dummy1; void *dummy2; } FcPatternIter;
    FcConfig * FcConfigCreate (void);
    FcBool FcPatternDel (FcPattern *p, const char *object);
    void FcPatternIterStart (const FcPattern *pat, FcPatternIter *iter);
    FcBool FcPatternIterNext (const FcPattern *pat, FcPatternIter *iter);
    int FcPatternObjectCount (const FcPattern *pat);
    const char * FcPatternIterGetObject (const FcPattern *pat, FcPatternIter *iter);
    void pango_ft2_font_map_set_default_substitute (
        PangoFcFontMap *fontmap, void (*func) (FcPattern *, void *), void *data, void *notify);
    hb_blob_t * hb_blob_create_from_file_or_fail (const char *file_name);
    hb_face_t * hb_face_create (hb_blob_t *blob, unsigned int index);
"""


class WeasyPrint(NamedTuple):
    """Its classes and functions under their own names.

    ``build``, ``tags``, ``block`` and ``inline`` are its modules of boxes, of the structure tree and of lines,
    ``layout`` is its package of all that is laid out.

    ``icc`` is its sRGB profile, ``options`` are those of a PDF that nobody asks anything of. ``ffi`` speaks with the C
    libraries ``fontconfig``, ``pangoft2`` and ``harfbuzz``.
    """

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
    build: Any
    LayoutContext: Any
    block: Any
    inline: Any
    layout: Any
    icc: bytes
    ffi: Any
    fontconfig: Any
    pangoft2: Any
    harfbuzz: Any
    options: dict[str, Any]
    generate_pdf: Any
    Font: Any
    build_fonts_dictionary: Any


@cache
def weasyprint() -> WeasyPrint:
    """The library, loaded. Raises MissingDependency when it or the system libraries it needs are not there."""
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", ".*FontConfig")  # of a machine without fonts: none of them is asked
            loaded = _loaded()
    except (ImportError, OSError) as error:
        raise MissingDependency(
            "pdf: WeasyPrint does not run ({reason}); install weasyprint and, by the system's means, Pango",
            reason=error,
        ) from error
    loaded.ffi.cdef(MORE)
    return loaded


def _loaded() -> WeasyPrint:
    """Raises ImportError, or OSError for a library of the system."""
    from weasyprint import CSS, DEFAULT_OPTIONS, HTML, Attachment, layout  # type: ignore[import-untyped]
    from weasyprint.css import ColorProfile  # type: ignore[import-untyped]
    from weasyprint.css.counters import CounterStyle  # type: ignore[import-untyped]
    from weasyprint.formatting_structure import build  # type: ignore[import-untyped]
    from weasyprint.formatting_structure.boxes import MarginBox  # type: ignore[import-untyped]
    from weasyprint.layout import LayoutContext, block, inline  # type: ignore[import-untyped]
    from weasyprint.pdf import generate_pdf, tags  # type: ignore[import-untyped]
    from weasyprint.pdf.fonts import Font, build_fonts_dictionary  # type: ignore[import-untyped]
    from weasyprint.text.ffi import ffi, fontconfig, harfbuzz, pangoft2  # type: ignore[import-untyped]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

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
        build,
        LayoutContext,
        block,
        inline,
        layout,
        files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes(),
        ffi,
        fontconfig,
        pangoft2,
        harfbuzz,
        DEFAULT_OPTIONS,
        generate_pdf,
        Font,
        build_fonts_dictionary,
    )
