"""What a style decides of a PDF: sizes, bleed, drafts, hyphens, its own sheets and letters."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from oimpress.model.nodes import SourceRef, Text
from oimpress.style import Style, load_style
from oimpress.writers.pdf.kit import write
from oimpress.writers.pdf.styling import style_sheet
from tests.writers import samples
from tests.writers.order import squeezed
from tests.writers.pdfs import (
    STYLE,
    pages_of,
    small,
    within,
)


def test_programs_and_sources_are_named_where_that_is_asked_for() -> None:
    source = SourceRef("a.txt", "a" * 64, "text/plain", "text")
    edition = replace(small(), releases=(replace(small().releases[0], source=source),), kind="press-kit")
    assert "Achevédecomposer" not in squeezed(pages_of(edition, STYLE)[-1])
    last = squeezed(pages_of(edition, STYLE, colophon=True)[-1])
    assert "Achevédecomposer" in last
    assert squeezed("aaaaaaaaaaaa…") in last


@pytest.mark.parametrize(("page", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_page_sizes(page: str, size: tuple[int, int]) -> None:
    box = PdfReader(io.BytesIO(write(small(), STYLE.with_settings(page=page)).value)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_print_shop_has_bleed_around_the_page() -> None:
    page = PdfReader(io.BytesIO(write(small(), STYLE.with_settings(print_shop=True)).value)).pages[0]
    assert round(page.trimbox.width) == 595
    assert round(page.bleedbox.width - page.trimbox.width, 1) == 17.0
    assert round(page.mediabox.width - page.bleedbox.width, 1) == 45.4
    content: Any = page.get_contents()
    lines = re.findall(rb"([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l S", content.get_data())
    assert len(lines) == 8
    for x1, y1, x2, y2 in (tuple(map(float, each)) for each in lines):
        for point in ((x1, y1), (x2, y2)):
            assert within(point, page.mediabox)
            assert not within(point, page.bleedbox)


@pytest.mark.parametrize("name", ["oim", "sobre"])
def test_a_draft_says_so_on_every_page_and_an_embargo_on_its_own(name: str) -> None:
    releases = (replace(samples.market(), body=()), *small().releases)
    edition = replace(small(), releases=releases, kind="press-kit")
    marked, drafted = pages_of(edition, load_style(name)), pages_of(edition, load_style(name), draft=True)
    assert not any("PROJET" in text for text in marked)
    assert all("PROJET" in text for text in drafted)
    assert ["SOUS EMBARGO" in text for text in marked] == [False, False, True, False, False]
    assert ["PROJET – SOUS EMBARGO" in text for text in drafted] == [False, False, True, False, False]


def test_short_releases_share_pages_but_none_with_one_under_embargo() -> None:
    short = [replace(small().releases[0], id=f"r{number}", title=(Text(f"Titre {number}"),)) for number in range(3)]
    kit = replace(small(), releases=(*short, replace(samples.market(), body=())), kind="press-kit")
    assert [len(pages_of(kit, STYLE, run_on=run_on)) for run_on in (False, True)] == [7, 5]


def test_hyphens_and_justification_are_a_choice() -> None:
    assert "hyphens" not in style_sheet(STYLE)
    assert "hyphens: auto" in style_sheet(STYLE.with_settings(hyphenate=True))
    assert "text-align: justify" in style_sheet(STYLE.with_settings(justify=True))


def designed(folder: Path, css: str, toml: str = "") -> Style:
    (folder / "mine").mkdir()
    (folder / "mine" / "style.toml").write_text(f'based-on = "oim"\n{toml}', "utf-8")
    (folder / "mine" / "print.css").write_text(css, "utf-8")
    return load_style("mine", folder)


def test_wrong_css_gives_a_notice_and_a_file_each_time(tmp_path: Path) -> None:
    style = designed(tmp_path, "p { colour: red } q {{{ @page { size: enormous } h1 { color: var(--x) }")
    result = write(small(), style)
    assert result.value.startswith(b"%PDF-1.7")
    assert write(small(), style) == result
    assert {each.code for each in result.notices} == {"W003"}
    assert any("colour" in each.detail for each in result.notices)


def test_a_missing_font_gives_a_notice_and_a_file(tmp_path: Path) -> None:
    toml = '[fonts.serif]\nfamily = "Nowhere"\nfallback = ["DejaVu Serif"]\nregular = "fonts/nowhere.ttf"'
    result = write(small(), designed(tmp_path, "html { font-family: var(--serif) }", toml))
    assert result.value.startswith(b"%PDF-1.7")
    assert [(each.code, each.detail) for each in result.notices] == [("W002", "fonts/nowhere.ttf")]


def test_a_style_sheet_reaches_no_file_outside_its_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    result = write(small(), designed(tmp_path, f'p {{ background: url("file://{secret}") url("../secret.svg") }}'))
    assert {each.code for each in result.notices} == {"W003"}
