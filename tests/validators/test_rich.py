"""What validators say of a kit with everything in it, in a house's own style with logo and cover: nothing.

It has tables with spans, notes, pictures, code, other scripts, facts and an embargo.
"""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from oimpress.model.nodes import Cell, Edition, Release, Row, Table, Text
from oimpress.pdfium import opened
from oimpress.publish.specimen import specimen_edition
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.mail.message import html_of
from tests.writers.test_bad_input import forty_columns
from tests.writers.test_house import house

pytestmark = pytest.mark.slow
FALSE_ALARM = "STREAM-LENGTH-001"  # whenever a stream ends in CR
BLOCKED = "image “data:image/png"  # said to be blocked by img-src data:, which lets it through in every browser


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rich")
    style = house(folder)
    files = {}
    for name in ("pdf", "docx", "epub", "html"):
        form = find(name)
        files[name] = folder / f"rich{form.extension}"
        files[name].write_bytes(form.write(specimen_edition(style), style).value)
    return files


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_pdf_ua_and_pdf_a(made: dict[str, Path], profile: str) -> None:
    page = pytest.importorskip("page")
    failures = page.validate_pdf(made["pdf"], profile=profile).failures
    assert {(each.rule_id, each.message) for each in failures if not each.rule_id.endswith(FALSE_ALARM)} == set()


def test_epubcheck_says_nothing(made: dict[str, Path], validator: Callable[[str], list[str]]) -> None:
    asked = [*validator("epubcheck"), str(made["epub"]), "--failonwarnings", "-u"]
    said = subprocess.run(asked, capture_output=True, text=True, timeout=180, check=False)
    assert "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos / 0 usages" in said.stdout + said.stderr


def test_ace_finds_no_violation(made: dict[str, Path], validator: Callable[[str], list[str]]) -> None:
    report = made["epub"].parent / "ace"
    asked = [*validator("ace"), "--silent", "--force", "-o", str(report), str(made["epub"])]
    subprocess.run(asked, capture_output=True, timeout=180, check=False)
    said = json.loads((report / "report.json").read_text("utf-8"))
    found = [each["earl:test"]["dct:title"] for page in said["assertions"] for each in page["assertions"]]
    assert (said["earl:result"]["earl:outcome"], found) == ("pass", [])


def test_nu_finds_nothing_to_remark(made: dict[str, Path], validator: Callable[[str], list[str]]) -> None:
    asked = [*validator("vnu"), "--format", "json", str(made["html"])]
    said = subprocess.run(asked, check=False, capture_output=True, text=True)
    messages = [each["message"] for each in json.loads(said.stderr)["messages"]]
    assert [each for each in messages if BLOCKED not in each] == []


def test_axe_finds_no_violation(made: dict[str, Path], validator: Callable[[str], list[str]]) -> None:
    style = load_style("oim")
    mail = made["html"].with_name("mail.html")
    mail.write_text(html_of(specimen_edition(style), style), "utf-8")
    said = subprocess.run([*validator("axe"), made["html"], mail], check=False, capture_output=True, text=True)
    assert list(json.loads(said.stdout).values()) == [[], []]


def test_verapdf_finds_the_claims_true(made: dict[str, Path], validator: Callable[[str], list[str]]) -> None:
    for flavour in ("ua1", "3a"):
        asked = [*validator("verapdf"), "-f", flavour, made["pdf"]]
        assert 'isCompliant="true"' in subprocess.run(asked, check=False, capture_output=True, text=True).stdout


def test_a_table_scrolls_by_itself_on_a_telephone_and_in_a_book(
    tmp_path: Path, validator: Callable[[str], list[str]]
) -> None:
    style, wide = load_style("oim"), forty_columns()
    (page := tmp_path / "page.html").write_bytes(find("html").write(wide, style).value)
    with zipfile.ZipFile(BytesIO(find("epub").write(wide, style).value)) as book:
        book.extractall(tmp_path)
    chapter = tmp_path / "EPUB" / "release-001.xhtml"
    *node, script, chromium = validator("axe")
    command = [*node, str(Path(script).with_name("reflow.cjs")), chromium, str(page), str(chapter)]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    assert [look["wide"] <= 320 for look in json.loads(said.stdout).values()] == [True, True]


@pytest.mark.parametrize("columns", [9, 15, 40])
def test_a_printed_page_loses_no_column(columns: int, tmp_path: Path, validator: Callable[[str], list[str]]) -> None:
    words = [[f"{row}{at:02}mmm" for at in range(columns)] for row in range(3)]
    rows = tuple(Row(tuple(Cell((Text(each),)) for each in row)) for row in words)
    release = Release("a", title=(Text("Un titre"),), body=(Table(rows),))
    (page := tmp_path / "page.html").write_bytes(
        find("html").write(Edition((release,), "T", "single"), load_style("oim")).value
    )
    printed = tmp_path / "page.pdf"
    command = [*validator("chromium"), "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with opened(printed.read_bytes(), "page") as document:
        seen = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)  # what stands on the paper
    assert [each for row in words for each in row if each not in seen.replace("\r\n", "")] == []


def test_the_schema_of_word_documents_holds(made: dict[str, Path]) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(str(made["docx"])).errors] == []
