"""Styles of pages are computed once for all pages of the same rules, and nothing looks different for it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from weasyprint.css import StyleFor  # type: ignore[import-untyped]

from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.pagestyles import share_page_styles

RULES = """
    @page { size: 300px 200px; margin: 40px 10vw; @top-left { content: string(title) } }
    @page :first { margin: 60px; @top-left { content: none } @bottom-left-corner { content: "one"; width: 5vh } }
    @page :left { @bottom-right { content: counter(page) " / " counter(pages) } }
    @page wide { size: 400px 200px; counter-increment: page 3; @left-middle { content: "wide" counter(page) } }
    @page bare { @top-left { content: none } }
    h1 { string-set: title content(); break-before: page; font-size: 1em }
    .wide { page: wide } .bare { page: bare }
"""
NAMES = ["", "wide", "bare", ""] * 3
PAGE = "".join(f'<div class="{name}"><h1>{name} {at}</h1></div>' for at, name in enumerate(NAMES))


def printed() -> tuple[bytes, int]:
    """A document of many kinds of pages, and how many it has."""
    weasy = weasyprint()
    document = weasy.HTML(string=PAGE).render(stylesheets=[weasy.CSS(string=RULES)])
    document.write_pdf(out := BytesIO(), pdf_identifier=b"same")
    return out.getvalue(), len(document.pages)


def test_every_page_looks_as_it_does_where_its_style_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    share_page_styles()
    shared = printed()
    layout = weasyprint().layout
    page = layout.page
    monkeypatch.setattr(layout, "make_margin_boxes", layout.make_margin_boxes.__wrapped__)
    monkeypatch.setattr(page, "set_page_type_computed_styles", page.set_page_type_computed_styles.__wrapped__)
    assert printed() == shared


def test_pages_of_the_same_rules_share_what_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    share_page_styles()
    computed: list[Any] = []
    add = StyleFor.add_page_declarations

    def adding(self: Any, kind: Any) -> None:
        computed.append(kind)
        add(self, kind)

    monkeypatch.setattr(StyleFor, "add_page_declarations", adding)
    _, pages = printed()
    kinds = {(kind.side, kind.name, kind.index == 0) for kind in computed}
    assert len(computed) == len(kinds) < pages
