"""The documentation: it builds without a warning, asks nobody for anything, and forgets no code and no name."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

import oimpress
from oimpress.notices import notice_texts, rule_texts
from tests.conftest import ROOT

LANGUAGES = ("fr", "en")
FETCHED = re.compile(r"""<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)="((?:https?:)?//[^"]+)""")
LINKED = re.compile(r"""(?:src|href)="([^"#?:]+)[#?"]""")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``./dev docs`` builds it, where every warning is an error: dead links among them."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "tools.docs", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder


def test_every_link_inside_leads_somewhere(site: Path) -> None:
    dead = [
        f"{page.relative_to(site)}: {target}"
        for page in site.rglob("*.html")
        for target in LINKED.findall(page.read_text("utf-8"))
        if not (page.parent / unquote(target)).exists()
    ]
    assert dead == []


def test_pages_fetch_nothing(site: Path) -> None:
    assert [each for page in site.rglob("*.html") for each in FETCHED.findall(page.read_text("utf-8"))] == []
    sheets = "".join(path.read_text("utf-8") for path in site.rglob("*.css"))
    assert re.findall(r"url\(\s*[\"']?(?:https?:)?//[^)]*|@import[^;]*//[^;]*", sheets) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_forgets_nothing(site: Path, lang: str) -> None:
    folder = site / lang / lang / "reference"
    rules, notices, library, settings, xml = (
        (folder / f"{name}.html").read_text("utf-8") for name in ("rules", "notices", "library", "settings", "xml")
    )
    assert [code for code in rule_texts() if f">{code}<" not in rules] == []
    assert [code for code in notice_texts() if f">{code}<" not in notices] == []
    assert [name for name in oimpress.__all__ if name != "__version__" and f'id="oimpress.{name}"' not in library] == []
    assert [key for key in ("print-shop", "time-zone", "based-on", "embargo") if f">{key}<" not in settings] == []
    assert [name for name in ("release", "dateline", "pre", "cell") if f">{name}<" not in xml] == []


def doors(lang: str) -> list[list[str]]:
    """The pages that the first page of a language leads to, chapter by chapter."""
    text = (ROOT / "docs" / lang / "index.md").read_text("utf-8")
    return [
        re.findall(r"^(?:.*<)?([./\w-]+)>?$", chapter.split("\n\n", 1)[1], re.MULTILINE)
        for chapter in re.findall(r"```\{toctree\}\n(.*?)```", text, re.DOTALL)
    ]


def test_both_languages_have_the_same_doors() -> None:
    assert list(map(len, doors("fr"))) == list(map(len, doors("en")))


def test_the_pages_in_french_are_french() -> None:
    """But for those that say at the door that they are English, which speak of code."""
    said = (ROOT / "docs" / "fr" / "index.md").read_text("utf-8")
    english = set(re.findall(r"\(en anglais\) <([^>]+)>", said))
    assert english == {"../readers", "../architecture"}
    others = {*english, "../typographie"}  # names manuals by their English titles
    pages = [page for chapter in doors("fr") for page in chapter if page not in others and "reference/" not in page]
    assert {page: found for page in pages if (found := english_words(page))} == {}


def english_words(page: str) -> list[str]:
    """Small words of English in a page, outside of code and names."""
    text = (ROOT / "docs" / "fr" / f"{page}.md").resolve().read_text("utf-8")
    prose = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|\*[^*\n]*\*", "", text, flags=re.DOTALL)
    return re.findall(r"\b(?:the|of|and|with|which|that|is|are|from|not|for)\b", prose)
