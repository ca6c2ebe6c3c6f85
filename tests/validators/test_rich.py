"""What validators say of a kit with everything in it, in a house's own style with logo and cover: nothing.

It has tables with spans, notes, pictures, code, other scripts, facts and an embargo.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from oimpress.publish.specimen import specimen_edition
from oimpress.writers import find
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


def test_the_schema_of_word_documents_holds(made: dict[str, Path]) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(str(made["docx"])).errors] == []
