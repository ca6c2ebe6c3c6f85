"""What outside tools say of our Word documents: schema, risks, and a program that opens them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from pypdf import PdfReader
from pypdf.generic import Destination

from oimpress.model.nodes import Blocks, Edition, Note, Section
from oimpress.style import load_style, styles
from oimpress.writers.docx import document as docx
from tests.writers import samples
from tests.writers.wordorder import any_edition, missing, with_picture

EDITIONS = {
    "kit": with_picture(samples.edition()),
    "single": samples.single(),
    "hostile": samples.hostile(),
    "embargo": samples.embargoed(),
}


@pytest.fixture(params=EDITIONS)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Edition, Path]:
    edition = EDITIONS[request.param]
    path = tmp_path / f"{request.param}.docx"
    path.write_bytes(docx.write(edition, load_style("oim")).value)
    return edition, path


def audited(path: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def test_the_schema_holds(written: tuple[Edition, Path]) -> None:
    assert audited(written[1]) == []


@pytest.mark.parametrize("name", styles())
def test_the_reference_of_every_style_holds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "reference.docx"
    path.write_bytes(load_style(name).data("reference.docx"))
    assert audited(path) == []


def test_the_schema_does_find_faults(written: tuple[Edition, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with ZipFile(BytesIO(written[1].read_bytes())) as old, ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:pPr>", b"<w:rPr/><w:pPr>", 1))
    assert audited(broken)


def test_any_releases_make_a_valid_document(tmp_path: Path) -> None:
    path = tmp_path / "any.docx"
    path.write_bytes(docx.write(any_edition(), load_style("oim")).value)
    assert audited(path) == []
    assert [str(finding) for finding in check(str(path))] == []


def test_nothing_in_it_is_a_risk(written: tuple[Edition, Path]) -> None:
    assert [str(finding) for finding in check(str(written[1]))] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITIONS)
def test_libreoffice_opens_it_and_shows_every_word(
    validator: Callable[[str], list[str]], name: str, tmp_path: Path
) -> None:
    edition = without_notes(EDITIONS[name])
    path = tmp_path / "read.docx"
    path.write_bytes(docx.write(edition, load_style("oim")).value)
    if name == "hostile":
        edition = replace(edition, releases=edition.releases[2:])  # forty columns cut their words
    office = [*validator("libreoffice"), "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(office, check=True, capture_output=True, timeout=180)
    shown = "\n".join(page.extract_text() for page in PdfReader(path.with_suffix(".pdf")).pages)
    assert missing(edition, shown.replace("-\n", "-")) == []


@pytest.mark.slow
def test_the_contents_name_the_pages_on_which_libreoffice_begins_the_releases(
    validator: Callable[[str], list[str]], tmp_path: Path
) -> None:
    """A release that just fits may be off by one."""
    path = tmp_path / "kit.docx"
    path.write_bytes(docx.write(EDITIONS["kit"], load_style("oim")).value)
    office = [*validator("libreoffice"), "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(office, check=True, capture_output=True, timeout=180)
    made = PdfReader(path.with_suffix(".pdf"))
    begun = [made.get_destination_page_number(each) for each in made.outline if isinstance(each, Destination)]
    with ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()
    named = re.findall(r"PAGEREF .*?<w:t [^>]*>(\d+)</w:t>", document)
    off = [int(page) - begin - 1 for page, begin in zip(named, begun, strict=True) if begin is not None]
    assert len(off) == 5
    assert off.count(0) >= 4
    assert max(map(abs, off)) <= 1


def without_notes(edition: Edition) -> Edition:
    """Notes stand at the foot of the page, and their figures touch the words they belong to."""

    def kept(blocks: Blocks) -> Blocks:
        left = (block for block in blocks if not isinstance(block, Note))
        return tuple(replace(each, blocks=kept(each.blocks)) if isinstance(each, Section) else each for each in left)

    return replace(edition, releases=tuple(replace(one, body=kept(one.body)) for one in edition.releases))
