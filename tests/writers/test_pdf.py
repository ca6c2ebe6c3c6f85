"""The press kit in PDF: its pages, its structure, what is attached, and the same bytes every time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from oimpress.model.codec import from_xml
from oimpress.model.nodes import Block, Cell, Code, Edition, Figure, Item, List, Para, Release, Row, Table, Text
from oimpress.style import Style, load_style
from oimpress.writers.pdf.kit import FORMAT, write
from oimpress.writers.pdf.styling import style_sheet
from tests.writers import samples
from tests.writers.order import assert_in_order, squeezed
from tests.writers.test_html import png

STYLE = load_style("oim")
EDITIONS = {"kit": samples.edition, "one": samples.single, "hostile": samples.hostile}


@cache
def made(name: str) -> bytes:
    return write(EDITIONS[name](), STYLE).value


@cache
def reader(name: str) -> PdfReader:
    return PdfReader(io.BytesIO(made(name)))


def information(data: bytes) -> Any:
    return PdfReader(io.BytesIO(data)).metadata


def small(**changes: Any) -> Edition:
    body = (Para((Text("Un paragraphe."),)),)
    return replace(Edition((Release("a", title=(Text("Un titre"),), body=body),), "Un titre", "single"), **changes)


def small_with(*blocks: Block) -> Edition:
    return Edition((Release("a", title=(Text("Un titre"),), body=blocks),), "Un titre", "single")


def structure(file: PdfReader) -> Iterator[Any]:
    """Every structure element of the file, in reading order."""

    def walk(node: Any) -> Iterator[Any]:
        node = node.get_object()
        if isinstance(node, ArrayObject):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            yield node
            yield from walk(node.get("/K", ArrayObject()))

    root: Any = file.trailer["/Root"]
    yield from walk(root["/StructTreeRoot"]["/K"])


@pytest.mark.parametrize("name", EDITIONS)
def test_every_word_of_every_release_stands_in_order(name: str) -> None:
    text = "\n".join(page.extract_text() for page in reader(name).pages)
    for release in EDITIONS[name]().releases:
        assert_in_order(release, text)


def test_cover_contents_and_last_page() -> None:
    pages = [squeezed(page.extract_text()) for page in reader("kit").pages]
    assert "DossierdepresseauMexique" not in pages[0]
    assert "14mai2019·5communiqués" in pages[0]
    assert pages[1].startswith("Sommaire")
    assert pages[-1].startswith("Contactspresse")
    assert "Achevédecomposer" not in pages[-1]
    assert pages[-1].count("ivivaldo@iom.int") == 1


def test_programs_and_sources_are_named_where_that_is_asked_for() -> None:
    last = squeezed(pages_of(samples.edition(), STYLE, colophon=True)[-1])
    assert "Achevédecomposer" in last
    assert squeezed("aaaaaaaaaaaa…") in last


def test_contents_name_the_page_on_which_each_release_begins() -> None:
    pages = [squeezed(page.extract_text()) for page in reader("kit").pages]
    titles = [
        "Quatorzièmeconférence",
        "Retoursvolontaires",
        "L’OIMauMexiqueetl’état",
        "L’OIMauMexiquelance",
        "Jumelage",
    ]
    starts = [pages[1].index(mark) for mark in (*titles, "Organisation")]
    for title, (start, end) in zip(titles, pairwise(starts), strict=True):
        begins = next(number for number, text in enumerate(pages[2:], 3) if title in text)
        assert pages[1][start:end].endswith(str(begins)), title


def test_a_running_header_carries_the_short_title_from_the_second_page_of_a_release() -> None:
    pages = [squeezed(page.extract_text()) for page in reader("kit").pages]
    running = squeezed("L’OIM au Mexique et l’état de Durango signent un accord de coopération…")
    assert sum(running in text for text in pages) == 1


def test_pages_are_counted() -> None:
    pages = [squeezed(page.extract_text()) for page in reader("kit").pages]
    assert f"2/{len(pages)}" in pages[1]
    assert f"1/{len(pages)}" not in pages[0]


def test_bookmarks_name_contents_releases_and_contacts() -> None:
    titles = [each.title for each in reader("kit").outline if not isinstance(each, list)]
    assert titles[0] == "Sommaire"
    assert titles[-1] == "Contacts presse"
    assert len(titles) == 7


def test_the_canonical_xml_of_every_release_is_attached() -> None:
    attached = reader("kit").attachments
    releases = {release.id: release for release in samples.edition().releases}
    assert sorted(attached) == sorted(f"{name}.xml" for name in releases)
    for name, release in releases.items():
        assert from_xml(attached[f"{name}.xml"][0]) == release
    root: Any = reader("kit").trailer["/Root"]
    kinds = {str(file.get_object()["/AFRelationship"]) for file in root["/AF"]}
    assert (len(root["/AF"]), kinds) == (5, {"/Source"})


def test_the_title_is_shown_and_the_language_is_named() -> None:
    root: Any = reader("kit").trailer["/Root"]
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert information(made("kit")).title == samples.edition().title


def test_words_in_another_language_say_so() -> None:
    languages = {str(element["/Lang"]) for element in structure(reader("kit")) if "/Lang" in element}
    assert {"es", "ar", "zh"} <= languages


def test_tables_have_scopes_and_lists_have_bodies() -> None:
    scopes = [element["/A"]["/Scope"] for element in structure(reader("kit")) if element["/S"] == "/TH"]
    assert set(scopes) == {"/Row", "/Column"}
    for item in (element for element in structure(reader("kit")) if element["/S"] == "/LI"):
        assert [kid.get_object()["/S"] for kid in item["/K"]] == ["/Lbl", "/LBody"]
    for each in (element for element in structure(reader("kit")) if element["/S"] == "/L"):
        assert {kid.get_object()["/S"] for kid in each["/K"]} == {"/LI"}


def test_lists_say_how_they_count_and_stand_in_the_item_that_they_belong_to() -> None:
    inner = List((Item((Para((Text("b"),)),)),), marker="•")
    outer = List((Item((Para((Text("a"),)), inner)), Item((Para((Text("c"),)),))), ordered=True, marker="a)")
    made = PdfReader(io.BytesIO(write(small_with(outer), STYLE).value))
    lists = [element for element in structure(made) if element["/S"] == "/L"]
    assert [each["/A"]["/ListNumbering"] for each in lists] == ["/LowerAlpha", "/None"]
    assert [len(each["/K"]) for each in lists] == [2, 1]
    assert lists[1]["/P"]["/S"] == "/LBody"


def test_contents_are_tagged_as_what_they_are() -> None:
    found = [element for element in structure(reader("kit")) if element["/S"] in ("/TOC", "/TOCI")]
    assert [element["/S"] for element in found] == ["/TOC", *["/TOCI"] * 5]
    for entry in found[1:]:
        assert entry["/P"]["/S"] == "/TOC"
        assert [kid.get_object()["/S"] for kid in entry["/K"]] == ["/NonStruct", "/Reference"]


def test_pages_are_called_by_the_numbers_that_they_print() -> None:
    labels = reader("kit").page_labels
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    for label, page in list(zip(labels, reader("kit").pages, strict=True))[1:]:
        assert f"{label}\u202f/\u202f{len(labels)}" in page.extract_text()


def test_running_headers_are_no_part_of_the_text() -> None:
    streams: list[Any] = [page.get_contents() for page in reader("kit").pages]
    content = b"".join(stream.get_data() for stream in streams)
    assert content.count(b"/Artifact") > len(reader("kit").pages)
    assert content.count(b"/Pagination") >= len(reader("kit").pages) - 1


def test_every_link_has_words_and_leads_somewhere_safe() -> None:
    for name in ("kit", "hostile"):
        links = [note.get_object() for page in reader(name).pages for note in page.get("/Annots", ())]
        assert links
        for link in links:
            assert link["/Contents"]
            assert "/Dest" in link or str(link["/A"]["/URI"]).startswith(("http://", "https://", "mailto:", "tel:"))


def test_same_edition_same_bytes() -> None:
    assert write(samples.single(), STYLE).value == write(samples.single(), STYLE).value


@pytest.mark.campaign  # every day all formats are built twice, in two processes and folders, by test_reproducible.py
def test_same_bytes_in_another_process_and_another_folder(tmp_path: Path) -> None:
    make = (
        "import sys; from tests.writers import samples; from oimpress.style import load_style\n"
        "from oimpress.writers.pdf import kit\nfrom oimpress.writers.web import html\n"
        "for one in (kit, html): sys.stdout.buffer.write(one.write(samples.edition(), load_style('oim')).value)"
    )
    root = Path(__file__).parents[2]
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        (folder := tmp_path / seed).mkdir()
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}",
        }
        run = subprocess.run([sys.executable, "-c", make], cwd=folder, env=environment, check=True, capture_output=True)
        made.append(run.stdout)
        assert run.stderr == b""
    assert made[0] == made[1]
    assert len(made[0]) > 50_000


def test_threads_make_the_same_bytes() -> None:
    with ThreadPoolExecutor(2) as pool:
        made = set(pool.map(lambda _: write(samples.single(), STYLE).value, range(4)))
    assert made == {write(samples.single(), STYLE).value}


def test_an_undated_edition_has_no_date_in_the_file() -> None:
    data = write(small(), STYLE).value
    assert not re.search(rb"D:(19|20)\d\d|CreateDate|ModifyDate", data)
    assert information(data).creation_date is None


def test_a_date_comes_from_the_edition_or_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    def created(edition: Edition) -> str:
        return str(information(write(edition, STYLE).value)["/CreationDate"])

    assert created(small(date="2019-05-14")).startswith("D:20190514000000")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert created(small(date="2019-05-14")).startswith("D:20231114221320")


def test_pictures_come_along_and_missing_ones_are_told() -> None:
    edition = Edition((samples.journey(),), "Retours", "single")
    assert [each.code for each in write(edition, STYLE).notices] == ["W001"]
    result = write(replace(edition, assets={"images/retour.jpg": png()}), STYLE)
    assert result.notices == ()
    assert len(PdfReader(io.BytesIO(result.value)).pages[0].images) == 1


def test_a_character_that_no_font_holds_is_told_once_and_replaced() -> None:
    body = (Para((Text("Un signe rare\u00a0: \U0001f4de, et encore \U0001f4de."),)),)
    result = write(small(releases=(Release("a", title=(Text("T"),), body=body),)), STYLE)
    assert [(each.code, each.detail) for each in result.notices] == [("W005", "\U0001f4de U+1F4DE TELEPHONE RECEIVER")]
    assert PdfReader(io.BytesIO(result.value)).pages[0].extract_text().count("\ufffd") == 2


def test_a_picture_without_alternative_text_is_called_by_its_caption() -> None:
    figures = (Figure("a.png", "", (Text("Une légende"),)), Figure("a.png"))
    edition = Edition((Release("a", title=(Text("T"),), body=figures),), "T", "single", assets={"a.png": png()})
    result = write(edition, STYLE)
    tags = structure(PdfReader(io.BytesIO(result.value)))
    assert [each.code for each in result.notices] == ["W008", "W008"]
    assert [str(each["/Alt"]) for each in tags if each["/S"] == "/Figure"] == ["Une légende", "Image"]


def test_no_file_and_no_network_is_reached_from_content(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    data = write(samples.hostile(), STYLE).value
    assert b"root:" not in data


@pytest.mark.parametrize(("page", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_page_sizes(page: str, size: tuple[int, int]) -> None:
    box = PdfReader(io.BytesIO(write(small(), STYLE.with_settings(page=page)).value)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_code_is_set_in_letters_of_one_width() -> None:
    made = PdfReader(io.BytesIO(write(small_with(Para((Code((Text("l10n"),)),))), STYLE).value))
    fonts: Any = made.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert any("Source-Code-Pro" in font["/BaseFont"] for font in fonts.values())


def test_contents_tell_the_pages_behind_a_turned_table() -> None:
    row = Row(tuple(Cell((Text("100\u202f000"),)) for _ in range(24)))
    first = replace(small_with(Table((row,) * 3)).releases[0], id="b")
    pages = pages_of(replace(small(), releases=(first, *small().releases), kind="press-kit"), STYLE)
    begins = [number for number, text in enumerate(pages, 1) if "Un titre" in text.split("\n")[0]]
    assert begins == [3, 5]
    assert re.findall(r"Un titre\s(\d+)", pages[1]) == ["3", "5"]


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


def within(point: tuple[float, float], box: Any) -> bool:
    return bool(box.left <= point[0] <= box.right and box.bottom <= point[1] <= box.top)


def pages_of(edition: Edition, style: Style, **settings: bool) -> list[str]:
    made = write(edition, style.with_settings(**settings)).value
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


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


def test_wrong_css_gives_a_notice_and_a_file(tmp_path: Path) -> None:
    result = write(
        small(), designed(tmp_path, "p { colour: red } q {{{ @page { size: enormous } h1 { color: var(--x) }")
    )
    assert result.value.startswith(b"%PDF-1.7")
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


def test_format() -> None:
    assert (FORMAT.name, FORMAT.extension, FORMAT.scope) == ("pdf", ".pdf", "edition")
