"""The references of a PDF's pages, made once for as long as no page is added.

pydyf makes them all anew for every tag and every link that asks for one, which takes the square of the pages.
"""

from __future__ import annotations

from functools import cache
from typing import Any

KNOWN = "oimpress_page_references"


@cache
def remember_references() -> None:
    """Have every PDF of pydyf's remember the references of its pages."""
    from pydyf import PDF  # type: ignore[import-untyped]

    made = PDF.page_references.fget

    def remembered(pdf: Any) -> Any:
        if len(pdf.__dict__.get(KNOWN, ())) != len(pdf.pages["Kids"]) // 3:  # each reference is three words there
            pdf.__dict__[KNOWN] = made(pdf)
        return pdf.__dict__.get(KNOWN, ())

    PDF.page_references = property(remembered)
